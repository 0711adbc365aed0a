using KediriLapor.Agencies;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;

namespace KediriLapor.Routing.Rules;

/// <summary>One rule before and after; null where there is none.</summary>
internal sealed record ChangedRule(RoutingRule? Before, RoutingRule? After)
{
    public RoutingRule Either => After ?? Before!;
}

/// <summary>The rules as they would be after some changes: checked, and stored nowhere.</summary>
internal sealed class RuleDraft
{
    private readonly City city;
    private readonly DateOnly today;
    private readonly Dictionary<Guid, RoutingRule> rules;
    private readonly List<ChangedRule> changed = [];

    /// <exception cref="RuleViolation">Naming the change and its field.</exception>
    public RuleDraft(IEnumerable<RoutingRule> present, IReadOnlyList<NewRuleChange> changes, City city, DateOnly today)
    {
        (this.city, this.today) = (city, today);
        rules = present.ToDictionary(rule => rule.Id);
        for (var i = 0; i < changes.Count; i++)
        {
            changed.Add(Apply(changes[i], $"changes[{i}]"));
        }

        for (var i = 0; i < changed.Count; i++)
        {
            RequireNoDoubt(changed[i].After, $"changes[{i}]");
        }
    }

    public IReadOnlyCollection<RoutingRule> Rules => rules.Values;

    public IReadOnlyList<ChangedRule> Changed => changed;

    public string[] Services => [.. changed.Select(rule => rule.Either.ServiceCode).Distinct()];

    /// <summary>The first day on which all changes are in force.</summary>
    public DateOnly On => changed.Select(rule => (rule.Before, rule.After) switch
    {
        ({ } before, { } after) when before.ValidFrom == after.ValidFrom && after.ValidUntil is { } end && before.ValidUntil != end => end,
        (_, { } after) => after.ValidFrom,
        ({ } before, null) => before.ValidFrom,
        (null, null) => today,
    }).Append(today).Max();

    private ChangedRule Apply(NewRuleChange change, string at)
    {
        if (change.Kind == RuleChangeKind.Add)
        {
            var added = Checked(change.Rule, Guid.CreateVersion7(), at + ".rule");
            rules.Add(added.Id, added);
            return new ChangedRule(null, added);
        }

        var rule = change.RuleId is { } id && rules.TryGetValue(id, out var found) ? found : throw new RuleViolation("unknown_rule", field: at + ".ruleId");
        if (changed.Any(other => other.Either.Id == rule.Id))
        {
            throw new RuleViolation("duplicate_field", field: at + ".ruleId");
        }

        if (change.Kind is RuleChangeKind.Change or RuleChangeKind.Remove && rule.ValidFrom <= today)
        {
            throw new RuleViolation("rule_in_force", field: at + ".ruleId");
        }

        var after = change.Kind switch
        {
            RuleChangeKind.End => Ended(rule, change.ValidUntil, at),
            RuleChangeKind.Change => Checked(change.Rule, rule.Id, at + ".rule"),
            RuleChangeKind.Add or RuleChangeKind.Remove => null,
        };
        rules.Remove(rule.Id);
        if (after is not null)
        {
            rules.Add(after.Id, after);
        }

        return new ChangedRule(rule, after);
    }

    private RoutingRule Ended(RoutingRule rule, DateOnly? until, string at)
    {
        if (rule.ValidUntil <= today)
        {
            throw new RuleViolation("rule_over", field: at + ".ruleId");
        }

        // a rule that begins today may have routed reports already: it holds for this day at least
        Require(until is not { } end || (end >= today && end > rule.ValidFrom), "out_of_range", at + ".validUntil");
        return rule with { ValidUntil = until };
    }

    private RoutingRule Checked(NewRoutingRule? written, Guid id, string at)
    {
        var wanted = written ?? throw new RuleViolation("required", field: at);
        var service = city.ServiceOr(wanted.ServiceCode, at + ".serviceCode");
        if (wanted.QuestionCode is { } code)
        {
            var question = service.Questions.FirstOrDefault(one => one.Code == code && one is { Retired: false, Choices.Count: > 0 }) ?? throw new RuleViolation("unknown_question", field: at + ".questionCode");
            Require(question.Choices.Any(choice => choice.Value == wanted.AnswerValue), "unknown_answer", at + ".answerValue");
        }

        Require(wanted.QuestionCode is not null || wanted.AnswerValue is null, "unknown_question", at + ".questionCode");
        Require(wanted.KelurahanCode is null || wanted.KecamatanCode is null, "one_place", at + ".kecamatanCode");
        _ = wanted.KelurahanCode is { } kelurahan ? city.KelurahanOr(kelurahan, at + ".kelurahanCode") : null;
        Require(wanted.KecamatanCode is not { } kecamatan || city.Agencies.GetValueOrDefault(kecamatan) is { Kind: AgencyKind.Kecamatan }, "unknown_value", at + ".kecamatanCode");
        Require(wanted.Target != RoutingTarget.Agency || wanted.AgencyCode is not null, "required", at + ".agencyCode");
        Require(wanted.Target == RoutingTarget.Agency || wanted.AgencyCode is null, "agency_not_asked", at + ".agencyCode");
        _ = wanted.AgencyCode is { } agency ? city.AgencyOr(agency, at + ".agencyCode") : null;
        Require(wanted.ValidFrom >= today, "out_of_range", at + ".validFrom");
        Require(wanted.ValidUntil is null || wanted.ValidUntil > wanted.ValidFrom, "out_of_range", at + ".validUntil");
        return new RoutingRule
        {
            Id = id,
            ServiceCode = service.Code,
            QuestionCode = wanted.QuestionCode,
            AnswerValue = wanted.AnswerValue,
            KelurahanCode = wanted.KelurahanCode,
            KecamatanCode = wanted.KecamatanCode,
            Target = wanted.Target,
            AgencyCode = wanted.AgencyCode,
            ValidFrom = wanted.ValidFrom,
            ValidUntil = wanted.ValidUntil,
            Basis = string.IsNullOrWhiteSpace(wanted.Basis) ? null : wanted.Basis.Trim(),
        };
    }

    /// <summary>What the table's exclusion constraints hold to, said with the other rule's words.</summary>
    private void RequireNoDoubt(RoutingRule? rule, string at)
    {
        if (rule is null)
        {
            return;
        }

        var near = rules.Values.Where(other => other.Id != rule.Id && other.ServiceCode == rule.ServiceCode && other.Meets(rule)).ToArray();
        if (Array.Find(near, other => (other.QuestionCode, other.AnswerValue, other.KelurahanCode, other.KecamatanCode) == (rule.QuestionCode, rule.AnswerValue, rule.KelurahanCode, rule.KecamatanCode)) is { } same)
        {
            throw Clash("rule_overlaps", same, at);
        }

        if (rule.QuestionCode is not null && Array.Find(near, other => other.QuestionCode is not null && other.QuestionCode != rule.QuestionCode) is { } asking)
        {
            throw Clash("one_question", asking, at);
        }
    }

    private RuleViolation Clash(string code, RoutingRule other, string at) =>
        new RuleViolation(code, StatusCodes.Status409Conflict, at).With("rule", new { id = other.Id, name = other.Name, explanation = RoutingRuleEntry.Explain(other, city) });

    private static void Require(bool holds, string code, string field)
    {
        if (!holds)
        {
            throw new RuleViolation(code, field: field);
        }
    }
}
