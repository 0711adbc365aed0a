using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>Takes "not the same" back; nothing happens where it was never said.</summary>
public sealed record RestoreSimilarity(Guid ReportId, Guid OtherId) : ICommand<Unit>;

internal sealed class RestoreSimilarityHandler(AppDb db, CityWatch watch, CurrentActor actor) : IRequestHandler<RestoreSimilarity, Unit>
{
    public async Task<Unit> Handle(RestoreSimilarity request, CancellationToken cancellationToken)
    {
        await db.RequirePair(request.ReportId, request.OtherId, actor.Value, watch.Current, cancellationToken);
        var (low, high) = SimilarityRejection.Pair(request.ReportId, request.OtherId);
        await db.SimilarityRejections.Where(pair => pair.LowId == low && pair.HighId == high).ExecuteDeleteAsync(cancellationToken);
        return Unit.Value;
    }
}
