using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Statistics.Counting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Statistics.Alarms;

/// <summary>Holds the last seven days of each service in each ward against the weeks before; raises alarms and ends them.</summary>
public sealed record WatchLimits : IBatchCommand;

internal sealed class WatchLimitsHandler(AppDb db, TimeProvider time) : IRequestHandler<WatchLimits, int>
{
    private const int Week = 7; // days

    public async Task<int> Handle(WatchLimits request, CancellationToken cancellationToken)
    {
        // one instance at a time: two would raise the same alarm and one of them fail
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('watch-limits'))", cancellationToken);
        var now = time.Now();
        var today = IndonesianDate.InWib(now).Day;
        var (recent, first) = (today.AddDays(1 - Week), today.AddDays(1 - Week - (ControlLimit.Weeks * Week)));
        var rows = await db.Set<StoredCount>().AsNoTracking()
            .Where(c => c.Part == Part.KelurahanService && c.Grain == Grain.Day && c.Sight == Sight.Public && c.Start >= first && c.Start <= today && c.First != "")
            .Select(c => new { c.First, c.Second, c.Start, c.Statuses }).ToListAsync(cancellationToken);
        var lasting = await db.Set<LimitAlarm>().Where(a => a.EndedAt == null).ToDictionaryAsync(a => (a.KelurahanCode, a.ServiceCode), cancellationToken);
        var changed = 0;
        foreach (var counted in rows.GroupBy(row => (row.First, row.Second)))
        {
            var count = counted.Where(row => row.Start >= recent).Sum(row => row.Statuses.Sum());
            var expected = counted.Where(row => row.Start < recent).Sum(row => row.Statuses.Sum()) / (double)ControlLimit.Weeks;
            if (lasting.Remove(counted.Key, out var alarm))
            {
                alarm.Saw(count, expected, now);
                changed += alarm.EndedAt is null ? 0 : 1;
            }
            else if (count >= ControlLimit.Upper(expected))
            {
                db.Add(new LimitAlarm(counted.Key.First, counted.Key.Second, count, expected, now));
                changed++;
            }
        }

        // nothing was counted of them in half a year
        foreach (var silent in lasting.Values)
        {
            silent.Saw(0, 0, now);
            changed++;
        }

        return changed;
    }
}
