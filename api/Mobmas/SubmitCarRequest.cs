using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>A request for a car of Mobmas, within one day between 06.00 and 21.00 WIB.</summary>
public sealed record NewCarRequest
{
    /// <summary>The ward whose people ask.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(20, ErrorMessage = "too_long")]
    public string KelurahanCode { get; init; } = "";

    public required CarPurpose Purpose { get; init; }

    /// <summary>What the purpose does not say, such as "kursi roda".</summary>
    [MaxLength(CarRequest.NeedMax, ErrorMessage = "too_long")]
    public string? Need { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>Where to be picked up, in words.</summary>
    [Required(ErrorMessage = "required")]
    [Legible]
    [MinLength(CarRequest.PlaceMin, ErrorMessage = "too_short")]
    [MaxLength(CarRequest.PlaceMax, ErrorMessage = "too_long")]
    public string PickUp { get; init; } = "";

    /// <summary>The same as a point in the city.</summary>
    public GeoPoint? PickUpLocation { get; init; }

    [Required(ErrorMessage = "required")]
    [Legible]
    [MinLength(CarRequest.PlaceMin, ErrorMessage = "too_short")]
    [MaxLength(CarRequest.PlaceMax, ErrorMessage = "too_long")]
    public string Destination { get; init; } = "";

    [Range(1, Car.SeatsMax, ErrorMessage = "out_of_range")]
    public required int Passengers { get; init; }

    /// <summary>Whom the driver calls; the phone is needed.</summary>
    public ReporterDetails? Contact { get; init; }

    /// <summary>Said by who has read that emergencies go to 112 and means none, where the words sounded like one.</summary>
    public bool NotUrgent { get; init; }

    /// <summary>Books this car at once; for who keeps it.</summary>
    public Guid? CarId { get; init; }

    /// <summary>The report that the ride serves; for staff who write a request down and see that report.</summary>
    public Guid? ReportId { get; init; }
}

public sealed record SubmitCarRequest(NewCarRequest Request, Guid? IdempotencyKey) : IIdempotentCommand<CarRequestReceipt>;

/// <summary>What the requester keeps. The secret is told here and never again.</summary>
/// <param name="Agency">Who decides.</param>
/// <param name="Car">The car that was booked at once.</param>
public sealed record CarRequestReceipt(
    Guid Id, string TrackingCode, string Secret, CarRequestStatus Status, Named Kelurahan, Named Agency, DateTimeOffset From, DateTimeOffset Until, CarName? Car, int Version);

/// <summary>A car as everybody may know it.</summary>
public sealed record CarName(Guid Id, string Name, int Seats)
{
    internal static CarName Of(Car car) => new(car.Id, car.Name, car.Seats);
}

internal sealed class SubmitCarRequestHandler(AppDb db, CityWatch watch, CurrentActor actor, CarContactVault vault, TimeProvider time) : IRequestHandler<SubmitCarRequest, CarRequestReceipt>
{
    public async Task<CarRequestReceipt> Handle(SubmitCarRequest request, CancellationToken cancellationToken)
    {
        var (sent, city, who, now, secret) = (request.Request, watch.Current, actor.Value, time.Now(), ReportSecret.New());
        var kelurahan = city.KelurahanOr(sent.KelurahanCode, "kelurahanCode").Code;
        SendUrgentAway(sent, city);
        var contact = ContactVault.Check(sent.Contact?.Name, sent.Contact?.Phone, sent.Contact?.Email, "contact.");
        if (contact?.Phone is null)
        {
            throw new RuleViolation("required", field: "contact.phone");
        }

        if (sent.PickUpLocation is { } point && city.Wards.Locate(point.Lat, point.Lng).Kelurahan is null)
        {
            throw new RuleViolation("outside_city", field: "pickUpLocation");
        }

        var report = await Served(sent.ReportId, who, city, cancellationToken);
        var wish = new CarWish(
            kelurahan, sent.Purpose, string.IsNullOrWhiteSpace(sent.Need) ? null : sent.Need.Trim(), CarHours.Check(sent.From, sent.Until, now), sent.PickUp.Trim(), sent.Destination.Trim(),
            sent.Passengers, sent.PickUpLocation?.Lat, sent.PickUpLocation?.Lng, report);
        var car = sent.CarId is { } id ? await Kept(id, city.Kelurahan[kelurahan].KecamatanCode, kelurahan, who, cancellationToken) : null;
        var agency = car?.AgencyCode ?? await FreeFor(wish, request.IdempotencyKey, now, cancellationToken);

        var (channel, by) = ChannelOf(who);
        var made = CarRequest.Submit(wish, agency, secret.Hash(), channel, by, now);
        if (car is not null)
        {
            made.Approve(car, null, CarRequestEdges.RolesOf(who, car.AgencyCode), who, now);
        }

        db.CarRequests.Add(made);
        db.CarContacts.Add(vault.Seal(made.Id, contact));
        return new CarRequestReceipt(
            made.Id, made.TrackingCode.ToString(), secret.Value, made.Status, city.KelurahanNamed(kelurahan)!, city.AgencyNamed(made.AgencyCode)!, made.From, made.Until,
            car is null ? null : CarName.Of(car), made.Version);
    }

