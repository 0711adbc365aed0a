using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>Every plan that bound a work, newest first.</summary>
public sealed record ListWorkPlans(Guid WorkId, int PageSize, string? After) : IQuery<Page<WorkPlanItem>>;

/// <param name="Number">1, 2, 3 …; 1 stood in the DPA first.</param>
/// <param name="Reason">Why it differs from the one before; null for the first.</param>
/// <param name="Planned">Rupiah: the sum of the lines.</param>
public sealed record WorkPlanItem(int Number, DateTimeOffset At, string? By, string? Reason, WorkPlanDetail Plan, IReadOnlyList<WorkBudgetLine> Budget, long Planned)
{
    internal static WorkPlanItem Of(WorkPlanVersion version, bool named) => new(
        version.Number, version.At, named ? version.ActorName : null, version.Reason, ShowWorkHandler.PlanOf(version.Plan), version.Plan.Budget, version.Plan.Total);
}

internal sealed class ListWorkPlansHandler(AppDb db, CurrentActor actor) : IRequestHandler<ListWorkPlans, Page<WorkPlanItem>>
{
    private sealed record Key(int Number);

    public async Task<Page<WorkPlanItem>> Handle(ListWorkPlans request, CancellationToken cancellationToken)
    {
        if (!await db.Works.VisibleTo(actor.Value).AnyAsync(w => w.Id == request.WorkId, cancellationToken))
        {
            throw RuleViolation.NotFound();
        }

        var plans = db.WorkPlans.AsNoTracking().Where(p => p.WorkId == request.WorkId);
        plans = Cursor.Read<Key>(request.After) is { } after ? plans.Where(p => p.Number < after.Number) : plans;
        var rows = await plans.OrderByDescending(p => p.Number).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, plan => WorkPlanItem.Of(plan, named: true), plan => new Key(plan.Number));
    }
}
