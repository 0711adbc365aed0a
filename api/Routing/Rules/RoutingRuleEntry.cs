using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;

namespace KediriLapor.Routing.Rules;

public enum RuleState
{
    Past,

    Current,

    Coming,
}

/// <summary>A rule as an admin sees it.</summary>
/// <param name="Rank">The most specific rule wins: 4 for an answer, 2 for a kelurahan, 1 for a kecamatan, added up.</param>
/// <param name="ValidUntil">First day it no longer holds.</param>
/// <param name="Explanation">The rule as one sentence in Indonesian.</param>
public sealed record RoutingRuleEntry(
    Guid Id, Named Service, RuleAnswer? Answer, Named? Kelurahan, Named? Kecamatan, RoutingTarget Target, Named? Agency, DateOnly ValidFrom, DateOnly? ValidUntil, string? Basis, int Rank,
    RuleState State, string Explanation)
{
    internal static RoutingRuleEntry Of(RoutingRule rule, City city, DateOnly today) => new(
        rule.Id, city.ServiceNamed(rule.ServiceCode), Asked(rule, city), city.KelurahanNamed(rule.KelurahanCode), city.AgencyNamed(rule.KecamatanCode), rule.Target,
        city.AgencyNamed(rule.AgencyCode), rule.ValidFrom, rule.ValidUntil, rule.Basis, rule.Rank,
        rule.HoldsOn(today) ? RuleState.Current : rule.ValidFrom > today ? RuleState.Coming : RuleState.Past,
        Explain(rule, city));

    /// <summary>“Jalan rusak”, bila “Jalan apa?” dijawab “Gang”, di Bandar Lor: menjadi tugas DPUPR sejak 1 Januari 2025.</summary>
    internal static string Explain(RoutingRule rule, City city)
    {
        var answer = Asked(rule, city) is { } asked ? $", bila “{asked.Question}” dijawab “{asked.Text}”" : "";
        var place = (rule.KelurahanCode, rule.KecamatanCode) switch
        {
            ({ } kelurahan, _) => $", di Kelurahan {city.Kelurahan[kelurahan].Name}",
            (null, { } kecamatan) => $", di {city.Agencies[kecamatan].Name}",
            (null, null) => "",
        };
        var responsible = rule.Target switch
        {
            RoutingTarget.Agency => $"menjadi tugas {city.Agencies[rule.AgencyCode!].ShortName}",
            RoutingTarget.Kelurahan => "ditangani kelurahan tempat kejadian",
            RoutingTarget.Kecamatan => "ditangani kecamatan tempat kejadian",
            RoutingTarget.Verifier => "dipilah dahulu oleh verifikator",
        };
        var until = rule.ValidUntil is { } end ? $" sampai {IndonesianDate.FormatDate(end.AddDays(-1))}" : "";
        return $"“{city.Services[rule.ServiceCode].Name}”{answer}{place}: {responsible} sejak {IndonesianDate.FormatDate(rule.ValidFrom)}{until}.";
    }

    private static RuleAnswer? Asked(RoutingRule rule, City city)
    {
        if (rule is not { QuestionCode: { } code, AnswerValue: { } value })
        {
            return null;
        }

        var question = city.Services[rule.ServiceCode].Questions.FirstOrDefault(one => one.Code == code);
        return new RuleAnswer(code, question?.Text ?? code, value, question?.Choices.FirstOrDefault(choice => choice.Value == value)?.Text ?? value);
    }
}

/// <param name="Question">Its text.</param>
/// <param name="Text">Of the answer.</param>
public sealed record RuleAnswer(string QuestionCode, string Question, string Value, string Text);
