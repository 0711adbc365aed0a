using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Proof;

/// <summary>The signed roots, newest first.</summary>
public sealed record ListHistoryRoots(int PageSize, string? After) : IQuery<Page<SignedRoot>>;

internal sealed class ListHistoryRootsHandler(AppDb db) : IRequestHandler<ListHistoryRoots, Page<SignedRoot>>
{
    private sealed record Key(DateOnly Date);

    public async Task<Page<SignedRoot>> Handle(ListHistoryRoots request, CancellationToken cancellationToken)
    {
        var roots = db.HistoryRoots.AsNoTracking();
        if (Cursor.Read<Key>(request.After) is { } after)
        {
            roots = roots.Where(root => root.Date < after.Date);
        }

        var rows = await roots.OrderByDescending(root => root.Date).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, root => root, root => new Key(root.Date));
    }
}
