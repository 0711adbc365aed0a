using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Mobmas.Model;

/// <summary>What is asked for.</summary>
/// <param name="Need">In the requester's own words; null where the purpose says enough.</param>
/// <param name="Lat">Of the pick-up, WGS84 degrees.</param>
/// <param name="ReportId">The report that the ride serves.</param>
public sealed record CarWish(
    string KelurahanCode, CarPurpose Purpose, string? Need, TimeSlot When, string PickUp, string Destination, int Passengers, double? Lat, double? Lng, Guid? ReportId = null);

/// <summary>
/// A request for a car, and all that follows from it: the booking, the trip, the end. Only this class changes its status, along
/// <see cref="CarRequestEdges"/>. While it is approved, under way or done, its car is taken from <see cref="From"/> to <see cref="TakenUntil"/>:
/// the database lets no two such spans of one car meet (docs/decisions/0034).
/// </summary>
public sealed class CarRequest
{
    public const int PlaceMin = 3;
    public const int PlaceMax = 200;
    public const int NeedMax = 500;
    public const int NoteMax = 500;

    /// <summary>The database's rule that no ride is tied to an anonymous report, and none stays with one that becomes so.</summary>
    internal const string NoRideOfAnonymous = "no_ride_of_anonymous";

    /// <summary>After its end, as long as those of a report.</summary>
    public static readonly TimeSpan PersonalDataKept = Report.PersonalDataKept;

    /// <summary>How long before its time a car may leave.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromHours(2);

    /// <summary>In which the car is taken; the exclusion constraint says the same.</summary>
    public static readonly CarRequestStatus[] Booked = [CarRequestStatus.Approved, CarRequestStatus.UnderWay, CarRequestStatus.Done];

    private readonly List<CarRequestEvent> history = [];
    private readonly List<CarNews> news = [];

    private CarRequest()
    {
    }

    public Guid Id { get; private init; }

    public TrackingCode TrackingCode { get; private init; }

    public byte[] SecretHash { get; private init; } = [];

    public string KelurahanCode { get; private init; } = "";

    /// <summary>Who decides: the kelurahan, or the kecamatan of its pool.</summary>
    public string AgencyCode { get; private set; } = "";

    public CarPurpose Purpose { get; private init; }

    public string? Need { get; private set; }

    public DateTimeOffset From { get; private init; }

    public DateTimeOffset Until { get; private init; }

    /// <summary>Until when the car is taken: as wanted, or as it came back.</summary>
    public DateTimeOffset TakenUntil { get; private set; }

    public string PickUp { get; private set; } = "";

    public string Destination { get; private set; } = "";

    public double? Lat { get; private set; }

    public double? Lng { get; private set; }

    public int Passengers { get; private init; }

    public CarRequestChannel Channel { get; private init; }

    /// <summary>The report that it serves. It leads to whoever reported, and so goes with the person.</summary>
    public Guid? ReportId { get; private set; }

    public CarRequestStatus Status { get; private set; }

    public CarRefusal? Refusal { get; private set; }

    public Guid? CarId { get; private set; }

    public CarTrip? Trip { get; private set; }

    public DateTimeOffset SubmittedAt { get; private init; }

    /// <summary>Null while something can still happen.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Since when nobody can tell from it who asked.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CarRequestEvent> History => history;

    public IReadOnlyList<CarNews> News => news;

    public TimeSlot When => new(From, Until);

    public static CarRequest Submit(CarWish wish, string agencyCode, byte[] secretHash, CarRequestChannel channel, Actor by, DateTimeOffset now)
    {
        var request = new CarRequest
        {
            Id = Guid.CreateVersion7(now),
            TrackingCode = TrackingCode.New(),
            SecretHash = secretHash,
            KelurahanCode = wish.KelurahanCode,
            AgencyCode = agencyCode,
            Purpose = wish.Purpose,
            Need = wish.Need,
            From = wish.When.From,
            Until = wish.When.Until,
            TakenUntil = wish.When.Until,
            PickUp = wish.PickUp,
            Destination = wish.Destination,
            Lat = wish.Lat,
            Lng = wish.Lng,
            Passengers = wish.Passengers,
            Channel = channel,
            ReportId = wish.ReportId,
            SubmittedAt = now,
        };
        request.Record(CarRequestEventKind.Requested, by, now, null);
        return request;
    }

    /// <summary>The moves open to somebody in these roles, now.</summary>
    public static IEnumerable<CarRequestEdge> Moves(CarRequestStatus status, string agencyCode, string kelurahanCode, DateTimeOffset from, CarWalker roles, DateTimeOffset now) =>
        CarRequestEdges.All.Where(edge => edge.From == status && (edge.Walkers & roles) != 0 && edge switch
        {
            { Records: CarRequestEventKind.LeftToPool } => agencyCode == kelurahanCode,
            { From: CarRequestStatus.Approved, To: CarRequestStatus.UnderWay } => now >= from - Early,
            { From: CarRequestStatus.Approved, To: CarRequestStatus.NoShow } => now >= from,
            { From: CarRequestStatus.Requested, To: CarRequestStatus.Approved } => now < from,
            _ => true,
        });

    public CarRequestStatus[] Next(CarWalker roles, DateTimeOffset now) =>
        [.. Moves(Status, AgencyCode, KelurahanCode, From, roles, now).Select(edge => edge.To).Distinct()];

