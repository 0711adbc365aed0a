using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>Events that a consumer could not take in and that the relay has given up (docs/decisions/0005); newest first.</summary>
public sealed record ListDeadEvents(int PageSize, string? After) : IQuery<Page<DeadEvent>>;

public sealed record DeadEvent(long Id, string Consumer, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset DeadAt);

internal sealed class ListDeadEventsHandler(AppDb db) : IRequestHandler<ListDeadEvents, Page<DeadEvent>>
{
    public async Task<Page<DeadEvent>> Handle(ListDeadEvents request, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<LastSeen>(request.After);
        var rows = await db.Outbox.Where(m => m.DeadAt != null && (after == null || m.Id < after.Id)).OrderByDescending(m => m.Id).Take(request.PageSize + 1)
            .Select(m => new DeadEvent(m.Id, m.Consumer, m.CreatedAt, m.Attempts, m.DeadAt!.Value)).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, row => row, row => new LastSeen(row.Id));
    }

    private sealed record LastSeen(long Id);
}
