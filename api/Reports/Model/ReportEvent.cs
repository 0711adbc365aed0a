using KediriLapor.Accounts;
using KediriLapor.Deadlines;

namespace KediriLapor.Reports.Model;

public enum ReportEventType
{
    Submitted,
    Routed,
    Returned,
    Reopened,
    StatusChanged,
    Rated,
}

/// <summary>What was said with a change: to the reporter, to colleagues, the listed reason, and the day named for the work.</summary>
public sealed record Words(string? Public = null, string? Internal = null, ClosingReason? Reason = null, DateOnly? PlannedFor = null);

/// <summary>
/// One row of a report's history: who, when, what, why. Rows are only ever added; the database refuses to change or
/// delete one (migration trigger), and (report, sequence) is the key, so a gap or a double cannot be stored.
/// </summary>
public sealed class ReportEvent
{
    private ReportEvent()
    {
    }

    internal ReportEvent(Report report, ReportEventType type, Actor actor, DateTimeOffset at, Words words, string? correctedFrom)
    {
        ReportId = report.Id;
        Sequence = report.Version;
        Type = type;
        At = at;
        ActorKind = actor.Kind;
        ActorId = actor.AccountId;
        ActorName = actor.Name;
        Status = report.Status;
        AgencyCode = report.AgencyCode;
        ServiceCode = report.ServiceCode;
        CorrectedFrom = correctedFrom;
        PublicNote = words.Public;
        InternalNote = words.Internal;
        Reason = words.Reason;
        PlannedFor = words.PlannedFor;
    }

    public Guid ReportId { get; private set; }

    /// <summary>1, 2, 3 … without a gap; equals the report's version after the event.</summary>
    public int Sequence { get; private set; }

    public ReportEventType Type { get; private set; }

    public DateTimeOffset At { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>The status after the event.</summary>
    public ReportStatus Status { get; private set; }

    public string? AgencyCode { get; private set; }

    public string ServiceCode { get; private set; } = "";

    /// <summary>The service before a correction by disposisi: what the suggestions learn from.</summary>
    public string? CorrectedFrom { get; private set; }

    public string? PublicNote { get; private set; }

    public string? InternalNote { get; private set; }

    public ClosingReason? Reason { get; private set; }

    public DateOnly? PlannedFor { get; private set; }

    internal ClockEvent ForClocks => new(At, Type, Status, PlannedFor);
}
