using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>Reads a page of what an actor may see, most urgent first, however it is sought.</summary>
internal sealed class ReportQueue(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time)
{
    internal const int ExcerptMax = 160;

    private sealed record Key(DateTimeOffset Due, Guid Id);

    /// <param name="seek">Narrows the queue by what it has no filter for.</param>
    public async Task<Page<ReportListItem>> Read(ListReports request, CancellationToken ct, Func<IQueryable<Report>, IQueryable<Report>>? seek = null)
    {
        var city = watch.Current;
        var reports = db.Reports.AsNoTracking().VisibleTo(actor.Value, city)
            .Of(request.Service, request.Kelurahan, request.Agency, request.Q).In(request.Status, request.Overdue, time.Now());
        reports = seek is null ? reports : seek(reports);
        reports = request.Escalated is { } escalated ? reports.Where(db.HasClimbedTo(actor.Value.AgencyCode, escalated)) : reports;
        if (Cursor.Read<Key>(request.After) is { } after)
        {
            reports = reports.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.DueAtOrNever, r.Id), ValueTuple.Create(after.Due.ToUniversalTime(), after.Id)));
        }

        var rows = await reports.OrderBy(r => r.DueAtOrNever).ThenBy(r => r.Id).Take(request.PageSize + 1)
            .Select(r => new { r.Id, r.TrackingCode, r.Status, r.ServiceCode, r.Place.KelurahanCode, r.AgencyCode, r.SubmittedAt, r.DueAtOrNever, r.Version, r.MergedInto, r.Place.Lat, r.Place.Lng, Excerpt = r.PublicDescription.Substring(0, ExcerptMax) })
            .ToListAsync(ct);
        var supports = await db.CountSupports([.. rows.Select(r => r.Id)], ct);
        return Cursor.Cut(
            rows, request.PageSize,
            r => new ReportListItem(
                r.Id, r.TrackingCode.ToString(), r.Status, city.ServiceNamed(r.ServiceCode), city.KelurahanNamed(r.KelurahanCode), city.AgencyNamed(r.AgencyCode),
                r.SubmittedAt, r.DueAtOrNever == Report.Never ? null : r.DueAtOrNever, r.Version, r.Excerpt, supports.GetValueOrDefault(r.Id), r.MergedInto, PointOnMap.Of(r.Lat, r.Lng)),
            r => new Key(r.DueAtOrNever, r.Id));
    }
}
