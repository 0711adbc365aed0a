using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Persistence;

/// <summary>Forgets the answers that nobody may ask for again (<see cref="IdempotentAnswer.Kept"/>).</summary>
public sealed record SweepIdempotentAnswers : IBatchCommand;

internal sealed class SweepIdempotentAnswersHandler(AppDb db, TimeProvider time) : IRequestHandler<SweepIdempotentAnswers, int>
{
    private const int Batch = 1000;

    public Task<int> Handle(SweepIdempotentAnswers request, CancellationToken cancellationToken)
    {
        var oldest = time.Now() - IdempotentAnswer.Kept;
        return db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM idempotent_answers WHERE ctid = ANY(ARRAY(
                SELECT ctid FROM idempotent_answers WHERE created_at <= {oldest}
                ORDER BY created_at LIMIT {Batch} FOR UPDATE SKIP LOCKED))
            """,
            cancellationToken);
    }
}
