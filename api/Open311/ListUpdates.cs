using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Open311;

/// <summary>What happened to requests in a window of time, oldest first.</summary>
/// <param name="Test">Those of the test endpoint.</param>
internal sealed record ListUpdates(DateTimeOffset From, DateTimeOffset To, Paging Page, bool Test) : IQuery<FoundUpdates>;

internal sealed record FoundUpdates(IReadOnlyList<RequestUpdate> Items, bool HasMore);

/// <param name="Status">In the words of the updates extension.</param>
internal sealed record RequestUpdate(Guid RequestId, int Sequence, string Status, DateTimeOffset At, string Description)
{
    /// <summary>A row of a history is never rewritten, and neither is its name.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{RequestId}.{Sequence}");
}

internal sealed class ListUpdatesHandler(AppDb db, RequestWords words, CityWatch watch) : IRequestHandler<ListUpdates, FoundUpdates>
{
    /// <summary>What everybody may hear of; who merged what, and what colleagues tell each other, is not among it.</summary>
    private static readonly ReportEventType[] Told =
        [ReportEventType.Routed, ReportEventType.Returned, ReportEventType.Reopened, ReportEventType.StatusChanged, ReportEventType.Noted, ReportEventType.Merged, ReportEventType.HandOverAcknowledged];

    public Task<FoundUpdates> Handle(ListUpdates request, CancellationToken cancellationToken) => request.Test ? Tested(request, cancellationToken) : Happened(request, cancellationToken);

    private async Task<FoundUpdates> Tested(ListUpdates request, CancellationToken ct)
    {
        var rows = await db.TestRequests.AsNoTracking().Where(t => t.LastUpdateId != null && t.UpdatedAt >= request.From && t.UpdatedAt <= request.To)
            .OrderBy(t => t.UpdatedAt).ThenBy(t => t.Id).Skip(request.Page.Offset).Take(request.Page.Limit + 1).ToListAsync(ct);
        return new FoundUpdates(
            [.. rows.Take(request.Page.Limit).Select(t => new RequestUpdate(
                t.Id, t.Version, Statuses.Detailed(t.Status, t.Outcome), t.UpdatedAt,
                Statuses.Words(t.Status, t.Outcome, watch.Current.AgencyNamed(t.AgencyCode)?.Name, null)))],
            rows.Count > request.Page.Limit);
    }

    private async Task<FoundUpdates> Happened(ListUpdates request, CancellationToken cancellationToken)
    {
        var rows = await db.ReportEvents.AsNoTracking()
            .Where(e => e.At >= request.From && e.At <= request.To && Told.Contains(e.Type) && (e.Type != ReportEventType.Noted || e.PublicNote != null))
            .Where(e => db.PublicReports.Any(r => r.Id == e.ReportId))
            .OrderBy(e => e.At).ThenBy(e => e.ReportId).ThenBy(e => e.Sequence).Skip(request.Page.Offset).Take(request.Page.Limit + 1)
            .Select(e => new { e.ReportId, e.Sequence, e.Type, e.Status, e.Reason, e.At, e.AgencyCode, e.PublicNote })
            .ToListAsync(cancellationToken);
        var page = rows.Take(request.Page.Limit).ToArray();
        var readable = await words.Of([.. page.Select(e => e.ReportId).Distinct()], cancellationToken);
        var city = watch.Current;
        return new FoundUpdates(
            [
                .. page.Where(e => e.Type != ReportEventType.Noted || readable.ContainsKey(e.ReportId)).Select(e =>
                {
                    Outcome? outcome = e.Status == ReportStatus.Closed ? e.Type.Outcome(e.Reason) : null;
                    var status = StatusOf(e.Type) ?? Statuses.Detailed(e.Status, outcome);
                    var note = readable.ContainsKey(e.ReportId) ? e.PublicNote : null;
                    return new RequestUpdate(e.ReportId, e.Sequence, status, e.At, note ?? Statuses.Words(e.Status, outcome, city.AgencyNamed(e.AgencyCode)?.Name, null));
                }),
            ],
            rows.Count > request.Page.Limit);
    }

    /// <summary>Null where the report's own status says it.</summary>
    private static string? StatusOf(ReportEventType type) =>
        type == ReportEventType.Merged ? "duplicate" : type == ReportEventType.Reopened ? "reopen" : type == ReportEventType.Noted ? "unchanged" : null;
}
