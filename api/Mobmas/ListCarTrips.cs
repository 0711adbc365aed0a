using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>The log book of the cars in the actor's area, newest trip first.</summary>
public sealed record ListCarTrips(Guid? Car, DateOnly? Since, DateOnly? Until, int PageSize, string? After) : IQuery<Page<CarTripItem>>;

/// <param name="InAt">Null while the car is on the road.</param>
/// <param name="OdometerOut">Kilometres.</param>
/// <param name="FuelCost">Rupiah.</param>
public sealed record CarTripItem(
    Guid RequestId, string TrackingCode, CarPurpose Purpose, Named Kelurahan, CarName Car, string Driver, DateTimeOffset OutAt, int OdometerOut, DateTimeOffset? InAt, int? OdometerIn, int? Kilometres,
    double? FuelLitres, int? FuelCost, string? Note)
{
    internal static CarTripItem Of(CarTrip trip, string trackingCode, CarPurpose purpose, Named kelurahan, CarName car) => new(
        trip.RequestId, trackingCode, purpose, kelurahan, car, trip.Driver, trip.OutAt, trip.OdometerOut, trip.InAt, trip.OdometerIn, trip.OdometerIn - trip.OdometerOut, (double?)trip.FuelLitres,
        trip.FuelCost, trip.Note);
}

internal sealed class ListCarTripsHandler(AppDb db, CityWatch watch, CurrentActor actor) : IRequestHandler<ListCarTrips, Page<CarTripItem>>
{
    private sealed record Key(DateTimeOffset OutAt, Guid Id);

    public async Task<Page<CarTripItem>> Handle(ListCarTrips request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var trips = db.CarTrips.Join(db.CarRequests.VisibleTo(actor.Value), trip => trip.RequestId, wanted => wanted.Id, (trip, wanted) => new { trip, wanted });
        trips = request.Car is { } id ? trips.Where(row => row.trip.CarId == id) : trips;
        if (request.Since is { } since)
        {
            var first = IndonesianDate.Midnight(since);
            trips = trips.Where(row => row.trip.OutAt >= first);
        }

        if (request.Until is { } until)
        {
            var end = IndonesianDate.Midnight(until.AddDays(1));
            trips = trips.Where(row => row.trip.OutAt < end);
        }

        trips = Cursor.Read<Key>(request.After) is { } after
            ? trips.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.trip.OutAt, row.trip.RequestId), ValueTuple.Create(after.OutAt.ToUniversalTime(), after.Id)))
            : trips;
        var rows = await trips.OrderByDescending(row => row.trip.OutAt).ThenByDescending(row => row.trip.RequestId).Take(request.PageSize + 1)
            .Join(db.Cars, row => row.trip.CarId, car => car.Id, (row, car) => new { row.trip, row.wanted.TrackingCode, row.wanted.Purpose, row.wanted.KelurahanCode, Car = new { car.Id, car.Name, car.Seats } })
            .OrderByDescending(row => row.trip.OutAt).ThenByDescending(row => row.trip.RequestId).AsNoTracking().ToListAsync(cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize,
            row => CarTripItem.Of(row.trip, row.TrackingCode.ToString(), row.Purpose, city.KelurahanNamed(row.KelurahanCode)!, new CarName(row.Car.Id, row.Car.Name, row.Car.Seats)),
            row => new Key(row.trip.OutAt, row.trip.RequestId));
    }
}
