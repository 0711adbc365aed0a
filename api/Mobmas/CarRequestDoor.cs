using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Opens a request for whoever holds its secret. An unknown code, a wrong secret and none at all are one and the same answer.</summary>
internal static class CarRequestDoor
{
    /// <summary>Compared when the code is unknown, so that it takes as long as a wrong secret does.</summary>
    private static readonly byte[] Nobody = ReportSecret.New().Hash();

    public static async Task<Guid> OpenCarRequest(this AppDb db, string? trackingCode, string? secret, CancellationToken ct)
    {
        var known = TrackingCode.TryParse(trackingCode, out var code);
        var found = await db.CarRequests.Where(r => r.TrackingCode == code).Select(r => new { r.Id, r.SecretHash }).SingleOrDefaultAsync(ct);
        return ReportSecret.Matches(secret, found?.SecretHash ?? Nobody) && known && found is not null ? found.Id : throw RuleViolation.NotFound();
    }
}
