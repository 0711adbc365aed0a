using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Dispatches;

public sealed record ShowDispatch(Guid DispatchId) : IQuery<DispatchDetail>;

/// <summary>An emergency with all that happened and all that was handed over.</summary>
/// <param name="Calls">How many callers told of it.</param>
public sealed record DispatchDetail(DispatchItem Dispatch, int Calls, IReadOnlyList<DispatchHistoryItem> History, IReadOnlyList<DispatchHandOverItem> HandOvers);

public sealed record DispatchHistoryItem(int Version, DispatchEventType Type, DateTimeOffset At, DateTimeOffset HappenedAt, Named? Agency, UnitStep? Step, string? Note, string By);

/// <summary>Who left the matter to whom, and what was found.</summary>
/// <param name="To">A unit of the city; with neither this nor a name the matter ended there.</param>
public sealed record DispatchHandOverItem(DateTimeOffset At, Named From, Named? To, string? ToName, string Found, string By);

internal sealed class ShowDispatchHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ShowDispatch, DispatchDetail>
{
    public async Task<DispatchDetail> Handle(ShowDispatch request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var dispatch = await db.Dispatches.AsNoTracking().VisibleTo(actor.Value).Include(d => d.Units).Include(d => d.History).Include(d => d.HandOvers).AsSplitQuery()
            .SingleOrDefaultAsync(d => d.Id == request.DispatchId, cancellationToken) ?? throw RuleViolation.NotFound();
        var calls = await db.Calls.CountAsync(c => c.DispatchId == request.DispatchId, cancellationToken);
        return new DispatchDetail(
            DispatchItem.Of(dispatch, actor.Value, city, time.Now()), calls,
            [.. dispatch.History.OrderBy(e => e.Version).Select(e => new DispatchHistoryItem(e.Version, e.Type, e.At, e.HappenedAt, city.AgencyNamed(e.AgencyCode), e.Step, e.Note, e.ActorName))],
            [.. dispatch.HandOvers.OrderBy(h => h.Version).Select(h => new DispatchHandOverItem(h.At, city.AgencyNamed(h.AgencyCode)!, city.AgencyNamed(h.ToAgencyCode), h.ToName, h.Found, h.ByName))]);
    }
}
