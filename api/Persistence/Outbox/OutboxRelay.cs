using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KediriLapor.Persistence.Outbox;

/// <summary>
/// Carries outbox messages to their consumers, on any number of instances: rows are taken FOR UPDATE SKIP LOCKED, the
/// order per subject and consumer is kept, and a consumer's writes commit together with the mark that it was served.
/// </summary>
internal sealed class OutboxRelay(IServiceScopeFactory scopes, TimeProvider time, ILogger<OutboxRelay> log) : Relay(Pause, log)
{
    private const int Batch = 100;
    private const string Savepoint = "delivery";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>A subject's next message becomes due when the one before it is delivered, so it comes with a later batch.</summary>
    protected override async Task<int> CarryBatch(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = time.Now();
        var messages = await db.Outbox.FromSql($"""
            SELECT * FROM outbox m
            WHERE delivered_at IS NULL AND dead_at IS NULL AND due_at <= {now}
              AND NOT EXISTS (SELECT 1 FROM outbox earlier
                              WHERE earlier.subject_id = m.subject_id AND earlier.consumer = m.consumer
                                AND earlier.sequence < m.sequence
                                AND earlier.delivered_at IS NULL AND earlier.dead_at IS NULL)
            ORDER BY due_at, id
            LIMIT {Batch}
            FOR UPDATE OF m SKIP LOCKED
            """).AsNoTracking().ToListAsync(ct);

        var served = new Delivery(db, transaction, scope.ServiceProvider, now);
        foreach (var consumer in messages.GroupBy(message => message.Consumer))
        {
            // all of a consumer's messages at once; when one of them fails, each on its own, so that the others do not wait for it
            if (await served.Try([.. consumer], ct) is null)
            {
                continue;
            }

            foreach (var message in consumer)
            {
                if (await served.Try([message], ct) is { } failure)
                {
                    Log.LogError(failure, "Outbox message {Id} for {Consumer} failed", message.Id, message.Consumer);
                    await served.Fail(message, failure, ct);
                }
            }
        }

        await transaction.CommitAsync(ct);
        return messages.Count;
    }

    private sealed class Delivery(AppDb db, IDbContextTransaction transaction, IServiceProvider services, DateTimeOffset now)
    {
        /// <summary>Serves these messages, all or none; the failure, or null.</summary>
        public async Task<Exception?> Try(OutboxMessage[] messages, CancellationToken ct)
        {
            await transaction.CreateSavepointAsync(Savepoint, ct);
            try
            {
                var consumer = (IOutboxConsumer)services.GetRequiredService(OutboxConsumers.All[messages[0].Consumer]);
                await consumer.Consume(messages, ct);
                await db.SaveChangesAsync(ct);
                await db.Outbox.Where(m => messages.Select(message => message.Id).Contains(m.Id)).ExecuteUpdateAsync(
                    row => row.SetProperty(m => m.DeliveredAt, now).SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.LastError, (string?)null), ct);
                return null;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                await transaction.RollbackToSavepointAsync(Savepoint, ct);
                return failure;
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }

        public async Task Fail(OutboxMessage message, Exception failure, CancellationToken ct)
        {
            db.Attach(message);
            message.Failed(failure.GetBaseException().Message, now);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
