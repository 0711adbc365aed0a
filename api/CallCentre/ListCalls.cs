using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre;

/// <summary>The call log, newest first.</summary>
/// <param name="Own">Only the reader's own.</param>
/// <param name="Dispatch">Only those about one emergency.</param>
public sealed record ListCalls(CallKind[] Kinds, bool Own, Guid? Dispatch, int PageSize, string? After) : IQuery<Page<CallItem>>;

internal sealed class ListCallsHandler(AppDb db, CityWatch watch, CurrentActor actor) : IRequestHandler<ListCalls, Page<CallItem>>
{
    private sealed record Key(DateTimeOffset At, Guid Id);

    public async Task<Page<CallItem>> Handle(ListCalls request, CancellationToken cancellationToken)
    {
        var (city, who, me) = (watch.Current, actor.Value, actor.Value.AccountId);
        var calls = db.Calls.AsNoTracking();
        calls = request.Kinds.Length == 0 ? calls : calls.Where(c => request.Kinds.Contains(c.Kind));
        calls = request.Own ? calls.Where(c => c.OperatorId == me) : calls;
        calls = request.Dispatch is { } dispatch ? calls.Where(c => c.DispatchId == dispatch) : calls;
        calls = Cursor.Read<Key>(request.After) is { } after ? calls.Where(c => c.At < after.At || (c.At == after.At && c.Id < after.Id)) : calls;
        var rows = await calls.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(request.PageSize + 1).WithCodes(db).ToListAsync(cancellationToken);
        var cars = await db.CarsOf([.. rows.Select(row => row.Call.ReportId).OfType<Guid>()], who, city, cancellationToken);
        return Cursor.Cut(rows, request.PageSize, row => CallItem.Of(row, row.Call.ReportId is { } report ? cars[report] : [], me, city), row => new Key(row.Call.At, row.Call.Id));
    }
}

internal static class CallRows
{
    /// <summary>With the number of the report that each became.</summary>
    public static IQueryable<CallRow> WithCodes(this IQueryable<Call> calls, AppDb db) =>
        from call in calls
        join report in db.Reports on call.ReportId equals report.Id into reports
        from report in reports.DefaultIfEmpty()
        select new CallRow(call, report == null ? null : (TrackingCode?)report.TrackingCode);
}
