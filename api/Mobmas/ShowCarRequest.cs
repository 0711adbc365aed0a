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

public sealed record ShowCarRequest(Guid Id) : IQuery<CarRequestDetail>;

/// <summary>A request as officers see it; who asked is no part of it.</summary>
/// <param name="Cars">Those the actor could give it, and whether each is free then; empty once nothing is to be booked.</param>
/// <param name="FreeSlots">Other times at which one of them is free; empty where one is free as wanted.</param>
/// <param name="HasContact">There is a contact to be read, with a reason.</param>
/// <param name="Report">The report it serves; null too for who does not see that one.</param>
public sealed record CarRequestDetail(
    Guid Id, string TrackingCode, CarRequestStatus Status, CarPurpose Purpose, string? Need, Named Kelurahan, Named Agency, DateTimeOffset From, DateTimeOffset Until, string PickUp,
    PointOnMap? PickUpLocation, string Destination, int Passengers, CarRequestChannel Channel, CarRefusal? Reason, CarName? Car, CarTripItem? Trip, DateTimeOffset SubmittedAt, bool HasContact, int Version,
    CarRequestStatus[] AllowedNext, IReadOnlyList<CarMove> Moves, IReadOnlyList<CarChoice> Cars, IReadOnlyList<FreeSlot> FreeSlots, IReadOnlyList<CarRequestEntry> History,
    ServedReport? Report);

/// <summary>The report that a ride serves.</summary>
public sealed record ServedReport(Guid Id, string TrackingCode, Named Service, ReportStatus Status);

/// <summary>A move open to this actor and what it asks for.</summary>
public sealed record CarMove(CarRequestStatus To, IReadOnlyList<CarDemand> Demands);

/// <param name="Free">As long as is wanted.</param>
/// <param name="Fits">All passengers.</param>
public sealed record CarChoice(Guid Id, string Name, string Plate, int Seats, int Odometer, bool Free, bool Fits);

public sealed record CarRequestEntry(DateTimeOffset At, CarRequestEventKind Kind, string By, CarRequestStatus Status, Named Agency, string? Note, CarRefusal? Reason);

internal sealed class ShowCarRequestHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ShowCarRequest, CarRequestDetail>
{
    public async Task<CarRequestDetail> Handle(ShowCarRequest request, CancellationToken cancellationToken)
    {
        var (city, who, now) = (watch.Current, actor.Value, time.Now());
        var wanted = await db.CarRequests.AsNoTracking().Include(r => r.Trip).VisibleTo(who).SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw RuleViolation.NotFound();
        var roles = CarRequestEdges.RolesOf(who, wanted.AgencyCode);
        var moves = CarRequest.Moves(wanted.Status, wanted.AgencyCode, wanted.KelurahanCode, wanted.From, roles, now).ToArray();
        var history = await db.CarRequestEvents.Where(e => e.RequestId == wanted.Id).OrderBy(e => e.Version)
            .Select(e => new { e.At, e.Kind, e.ActorName, e.Status, e.AgencyCode, e.Note, e.Reason }).ToListAsync(cancellationToken);
        var booked = wanted.CarId is { } carId ? await db.Cars.AsNoTracking().SingleAsync(c => c.Id == carId, cancellationToken) : null;
        var (choices, slots) = moves.Any(move => move.To == CarRequestStatus.Approved) ? await Choices(wanted, city, who, now, cancellationToken) : ([], []);
        return new CarRequestDetail(
            wanted.Id, wanted.TrackingCode.ToString(), wanted.Status, wanted.Purpose, wanted.Need, city.KelurahanNamed(wanted.KelurahanCode)!, city.AgencyNamed(wanted.AgencyCode)!, wanted.From, wanted.Until,
            wanted.PickUp, PointOnMap.Of(wanted.Lat, wanted.Lng), wanted.Destination, wanted.Passengers, wanted.Channel, wanted.Refusal, booked is null ? null : CarName.Of(booked),
            wanted.Trip is { } trip && booked is not null ? CarTripItem.Of(trip, wanted.TrackingCode.ToString(), wanted.Purpose, city.KelurahanNamed(wanted.KelurahanCode)!, CarName.Of(booked)) : null,
            wanted.SubmittedAt, await db.CarContacts.AnyAsync(c => c.RequestId == wanted.Id, cancellationToken), wanted.Version, [.. moves.Select(move => move.To).Distinct()],
            [.. moves.Select(move => new CarMove(move.To, [.. Enum.GetValues<CarDemand>().Where(demand => demand != CarDemand.None && move.Demands.HasFlag(demand))]))],
            choices, slots, [.. history.Select(e => new CarRequestEntry(e.At, e.Kind, e.ActorName, e.Status, city.AgencyNamed(e.AgencyCode)!, e.Note, e.Reason))],
            wanted.ReportId is { } report ? await Served(report, city, who, cancellationToken) : null);
    }

    private async Task<ServedReport?> Served(Guid id, City city, Actor who, CancellationToken ct) =>
        await db.Reports.VisibleTo(who, city).Where(r => r.Id == id).Select(r => new { r.TrackingCode, r.ServiceCode, r.Status }).SingleOrDefaultAsync(ct) is { } report
            ? new ServedReport(id, report.TrackingCode.ToString(), city.ServiceNamed(report.ServiceCode), report.Status)
            : null;

    private async Task<(CarChoice[] Cars, FreeSlot[] Slots)> Choices(CarRequest wanted, City city, Actor who, DateTimeOffset now, CancellationToken ct)
    {
        var kecamatan = city.Kelurahan[wanted.KelurahanCode].KecamatanCode;
        var cars = (await db.Cars.AsNoTracking().Where(c => c.State == CarState.Available && (c.AgencyCode == wanted.KelurahanCode || c.AgencyCode == kecamatan)).OrderBy(c => c.Name).ToListAsync(ct))
            .Where(car => who.Keeps(car.AgencyCode)).ToArray();
        var taken = await db.TakenOf(cars, IndonesianDate.InWib(wanted.From).Day, 1, ct);
        // the car that is booked for this very request is taken by nobody else
        var choices = cars.Select(car => new CarChoice(
            car.Id, car.Name, car.Plate, car.Seats, car.Odometer, car.Id == wanted.CarId || !taken[car.Id].Any(wanted.When.Meets), car.Seats >= wanted.Passengers)).ToArray();
        return (choices, choices.Any(car => car is { Free: true, Fits: true }) ? [] : await db.FreeNear(cars, wanted.When, wanted.Passengers, now, ct));
    }
}
