using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>The requests of the actor's area, by the time for which a car is wanted.</summary>
/// <param name="Since">From this day on (WIB); null for all.</param>
public sealed record ListCarRequests(CarRequestStatus[] State, string? Kelurahan, Guid? Car, DateOnly? Since, int PageSize, string? After) : IQuery<Page<CarRequestItem>>;

/// <param name="Agency">Who decides.</param>
/// <param name="Car">The car that is or was booked.</param>
/// <param name="CarLaidUp">A booked car that cannot be had now: another one has to be found.</param>
public sealed record CarRequestItem(
    Guid Id, string TrackingCode, CarRequestStatus Status, CarPurpose Purpose, Named Kelurahan, Named Agency, DateTimeOffset From, DateTimeOffset Until, string PickUp, string Destination, int Passengers,
    CarName? Car, bool CarLaidUp, DateTimeOffset SubmittedAt, int Version);

internal sealed class ListCarRequestsHandler(AppDb db, CityWatch watch, CurrentActor actor) : IRequestHandler<ListCarRequests, Page<CarRequestItem>>
{
    private sealed record Key(DateTimeOffset From, Guid Id);

    public async Task<Page<CarRequestItem>> Handle(ListCarRequests request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var requests = db.CarRequests.VisibleTo(actor.Value);
        requests = request.State is { Length: > 0 } states ? requests.Where(r => states.Contains(r.Status)) : requests;
        requests = request.Kelurahan is { } kelurahan ? requests.Where(r => r.KelurahanCode == kelurahan) : requests;
        requests = request.Car is { } car ? requests.Where(r => r.CarId == car) : requests;
        if (request.Since is { } since)
        {
            var first = IndonesianDate.Midnight(since);
            requests = requests.Where(r => r.From >= first);
        }

        requests = Cursor.Read<Key>(request.After) is { } after ? requests.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.From, r.Id), ValueTuple.Create(after.From.ToUniversalTime(), after.Id))) : requests;
        var rows = await requests.OrderBy(r => r.From).ThenBy(r => r.Id).Take(request.PageSize + 1)
            .Select(r => new { Request = r, Car = db.Cars.Where(c => c.Id == r.CarId).Select(c => new { c.Id, c.Name, c.Seats, c.State }).FirstOrDefault() }).AsNoTracking().ToListAsync(cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize,
            row => new CarRequestItem(
                row.Request.Id, row.Request.TrackingCode.ToString(), row.Request.Status, row.Request.Purpose, city.KelurahanNamed(row.Request.KelurahanCode)!, city.AgencyNamed(row.Request.AgencyCode)!,
                row.Request.From, row.Request.Until, row.Request.PickUp, row.Request.Destination, row.Request.Passengers,
                row.Car is null ? null : new CarName(row.Car.Id, row.Car.Name, row.Car.Seats),
                row.Request.Status == CarRequestStatus.Approved && row.Car is { State: not CarState.Available }, row.Request.SubmittedAt, row.Request.Version),
            row => new Key(row.Request.From, row.Request.Id));
    }
}
