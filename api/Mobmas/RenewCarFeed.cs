using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Gives a car's calendar a new secret address; the old one shows nothing any more.</summary>
public sealed record RenewCarFeed(Guid CarId, int ExpectedVersion) : ICommand<CarFeedAddress>;

/// <param name="Path">Of this site; told this once.</param>
/// <param name="Version">Of the car.</param>
public sealed record CarFeedAddress(string Path, int Version);

internal sealed class RenewCarFeedHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<RenewCarFeed, CarFeedAddress>
{
    public async Task<CarFeedAddress> Handle(RenewCarFeed request, CancellationToken cancellationToken)
    {
        var car = await db.Cars.SingleOrDefaultAsync(c => c.Id == request.CarId, cancellationToken);
        if (car is null || !actor.Value.Keeps(car.AgencyCode))
        {
            throw RuleViolation.NotFound();
        }

        if (car.Version != request.ExpectedVersion)
        {
            throw AppDb.Stale(car.Version);
        }

        return new CarFeedAddress($"/api/v1/mobmas/feeds/{car.RenewFeed(actor.Value, time.Now())}.ics", car.Version);
    }
}
