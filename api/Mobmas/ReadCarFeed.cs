using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>A car's bookings as iCalendar (RFC 5545), for whoever has the secret address. What it is for and of which ward; nobody and no house.</summary>
public sealed record ReadCarFeed(string Token) : IQuery<string>;

internal sealed class ReadCarFeedHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ReadCarFeed, string>
{
    private const int DaysBack = 31;

    public async Task<string> Handle(ReadCarFeed request, CancellationToken cancellationToken)
    {
        var (hash, city, now) = (Car.HashOf(request.Token), watch.Current, time.Now());
        var car = await db.Cars.AsNoTracking().SingleOrDefaultAsync(c => c.FeedHash == hash, cancellationToken) ?? throw RuleViolation.NotFound();
        var since = now.AddDays(-DaysBack);
        var bookings = await db.CarRequests.Where(r => r.CarId == car.Id && CarRequest.Booked.Contains(r.Status) && r.From >= since).OrderBy(r => r.From).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.Purpose, r.KelurahanCode, r.From, r.TakenUntil, r.Version, r.Status }).ToListAsync(cancellationToken);
        var calendar = new CalendarText($"Mobmas {car.Name}");
        foreach (var booking in bookings.Where(booking => booking.TakenUntil > booking.From))
        {
            calendar.Event(
                $"{booking.Id}@mobmas.kedirilapor", booking.From, booking.TakenUntil, now, booking.Version,
                $"{PurposeWords.Of(booking.Purpose)} ({city.Kelurahan[booking.KelurahanCode].Name})");
        }

        return calendar.ToString();
    }
}
