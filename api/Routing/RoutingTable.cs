using System.Collections.Frozen;

namespace KediriLapor.Routing;

/// <summary>What a decision is made from; stored with it.</summary>
/// <param name="Answers">Those that were chosen from a list; a record of routing is kept for good, so no words of a reporter are among them.</param>
/// <param name="BorderMetres">Distance to the nearest border when the place came from a point.</param>
/// <param name="PlaceConfirmed">The reporter or an officer named the kelurahan.</param>
public sealed record RoutingInputs(
    string ServiceCode,
    string? KelurahanCode,
    string? KecamatanCode,
    IReadOnlyDictionary<string, string> Answers,
    double? BorderMetres,
    bool PlaceConfirmed,
    DateOnly On);

/// <summary>Who is responsible, and why; no agency when a verifier has to look.</summary>
/// <param name="Rule">Readable name of the rule, such as <c>JLN-RUSAK · kelasJalan = gang</c>.</param>
/// <param name="Reason">One or two sentences in Indonesian, fit for the reporter.</param>
/// <param name="RunnerUp">Who would have been responsible without the winning rule.</param>
public sealed record RoutingDecision(
    Guid? RuleId,
    string Rule,
    string? AgencyCode,
    string Reason,
    RoutingInputs Inputs,
    RunnerUp? RunnerUp);

public sealed record RunnerUp(string Rule, string AgencyCode, string Reason);

/// <summary>The routing rules of the city as a pure function; immutable.</summary>
public sealed class RoutingTable
{
    /// <summary>Nearer to a border than this, the place has to be confirmed (domain.md section 6).</summary>
    public const double BorderDoubtMetres = 30;

    private readonly FrozenDictionary<string, RoutingRule[]> byService;
    private readonly Func<string, string> agencyName;
    private readonly Func<string, string> serviceName;

    /// <param name="agencyName">Short name of an agency by code, for the reasons.</param>
    /// <param name="serviceName">Name of a service by code, for the reasons.</param>
    public RoutingTable(IEnumerable<RoutingRule> rules, Func<string, string> agencyName, Func<string, string> serviceName)
    {
        byService = rules.GroupBy(rule => rule.ServiceCode)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(rule => rule.Rank).ToArray());
        this.agencyName = agencyName;
        this.serviceName = serviceName;
    }

    public RoutingDecision Decide(RoutingInputs inputs)
    {
        var matching = byService.GetValueOrDefault(inputs.ServiceCode, []).Where(rule => Matches(rule, inputs)).ToArray();
        if (matching.Length == 0)
        {
            return new RoutingDecision(null, "-", null, RoutingSentence.NoRule.Indonesian, inputs, null);
        }

        var winner = matching[0];
        var agency = Agency(winner, inputs);
        var runnerUp = matching.Skip(1)
            .Select(rule => (rule, agency: Agency(rule, inputs)))
            .Where(other => other.agency is not null && other.agency != agency)
            .Select(other => new RunnerUp(other.rule.Name, other.agency!, Reason(other.rule, other.agency!)))
            .FirstOrDefault();

        return new RoutingDecision(winner.Id, winner.Name, agency, agency is null ? WhyUnclear(winner, inputs) : Reason(winner, agency), inputs, runnerUp);
    }

    private static bool Matches(RoutingRule rule, RoutingInputs inputs) =>
        rule.HoldsOn(inputs.On)
        && (rule.QuestionCode is null || inputs.Answers.GetValueOrDefault(rule.QuestionCode) == rule.AnswerValue)
        && (rule.KelurahanCode is null || rule.KelurahanCode == inputs.KelurahanCode)
        && (rule.KecamatanCode is null || rule.KecamatanCode == inputs.KecamatanCode);

    private static bool PlaceInDoubt(RoutingInputs inputs) => inputs is { PlaceConfirmed: false, BorderMetres: < BorderDoubtMetres };

    private static string? Agency(RoutingRule rule, RoutingInputs inputs) => rule.Target switch
    {
        RoutingTarget.Agency => rule.AgencyCode,
        RoutingTarget.Kelurahan => PlaceInDoubt(inputs) ? null : inputs.KelurahanCode,
        RoutingTarget.Kecamatan => inputs.KecamatanCode,
        RoutingTarget.Verifier => null,
    };

    private string Reason(RoutingRule rule, string agency) =>
        RoutingSentence.Responsible(rule.Target, (serviceName(rule.ServiceCode), ""), rule.QuestionCode is not null, agencyName(agency)).Indonesian;

    private static string WhyUnclear(RoutingRule rule, RoutingInputs inputs) => (rule.Target switch
    {
        RoutingTarget.Kelurahan when PlaceInDoubt(inputs) => RoutingSentence.NearBorder(inputs.BorderMetres),
        RoutingTarget.Kelurahan or RoutingTarget.Kecamatan => RoutingSentence.PlaceUnknown,
        RoutingTarget.Agency or RoutingTarget.Verifier => RoutingSentence.SortedFirst,
    }).Indonesian;
}
