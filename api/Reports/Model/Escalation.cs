namespace KediriLapor.Reports.Model;

/// <summary>Who hears of a deadline, from the one who works to the one who watches.</summary>
public enum Audience
{
    /// <summary>Those who triage, while no officer of ours has the report.</summary>
    Verifiers,

    /// <summary>The officers of the responsible agency.</summary>
    Officers,

    /// <summary>The head of the responsible agency.</summary>
    Head,

    /// <summary>Whoever stands above it: the camat for a kelurahan, Setda for a department.</summary>
    Overseer,

    /// <summary>Inspektorat.</summary>
    Inspectorate,
}

/// <summary>One rung of the ladder.</summary>
/// <param name="AgencyCode">The unit whose people are meant; null for the verifiers of the whole city.</param>
public sealed record Rung(Audience Audience, string? AgencyCode);

/// <summary>
/// A step that a report's running clock has climbed; rows are only ever added. It stands beside the history, not in it: an event
/// would move the report's version, and an officer who answers in the very minute the report turns late would be refused
/// (docs/decisions/0014).
/// </summary>
public sealed class Escalation
{
    private Escalation()
    {
    }

    internal Escalation(Report report, int ordinal, int step, Rung rung, DateTimeOffset at, DateTimeOffset? nextAt)
    {
        ReportId = report.Id;
        Ordinal = ordinal;
        Status = report.Status;
        Since = report.StatusSince;
        DueAt = report.DueAtOrNever;
        Step = step;
        Audience = rung.Audience;
        AgencyCode = rung.AgencyCode;
        At = at;
        NextAt = nextAt;
    }

    public Guid ReportId { get; private set; }

    /// <summary>Counts all steps that the report ever climbed, from 1: what the outbox names a step by.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Where the report stood; with <see cref="Since"/> and <see cref="DueAt"/> the clock that climbed.</summary>
    public ReportStatus Status { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>The promise that was running out. When the calendar or a plan moves it, that is another promise and another ladder.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>1 before the deadline, 2 at it, and on.</summary>
    public int Step { get; private set; }

    public Audience Audience { get; private set; }

    public string? AgencyCode { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>When the next step is taken; null at the top.</summary>
    public DateTimeOffset? NextAt { get; private set; }
}
