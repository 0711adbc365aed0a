using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>Who read whose contact, newest first. Each page that is looked at is an <see cref="AuditView"/>.</summary>
/// <param name="Since">The first instant.</param>
/// <param name="Until">The first instant after.</param>
public sealed record ListContactReadings(Guid? Report, Guid? Account, DateTimeOffset? Since, DateTimeOffset? Until, int PageSize, string? After)
    : ICommand<Page<ContactReadingItem>>;

public sealed record ContactReadingItem(Guid Id, DateTimeOffset At, Guid ReportId, Guid AccountId, string ReaderName, Named? Agency, string Reason);

internal sealed class ListContactReadingsHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ListContactReadings, Page<ContactReadingItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<ContactReadingItem>> Handle(ListContactReadings request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var readings = db.ContactReadings.AsNoTracking();
        readings = request.Report is { } report ? readings.Where(r => r.ReportId == report) : readings;
        readings = request.Account is { } account ? readings.Where(r => r.AccountId == account) : readings;
        readings = request.Since?.ToUniversalTime() is { } since ? readings.Where(r => r.At >= since) : readings;
        readings = request.Until?.ToUniversalTime() is { } until ? readings.Where(r => r.At < until) : readings;
        readings = Cursor.Read<Key>(request.After) is { } after ? readings.Where(r => r.Id < after.Id) : readings;

        db.AuditViews.Add(new AuditView(AuditLog.ContactReadings, request.Report, request.Account, actor.Value, time.Now()));
        var rows = await readings.OrderByDescending(r => r.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize,
            r => new ContactReadingItem(r.Id, r.At, r.ReportId, r.AccountId, r.ReaderName, city.AgencyNamed(r.AgencyCode), r.Reason),
            r => new Key(r.Id));
    }
}