    /// <exception cref="RuleViolation"><c>urgent_medical</c> with the <c>telephone</c> to call.</exception>
    private static void SendUrgentAway(NewCarRequest sent, City city)
    {
        var field = sent.Purpose == CarPurpose.UrgentMedical ? "purpose"
            : !sent.NotUrgent && sent.Need is { } need && city.Suggestions.Suggest(need, null).Emergency ? "need"
            : !sent.NotUrgent && city.Suggestions.Suggest(sent.Destination, null).Emergency ? "destination"
            : null;
        if (field is not null)
        {
            throw new RuleViolation("urgent_medical", field: field).With("telephone", "112");
        }
    }

    private async Task<Car> Kept(Guid id, string kecamatan, string kelurahan, Actor who, CancellationToken ct) =>
        await db.Cars.SingleOrDefaultAsync(c => c.Id == id, ct) is { } car && who.Keeps(car.AgencyCode) && (car.AgencyCode == kelurahan || car.AgencyCode == kecamatan)
            ? car
            : throw new RuleViolation("unknown_car", field: "carId");

    /// <exception cref="RuleViolation"><c>unknown_report</c>: nobody's, not one's own to see, or named by somebody who asks for himself. <c>report_anonymous</c>.</exception>
    private async Task<Guid?> Served(Guid? reportId, Actor who, City city, CancellationToken ct)
    {
        if (reportId is not { } id)
        {
            return null;
        }

        var anonymous = WritesDown(who)
            ? await db.Reports.VisibleTo(who, city).Where(r => r.Id == id).Select(r => (bool?)r.Anonymous).SingleOrDefaultAsync(ct)
            : null;
        return anonymous switch
        {
            null => throw new RuleViolation("unknown_report", field: "reportId"),
            // whoever is driven has a name and a number: beside the report they would tell whose it is
            true => throw new RuleViolation("report_anonymous", field: "reportId"),
            false => id,
        };
    }

    /// <returns>Who decides.</returns>
    /// <exception cref="RuleViolation"><c>no_car_free</c> (409) with <c>freeSlots</c>, <c>too_many_passengers</c>.</exception>
    private async Task<string> FreeFor(CarWish wish, Guid? key, DateTimeOffset now, CancellationToken ct)
    {
        var offer = await db.OfferTo(wish.KelurahanCode, ct);
        var fitting = offer.Cars.Where(car => car.Seats >= wish.Passengers).ToArray();
        if (fitting.Length == 0 && offer.Cars.Count > 0)
        {
            throw new RuleViolation("too_many_passengers", field: "passengers").With("seats", offer.Cars.Max(car => car.Seats));
        }

        var taken = await db.TakenOf(fitting, IndonesianDate.InWib(wish.When.From).Day, 1, ct);
        if (fitting.Any(car => !taken[car.Id].Any(wish.When.Meets)))
        {
            return offer.AgencyCode;
        }

        // stored though the request is refused: what nobody could be given is what the city needs to know
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO unmet_car_demand (id, at, kelurahan_code, purpose, starts_at, ends_at, passengers)
            VALUES ({key ?? Guid.CreateVersion7(now)}, {now}, {wish.KelurahanCode}, {wish.Purpose.ToString()}, {wish.When.From}, {wish.When.Until}, {wish.Passengers})
            ON CONFLICT DO NOTHING
            """,
            ct);
        throw new RuleViolation("no_car_free", StatusCodes.Status409Conflict, "from").With("freeSlots", await db.FreeNear(offer.Cars, wish.When, wish.Passengers, now, ct));
    }

    private static (CarRequestChannel Channel, Actor By) ChannelOf(Actor sender) =>
        sender.May(Permission.EnterReports) ? (CarRequestChannel.Phone112, sender)
        : WritesDown(sender) ? (CarRequestChannel.Counter, sender)
        : (CarRequestChannel.Web, Actor.Reporter);

    /// <summary>Operators for who calls, verifiers and the keepers of cars for who writes or stands before them; all others ask for themselves.</summary>
    private static bool WritesDown(Actor who) => who.May(Permission.EnterReports) || who.May(Permission.TriageReports) || who.May(Permission.HandleCars);
}
