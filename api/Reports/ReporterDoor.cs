using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>
/// Opens a report for its reporter. An unknown code, a wrong secret, a session that is over or another's, and none at all are one and the
/// same answer.
/// </summary>
internal sealed class ReporterDoor(AppDb db, CityWatch watch, TimeProvider time)
{
    public const string SessionHeader = "Reporter-Session";

    /// <summary>Compared when the code is unknown, so that it takes as long as a wrong secret does.</summary>
    private static readonly byte[] Nobody = ReportSecret.New().Hash();

    private static readonly Func<AppDb, TrackingCode, CancellationToken, Task<Locked<bool>?>> FindId = EF.CompileAsyncQuery((AppDb db, TrackingCode code, CancellationToken ct) =>
        db.Reports.Where(r => r.TrackingCode == code).Select(r => new Locked<bool>(r.Id, r.SecretHash, true)).SingleOrDefault());

    /// <summary>A header, because an address is logged on its way.</summary>
    public static string? SecretOf(HttpRequest request) => request.Headers["Report-Secret"];

    /// <summary>For what a reporter's session opens too.</summary>
    public static ReporterKey KeyOf(HttpRequest request) => new(SecretOf(request), request.Headers[SessionHeader]);

    /// <summary>By the secret alone: what gives away or changes the contact itself, or outlives a session.</summary>
    public Task<Guid> Open(string? trackingCode, string? secret, CancellationToken ct) => Open(trackingCode, new ReporterKey(secret, null), ct);

    public async Task<Guid> Open(string? trackingCode, ReporterKey key, CancellationToken ct) => (await Open(trackingCode, key, code => FindId(db, code, ct), ct)).Id;

    /// <summary>What is read together with the lock costs no second round trip.</summary>
    public async Task<Locked<T>> Open<T>(string? trackingCode, ReporterKey key, Func<TrackingCode, Task<Locked<T>?>> find, CancellationToken ct)
    {
        var known = TrackingCode.TryParse(trackingCode, out var code);
        var found = await find(code);
        var opens = ReportSecret.Matches(key.Secret, found?.SecretHash ?? Nobody);
        if (!opens && known && found is not null && await PersonOf(key.Session, ct) is { } person)
        {
            opens = await db.OwnedBy(person, watch.Current).AnyAsync(r => r.Id == found.Id, ct);
        }

        return opens && known && found is not null ? found : throw RuleViolation.NotFound();
    }

    /// <returns>Whose session it is; null for none that holds.</returns>
    public async Task<byte[]?> PersonOf(string? session, CancellationToken ct)
    {
        if (ReporterToken.HashOf(session) is not { } hash)
        {
            return null;
        }

        var now = time.Now();
        return await db.ReporterSessions.Where(s => s.TokenHash == hash && s.EndsAt > now).Select(s => s.Person).SingleOrDefaultAsync(ct);
    }
}

/// <summary>What a reporter shows: the secret of the one report, or the session of somebody whose contact it carries.</summary>
public sealed record ReporterKey(string? Secret, string? Session)
{
    /// <summary>Keeps both out of whatever logs a request.</summary>
    public override string ToString() => nameof(ReporterKey);
}

/// <summary>What only the holder of the key may read.</summary>
internal sealed record Locked<T>(Guid Id, byte[] SecretHash, T Inside);
