using KediriLapor.Accounts;
using static KediriLapor.Mobmas.Model.CarRequestStatus;

namespace KediriLapor.Mobmas.Model;

/// <summary>Who may walk an edge.</summary>
[Flags]
public enum CarWalker
{
    /// <summary>The holder of the secret.</summary>
    Requester = 1,

    /// <summary>An officer of the unit whose cars are asked for.</summary>
    Officer = 2,

    /// <summary>A clock of the program.</summary>
    Clock = 4,
}

/// <summary>What must be said when an edge is walked.</summary>
[Flags]
public enum CarDemand
{
    None = 0,

    /// <summary>Which car.</summary>
    Car = 1,

    Reason = 2,

    /// <summary>A word to the requester.</summary>
    Note = 4,

    /// <summary>Driver and odometer.</summary>
    Departure = 8,

    /// <summary>Odometer, and fuel where it was bought.</summary>
    Return = 16,
}

/// <param name="Why">Why the edge exists.</param>
public sealed record CarRequestEdge(CarRequestStatus From, CarRequestStatus To, CarWalker Walkers, CarDemand Demands, CarRequestEventKind Records, string Why);

/// <summary>The whole life of a request as one table: nothing moves one that is not listed here.</summary>
public static class CarRequestEdges
{
    public static readonly IReadOnlyList<CarRequestEdge> All =
    [
        new(Requested, Approved, CarWalker.Officer, CarDemand.Car, CarRequestEventKind.Approved, "a car is booked; the database keeps it from being booked twice"),
        new(Requested, Requested, CarWalker.Officer, CarDemand.None, CarRequestEventKind.LeftToPool, "the kelurahan's own car cannot: the pool of its kecamatan decides"),
        new(Requested, Refused, CarWalker.Officer, CarDemand.Reason | CarDemand.Note, CarRequestEventKind.Refused, "refused with a listed reason and a word"),
        new(Requested, Refused, CarWalker.Clock, CarDemand.None, CarRequestEventKind.Refused, "its time came and nobody had decided: counted as unmet"),
        new(Requested, Cancelled, CarWalker.Requester, CarDemand.None, CarRequestEventKind.Cancelled, "taken back by whoever asked"),
        new(Requested, Cancelled, CarWalker.Officer, CarDemand.Note, CarRequestEventKind.Cancelled, "taken back at the counter or by phone"),

        new(Approved, Approved, CarWalker.Officer, CarDemand.Car, CarRequestEventKind.Approved, "another car, for the first one broke down"),
        new(Approved, UnderWay, CarWalker.Officer, CarDemand.Departure, CarRequestEventKind.Departed, "the car leaves"),
        new(Approved, Cancelled, CarWalker.Requester, CarDemand.None, CarRequestEventKind.Cancelled, "taken back; the car is free again"),
        new(Approved, Cancelled, CarWalker.Officer, CarDemand.Note, CarRequestEventKind.Cancelled, "the office cannot keep its word, or the requester phoned"),
        new(Approved, NoShow, CarWalker.Officer, CarDemand.None, CarRequestEventKind.NoShow, "nobody came for the car"),

        new(UnderWay, Done, CarWalker.Officer, CarDemand.Return, CarRequestEventKind.Returned, "the car is back; the rest of its time is free again"),
        new(UnderWay, NoShow, CarWalker.Officer, CarDemand.Return, CarRequestEventKind.NoShow, "the car went for nothing"),
    ];

    /// <summary>In which roles <paramref name="actor"/> meets a request that <paramref name="agencyCode"/> decides.</summary>
    public static CarWalker RolesOf(Actor actor, string agencyCode) =>
        (actor.Kind == ActorKind.Reporter ? CarWalker.Requester : 0)
        | (actor.Kind == ActorKind.System ? CarWalker.Clock : 0)
        | (actor.May(Permission.HandleCars) && actor.Agencies.Contains(agencyCode) ? CarWalker.Officer : 0);
}
