using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Which car is taken when, day by day in WIB.</summary>
/// <param name="Until">The last day; at most 31 days are shown at once.</param>
public sealed record ShowCarCalendar(DateOnly? From, DateOnly? Until) : IQuery<CarCalendar>;

public sealed record CarCalendar(DateOnly From, DateOnly Until, TimeOnly Opens, TimeOnly Closes, IReadOnlyList<CarSchedule> Cars);

public sealed record CarSchedule(Guid Id, string Name, string Plate, Named Agency, int Seats, CarState State, string? StateReason, IReadOnlyList<CarBooking> Bookings);

/// <param name="Visible">The request is the actor's to see; of a pool's other bookings one knows only that the car is taken.</param>
public sealed record CarBooking(Guid RequestId, CarRequestStatus Status, CarPurpose Purpose, Named Kelurahan, DateTimeOffset From, DateTimeOffset Until, bool Visible);

internal sealed class ShowCarCalendarHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ShowCarCalendar, CarCalendar>
{
    private const int DaysMost = 31;
    private const int DaysUsual = 7;

    public async Task<CarCalendar> Handle(ShowCarCalendar request, CancellationToken cancellationToken)
    {
        var (city, who, first) = (watch.Current, actor.Value, request.From ?? IndonesianDate.InWib(time.Now()).Day);
        var last = request.Until ?? first.AddDays(DaysUsual - 1);
        if (last < first || last.DayNumber - first.DayNumber >= DaysMost)
        {
            throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "until").With("max", DaysMost);
        }

        var cars = await db.Cars.AsNoTracking().Where(c => c.State != CarState.Retired).VisibleTo(who, city.SharedWith(who)).OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var (ids, from, until) = (cars.Select(car => car.Id).ToArray(), IndonesianDate.Midnight(first), IndonesianDate.Midnight(last.AddDays(1)));
        // no booking leaves its day, so what starts in these days is all there is in them
        var bookings = (await db.CarRequests.Where(r => ids.Contains(r.CarId!.Value) && r.From >= from && r.From < until && CarRequest.Booked.Contains(r.Status))
                .OrderBy(r => r.From).Select(r => new { r.Id, CarId = r.CarId!.Value, r.Status, r.Purpose, r.KelurahanCode, r.AgencyCode, r.From, r.TakenUntil }).ToListAsync(cancellationToken))
            .ToLookup(row => row.CarId, row => new CarBooking(
                row.Id, row.Status, row.Purpose, city.KelurahanNamed(row.KelurahanCode)!, row.From, row.TakenUntil,
                who.May(Permission.ReadAllReports) || who.Agencies.Contains(row.KelurahanCode) || who.Agencies.Contains(row.AgencyCode)));
        return new CarCalendar(
            first, last, CarHours.Opens, CarHours.Closes,
            [.. cars.Select(car => new CarSchedule(car.Id, car.Name, car.Plate, city.AgencyNamed(car.AgencyCode)!, car.Seats, car.State, car.StateReason, [.. bookings[car.Id]]))]);
    }
}
