using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Open311;

/// <summary>Requests of one window, or those that are named.</summary>
/// <param name="Test">Those of the test endpoint.</param>
internal sealed record ListRequests(RequestFilter Filter, bool Test) : IQuery<FoundRequests>;

/// <param name="Words">By report: of those that the asking client may read.</param>
/// <param name="Total">Of all pages; null where nobody pages, or where there are more than are counted.</param>
internal sealed record FoundRequests(IReadOnlyList<PublicReport> Items, IReadOnlyDictionary<Guid, OwnWords> Words, bool HasMore, int? Total);

internal sealed class ListRequestsHandler(AppDb db, RequestWords words) : IRequestHandler<ListRequests, FoundRequests>
{
    private const int CountMax = 20_000;

    private static readonly ReportStatus[] Ended = [ReportStatus.Resolved, ReportStatus.Closed];

    public async Task<FoundRequests> Handle(ListRequests request, CancellationToken cancellationToken)
    {
        var (filter, page) = (request.Filter, request.Filter.Page);
        var all = request.Test ? db.TestRequests.Select(TestRequest.Shown) : db.PublicReports.AsNoTracking();
        var found = filter.Ids is { } ids ? all.Where(r => ids.Contains(r.Id)) : Narrow(all, filter);
        int? total = page.IsOneOfMany ? await found.Take(CountMax + 1).CountAsync(cancellationToken) : null;
        var rows = await Sorted(found, filter).Skip(page.Offset).Take(page.Limit + 1).ToListAsync(cancellationToken);
        var items = rows.Take(page.Limit).ToArray();
        return new FoundRequests(items, await words.Of([.. items.Select(r => r.Id)], cancellationToken), rows.Count > page.Limit, total <= CountMax ? total : null);
    }

    /// <summary>Version 7 ids begin with their time: a window of requests is a range of the key.</summary>
    private static IQueryable<PublicReport> Narrow(IQueryable<PublicReport> reports, RequestFilter filter)
    {
        if (filter.Requested is { } requested)
        {
            var (first, after) = (TimeKey.Of(requested.From), TimeKey.Of(requested.To.AddMilliseconds(1)));
            reports = reports.Where(r => r.Id >= first && r.Id < after && r.SubmittedAt >= requested.From && r.SubmittedAt <= requested.To);
        }

        reports = filter.Updated is { } updated ? reports.Where(r => r.UpdatedAt >= updated.From && r.UpdatedAt <= updated.To) : reports;
        reports = filter.Services.Count > 0 ? reports.Where(r => filter.Services.Contains(r.ServiceCode)) : reports;
        reports = filter.Agencies.Count > 0 ? reports.Where(r => filter.Agencies.Contains(r.AgencyCode)) : reports;
        reports = filter.IsOpen switch
        {
            true => reports.Where(r => !Ended.Contains(r.Status) && r.MergedInto == null),
            false => reports.Where(r => Ended.Contains(r.Status) || r.MergedInto != null),
            null => reports,
        };
        return filter.Within is { } box
            ? reports.Where(r => r.Lat >= box.South && r.Lat <= box.North && r.Lng >= box.West && r.Lng <= box.East)
            : reports;
    }

    private static IQueryable<PublicReport> Sorted(IQueryable<PublicReport> reports, RequestFilter filter) => (filter.ByUpdate, filter.OldestFirst) switch
    {
        (false, false) => reports.OrderByDescending(r => r.Id),
        (false, true) => reports.OrderBy(r => r.Id),
        (true, false) => reports.OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id),
        (true, true) => reports.OrderBy(r => r.UpdatedAt).ThenBy(r => r.Id),
    };
}
