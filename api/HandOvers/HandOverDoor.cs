using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.HandOvers;

/// <summary>What the receiver shows: the token of its link.</summary>
public sealed record HandOverKey(string? Token)
{
    /// <summary>A header, because an address is logged on its way.</summary>
    public const string Header = "Hand-Over-Token";

    internal static HandOverKey Of(HttpRequest request) => new(request.Headers[Header]);

    /// <summary>Keeps it out of whatever logs a request.</summary>
    public override string ToString() => nameof(HandOverKey);
}

/// <summary>A hand-over that was opened.</summary>
/// <param name="MayAnswer">The one who opened it speaks for the receiver.</param>
/// <param name="IsStaff">A colleague, who sees the links.</param>
internal sealed record OpenedHandOver(HandOver HandOver, HandOverRecord Record, bool MayAnswer, bool IsStaff);

/// <summary>
/// Opens a hand-over to whoever holds a link to it, to a client of its receiver, and to staff who may see the report. Everything else is one and the
/// same answer.
/// </summary>
internal sealed class HandOverDoor(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time)
{
    /// <exception cref="RuleViolation"><c>not_found</c>.</exception>
    public async Task<OpenedHandOver> Open(Guid id, HandOverKey key, CancellationToken ct)
    {
        var found = await db.HandOvers.AsNoTracking().Where(h => h.Id == id).Join(db.HandOverRecords.AsNoTracking(), h => h.Id, r => r.HandOverId, (h, r) => new { h, r }).SingleOrDefaultAsync(ct)
            ?? throw RuleViolation.NotFound();
        if (await IsOpenedBy(id, key, ct))
        {
            return new(found.h, found.r, MayAnswer: true, IsStaff: false);
        }

        var who = actor.Value;
        if (who.Client is not null && await IsReceivedBy(who, found.h, ct))
        {
            return new(found.h, found.r, MayAnswer: who.May(Permission.HandleReports), IsStaff: false);
        }

        if (who.Kind == ActorKind.Staff && await db.Reports.VisibleTo(who, watch.Current).AnyAsync(r => r.Id == found.h.ReportId, ct))
        {
            return new(found.h, found.r, MayAnswer: false, IsStaff: true);
        }

        throw RuleViolation.NotFound();
    }

    /// <summary>The reports that a receiver's client may read of: none about officials, and not for one that may read no report.</summary>
    public static bool IsReceiver(Actor client) => client.May(Permission.ReadReports) && !client.May(Permission.ReadAllReports);

    private async Task<bool> IsOpenedBy(Guid id, HandOverKey key, CancellationToken ct)
    {
        var now = time.Now();
        return ReporterToken.HashOf(key.Token) is { } hash
            && await db.HandOverLinks.AnyAsync(l => l.HandOverId == id && l.TokenHash == hash && l.RevokedAt == null && l.EndsAt > now, ct);
    }

    private async Task<bool> IsReceivedBy(Actor client, HandOver handOver, CancellationToken ct)
    {
        var integrity = watch.Current.IntegrityServices;
        return IsReceiver(client) && handOver.AgencyCode is { } code && client.Agencies.Contains(code)
            && await db.Reports.AnyAsync(r => r.Id == handOver.ReportId && !integrity.Contains(r.ServiceCode), ct);
    }
}
