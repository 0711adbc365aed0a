using KediriLapor.Accounts;

namespace KediriLapor.Mobmas.Model;

/// <summary>What happened to a request. Rows are only ever added; the one thing that is taken from them later is the note, with the person.</summary>
public sealed class CarRequestEvent
{
    private CarRequestEvent()
    {
    }

    internal CarRequestEvent(CarRequest request, CarRequestEventKind kind, Actor by, DateTimeOffset now, string? note)
    {
        (RequestId, Version, Kind, At) = (request.Id, request.Version, kind, now);
        (ActorKind, ActorId, ActorName) = (by.Kind, by.AccountId, by.Name);
        (Status, AgencyCode, CarId, Reason, Note) = (request.Status, request.AgencyCode, request.CarId, request.Refusal, note);
    }

    public Guid RequestId { get; private init; }

    /// <summary>Of the request after it.</summary>
    public int Version { get; private init; }

    public DateTimeOffset At { get; private init; }

    public CarRequestEventKind Kind { get; private init; }

    public ActorKind ActorKind { get; private init; }

    public Guid? ActorId { get; private init; }

    /// <summary>Shown to colleagues; never to the requester.</summary>
    public string ActorName { get; private init; } = "";

    public CarRequestStatus Status { get; private init; }

    /// <summary>Who decided from then on.</summary>
    public string AgencyCode { get; private init; } = "";

    public Guid? CarId { get; private init; }

    public CarRefusal? Reason { get; private init; }

    /// <summary>To the requester.</summary>
    public string? Note { get; private set; }

    internal void ForgetNote() => Note = null;
}
