using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>Opens a report for its reporter. An unknown code, a wrong secret and none at all are one and the same answer.</summary>
internal sealed class ReporterDoor(AppDb db)
{
    /// <summary>A header, because an address is logged on its way.</summary>
    public static string? SecretOf(HttpRequest request) => request.Headers["Report-Secret"];

    /// <summary>Compared when the code is unknown, so that it takes as long as a wrong secret does.</summary>
    private static readonly byte[] Nobody = ReportSecret.New().Hash();

    private static readonly Func<AppDb, TrackingCode, CancellationToken, Task<Locked<Guid>?>> FindId = EF.CompileAsyncQuery((AppDb db, TrackingCode code, CancellationToken ct) =>
        db.Reports.Where(r => r.TrackingCode == code).Select(r => new Locked<Guid>(r.SecretHash, r.Id)).SingleOrDefault());

    public Task<Guid> Open(string? trackingCode, string? secret, CancellationToken ct) => Open(trackingCode, secret, code => FindId(db, code, ct));

    /// <summary>What is read together with the lock costs no second round trip.</summary>
    public static async Task<T> Open<T>(string? trackingCode, string? secret, Func<TrackingCode, Task<Locked<T>?>> find)
    {
        var known = TrackingCode.TryParse(trackingCode, out var code);
        var found = await find(code);
        return ReportSecret.Matches(secret, found?.SecretHash ?? Nobody) && known && found is not null ? found.Inside : throw RuleViolation.NotFound();
    }
}

/// <summary>What only the holder of the secret may read.</summary>
internal sealed record Locked<T>(byte[] SecretHash, T Inside);
