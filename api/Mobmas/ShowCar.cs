using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

public sealed record ShowCar(Guid Id) : IQuery<CarDetail>;

/// <param name="Upcoming">Bookings that are still ahead of it; where it is laid up, another car has to be found for them.</param>
/// <param name="History">Newest first, at most 100.</param>
public sealed record CarDetail(CarItem Car, int Upcoming, IReadOnlyList<CarHistoryEntry> History);

public sealed record CarHistoryEntry(DateTimeOffset At, CarEventKind Kind, string By, CarState State, string? Reason, CarPaper? Paper, DateOnly? DueOn);

internal sealed class ShowCarHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ShowCar, CarDetail>
{
    private const int HistoryMost = 100;

    public async Task<CarDetail> Handle(ShowCar request, CancellationToken cancellationToken)
    {
        var (city, who, now) = (watch.Current, actor.Value, time.Now());
        var car = await db.Cars.AsNoTracking().VisibleTo(who, city.SharedWith(who)).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) ?? throw RuleViolation.NotFound();
        var upcoming = await db.CarRequests.CountAsync(r => r.CarId == car.Id && r.Status == CarRequestStatus.Approved && r.Until > now, cancellationToken);
        var history = await db.CarEvents.Where(e => e.CarId == car.Id).OrderByDescending(e => e.Version).Take(HistoryMost)
            .Select(e => new CarHistoryEntry(e.At, e.Kind, e.ActorName, e.State, e.Reason, e.Paper, e.DueOn)).ToListAsync(cancellationToken);
        return new CarDetail(CarItem.Of(car, city, who, IndonesianDate.InWib(now).Day), upcoming, history);
    }
}
