using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

public sealed record TrackCarRequest(string TrackingCode, string? Secret) : IQuery<TrackedCarRequest>;

/// <summary>A request as whoever asked follows it.</summary>
/// <param name="Agency">Who decides.</param>
/// <param name="Car">The car that is booked; its plate is told to who will get into it.</param>
/// <param name="MayCancel">It can be taken back now.</param>
public sealed record TrackedCarRequest(
    string TrackingCode, CarRequestStatus Status, CarPurpose Purpose, string? Need, Named Kelurahan, Named Agency, DateTimeOffset From, DateTimeOffset Until, string PickUp, string Destination,
    int Passengers, BookedCar? Car, CarRefusal? Reason, bool MayCancel, int Version, IReadOnlyList<CarRequestMoment> Timeline);

public sealed record BookedCar(string Name, string Plate, int Seats);

/// <summary>One event; which side moved, and never which person.</summary>
public sealed record CarRequestMoment(DateTimeOffset At, CarRequestEventKind Kind, ActorKind Actor, CarRequestStatus Status, Named Agency, string? Note);

internal sealed class TrackCarRequestHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<TrackCarRequest, TrackedCarRequest>
{
    public async Task<TrackedCarRequest> Handle(TrackCarRequest request, CancellationToken cancellationToken)
    {
        var (id, city) = (await db.OpenCarRequest(request.TrackingCode, request.Secret, cancellationToken), watch.Current);
        var wanted = await db.CarRequests.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        var car = wanted.CarId is { } carId && wanted.EndedAt is null
            ? await db.Cars.Where(c => c.Id == carId).Select(c => new BookedCar(c.Name, c.Plate, c.Seats)).SingleAsync(cancellationToken)
            : null;
        var timeline = await db.CarRequestEvents.Where(e => e.RequestId == id).OrderBy(e => e.Version)
            .Select(e => new { e.At, e.Kind, e.ActorKind, e.Status, e.AgencyCode, e.Note }).ToListAsync(cancellationToken);
        return new TrackedCarRequest(
            wanted.TrackingCode.ToString(), wanted.Status, wanted.Purpose, wanted.Need, city.KelurahanNamed(wanted.KelurahanCode)!, city.AgencyNamed(wanted.AgencyCode)!, wanted.From, wanted.Until,
            wanted.PickUp, wanted.Destination, wanted.Passengers, car, wanted.Refusal, wanted.Next(CarWalker.Requester, time.Now()).Contains(CarRequestStatus.Cancelled), wanted.Version,
            [.. timeline.Select(e => new CarRequestMoment(e.At, e.Kind, e.ActorKind, e.Status, city.AgencyNamed(e.AgencyCode)!, e.Note))]);
    }
}
