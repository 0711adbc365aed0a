using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Clocks;

internal static class DueReports
{
    private const int Batch = 100;

    /// <summary>The reports whose ids <paramref name="locking"/> selects and locks, as they are now that nobody else may change them.</summary>
    public static async Task<List<Report>> TakeReports(this AppDb db, FormattableString locking, CancellationToken ct)
    {
        var ids = await db.Database.SqlQuery<Guid>(locking).ToListAsync(ct);
        return await db.Reports.Include(r => r.History).Where(r => ids.Contains(r.Id)).ToListAsync(ct);
    }

    /// <summary>Closes, along the edge that the clock walks, the reports whose reporter's time in this status is over.</summary>
    /// <returns>How many; at most a batch.</returns>
    public static async Task<int> CloseDue(this AppDb db, ReportStatus status, City city, DateTimeOffset now, CancellationToken ct)
    {
        var reports = await db.TakeReports(
            $"""
            SELECT id AS "Value" FROM reports WHERE status = {status.ToString()} AND due_at <= {now}
            ORDER BY due_at, id LIMIT {Batch} FOR NO KEY UPDATE SKIP LOCKED
            """,
            ct);
        var silence = new StatusChange(null, null, null, null, PhotosAfter: 0, IndonesianDate.InWib(now).Day);
        reports.ForEach(report => report.MoveTo(ReportStatus.Closed, silence, Walker.Clock, Actor.System, city.TermsOf(report.ServiceCode), now));
        return reports.Count;
    }
}
