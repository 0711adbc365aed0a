using KediriLapor.Accounts;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>
/// Tells by mail that a webhook was disabled: its owner where there is an address, else the admins. Without a mail server it is told where webhooks are
/// listed, and stays due.
/// </summary>
internal sealed class NoticeRelay(IServiceScopeFactory scopes, Mailer mailer, TimeProvider time, ILogger<NoticeRelay> log) : Relay(Pause, log)
{
    private const int AttemptsMax = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    protected override async Task<int> CarryBatch(CancellationToken ct)
    {
        if (!mailer.Configured)
        {
            return 0;
        }

        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<AppDb>(), time.Now());
        // taken for as long as the next attempt is away: who dies in between leaves it to that
        var due = await db.Webhooks.FromSql($"""
            UPDATE webhooks SET notice_due_at = {now} + least({LongestWait}, interval '5 minutes' * power(2, notice_attempts)), notice_attempts = notice_attempts + 1
            WHERE id IN (SELECT id FROM webhooks WHERE notice_due_at <= {now} AND notice_attempts < {AttemptsMax} ORDER BY notice_due_at LIMIT 10 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).ToListAsync(ct);
        foreach (var webhook in due)
        {
            await Tell(db, webhook, ct);
        }

        return due.Count;
    }

    private async Task Tell(AppDb db, Webhook webhook, CancellationToken ct)
    {
        try
        {
            foreach (var to in await Readers(db, webhook, ct))
            {
                await mailer.Send(new Envelope(Guid.CreateVersion7(time.Now()), to, Unsubscribes: null), Words(webhook), ct);
            }

            webhook.NoticeSent();
        }
        catch (AddressRefused)
        {
            webhook.NoticeSent();
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.LogWarning("The notice of webhook {Id} is not sent: {Kind}", webhook.Id, failure.GetType().Name);
        }

        await db.SaveChangesAsync(ct);
    }

    private static async Task<IReadOnlyList<string>> Readers(AppDb db, Webhook webhook, CancellationToken ct) => webhook.NoticeEmail is { } owner
        ? [owner]
        : await db.Users.Where(account => account.Role == StaffRole.Admin && !account.Disabled && account.Email != null).Select(account => account.Email!).ToListAsync(ct);

    /// <summary>For whoever runs a program, in both languages: no template, since nothing of it is the city's tone.</summary>
    private static WordedMessage Words(Webhook webhook)
    {
        var host = new Uri(webhook.Url).Host;
        var (why, reason) = webhook.Trouble == WebhookTrouble.Gone
            ? ("alamatnya menjawab 410 (tidak ada lagi)", "its address answered 410 (gone)")
            : ("tidak satu pun kiriman diterima selama tiga hari", "no delivery was taken for three days");
        return new WordedMessage(
            $"Webhook {host} dimatikan",
            $"""
            Webhook {webhook.Id} ke {host} dimatikan: {why}. Kejadian baru tidak dikirim lagi. Setelah penerimanya diperbaiki, hidupkan kembali lewat
            PUT /api/v1/webhooks/{webhook.Id}, lalu kirim ulang yang terlewat dengan POST /api/v1/webhooks/{webhook.Id}/replay atau baca GET /api/v1/events.

            Webhook {webhook.Id} to {host} was disabled: {reason}. New events are not sent any more. Once its receiver is mended, enable it with
            PUT /api/v1/webhooks/{webhook.Id}, then replay what was missed with POST /api/v1/webhooks/{webhook.Id}/replay, or read GET /api/v1/events.

            {Facts.Brand}
            """);
    }
}
