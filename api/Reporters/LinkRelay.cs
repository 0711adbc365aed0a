using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reporters;

/// <summary>
/// Sends the links that were asked for, to those whose contact stands in a report, at any hour: somebody is waiting. The rest is forgotten
/// without a word, for it would be a message to a stranger. Leased like notifications; what an instance took with it when it died is sent
/// again with another link.
/// </summary>
internal sealed class LinkRelay(IServiceScopeFactory scopes, TimeProvider time, ILogger<LinkRelay> log) : Relay(Pause, log)
{
    private const int Batch = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task<int> CarryBatch(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<AppDb>();
        var now = time.Now();
        var leased = now + ReporterLink.Lease;
        var due = await db.ReporterLinks.FromSql($"""
            UPDATE reporter_links SET due_at = {leased}, attempts = attempts + 1
            WHERE id IN (SELECT id FROM reporter_links WHERE sealed IS NOT NULL AND due_at <= {now} AND ends_at > {now}
                         ORDER BY due_at, id LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).ToListAsync(ct);
        var sender = services.GetRequiredService<SendLink>();
        foreach (var link in due)
        {
            await sender.Send(link, ct);
            await db.SaveChangesAsync(ct);
        }

        return due.Count;
    }
}

/// <summary>One attempt at one link.</summary>
internal sealed class SendLink(AppDb db, CityWatch watch, LinkVault vault, DirectMail mail, TimeProvider time, ILogger<SendLink> log)
{
    public async Task Send(ReporterLink link, CancellationToken ct)
    {
        if (!await db.OwnedBy(link.Person, watch.Current).AnyAsync(ct))
        {
            db.ReporterLinks.Remove(link);
            return;
        }

        var token = ReporterToken.New();
        link.Carry(ReporterToken.HashOf(token)!);
        // before the message is out: it may be opened before the mail server has said that it took it
        await db.SaveChangesAsync(ct);
        try
        {
            var to = new DirectAddress(link.Medium, link.Language, vault.Open(link.Sealed!));
            await mail.Send(link.Id, to, Occasion.OwnReports, "laporan-saya#" + token, ReporterLink.Life, ct);
            link.Sent(time.Now());
        }
        catch (AddressRefused)
        {
            db.ReporterLinks.Remove(link);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // by its kind alone: what a server says may repeat the address
            log.LogWarning("Link {Id} by {Medium}: {Kind}", link.Id, link.Medium, failure.GetType().Name);
            link.Failed(time.Now());
        }
    }
}
