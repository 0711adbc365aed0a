using System.ComponentModel.DataAnnotations;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Routing.Rules;

/// <summary>Sends past reports once more through the rules as they are and as they would be. Nothing is stored.</summary>
public sealed record ReplayRoutingRules(RuleTrial Trial) : IQuery<RoutingReplay>;

public sealed record RuleTrial
{
    public const int ChangesMax = 50;

    [MinLength(1, ErrorMessage = "required")]
    [MaxLength(ChangesMax, ErrorMessage = "too_many")]
    public IReadOnlyList<NewRuleChange> Changes { get; init; } = [];

    /// <summary>First day (WIB) of the reports; 90 days ago when absent.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; today when absent. At most a year after the first.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>What the changes would do to the reports of their services that were sent in a period.</summary>
/// <param name="On">The day for which both sets of rules were asked: the first on which all changes are in force.</param>
/// <param name="Considered">Reports looked at: all of the period, or the newest of them where there are more than <paramref name="Bound"/>.</param>
/// <param name="Moved">Of these, how many would go elsewhere.</param>
/// <param name="Token">For the activation of exactly these changes on exactly these rules.</param>
public sealed record RoutingReplay(
    DateOnly From, DateOnly Until, DateOnly On, int Considered, bool Truncated, int Bound, int Moved, IReadOnlyList<RoutingShift> Shifts, string Token, DateTimeOffset TokenUntil);

/// <param name="From">Null for a verifier.</param>
/// <param name="To">Null for a verifier.</param>
/// <param name="Examples">The newest; none of a confidential service.</param>
public sealed record RoutingShift(Named? From, Named? To, int Count, IReadOnlyList<ShiftedReport> Examples);

/// <param name="Reason">Of the new decision.</param>
public sealed record ShiftedReport(string TrackingCode, DateTimeOffset SubmittedAt, Named Service, Named? Kelurahan, string Reason);

internal sealed class ReplayRoutingRulesHandler(AppDb db, CityWatch watch, ReplayTokens tokens, TimeProvider time) : IRequestHandler<ReplayRoutingRules, RoutingReplay>
{
    /// <summary>More than the city gets in a year; 20,000 take about a second.</summary>
    private const int Bound = 20_000;
    private const int DaysByDefault = 90;
    private const int DaysMax = 366;
    private const int ExamplesShown = 5;

    /// <summary>No report is older.</summary>
    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    private sealed record Case(string TrackingCode, DateTimeOffset SubmittedAt, RoutingInputs Inputs);

    private sealed record Shift(Case Case, RoutingDecision Before, RoutingDecision After);

    public async Task<RoutingReplay> Handle(ReplayRoutingRules request, CancellationToken cancellationToken)
    {
        await watch.Refresh(cancellationToken);
        var (city, now, trial) = (watch.Current, time.Now(), request.Trial);
        var today = IndonesianDate.InWib(now).Day;
        var (from, until) = Period(trial, today);
        var version = await db.RuleSetVersion(cancellationToken);
        var rules = await db.RoutingRules.AsNoTracking().ToListAsync(cancellationToken);
        var draft = new RuleDraft(rules, trial.Changes, city, today);

        var cases = await Cases(draft.Services, from, until, cancellationToken);
        var truncated = cases.Count > Bound;
        var considered = truncated ? cases[..Bound] : cases;
        var shifts = Shifts(considered, city.RoutingBy(rules), city.RoutingBy(draft.Rules), draft.On);
        var (token, tokenUntil) = tokens.Issue(new ReplayOutcome(trial.Changes, version, from, until, considered.Count, shifts.Count), now);
        return new RoutingReplay(
            from, until, draft.On, considered.Count, truncated, Bound, shifts.Count,
            [.. shifts.GroupBy(shift => (shift.Before.AgencyCode, shift.After.AgencyCode)).OrderByDescending(group => group.Count())
                .Select(group => new RoutingShift(city.AgencyNamed(group.Key.Item1), city.AgencyNamed(group.Key.Item2), group.Count(), Examples(group, city)))],
            token, tokenUntil);
    }

    private static (DateOnly From, DateOnly Until) Period(RuleTrial trial, DateOnly today)
    {
        var until = trial.Until ?? today;
        if (until < FirstDay || until > today)
        {
            throw new RuleViolation("out_of_range", field: "until").With("max", today);
        }

        var from = trial.From ?? until.AddDays(-DaysByDefault);
        return FirstDay <= from && from <= until && until.DayNumber - from.DayNumber <= DaysMax ? (from, until) : throw new RuleViolation("out_of_range", field: "from").With("maxDays", DaysMax);
    }

    /// <summary>Newest first, each with what its last decision was made from.</summary>
    private Task<List<Case>> Cases(string[] services, DateOnly from, DateOnly until, CancellationToken ct)
    {
        var (begin, end) = (IndonesianDate.Midnight(from), IndonesianDate.Midnight(until.AddDays(1)));
        return db.Reports.Where(report => services.Contains(report.ServiceCode) && report.SubmittedAt >= begin && report.SubmittedAt < end)
            .OrderByDescending(report => report.SubmittedAt).ThenByDescending(report => report.Id).Take(Bound + 1)
            .Select(report => new Case(
                report.TrackingCode.ToString(), report.SubmittedAt,
                db.RoutingRecords.Where(record => record.ReportId == report.Id).OrderByDescending(record => record.Sequence).Select(record => record.Inputs).First()))
            .ToListAsync(ct);
    }

    /// <summary>Those that would go elsewhere. Many reports ask the same question: each is decided once.</summary>
    private static List<Shift> Shifts(List<Case> cases, RoutingTable before, RoutingTable after, DateOnly on)
    {
        var decided = new Dictionary<string, (RoutingDecision Before, RoutingDecision After)>();
        List<Shift> shifts = [];
        foreach (var one in cases)
        {
            var key = Key(one.Inputs);
            if (!decided.TryGetValue(key, out var decision))
            {
                var inputs = one.Inputs with { On = on };
                decided[key] = decision = (before.Decide(inputs), after.Decide(inputs));
            }

            if (decision.Before.AgencyCode != decision.After.AgencyCode)
            {
                shifts.Add(new Shift(one, decision.Before, decision.After));
            }
        }

        return shifts;
    }

    private static string Key(RoutingInputs inputs) => string.Join('\n', [
        inputs.ServiceCode, inputs.KelurahanCode, inputs.KecamatanCode, !inputs.PlaceConfirmed && inputs.BorderMetres < RoutingTable.BorderDoubtMetres ? "?" : "",
        .. inputs.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => $"{answer.Key}={answer.Value}")]);

    private static ShiftedReport[] Examples(IEnumerable<Shift> shifts, City city) =>
        [.. shifts.Where(shift => !city.ConfidentialServices.Contains(shift.Case.Inputs.ServiceCode)).Take(ExamplesShown).Select(shift => new ShiftedReport(
            shift.Case.TrackingCode, shift.Case.SubmittedAt, city.ServiceNamed(shift.Case.Inputs.ServiceCode), city.KelurahanNamed(shift.Case.Inputs.KelurahanCode), shift.After.Reason))];
}
