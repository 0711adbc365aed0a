using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>The board: newest first, of those that the reader sees.</summary>
public sealed record ListDispatches(DispatchState[] States, int PageSize, string? After) : IQuery<Page<DispatchItem>>;

internal sealed class ListDispatchesHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ListDispatches, Page<DispatchItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<DispatchItem>> Handle(ListDispatches request, CancellationToken cancellationToken)
    {
        var (city, who, now) = (watch.Current, actor.Value, time.Now());
        var dispatches = db.Dispatches.AsNoTracking().VisibleTo(who);
        dispatches = request.States.Length == 0 ? dispatches : dispatches.Where(d => request.States.Contains(d.State));
        dispatches = Cursor.Read<Key>(request.After) is { } after ? dispatches.Where(d => d.Id < after.Id) : dispatches;
        var rows = await dispatches.OrderByDescending(d => d.Id).Take(request.PageSize + 1).Include(d => d.Units).AsSplitQuery().ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, d => DispatchItem.Of(d, who, city, now), d => new Key(d.Id));
    }
}
