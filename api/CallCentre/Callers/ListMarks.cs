using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Callers;

/// <summary>The marks, newest first; those that are over stay in the list as what was decided.</summary>
public sealed record ListMarks(MarkReview[] Reviews, int PageSize, string? After) : IQuery<Page<MarkItem>>;

internal sealed class ListMarksHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<ListMarks, Page<MarkItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<MarkItem>> Handle(ListMarks request, CancellationToken cancellationToken)
    {
        var marks = db.CallerMarks.AsNoTracking();
        marks = request.Reviews.Length == 0 ? marks : marks.Where(m => request.Reviews.Contains(m.Review));
        marks = Cursor.Read<Key>(request.After) is { } after ? marks.Where(m => m.Id < after.Id) : marks;
        var rows = await marks.OrderByDescending(m => m.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, m => MarkItem.Of(m, actor.Value.AccountId, time.Now()), m => new Key(m.Id));
    }
}
