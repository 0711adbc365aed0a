using KediriLapor.Accounts;

namespace KediriLapor.Mobmas.Model;

public enum CarEventKind
{
    Added,

    /// <summary>What its keeper says of it; every field before and after is in the admins' history.</summary>
    Changed,

    /// <summary>A paper ends soon.</summary>
    PaperDue,

    /// <summary>Its calendar has a new address.</summary>
    FeedRenewed,
}

/// <summary>What happened to a car. Rows are only ever added: from the states in them follows when it could be booked.</summary>
public sealed class CarEvent
{
    private CarEvent()
    {
    }

    internal CarEvent(Car car, CarEventKind kind, Actor by, DateTimeOffset now, CarPaper? paper = null, DateOnly? dueOn = null)
    {
        (CarId, Version, Kind, At) = (car.Id, car.Version, kind, now);
        (ActorId, ActorName) = (by.AccountId, by.Name);
        (State, Reason, Paper, DueOn) = (car.State, car.StateReason, paper, dueOn);
    }

    public Guid CarId { get; private init; }

    /// <summary>Of the car after it.</summary>
    public int Version { get; private init; }

    public DateTimeOffset At { get; private init; }

    public CarEventKind Kind { get; private init; }

    public Guid? ActorId { get; private init; }

    public string ActorName { get; private init; } = "";

    /// <summary>From then on.</summary>
    public CarState State { get; private init; }

    public string? Reason { get; private init; }

    public CarPaper? Paper { get; private init; }

    public DateOnly? DueOn { get; private init; }
}
