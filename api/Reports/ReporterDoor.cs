using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>Opens a report for its reporter. An unknown code, a wrong secret and none at all are one and the same answer.</summary>
internal sealed class ReporterDoor(AppDb db)
{
    /// <summary>Compared when the code is unknown, so that it takes as long as a wrong secret does.</summary>
    private static readonly byte[] Nobody = ReportSecret.New().Hash();

    public async Task<Guid> Open(string? trackingCode, string? secret, CancellationToken ct)
    {
        var known = TrackingCode.TryParse(trackingCode, out var code);
        var found = await db.Reports.Where(r => r.TrackingCode == code).Select(r => new { r.Id, r.SecretHash }).SingleOrDefaultAsync(ct);
        return ReportSecret.Matches(secret, found?.SecretHash ?? Nobody) && known && found is not null ? found.Id : throw RuleViolation.NotFound();
    }
}
