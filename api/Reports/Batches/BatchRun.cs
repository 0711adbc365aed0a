using System.Security.Cryptography;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KediriLapor.Reports.Batches;

/// <summary>
/// Sends one command per item, each in a scope and a transaction of its own, so that one refusal undoes nothing. Every change keeps its
/// answer under a key that follows from the batch's: after a crash the same batch goes on, and what was done is not done twice.
/// </summary>
internal sealed class BatchRun(AppDb db, IServiceScopeFactory scopes, CurrentActor actor, TimeProvider time, Replay replay)
{
    /// <exception cref="RuleViolation"><c>idempotency_key_reused</c> when the key began another batch; <c>one_change</c> when an item says none or several.</exception>
    public async Task<BatchOutcome> Run(ReportBatch batch, Guid key, CancellationToken ct)
    {
        for (var i = 0; i < batch.Items.Count; i++)
        {
            if (new object?[] { batch.Items[i].Status, batch.Items[i].Disposisi, batch.Items[i].Note }.Count(change => change is not null) != 1)
            {
                throw new RuleViolation("one_change", field: $"items[{i}]");
            }
        }

        var begun = await Begin(batch, key, ct);
        if (begun.Open<BatchOutcome?>(key, batch) is { } earlier)
        {
            return Again(earlier);
        }

        var outcomes = new List<BatchItemOutcome>(batch.Items.Count);
        foreach (var item in batch.Items)
        {
            outcomes.Add(await Change(item, KeyOf(key, outcomes.Count), ct));
        }

        return await End(begun, new BatchOutcome(outcomes), batch, key, ct);
    }

    /// <summary>Claims the key for this batch; what comes back was stored by whoever came first.</summary>
    private async Task<IdempotentAnswer> Begin(ReportBatch batch, Guid key, CancellationToken ct)
    {
        var keyHash = IdempotentAnswer.HashOf(key);
        if (await Stored(keyHash, ct) is { } earlier)
        {
            return earlier;
        }

        var begun = IdempotentAnswer.Of<ReportBatch, BatchOutcome?>(key, batch, null, time.Now());
        db.IdempotentAnswers.Add(begun);
        try
        {
            await db.SaveChangesAsync(ct);
            return begun;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return (await Stored(keyHash, ct))!;
        }
    }

    private async Task<BatchItemOutcome> Change(BatchItem item, Guid key, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(actor.Value);
        IRequest<ReportStanding> command = item switch
        {
            { Status: { } status } => new ChangeStatus(item.Id, item.Version, status, key),
            { Disposisi: { } disposisi } => new ForwardReport(item.Id, item.Version, disposisi, key),
            { Note: var note } => new NoteReport(item.Id, item.Version, note!, key),
        };
        try
        {
            return new BatchItemOutcome(item.Id, StatusCodes.Status200OK, await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct), null);
        }
        catch (RuleViolation refusal)
        {
            return new BatchItemOutcome(item.Id, refusal.Status, null, BatchProblem.Of(refusal));
        }
    }

    /// <summary>Keeps the whole answer, refusals included. Of two that ran the same batch at once the first to end is believed.</summary>
    private async Task<BatchOutcome> End(IdempotentAnswer begun, BatchOutcome outcome, ReportBatch batch, Guid key, CancellationToken ct)
    {
        var answer = IdempotentAnswer.Seal<BatchOutcome?>(key, outcome);
        var kept = await db.IdempotentAnswers.Where(stored => stored.KeyHash == begun.KeyHash && stored.Sealed == begun.Sealed)
            .ExecuteUpdateAsync(row => row.SetProperty(stored => stored.Sealed, answer), ct);
        return kept == 1 ? outcome : Again((await Stored(begun.KeyHash, ct))!.Open<BatchOutcome?>(key, batch)!);
    }

    private BatchOutcome Again(BatchOutcome earlier)
    {
        replay.Happened = true;
        return earlier;
    }

    private Task<IdempotentAnswer?> Stored(byte[] keyHash, CancellationToken ct) =>
        db.IdempotentAnswers.AsNoTracking().SingleOrDefaultAsync(answer => answer.KeyHash == keyHash, ct);

    /// <summary>As hard to guess as the client's key.</summary>
    private static Guid KeyOf(Guid batch, int item) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, batch.ToByteArray(), 16, info: [.. "batch"u8, .. BitConverter.GetBytes(item)]));
}
