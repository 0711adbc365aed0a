using KediriLapor.Accounts;

namespace KediriLapor.Monev.Model;

/// <summary>What happened to a finding. Rows are only ever added; the database refuses to change or delete one.</summary>
public sealed class FindingEvent
{
    private FindingEvent()
    {
    }

    internal FindingEvent(Finding finding, FindingStep step, string? note, Actor by, DateTimeOffset now)
    {
        (FindingId, Version, Step, At, Note) = (finding.Id, finding.Version, step, now, note);
        (ActorKind, ActorId, ActorName) = (by.Kind, by.AccountId, by.Name);
        After = new FindingStanding(finding.State, finding.Grade, finding.FollowUpBy, finding.FollowedUpOn, finding.ClosedOn);
    }

    public Guid FindingId { get; private init; }

    /// <summary>Of the finding after it.</summary>
    public int Version { get; private init; }

    public DateTimeOffset At { get; private init; }

    public FindingStep Step { get; private init; }

    public ActorKind ActorKind { get; private init; }

    public Guid? ActorId { get; private init; }

    public string ActorName { get; private init; } = "";

    public string? Note { get; private init; }

    /// <summary>From these a report of a past day is made again.</summary>
    public FindingStanding After { get; private init; } = null!;
}

/// <summary>Where a finding stands.</summary>
public sealed record FindingStanding(FindingState State, FindingGrade Grade, DateOnly? FollowUpBy, DateOnly? FollowedUpOn, DateOnly? ClosedOn);
