using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.HandOvers;

/// <summary>Notes in the history, once, that a receiver let its days go by; the verifiers hear of it. Due by the calendar as it is now.</summary>
public sealed record NoteSilentHandOvers : IBatchCommand;

internal sealed class NoteSilentHandOversHandler(AppDb db, CityWatch watch, HandOverTerms terms, TimeProvider time) : IRequestHandler<NoteSilentHandOvers, int>
{
    private const int Batch = 100;

    public async Task<int> Handle(NoteSilentHandOvers request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        // the longest wait is the first to end: days go by for all alike
        var waits = await db.HandOverWaits.FromSql($"SELECT * FROM hand_over_waits ORDER BY since, hand_over_id LIMIT {Batch} FOR UPDATE SKIP LOCKED").ToListAsync(cancellationToken);
        var ids = waits.Select(wait => wait.HandOverId).ToArray();
        var handOvers = await db.HandOvers.AsNoTracking().Where(h => ids.Contains(h.Id)).ToListAsync(cancellationToken);
        var due = handOvers.Where(handOver => terms.AnswerBy(handOver, city) <= now).ToArray();
        foreach (var handOver in due)
        {
            db.HandOverWaits.Remove(waits.Single(wait => wait.HandOverId == handOver.Id));
            if (!await db.Stands(handOver, cancellationToken))
            {
                continue;
            }

            var report = await db.Reports.Include(r => r.History).SingleAsync(r => r.Id == handOver.ReportId, cancellationToken);
            report.NoteSilence(handOver, terms.AnswerBy(handOver, city), city.TermsOf(report.ServiceCode), now);
        }

        return due.Length;
    }
}
