using KediriLapor.Deadlines;
using KediriLapor.Merata.Model;
using KediriLapor.Mobmas;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace KediriLapor.Persistence;

/// <summary>A command under a key: sending it again under the same key gives the first answer again, also after a crash.</summary>
public interface IIdempotentCommand<out TResponse> : ICommand<TResponse>
{
    /// <summary>The client's <c>Idempotency-Key</c>, or one that follows from it; null where an <c>If-Match</c> alone guards the change.</summary>
    Guid? IdempotencyKey { get; }
}

/// <summary>Whether this request was answered from memory: the door tells it as <c>Idempotency-Replayed</c>.</summary>
public sealed class Replay
{
    public bool Happened { get; internal set; }
}

/// <summary>
/// Ends every command with one SaveChanges: the report, its history, its outbox rows and the idempotent answer are stored
/// together or not at all. Two requests under one key meet at the primary key, or before it at the report that both change: the
/// second waits there and replays the first.
/// </summary>
internal sealed class Commit<TRequest, TResponse>(AppDb db, TimeProvider time, Replay replay) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    private const int Tries = 3;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IIdempotentCommand<TResponse> { IdempotencyKey: { } key })
        {
            for (var tried = 1; ; tried++)
            {
                try
                {
                    return await Whole(request, next, cancellationToken);
                }
                catch (Exception e) when (request is IBatchCommand && tried < Tries && e.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected })
                {
                    // a batch takes many rows, and a relay may take some of them in another order: whom PostgreSQL sends away begins again
                    db.ChangeTracker.Clear();
                }
            }
        }

        var keyHash = IdempotentAnswer.HashOf(key);
        if (await Earlier(keyHash, cancellationToken) is { } earlier)
        {
            return Again(earlier, key, request);
        }

        try
        {
            await using var transaction = request is ITakesTurns turn ? await TakeTurn(turn, cancellationToken) : null;
            var answer = await next();
            db.IdempotentAnswers.Add(IdempotentAnswer.Of(key, request, answer, time.Now()));
            await Save(cancellationToken);
            await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
            return answer;
        }
        catch (Exception e) when (e is RuleViolation || IsTaken(e))
        {
            // what stands in the way may be its own twin, which was faster
            db.ChangeTracker.Clear();
            if (await Earlier(keyHash, cancellationToken) is { } twin)
            {
                return Again(twin, key, request);
            }

            throw;
        }
    }

    private async Task<TResponse> Whole(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        await using var transaction = request is ITakesTurns turn ? await TakeTurn(turn, ct) : request is IBatchCommand ? await db.Database.BeginTransactionAsync(ct) : null;
        var response = await next();
        await Save(ct);
        await (transaction?.CommitAsync(ct) ?? Task.CompletedTask);
        return response;
    }

    private async Task<IDbContextTransaction> TakeTurn(ITakesTurns request, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({request.Turn}))", ct);
        return transaction;
    }

    private static bool IsTaken(Exception e) => e is DbUpdateException
    {
        InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: IdempotentAnswer.Table },
    };

    private Task<IdempotentAnswer?> Earlier(byte[] keyHash, CancellationToken ct) => IdempotentAnswer.Find(db, keyHash, ct);

    private TResponse Again(IdempotentAnswer earlier, Guid key, TRequest request)
    {
        replay.Happened = true;
        return earlier.Open<TResponse>(key, request);
    }

    private async Task Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (Exception e) when (db.Database.CurrentTransaction is null && Overtaken(e) && (db.Expected ?? db.ChangeTracker.Entries<Report>().FirstOrDefault()?.Entity) is { } report)
        {
            throw AppDb.Stale(await db.Reports.Where(r => r.Id == report.Id).Select(r => r.Version).SingleAsync(ct));
        }
        catch (DbUpdateException e) when (IsRace(e) && db.ChangeTracker.Entries<CalendarChange>().Any())
        {
            throw AppDb.Stale(await db.CalendarVersion(ct));
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: CarRequest.NoRideOfAnonymous })
        {
            throw new RuleViolation("report_anonymous", field: "reportId");
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "work_links" })
        {
            throw new RuleViolation("report_linked", StatusCodes.Status409Conflict, "report");
        }
        catch (DbUpdateException e) when (db.Database.CurrentTransaction is null && IsRace(e) && db.ChangeTracker.Entries<Work>().FirstOrDefault()?.Entity is { Version: > 1 } work)
        {
            // the files that came with it are written first, and it is them that the failure names
            throw AppDb.Stale(await db.Works.Where(w => w.Id == work.Id).Select(w => w.Version).SingleAsync(ct));
        }
        catch (DbUpdateException e) when (db.Database.CurrentTransaction is null && IsRace(e) && e.Entries is [{ } overtaken, ..] && overtaken.Metadata.FindProperty(nameof(Report.Version)) is not null)
        {
            throw await overtaken.GetDatabaseValuesAsync(ct) is { } stored ? AppDb.Stale(stored.GetValue<int>(nameof(Report.Version))) : RuleViolation.NotFound();
        }
        catch (DbUpdateException e) when (db.Database.CurrentTransaction is null && IsExcluded(e) && db.ChangeTracker.Entries<CarRequest>().FirstOrDefault()?.Entity is { } lost)
        {
            throw await db.Taken(lost, time.Now(), ct);
        }
        catch (DbUpdateException e) when (IsExcluded(e))
        {
            throw new RuleViolation("rule_overlaps", StatusCodes.Status409Conflict);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("conflict", StatusCodes.Status409Conflict);
        }
    }

    private static bool IsExcluded(DbUpdateException e) => e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation };

    /// <summary>The row has moved since it was read, is there already, or was about to be, and whoever wrote it held what this one waits for.</summary>
    private static bool IsRace(DbUpdateException e) =>
        e is DbUpdateConcurrencyException || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected };

    /// <summary>
    /// Somebody else was faster on the same report: its version has moved, or one of the rows that are keyed by report and
    /// sequence is there already; which of them is met first is the batch's choice. A clock that has locked the report meets its own
    /// row at that key from the other side: PostgreSQL ends such a deadlock, and who is ended was overtaken just the same.
    /// </summary>
    private static bool Overtaken(Exception e) =>
        e is DbUpdateConcurrencyException { Entries: [{ Entity: Report }, ..] }
        || e.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected }
        || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "report_events" or "routing_records" or "outbox" or "reporter_contacts" or "hand_overs" or "open311_updates" };
}
