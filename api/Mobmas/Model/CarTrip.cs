namespace KediriLapor.Mobmas.Model;

/// <summary>One line of the log book: what the car did for a request.</summary>
public sealed class CarTrip
{
    public const int DriverMax = 100;
    public const int NoteMax = 500;

    /// <summary>Kilometres in one trip; more is a slip of the pen.</summary>
    public const int KilometresMax = 1500;

    private CarTrip()
    {
    }

    internal CarTrip(CarRequest request, Guid carId, string driver, DateTimeOffset outAt, int odometerOut) =>
        (RequestId, CarId, Driver, OutAt, OdometerOut) = (request.Id, carId, driver, outAt, odometerOut);

    public Guid RequestId { get; private init; }

    public Guid CarId { get; private init; }

    public string Driver { get; private init; } = "";

    public DateTimeOffset OutAt { get; private init; }

    /// <summary>Kilometres.</summary>
    public int OdometerOut { get; private init; }

    /// <summary>Null while the car is on the road.</summary>
    public DateTimeOffset? InAt { get; private set; }

    public int? OdometerIn { get; private set; }

    public decimal? FuelLitres { get; private set; }

    /// <summary>Rupiah.</summary>
    public int? FuelCost { get; private set; }

    /// <summary>Internal.</summary>
    public string? Note { get; private set; }

    internal void Close(TripReturn back) =>
        (InAt, OdometerIn, FuelLitres, FuelCost, Note) = (back.At, back.Odometer, back.FuelLitres, back.FuelCost, back.Note);

    internal void ForgetNote() => Note = null;
}

/// <summary>How a car came in.</summary>
/// <param name="FuelCost">Rupiah.</param>
public sealed record TripReturn(DateTimeOffset At, int Odometer, decimal? FuelLitres, int? FuelCost, string? Note);
