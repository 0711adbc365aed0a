using KediriLapor.Accounts;

namespace KediriLapor.CallCentre.Model;

public enum DispatchEventType
{
    Started,
    UnitAsked,
    UnitMoved,
    Changed,
    CallJoined,
    Cancelled,
}

/// <summary>One row of a dispatch's history. Rows are only ever added; the database refuses to change one.</summary>
public sealed class DispatchEvent
{
    private DispatchEvent()
    {
    }

    internal DispatchEvent(EmergencyDispatch dispatch, DispatchEventType type, Actor actor, DateTimeOffset at, string? agencyCode, UnitStep? step, DateTimeOffset happenedAt, string? note)
    {
        DispatchId = dispatch.Id;
        Version = dispatch.Version;
        Type = type;
        At = at;
        HappenedAt = happenedAt;
        AgencyCode = agencyCode;
        Step = step;
        Note = note;
        ActorId = actor.AccountId;
        ActorName = actor.Name;
    }

    public Guid DispatchId { get; private set; }

    /// <summary>Of the dispatch after the event: 1, 2, 3 … without a gap.</summary>
    public int Version { get; private set; }

    public DispatchEventType Type { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it happened, as told.</summary>
    public DateTimeOffset HappenedAt { get; private set; }

    public string? AgencyCode { get; private set; }

    public UnitStep? Step { get; private set; }

    public string? Note { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";
}

/// <summary>The hand-over record (berita acara): who left the matter to whom, when, and what was found. Rows are only ever added.</summary>
public sealed class DispatchHandOver
{
    private DispatchHandOver()
    {
    }

    internal DispatchHandOver(EmergencyDispatch dispatch, string agencyCode, StepWords words, Actor actor, DateTimeOffset at)
    {
        DispatchId = dispatch.Id;
        Version = dispatch.Version;
        AgencyCode = agencyCode;
        ToAgencyCode = words.SuccessorCode;
        ToName = words.SuccessorName;
        Found = words.Found ?? words.Reason ?? "";
        At = at;
        ByName = actor.Name;
    }

    public Guid DispatchId { get; private set; }

    /// <summary>Of the row of history it belongs to.</summary>
    public int Version { get; private set; }

    /// <summary>Whose matter it was.</summary>
    public string AgencyCode { get; private set; } = "";

    /// <summary>A unit of the city; null where a name was given, or nobody takes over.</summary>
    public string? ToAgencyCode { get; private set; }

    public string? ToName { get; private set; }

    public string Found { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string ByName { get; private set; } = "";
}
