using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CityCalendar;

/// <param name="Year">Null for the present one, in WIB.</param>
public sealed record ShowCalendar(int? Year) : IQuery<CalendarYear>;

/// <summary>One year of the calendar as it is stored.</summary>
/// <param name="Version">Of the whole calendar; an edit is held to it.</param>
/// <param name="OfficeHours">Those that hold on any of its days; where several hold the latest start does.</param>
public sealed record CalendarYear(int Year, int Version, IReadOnlyList<HolidayItem> Days, IReadOnlyList<OfficeHours> OfficeHours);

public sealed record HolidayItem(DateOnly Date, string Name, HolidayKind Kind, string? Source);

internal sealed class ShowCalendarHandler(AppDb db, TimeProvider time) : IRequestHandler<ShowCalendar, CalendarYear>
{
    public async Task<CalendarYear> Handle(ShowCalendar request, CancellationToken cancellationToken)
    {
        var year = request.Year ?? IndonesianDate.InWib(time.Now()).Day.Year;
        if (year is < 2000 or > 2100)
        {
            throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "year");
        }

        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        // before the days, so that whoever edits on days that are younger is told of nothing worse than a needless 412
        var version = await db.CalendarVersion(cancellationToken);
        var days = await db.Holidays.Where(day => day.Date >= first && day.Date <= last).OrderBy(day => day.Date)
            .Select(day => new HolidayItem(day.Date, day.Name, day.Kind, day.Source)).ToListAsync(cancellationToken);
        var hours = await db.OfficeHours.AsNoTracking().Where(period => period.ValidFrom <= last && (period.ValidUntil == null || period.ValidUntil >= first))
            .OrderBy(period => period.ValidFrom).ToListAsync(cancellationToken);
        return new CalendarYear(year, version, days, hours);
    }
}
