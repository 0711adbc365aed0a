using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Routing.Rules;

/// <summary>Puts changes of the rules in force, all or none: after a replay of exactly these changes, or with a word why without one.</summary>
public sealed record ActivateRoutingRules(int ExpectedVersion, RuleActivation Activation) : ICommand<RoutingRuleList>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.ReferenceData;
}

public sealed record RuleActivation
{
    private const int ReasonMax = 300;
    private const int TokenMax = 2000;

    [MinLength(1, ErrorMessage = "required")]
    [MaxLength(RuleTrial.ChangesMax, ErrorMessage = "too_many")]
    public IReadOnlyList<NewRuleChange> Changes { get; init; } = [];

    /// <summary>From the replay of the same changes on the same version, at most an hour ago.</summary>
    [MaxLength(TokenMax, ErrorMessage = "too_long")]
    public string? ReplayToken { get; init; }

    /// <summary>Why they come into force without a replay; kept in the history.</summary>
    [MaxLength(ReasonMax, ErrorMessage = "too_long")]
    [Legible]
    public string? WithoutReplay { get; init; }
}

internal sealed class ActivateRoutingRulesHandler(AppDb db, CityWatch watch, ReplayTokens tokens, AdminHistory history, TimeProvider time)
    : IRequestHandler<ActivateRoutingRules, RoutingRuleList>
{
    public async Task<RoutingRuleList> Handle(ActivateRoutingRules request, CancellationToken cancellationToken)
    {
        var version = await db.RuleSetVersion(cancellationToken);
        if (version != request.ExpectedVersion)
        {
            throw AppDb.Stale(version);
        }

        await watch.Refresh(cancellationToken);
        var (city, now, activation) = (watch.Current, time.Now(), request.Activation);
        var today = IndonesianDate.InWib(now).Day;
        var rules = await db.RoutingRules.ToListAsync(cancellationToken);
        var draft = new RuleDraft(rules, activation.Changes, city, today);
        var note = Note(activation, version, now);
        foreach (var rule in draft.Changed)
        {
            Store(rule);
        }

        history.Add(AdminSubject.RoutingRules, RuleSet.Key, version + 1, Told(draft, rule => rule.Before, city), Told(draft, rule => rule.After, city), note);
        return RoutingRuleList.Of(draft.Rules, version + 1, city, today);
    }

    private string Note(RuleActivation activation, int version, DateTimeOffset now)
    {
        if (activation.ReplayToken is { } token)
        {
            return tokens.Read(token, activation.Changes, version, now) is { } outcome
                ? $"Diuji dengan {outcome.Considered} laporan ({IndonesianDate.FormatDate(outcome.From)} – {IndonesianDate.FormatDate(outcome.Until)}): {outcome.Moved} berpindah unit."
                : throw new RuleViolation("replay_stale", StatusCodes.Status409Conflict, "replayToken");
        }

        return string.IsNullOrWhiteSpace(activation.WithoutReplay)
            ? throw new RuleViolation("replay_required", field: "withoutReplay")
            : $"Tanpa uji: {activation.WithoutReplay.Trim()}";
    }

    private void Store(ChangedRule rule)
    {
        switch (rule.Before, rule.After)
        {
            case ({ } before, { } after):
                db.Entry(before).CurrentValues.SetValues(after);
                break;
            case (null, { } added):
                db.RoutingRules.Add(added);
                break;
            case ({ } removed, null):
                db.RoutingRules.Remove(removed);
                break;
        }
    }

    /// <summary>Rule by rule, each in one sentence.</summary>
    private static Dictionary<string, string> Told(RuleDraft draft, Func<ChangedRule, RoutingRule?> side, City city) =>
        draft.Changed.Where(rule => side(rule) is not null)
            .ToDictionary(rule => $"{rule.Either.Name} ({IndonesianDate.FormatDate(rule.Either.ValidFrom)})", rule => RoutingRuleEntry.Explain(side(rule)!, city));
}
