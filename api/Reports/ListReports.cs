using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>The queue of an actor, most urgent first, reports without a running clock last.</summary>
/// <param name="Escalated">Whether the running clock has climbed to the actor's own unit.</param>
public sealed record ListReports(
    ReportStatus[] Status, string? Service, string? Kelurahan, string? Agency, bool? Overdue, bool? Escalated, string? Q, int PageSize, string? After) : IQuery<Page<ReportListItem>>;

/// <param name="Excerpt">The beginning of the reporter's words, at most <see cref="ListReportsHandler.ExcerptMax"/> characters.</param>
/// <param name="Supports">How many said "saya juga".</param>
/// <param name="MergedInto">The report that is handled in its place.</param>
public sealed record ReportListItem(
    Guid Id, string TrackingCode, ReportStatus Status, Named Service, Named? Kelurahan, Named? Agency, DateTimeOffset SubmittedAt, DateTimeOffset? DueAt, int Version,
    string Excerpt, int Supports, Guid? MergedInto);

internal sealed class ListReportsHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ListReports, Page<ReportListItem>>
{
    internal const int ExcerptMax = 160;

    private sealed record Key(DateTimeOffset Due, Guid Id);

    public async Task<Page<ReportListItem>> Handle(ListReports request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var reports = db.Reports.AsNoTracking().VisibleTo(actor.Value, city)
            .Of(request.Service, request.Kelurahan, request.Agency, request.Q).In(request.Status, request.Overdue, time.Now());
        reports = request.Escalated is { } escalated ? reports.Where(db.HasClimbedTo(actor.Value.AgencyCode, escalated)) : reports;
        if (Cursor.Read<Key>(request.After) is { } after)
        {
            reports = reports.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.DueAtOrNever, r.Id), ValueTuple.Create(after.Due.ToUniversalTime(), after.Id)));
        }

        var rows = await reports.OrderBy(r => r.DueAtOrNever).ThenBy(r => r.Id).Take(request.PageSize + 1)
            .Select(r => new { r.Id, r.TrackingCode, r.Status, r.ServiceCode, r.Place.KelurahanCode, r.AgencyCode, r.SubmittedAt, r.DueAtOrNever, r.Version, r.MergedInto, Excerpt = r.Description.Substring(0, ExcerptMax) })
            .ToListAsync(cancellationToken);
        var supports = await db.CountSupports([.. rows.Select(r => r.Id)], cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize,
            r => new ReportListItem(
                r.Id, r.TrackingCode.ToString(), r.Status, city.ServiceNamed(r.ServiceCode), city.KelurahanNamed(r.KelurahanCode), city.AgencyNamed(r.AgencyCode),
                r.SubmittedAt, r.DueAtOrNever == Report.Never ? null : r.DueAtOrNever, r.Version, r.Excerpt, supports.GetValueOrDefault(r.Id), r.MergedInto),
            r => new Key(r.DueAtOrNever, r.Id));
    }
}
