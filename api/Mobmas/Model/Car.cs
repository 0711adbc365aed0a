using System.Security.Cryptography;
using KediriLapor.Accounts;
using KediriLapor.Platform;

namespace KediriLapor.Mobmas.Model;

public enum CarState
{
    /// <summary>Can be booked.</summary>
    Available,

    /// <summary>In the workshop or laid up; comes back.</summary>
    Maintenance,

    /// <summary>Given up; its trips stay in the books.</summary>
    Retired,
}

/// <summary>What a car has to have with it.</summary>
public enum CarPaper
{
    /// <summary>Yearly tax and registration.</summary>
    Stnk,

    /// <summary>Periodic inspection.</summary>
    Kir,

    Insurance,
}

/// <summary>A car as its keeper describes it.</summary>
/// <param name="AgencyCode">The kelurahan it belongs to, or the kecamatan whose wards share it.</param>
/// <param name="Seats">For passengers; the driver's is not counted.</param>
/// <param name="Odometer">Kilometres.</param>
/// <param name="StateReason">Why it cannot be booked; null while it can.</param>
public sealed record CarFacts(
    string Plate, string Name, string AgencyCode, int Seats, int Odometer, CarState State, string? StateReason, DateOnly? StnkDueOn, DateOnly? KirDueOn, DateOnly? InsuranceDueOn);

/// <summary>A car of Mobmas (Mobil Pelayanan Masyarakat): a free car with its driver, of a kelurahan or of the pool of a kecamatan.</summary>
public sealed class Car
{
    public const int PlateMax = 12;
    public const int NameMax = 60;
    public const int ReasonMax = 300;
    public const int SeatsMax = 20;
    public const int OdometerMax = 2_000_000;

    /// <summary>A paper whose end is this near is warned of.</summary>
    public const int WarnDays = 30;

    private static readonly (CarState From, CarState To)[] Moves =
    [
        (CarState.Available, CarState.Maintenance),
        (CarState.Maintenance, CarState.Available),
        (CarState.Available, CarState.Retired),
        (CarState.Maintenance, CarState.Retired),
    ];

    private readonly List<CarEvent> history = [];

    private Car()
    {
    }

    public Guid Id { get; private init; }

    public string Plate { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string AgencyCode { get; private set; } = "";

    public int Seats { get; private set; }

    /// <summary>Kilometres, as it stood when it last came in.</summary>
    public int Odometer { get; private set; }

    public CarState State { get; private set; }

    public string? StateReason { get; private set; }

    public DateOnly? StnkDueOn { get; private set; }

    public DateOnly? KirDueOn { get; private set; }

    public DateOnly? InsuranceDueOn { get; private set; }

    /// <summary>The request for which it is on the road now.</summary>
    public Guid? OutFor { get; private set; }

    /// <summary>SHA-256 of the token in the address of its calendar; null until somebody asks for one.</summary>
    public byte[]? FeedHash { get; private set; }

    public DateTimeOffset AddedAt { get; private init; }

    public int Version { get; private set; }

    public IReadOnlyList<CarEvent> History => history;

    public CarFacts Facts => new(Plate, Name, AgencyCode, Seats, Odometer, State, StateReason, StnkDueOn, KirDueOn, InsuranceDueOn);

    public IEnumerable<(CarPaper Paper, DateOnly DueOn)> Papers =>
        new[] { (CarPaper.Stnk, StnkDueOn), (CarPaper.Kir, KirDueOn), (CarPaper.Insurance, InsuranceDueOn) }.Where(paper => paper.Item2 is not null).Select(paper => (paper.Item1, paper.Item2!.Value));

    public static Car Add(Guid id, CarFacts facts, Actor by, DateTimeOffset now)
    {
        var car = new Car { Id = id, AddedAt = now };
        car.Take(facts);
        car.Record(CarEventKind.Added, by, now);
        return car;
    }

    /// <exception cref="RuleViolation"><c>car_state_move</c>, <c>car_is_out</c> (409), <c>reason_required</c>.</exception>
    public void Change(CarFacts facts, Actor by, DateTimeOffset now)
    {
        if (facts.State != State && !Moves.Contains((State, facts.State)))
        {
            throw new RuleViolation("car_state_move", StatusCodes.Status409Conflict, "state").With("allowedNext", Next(State));
        }

        // what is on the road comes in first: its trip has to end in a book that is open
        if (OutFor is not null && (facts.State == CarState.Retired || facts.Odometer != Odometer))
        {
            throw new RuleViolation("car_is_out", StatusCodes.Status409Conflict, facts.State == CarState.Retired ? "state" : "odometer");
        }

        Take(facts);
        Record(CarEventKind.Changed, by, now);
    }

    public static CarState[] Next(CarState state) => [.. Moves.Where(move => move.From == state).Select(move => move.To)];

    /// <exception cref="RuleViolation"><c>car_is_out</c> (409), <c>odometer_back</c>.</exception>
    internal void Depart(Guid requestId, int odometer)
    {
        if (OutFor is not null)
        {
            throw new RuleViolation("car_is_out", StatusCodes.Status409Conflict);
        }

        if (odometer < Odometer)
        {
            throw new RuleViolation("odometer_back", field: "odometer").With("odometer", Odometer);
        }

        (OutFor, Odometer) = (requestId, odometer);
        Version++;
    }

    internal void ComeIn(int odometer)
    {
        (OutFor, Odometer) = (null, odometer);
        Version++;
    }

    /// <summary>Warns of a paper once for each day on which it ends.</summary>
    public void Warn(CarPaper paper, DateOnly dueOn, DateTimeOffset now)
    {
        Version++;
        history.Add(new CarEvent(this, CarEventKind.PaperDue, Actor.System, now, paper, dueOn));
    }

    /// <summary>Whoever had the old address of the calendar sees nothing any more.</summary>
    /// <returns>The token of the new one, told this once.</returns>
    public string RenewFeed(Actor by, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        FeedHash = HashOf(token);
        Record(CarEventKind.FeedRenewed, by, now);
        return token;
    }

    /// <summary>A plain SHA-256 is enough: there is nothing to guess in 160 random bits.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));

    private void Take(CarFacts facts)
    {
        var reason = string.IsNullOrWhiteSpace(facts.StateReason) ? null : facts.StateReason.Trim();
        if (facts.State != CarState.Available && reason is null)
        {
            throw new RuleViolation("reason_required", field: "stateReason");
        }

        (Plate, Name, AgencyCode, Seats, Odometer) = (facts.Plate, facts.Name, facts.AgencyCode, facts.Seats, facts.Odometer);
        (State, StateReason) = (facts.State, facts.State == CarState.Available ? null : reason);
        (StnkDueOn, KirDueOn, InsuranceDueOn) = (facts.StnkDueOn, facts.KirDueOn, facts.InsuranceDueOn);
    }

    private void Record(CarEventKind kind, Actor by, DateTimeOffset now)
    {
        Version++;
        history.Add(new CarEvent(this, kind, by, now));
    }
}
