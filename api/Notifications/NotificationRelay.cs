using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>
/// Sends what is due, on any number of instances and beside all requests. A row is leased before it is sent and no transaction is open
/// meanwhile, so a mail server that hangs holds up nobody; an instance that dies in between leaves it to be sent again.
/// </summary>
internal sealed class NotificationRelay(IServiceScopeFactory scopes, TimeProvider time, ILogger<NotificationRelay> log) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Idle);
        var resting = false;
        do
        {
            try
            {
                while (await SendBatch(stoppingToken) > 0)
                {
                }

                resting = false;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // the database is away: nothing is lost, the rows wait; told once
                if (!resting)
                {
                    log.LogWarning("Notifications rest: {Reason}", e.GetType().Name);
                }

                resting = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> SendBatch(CancellationToken ct)
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
        string? down = null;
        foreach (var notification in due)
        {
            // a server that does not answer is not asked again for each message of the batch
            down = await sender.Send(notification, down, ct);
            await db.SaveChangesAsync(ct);
        }

        return due.Count;
    }
}
