using KediriLapor.Accounts;
using KediriLapor.Monev.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Monev;

public sealed record ShowFinding(Guid FindingId) : IQuery<FindingDetail>;

/// <param name="Steps">Open to this actor, each with what it asks for.</param>
public sealed record FindingDetail(
    Guid Id, Guid WorkId, string WorkTitle, Named Kelurahan, FindingAspect Aspect, FindingGrade Grade, FindingState State, string Description, DateOnly FoundOn, DateOnly? FollowUpBy, DateOnly? FollowedUpOn,
    DateOnly? ClosedOn, int DaysLate, DateTimeOffset? AtInspectorateSince, int Version, IReadOnlyList<FindingStepItem> Steps, IReadOnlyList<FindingEntry> History);

public sealed record FindingStepItem(FindingStep Step, IReadOnlyList<FindingDemand> Demands);

/// <param name="State">After it; so are the grade and the last day for the answer.</param>
public sealed record FindingEntry(int Version, DateTimeOffset At, FindingStep Step, string By, string? Note, FindingState State, FindingGrade Grade, DateOnly? FollowUpBy);

internal sealed class ShowFindingHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ShowFinding, FindingDetail>
{
    public async Task<FindingDetail> Handle(ShowFinding request, CancellationToken cancellationToken)
    {
        var (city, who, today) = (watch.Current, actor.Value, IndonesianDate.InWib(time.Now()).Day);
        var finding = await db.Findings.AsNoTracking().Include(f => f.History).VisibleTo(who).SingleOrDefaultAsync(f => f.Id == request.FindingId, cancellationToken) ?? throw RuleViolation.NotFound();
        var title = await db.Works.Where(w => w.Id == finding.WorkId).Select(w => w.Title).SingleAsync(cancellationToken);
        var item = ListFindingsHandler.Item(finding, title, city, today);
        return new FindingDetail(
            item.Id, item.WorkId, item.WorkTitle, item.Kelurahan, item.Aspect, item.Grade, item.State, item.Description, item.FoundOn, item.FollowUpBy, item.FollowedUpOn, item.ClosedOn, item.DaysLate,
            item.AtInspectorateSince, item.Version,
            [.. finding.Steps(who.WalksAt(finding.KelurahanCode)).Select(edge => new FindingStepItem(edge.Step, [.. Enum.GetValues<FindingDemand>().Where(demand => demand != FindingDemand.None && edge.Demands.HasFlag(demand))]))],
            [.. finding.History.OrderBy(e => e.Version).Select(e => new FindingEntry(e.Version, e.At, e.Step, e.ActorName, e.Note, e.After.State, e.After.Grade, e.After.FollowUpBy))]);
    }
}
