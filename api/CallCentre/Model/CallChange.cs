using KediriLapor.Accounts;

namespace KediriLapor.CallCentre.Model;

public enum CallChangeType
{
    Logged,
    Corrected,
    BecameReport,
    Dispatched,
}

/// <summary>One row of a call's history: who changed what it was, when, why. Rows are only ever added.</summary>
public sealed class CallChange
{
    private CallChange()
    {
    }

    internal CallChange(Call call, CallChangeType type, Actor actor, DateTimeOffset at, string? reason, CallKind? from)
    {
        CallId = call.Id;
        Version = call.Version;
        Type = type;
        At = at;
        ActorId = actor.AccountId;
        ActorName = actor.Name;
        Kind = call.Kind;
        From = from;
        Reason = reason;
    }

    public Guid CallId { get; private set; }

    /// <summary>Of the call after the change: 1, 2, 3 … without a gap.</summary>
    public int Version { get; private set; }

    public CallChangeType Type { get; private set; }

    /// <summary>When it was recorded; a call that was logged on a bad line is older than its first row.</summary>
    public DateTimeOffset At { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public CallKind Kind { get; private set; }

    /// <summary>The kind before; null where it stayed.</summary>
    public CallKind? From { get; private set; }

    public string? Reason { get; private set; }
}
