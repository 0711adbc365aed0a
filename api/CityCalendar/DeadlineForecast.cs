using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CityCalendar;

/// <summary>How many open deadlines move, and the first of them to fall due.</summary>
public sealed record MovedDeadlines(int Count, IReadOnlyList<MovedDeadline> First);

/// <summary>A deadline before and after. An admin reads no reports: the code alone says which one it is.</summary>
public sealed record MovedDeadline(string TrackingCode, DateTimeOffset DueAt, DateTimeOffset NewDueAt);

/// <summary>What another calendar would do to the open deadlines: by the arithmetic that will move them.</summary>
internal sealed class DeadlineForecast(AppDb db, CityWatch watch)
{
    private const int Told = 5;
    private const int Batch = 500;

    public async Task<MovedDeadlines> On(WorkingCalendar calendar, CancellationToken ct)
    {
        var city = watch.Current;
        var open = await db.Reports.Where(r => r.CalendarVersion != null).OrderBy(r => r.DueAtOrNever).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.TrackingCode, r.ServiceCode, DueAt = r.DueAtOrNever }).ToListAsync(ct);
        List<MovedDeadline> moved = [];
        foreach (var batch in open.Chunk(Batch))
        {
            var ids = batch.Select(report => report.Id).ToArray();
            var histories = (await db.ReportEvents.Where(e => ids.Contains(e.ReportId)).OrderBy(e => e.Sequence)
                .Select(e => new { e.ReportId, Event = new ClockEvent(e.At, e.Type, e.Status, e.PlannedFor) }).ToListAsync(ct)).ToLookup(row => row.ReportId, row => row.Event);
            moved.AddRange(
                from report in batch
                let terms = city.TermsOf(report.ServiceCode) with { Calendar = calendar }
                let due = terms.DueAt(ReportTimes.Replay(histories[report.Id])) ?? Report.Never
                where due != report.DueAt
                select new MovedDeadline(report.TrackingCode.ToString(), report.DueAt, due));
        }

        return new MovedDeadlines(moved.Count, [.. moved.Take(Told)]);
    }
}
