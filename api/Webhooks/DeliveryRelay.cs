using System.Collections.Concurrent;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>
/// Takes due deliveries, a few of each webhook at a time, and lets each go its own way: who is slow fills its own places and nobody else's. A row is leased
/// before it is sent and no transaction is open meanwhile; an instance that dies in between leaves it to be sent again.
/// </summary>
internal sealed class DeliveryRelay(IServiceScopeFactory scopes, TimeProvider time, ILogger<DeliveryRelay> log) : Relay(Pause, log)
{
    /// <summary>On the way at a time, on one instance.</summary>
    private const int AtOnce = 128;

    private const int PerWebhook = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentDictionary<Guid, (Guid WebhookId, Task Sending)> onTheWay = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // each ends soon by itself, and what it came to is worth writing down
        await Task.WhenAll(onTheWay.Values.Select(one => one.Sending)).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task<int> CarryBatch(CancellationToken ct)
    {
        var room = AtOnce - onTheWay.Count;
        if (room <= 0)
        {
            return 0;
        }

        await using var scope = scopes.CreateAsyncScope();
        var taken = await Take(scope.ServiceProvider.GetRequiredService<AppDb>(), room, ct);
        foreach (var delivery in taken)
        {
            var start = new TaskCompletionSource();
            onTheWay[delivery.Id] = (delivery.WebhookId, Carry(delivery, start.Task));
            start.SetResult();
        }

        return taken.Count > 0 || await AnyEnds(ct) ? 1 : 0;
    }

    /// <summary>A place that becomes free is filled at once: a receiver that answers soon is not held to the pace of the looks.</summary>
    /// <returns>False when none does for as long as one look waits for the next.</returns>
    private async Task<bool> AnyEnds(CancellationToken ct)
    {
        Task[] sending = [.. onTheWay.Values.Select(one => one.Sending)];
        if (sending.Length == 0)
        {
            return false;
        }

        Task first = Task.WhenAny(sending);
        await first.WaitAsync(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return first.IsCompleted;
    }

    /// <summary>Of one report, none is taken for a webhook while an earlier one is on its way there.</summary>
    private async Task<List<Delivery>> Take(AppDb db, int room, CancellationToken ct)
    {
        var busy = onTheWay.Values.GroupBy(one => one.WebhookId).ToDictionary(one => one.Key, one => one.Count());
        var (webhooks, counts, now, lease) = (busy.Keys.ToArray(), busy.Values.ToArray(), time.Now(), time.Now() + Delivery.Lease);
        return await db.Deliveries.FromSql($"""
            UPDATE webhook_deliveries SET due_at = {lease}, attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, {now})
            WHERE id IN (
                SELECT due.id FROM webhooks AS w
                LEFT JOIN unnest({webhooks}, {counts}) AS busy (webhook_id, count) ON busy.webhook_id = w.id
                CROSS JOIN LATERAL (
                    SELECT d.id, d.due_at FROM webhook_deliveries AS d
                    WHERE d.webhook_id = w.id AND d.state = 'Pending' AND d.due_at <= {now}
                      AND (d.event_id IS NULL OR (w.state = 'Active' AND (w.resting_until IS NULL OR w.resting_until <= {now})))
                      AND NOT EXISTS (SELECT FROM webhook_deliveries AS earlier
                                      WHERE earlier.webhook_id = d.webhook_id AND earlier.report_id = d.report_id AND earlier.state = 'Pending'
                                        AND (earlier.created_at, earlier.event_id) < (d.created_at, d.event_id))
                    ORDER BY d.due_at, d.id
                    LIMIT greatest(0, {PerWebhook} - coalesce(busy.count, 0))
                    FOR UPDATE OF d SKIP LOCKED) AS due
                ORDER BY due.due_at
                LIMIT {room})
            RETURNING *
            """).AsNoTracking().ToListAsync(ct);
    }

    private async Task Carry(Delivery delivery, Task start)
    {
        await start;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SendDelivery>().Send(delivery, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // the database went away: the lease runs out and it is sent again; by its kind alone, for words may repeat a row
            Log.LogWarning("Delivery {Id} is left to its lease: {Kind}", delivery.Id, failure.GetBaseException().GetType().Name);
        }
        finally
        {
            onTheWay.TryRemove(delivery.Id, out _);
        }
    }
}
