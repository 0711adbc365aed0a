using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CityCalendar;

/// <summary>Who edited the calendar, newest first.</summary>
public sealed record ListCalendarChanges(int PageSize, string? After) : IQuery<Page<CalendarChangeItem>>;

/// <summary>One edit: what each day and period was before and after.</summary>
/// <param name="Version">Of the calendar after it.</param>
/// <param name="Terms">Targets of services: they move deadlines too.</param>
/// <param name="AccountId">Null for the program itself.</param>
public sealed record CalendarChangeItem(int Version, DateTimeOffset At, Guid? AccountId, string By, IReadOnlyList<ChangedDay> Days, IReadOnlyList<ChangedHours> OfficeHours,
    IReadOnlyList<ChangedTerms> Terms);

internal sealed class ListCalendarChangesHandler(AppDb db) : IRequestHandler<ListCalendarChanges, Page<CalendarChangeItem>>
{
    private sealed record Key(int Version);

    public async Task<Page<CalendarChangeItem>> Handle(ListCalendarChanges request, CancellationToken cancellationToken)
    {
        var changes = db.CalendarChanges.AsNoTracking();
        changes = Cursor.Read<Key>(request.After) is { } after ? changes.Where(change => change.Version < after.Version) : changes;
        var rows = await changes.OrderByDescending(change => change.Version).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize,
            change => new CalendarChangeItem(change.Version, change.At, change.AccountId, change.ByName, change.Days, change.Hours, change.Terms),
            change => new Key(change.Version));
    }
}
