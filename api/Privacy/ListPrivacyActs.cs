using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>Of which reports personal data were corrected, erased or anonymised, newest first. Each page that is looked at is an <see cref="AuditView"/>.</summary>
public sealed record ListPrivacyActs(Guid? Report, int PageSize, string? After) : ICommand<Page<PrivacyActItem>>;

/// <param name="By">The reporter, or the program when the time to keep them was over.</param>
public sealed record PrivacyActItem(Guid Id, DateTimeOffset At, Guid ReportId, PrivacyActKind Kind, ActorKind By);

internal sealed class ListPrivacyActsHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<ListPrivacyActs, Page<PrivacyActItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<PrivacyActItem>> Handle(ListPrivacyActs request, CancellationToken cancellationToken)
    {
        var acts = db.PrivacyActs.AsNoTracking();
        acts = request.Report is { } report ? acts.Where(a => a.ReportId == report) : acts;
        acts = Cursor.Read<Key>(request.After) is { } after ? acts.Where(a => a.Id < after.Id) : acts;

        db.AuditViews.Add(new AuditView(AuditLog.PrivacyActs, request.Report, ofAccountId: null, actor.Value, time.Now()));
        var rows = await acts.OrderByDescending(a => a.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, a => new PrivacyActItem(a.Id, a.At, a.ReportId, a.Kind, a.By), a => new Key(a.Id));
    }
}
