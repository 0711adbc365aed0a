using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>"Not the same": the two are no longer suggested for each other. Saying it twice says nothing more.</summary>
public sealed record RejectSimilarity(Guid ReportId, Guid OtherId) : ICommand<Unit>;

internal sealed class RejectSimilarityHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<RejectSimilarity, Unit>
{
    public async Task<Unit> Handle(RejectSimilarity request, CancellationToken cancellationToken)
    {
        await db.RequirePair(request.ReportId, request.OtherId, actor.Value, watch.Current, cancellationToken);
        var rejection = new SimilarityRejection(request.ReportId, request.OtherId, actor.Value, time.Now());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO similarity_rejections (low_id, high_id, at, account_id)
            VALUES ({rejection.LowId}, {rejection.HighId}, {rejection.At}, {rejection.AccountId}) ON CONFLICT DO NOTHING
            """,
            cancellationToken);
        return Unit.Value;
    }
}

internal static class SimilarPairs
{
    /// <exception cref="RuleViolation"><c>not_found</c>: one of them is not the actor's to see, or they are one; <c>permission_required</c>: the first is not the actor's to handle.</exception>
    public static async Task RequirePair(this AppDb db, Guid one, Guid other, Actor actor, City city, CancellationToken ct)
    {
        var pair = await db.Reports.VisibleTo(actor, city).Where(r => r.Id == one || r.Id == other).Select(r => new { r.Id, r.AgencyCode }).ToListAsync(ct);
        Report.RequireHandler(pair.Count == 2 ? city.RolesOf(actor, pair.Single(r => r.Id == one).AgencyCode) : throw RuleViolation.NotFound());
    }
}
