namespace KediriLapor.Routing;

/// <summary>One routing decision as it was made, kept for "Mengapa ke unit ini?" and for replays.</summary>
public sealed class RoutingRecord
{
    private RoutingRecord()
    {
    }

    public RoutingRecord(Guid reportId, int sequence, DateTimeOffset at, RoutingDecision decision)
    {
        ReportId = reportId;
        Sequence = sequence;
        DecidedAt = at;
        RuleId = decision.RuleId;
        Rule = decision.Rule;
        AgencyCode = decision.AgencyCode;
        Reason = decision.Reason;
        Inputs = decision.Inputs;
        RunnerUp = decision.RunnerUp;
    }

    public Guid ReportId { get; private set; }

    /// <summary>The report's version that the decision led to: its key beside the report.</summary>
    public int Sequence { get; private set; }

    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>Null when a person decided.</summary>
    public Guid? RuleId { get; private set; }

    public string Rule { get; private set; } = "";

    public string? AgencyCode { get; private set; }

    public string Reason { get; private set; } = "";

    public RoutingInputs Inputs { get; private set; } = null!;

    public RunnerUp? RunnerUp { get; private set; }
}
