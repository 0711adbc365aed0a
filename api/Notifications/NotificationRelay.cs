using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>
/// Sends what is due, on any number of instances and beside all requests. A row is leased before it is sent and no transaction is open
/// meanwhile, so a mail server that hangs holds up nobody; an instance that dies in between leaves it to be sent again.
/// </summary>
internal sealed class NotificationRelay(IServiceScopeFactory scopes, TimeProvider time, ILogger<NotificationRelay> log) : Relay(Pause, log)
{
    private const int Batch = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task<int> CarryBatch(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = time.Now();
        var (quiet, leased) = (QuietHours.At(now), now + Notification.Lease);
        var due = await db.Notifications.FromSql($"""
            UPDATE notifications SET due_at = {leased}, attempts = attempts + 1
            WHERE id IN (SELECT id FROM notifications
                         WHERE state = 'Pending' AND due_at <= {now} AND (urgent OR NOT {quiet})
                         ORDER BY due_at, id LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).ToListAsync(ct);

        var sender = scope.ServiceProvider.GetRequiredService<SendNotification>();
        // RETURNING keeps no order; of what happened in one instant the earlier event has the shorter or smaller cause
        foreach (var notification in due.OrderBy(n => n.CreatedAt).ThenBy(n => n.Cause.Length).ThenBy(n => n.Cause, StringComparer.Ordinal))
        {
            await sender.Send(notification, ct);
            await db.SaveChangesAsync(ct);
        }

        return due.Count;
    }
}
