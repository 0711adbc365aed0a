using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

internal static class LeaveReports
{
    /// <summary>Whoever leaves a report leaves no trail to it: the rides that served it go on for themselves.</summary>
    public static Task<int> CutRidesFrom(this AppDb db, IReadOnlyCollection<Guid> reportIds, CancellationToken ct) =>
        db.CarRequests.Where(r => r.ReportId != null && reportIds.Contains(r.ReportId.Value)).ExecuteUpdateAsync(row => row.SetProperty(r => r.ReportId, (Guid?)null), ct);
}
