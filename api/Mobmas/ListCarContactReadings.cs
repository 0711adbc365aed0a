using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Who read the contact of which request, newest first.</summary>
public sealed record ListCarContactReadings(Guid? RequestId, int PageSize, string? After) : IQuery<Page<CarContactReadingItem>>;

/// <param name="Agency">The reader's unit; null for people of the city as a whole.</param>
public sealed record CarContactReadingItem(Guid Id, DateTimeOffset At, Guid RequestId, Guid AccountId, string ReaderName, Named? Agency, string Reason);

internal sealed class ListCarContactReadingsHandler(AppDb db, CityWatch watch) : IRequestHandler<ListCarContactReadings, Page<CarContactReadingItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<CarContactReadingItem>> Handle(ListCarContactReadings request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var readings = db.CarContactReadings.AsNoTracking();
        readings = request.RequestId is { } id ? readings.Where(r => r.RequestId == id) : readings;
        readings = Cursor.Read<Key>(request.After) is { } after ? readings.Where(r => r.Id < after.Id) : readings;
        var rows = await readings.OrderByDescending(r => r.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize, reading => new CarContactReadingItem(reading.Id, reading.At, reading.RequestId, reading.AccountId, reading.ReaderName, city.AgencyNamed(reading.AgencyCode), reading.Reason),
            reading => new Key(reading.Id));
    }
}
