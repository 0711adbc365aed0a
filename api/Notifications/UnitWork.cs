using KediriLapor.Persistence;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>What waits at a unit on a morning.</summary>
/// <param name="Fresh">Given to it and not accepted yet.</param>
/// <param name="NearDue">Due within a day.</param>
internal sealed record UnitWork(int Fresh, int NearDue, int Overdue)
{
    private static readonly ReportStatus[] Open = [ReportStatus.Routed, ReportStatus.InProgress, ReportStatus.Planned];

    public bool Any => Fresh + NearDue + Overdue > 0;

    public static async Task<UnitWork> Of(AppDb db, string agencyCode, DateTimeOffset now, CancellationToken ct)
    {
        var open = db.Reports.Where(r => r.AgencyCode == agencyCode && Open.Contains(r.Status));
        var soon = now.AddDays(1);
        return new UnitWork(
            await open.CountAsync(r => r.Status == ReportStatus.Routed, ct),
            await open.CountAsync(r => r.DueAtOrNever > now && r.DueAtOrNever <= soon, ct),
            await open.CountAsync(r => r.DueAtOrNever <= now, ct));
    }
}
