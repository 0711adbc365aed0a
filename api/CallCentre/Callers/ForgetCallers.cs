using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Callers;

/// <summary>
/// Takes number, words and place out of the calls whose time is over (<see cref="Call.NoiseKept"/>, <see cref="Call.MatterKept"/>), and
/// throws marks away with the calls they rest on. What is left counts: when, and what kind.
/// </summary>
public sealed record ForgetCallers : IBatchCommand;

internal sealed class ForgetCallersHandler(AppDb db, TimeProvider time) : IRequestHandler<ForgetCallers, int>
{
    private const int Batch = 500;

    public async Task<int> Handle(ForgetCallers request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var (noise, matter) = (now - Call.NoiseKept, now - Call.MatterKept);
        var forgotten = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE calls SET phone_sealed = NULL, phone_index = NULL, phone_tail = NULL, note = NULL, place = NULL
            WHERE ctid = ANY(ARRAY(
                SELECT ctid FROM calls
                WHERE at <= {noise} AND (phone_sealed IS NOT NULL OR note IS NOT NULL OR place IS NOT NULL)
                  AND (at <= {matter} OR (kind NOT IN ('Emergency', 'Complaint') AND report_id IS NULL AND dispatch_id IS NULL))
                ORDER BY at LIMIT {Batch} FOR UPDATE SKIP LOCKED))
            """,
            cancellationToken);
        await db.CallerMarks.Where(m => m.ExpiresAt <= noise).ExecuteDeleteAsync(cancellationToken);
        return forgotten;
    }
}
