using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Persistence.Outbox;

/// <summary>
/// Carries outbox messages to their consumers, on any number of instances: rows are taken FOR UPDATE SKIP LOCKED, the
/// order per report and consumer is kept, and a consumer's writes commit together with the mark that it was served.
/// </summary>
internal sealed class OutboxRelay(IServiceScopeFactory scopes, TimeProvider time, ILogger<OutboxRelay> log) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Idle);
        var resting = false;
        do
        {
            try
            {
                while (await DeliverBatch(stoppingToken) == Batch)
                {
                }

                resting = false;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // the database is away: nothing is lost, the rows wait; told once, not five times a second
                if (!resting)
                {
                    log.LogWarning("Outbox rests: {Reason}", e.Message);
                }

                resting = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> DeliverBatch(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = time.Now();
        var messages = await db.Outbox.FromSql($"""
            SELECT * FROM outbox m
            WHERE delivered_at IS NULL AND dead_at IS NULL AND due_at <= {now}
              AND NOT EXISTS (SELECT 1 FROM outbox earlier
                              WHERE earlier.report_id = m.report_id AND earlier.consumer = m.consumer
                                AND earlier.sequence < m.sequence
                                AND earlier.delivered_at IS NULL AND earlier.dead_at IS NULL)
            ORDER BY due_at, id
            LIMIT {Batch}
            FOR UPDATE OF m SKIP LOCKED
            """).ToListAsync(ct);

        foreach (var message in messages)
        {
            db.Attach(message); // a failure before it made the context forget it
            await transaction.CreateSavepointAsync("message", ct);
            try
            {
                var consumer = (IOutboxConsumer)scope.ServiceProvider.GetRequiredService(OutboxConsumers.All[message.Consumer]);
                await consumer.Consume(message, ct);
                message.Delivered(now);
                await db.SaveChangesAsync(ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Outbox message {Id} for {Consumer} failed", message.Id, message.Consumer);
                await transaction.RollbackToSavepointAsync("message", ct);
                db.ChangeTracker.Clear();
                // as stored: what the attempt did in memory is void
                var waiting = await db.Outbox.SingleAsync(m => m.Id == message.Id, ct);
                waiting.Failed(e.GetBaseException().Message, now);
                await db.SaveChangesAsync(ct);
            }
        }

        await transaction.CommitAsync(ct);
        return messages.Count;
    }
}
