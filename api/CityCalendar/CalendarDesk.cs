using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CityCalendar;

/// <summary>What an edit changes.</summary>
/// <param name="Version">Of the calendar afterwards; the present one when nothing was applied.</param>
/// <param name="Applied">False for a preview, and where there is nothing to change.</param>
/// <param name="Deadlines">What it does to open reports: at once in a preview, within a minute of an edit.</param>
public sealed record CalendarEffect(int Version, bool Applied, IReadOnlyList<ChangedDay> Days, IReadOnlyList<ChangedHours> OfficeHours, MovedDeadlines Deadlines);

/// <summary>Where every edit of the calendar is made: held to a version, tried out on open deadlines, and written down.</summary>
internal sealed class CalendarDesk(AppDb db, DeadlineForecast forecast, CurrentActor actor, TimeProvider time)
{
    private const int YearsBack = 1;
    private const int YearsAhead = 5;

    /// <summary>The years that may be edited: what is over is over, and decrees do not reach far.</summary>
    public (int First, int Last) Years => IndonesianDate.InWib(time.Now()).Day.Year is var year ? (year - YearsBack, year + YearsAhead) : default;

    /// <exception cref="RuleViolation"><c>out_of_range</c>.</exception>
    public void RequireYear(DateOnly day, string field)
    {
        if (day.Year < Years.First || day.Year > Years.Last)
        {
            throw new RuleViolation("out_of_range", field: field).With("years", $"{Years.First}-{Years.Last}");
        }
    }

    /// <exception cref="RuleViolation"><c>stale_version</c> (412) when somebody else was faster.</exception>
    public async Task<CalendarEffect> Edit(int expectedVersion, bool preview, Func<CalendarDraft, CalendarDraft> edit, CancellationToken ct)
    {
        var version = await db.CalendarVersion(ct);
        if (version != expectedVersion)
        {
            throw AppDb.Stale(version);
        }

        var before = CalendarDraft.Of(await db.Holidays.ToListAsync(ct), await db.OfficeHours.ToListAsync(ct));
        var after = edit(before);
        var (days, hours) = (after.DaysSince(before), after.HoursSince(before));
        var moved = await forecast.On(after.Calendar, ct);
        if (preview || days.Count + hours.Count == 0)
        {
            return new CalendarEffect(version, Applied: false, days, hours, moved);
        }

        foreach (var day in days)
        {
            Store(day.Before is null ? null : before.Days[day.Date], day.After is null ? null : after.Days[day.Date]);
        }

        foreach (var period in hours)
        {
            Store(period.Before, period.After);
        }

        db.CalendarChanges.Add(new CalendarChange(version + 1, time.Now(), actor.Value.AccountId, actor.Value.Name, days, hours));
        return new CalendarEffect(version + 1, Applied: true, days, hours, moved);
    }

    private void Store<T>(T? before, T? after)
        where T : class
    {
        switch (before, after)
        {
            case (null, not null):
                db.Add(after);
                break;
            case (not null, null):
                db.Remove(before);
                break;
            case (not null, not null):
                db.Entry(before).CurrentValues.SetValues(after);
                break;
        }
    }
}
