using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Clocks;

/// <summary>
/// Brings the open reports that an edit of the calendar has not reached yet onto the present one. Each report remembers the
/// calendar it was counted on, so what a crash, a lock or an instance with an older calendar left behind is found again.
/// </summary>
public sealed record RecalculateDeadlines : IBatchCommand;

internal sealed class RecalculateDeadlinesHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<RecalculateDeadlines, int>
{
    private const int Batch = 100;

    public async Task<int> Handle(RecalculateDeadlines request, CancellationToken cancellationToken)
    {
        await watch.Refresh(cancellationToken);
        var (city, now) = (watch.Current, time.Now());
        var reports = await db.TakeReports(
            $"""
            SELECT id AS "Value" FROM reports
            WHERE calendar_version < {city.Calendar.Version}
            LIMIT {Batch}
            FOR NO KEY UPDATE SKIP LOCKED
            """,
            cancellationToken);
        if (reports.Count == 0)
        {
            return 0;
        }

        var oldest = reports.Min(report => report.CalendarVersion!.Value);
        var changes = await db.CalendarChanges.AsNoTracking().Where(change => change.Version > oldest && change.Version <= city.Calendar.Version).ToListAsync(cancellationToken);
        foreach (var report in reports)
        {
            var missed = changes.Where(change => change.Version > report.CalendarVersion).ToArray();
            report.Recalculate(city.TermsOf(report.ServiceCode), (from, until) => CalendarChange.Why(missed, report.ServiceCode, from, until), now);
        }

        return reports.Count;
    }
}