    /// <summary>Books a car, or another one.</summary>
    /// <exception cref="RuleViolation"><c>car_unavailable</c>, <c>too_many_passengers</c>.</exception>
    public void Approve(Car car, string? note, CarWalker roles, Actor by, DateTimeOffset now)
    {
        Walk(CarRequestStatus.Approved, roles, now);
        if (car.State != CarState.Available)
        {
            throw new RuleViolation("car_unavailable", StatusCodes.Status409Conflict, "carId");
        }

        if (Passengers > car.Seats)
        {
            throw new RuleViolation("too_many_passengers", field: "carId").With("seats", car.Seats);
        }

        (Status, CarId, AgencyCode) = (CarRequestStatus.Approved, car.Id, car.AgencyCode);
        Record(CarRequestEventKind.Approved, by, now, note);
    }

    public void LeaveToPool(string kecamatanCode, string? note, CarWalker roles, Actor by, DateTimeOffset now)
    {
        Walk(CarRequestStatus.Requested, roles, now);
        AgencyCode = kecamatanCode;
        Record(CarRequestEventKind.LeftToPool, by, now, note);
    }

    /// <exception cref="RuleViolation"><c>reason_required</c>, <c>note_required</c>.</exception>
    public void Refuse(CarRefusal? reason, string? note, CarWalker roles, Actor by, DateTimeOffset now)
    {
        var edge = Walk(CarRequestStatus.Refused, roles, now);
        if (edge.Demands.HasFlag(CarDemand.Reason) && reason is null or CarRefusal.NotDecided)
        {
            throw new RuleViolation("reason_required", field: "reason");
        }

        Demand(edge, note);
        (Status, Refusal, EndedAt) = (CarRequestStatus.Refused, edge.Demands.HasFlag(CarDemand.Reason) ? reason : CarRefusal.NotDecided, now);
        Record(CarRequestEventKind.Refused, by, now, note);
    }

    public void Cancel(string? note, CarWalker roles, Actor by, DateTimeOffset now)
    {
        Demand(Walk(CarRequestStatus.Cancelled, roles, now), note);
        (Status, EndedAt) = (CarRequestStatus.Cancelled, now);
        Record(CarRequestEventKind.Cancelled, by, now, note);
    }

    /// <param name="at">When it left: not in the future, and not long before its time.</param>
    public void Depart(Car car, string driver, DateTimeOffset at, int odometer, CarWalker roles, Actor by, DateTimeOffset now)
    {
        Walk(CarRequestStatus.UnderWay, roles, now);
        if (at > now || at < From - Early)
        {
            throw new RuleViolation("out_of_range", field: "at");
        }

        car.Depart(Id, odometer);
        (Status, Trip) = (CarRequestStatus.UnderWay, new CarTrip(this, car.Id, driver, at, odometer));
        Record(CarRequestEventKind.Departed, by, now, null);
    }

    /// <summary>The car is in; what is left of its time is free for others.</summary>
    /// <param name="to">Done, or nobody was there to be driven.</param>
    public void Return(Car car, TripReturn back, CarRequestStatus to, CarWalker roles, Actor by, DateTimeOffset now)
    {
        var edge = Walk(to, roles, now);
        if (back.At > now || back.At < Trip!.OutAt)
        {
            throw new RuleViolation("out_of_range", field: "at");
        }

        if (back.Odometer < Trip.OdometerOut)
        {
            throw new RuleViolation("odometer_back", field: "odometer").With("odometer", Trip.OdometerOut);
        }

        if (back.Odometer - Trip.OdometerOut > CarTrip.KilometresMax)
        {
            throw new RuleViolation("odometer_jump", field: "odometer").With("odometer", Trip.OdometerOut);
        }

        Trip.Close(back);
        car.ComeIn(back.Odometer);
        (Status, EndedAt, TakenUntil) = (to, now, back.At < From ? From : back.At < Until ? back.At : Until);
        Record(edge.Records, by, now, null);
    }

    public void MissRequester(string? note, CarWalker roles, Actor by, DateTimeOffset now)
    {
        Walk(CarRequestStatus.NoShow, roles, now);
        (Status, EndedAt) = (CarRequestStatus.NoShow, now);
        Record(CarRequestEventKind.NoShow, by, now, note);
    }

    /// <summary>The contact, which is kept elsewhere, is another: who was about to call sees it.</summary>
    public void HearOfContact(Actor by, DateTimeOffset now) => Record(CarRequestEventKind.Corrected, by, now, null);

    /// <summary>Takes out whoever asked: places, words, notes and the report it served. What was driven stays in the books.</summary>
    public void Forget(CarRequestEventKind why, Actor by, DateTimeOffset now)
    {
        if (ForgottenAt is not null)
        {
            return;
        }

        (Need, PickUp, Destination, Lat, Lng, ReportId, ForgottenAt) = (null, "", "", null, null, null, now);
        Trip?.ForgetNote();
        history.ForEach(happened => happened.ForgetNote());
        Record(why, by, now, null);
    }

    /// <exception cref="RuleViolation"><c>move_not_allowed</c> (409) with <c>allowedNext</c>.</exception>
    private CarRequestEdge Walk(CarRequestStatus to, CarWalker roles, DateTimeOffset now) =>
        Moves(Status, AgencyCode, KelurahanCode, From, roles, now).FirstOrDefault(edge => edge.To == to)
        ?? throw new RuleViolation("move_not_allowed", StatusCodes.Status409Conflict, "to").With("allowedNext", Next(roles, now));

    private static void Demand(CarRequestEdge edge, string? note)
    {
        if (edge.Demands.HasFlag(CarDemand.Note) && note is null)
        {
            throw new RuleViolation("note_required", field: "note");
        }
    }

    private void Record(CarRequestEventKind kind, Actor by, DateTimeOffset now, string? note)
    {
        Version++;
        history.Add(new CarRequestEvent(this, kind, by, now, note));
        if (ReportId is not null)
        {
            news.Add(new CarNews(this));
        }
    }
}
