using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>The work of Merata that answers a report.</summary>
/// <param name="Public">Everybody sees it.</param>
public sealed record FollowedWork(Guid Id, string Title, WorkStage Stage, int? ProgressPercent, DateOnly StartsOn, DateOnly EndsOn, bool Public);

internal static class FollowedWorks
{
    /// <summary>The one that it follows now; null where there is none.</summary>
    public static async Task<FollowedWork?> WorkOf(this AppDb db, Guid reportId, CancellationToken ct)
    {
        var work = await db.WorkLinks.Where(l => l.ReportId == reportId && l.UnlinkedAt == null)
            .Join(db.Works, l => l.WorkId, w => w.Id, (_, w) => new { w.Id, w.Title, w.Stage, w.StartsOn, w.EndsOn, Public = w.PublicSince != null }).SingleOrDefaultAsync(ct);
        return work is null ? null : new(work.Id, work.Title, work.Stage, work.Stage.Progress(), work.StartsOn, work.EndsOn, work.Public);
    }
}
