using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>Who looked into which log, newest first. It tells of nobody's contact, and looking at it is not itself written down.</summary>
public sealed record ListAuditViews(int PageSize, string? After) : IQuery<Page<AuditViewItem>>;

public sealed record AuditViewItem(Guid Id, DateTimeOffset At, AuditLog Log, Guid? ReportId, Guid? OfAccountId, Guid AccountId, string ViewerName);

internal sealed class ListAuditViewsHandler(AppDb db) : IRequestHandler<ListAuditViews, Page<AuditViewItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<AuditViewItem>> Handle(ListAuditViews request, CancellationToken cancellationToken)
    {
        var views = db.AuditViews.AsNoTracking();
        views = Cursor.Read<Key>(request.After) is { } after ? views.Where(v => v.Id < after.Id) : views;
        var rows = await views.OrderByDescending(v => v.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, v => new AuditViewItem(v.Id, v.At, v.Log, v.ReportId, v.OfAccountId, v.AccountId, v.ViewerName), v => new Key(v.Id));
    }
}
