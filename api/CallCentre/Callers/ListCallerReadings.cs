using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Callers;

/// <summary>Who looked at which caller, newest first; for the auditor.</summary>
public sealed record ListCallerReadings(Guid? Account, int PageSize, string? After) : IQuery<Page<CallerReadingItem>>;

public sealed record CallerReadingItem(Guid Id, DateTimeOffset At, Guid? CallId, string PhoneTail, Guid AccountId, string ReaderName, string Reason);

internal sealed class ListCallerReadingsHandler(AppDb db) : IRequestHandler<ListCallerReadings, Page<CallerReadingItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<CallerReadingItem>> Handle(ListCallerReadings request, CancellationToken cancellationToken)
    {
        var readings = db.CallerReadings.AsNoTracking();
        readings = request.Account is { } account ? readings.Where(r => r.AccountId == account) : readings;
        readings = Cursor.Read<Key>(request.After) is { } after ? readings.Where(r => r.Id < after.Id) : readings;
        var rows = await readings.OrderByDescending(r => r.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, r => new CallerReadingItem(r.Id, r.At, r.CallId, r.PhoneTail, r.AccountId, r.ReaderName, r.Reason), r => new Key(r.Id));
    }
}
