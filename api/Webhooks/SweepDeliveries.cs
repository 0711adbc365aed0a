using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>Forgets deliveries that were finished a month ago, with their attempts; the events themselves stay, and can be replayed.</summary>
public sealed record SweepDeliveries : IBatchCommand
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
}

internal sealed class SweepDeliveriesHandler(AppDb db, TimeProvider time) : IRequestHandler<SweepDeliveries, int>
{
    private const int Batch = 1000;

    public async Task<int> Handle(SweepDeliveries request, CancellationToken cancellationToken)
    {
        var end = time.Now() - SweepDeliveries.Kept;
        var over = db.Deliveries.Where(d => d.FinishedAt < end).OrderBy(d => d.FinishedAt).Take(Batch).Select(d => d.Id);
        return await db.Deliveries.Where(d => over.Contains(d.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
