using System.Linq.Expressions;
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
    private sealed record Key(DateTimeOffset Due, Guid Id);

    /// <param name="seek">What <see cref="ListReports.Q"/> means; all other filters are kept to here.</param>
    public async Task<Page<ReportListItem>> Read(ListReports request, Func<IQueryable<Report>, IQueryable<Report>> seek, CancellationToken ct)
    {
        var city = watch.Current;
        var reports = seek(Filter(db.Reports.AsNoTracking().VisibleTo(actor.Value, city), request, time.Now()));
        reports = request.Escalated is { } escalated ? reports.Where(HasClimbedTo(actor.Value.AgencyCode, escalated)) : reports;
        if (Cursor.Read<Key>(request.After) is { } after)
        {
            reports = reports.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.DueAtOrNever, r.Id), ValueTuple.Create(after.Due.ToUniversalTime(), after.Id)));
        }

        var rows = await reports.OrderBy(r => r.DueAtOrNever).ThenBy(r => r.Id).Take(request.PageSize + 1)
            .Select(r => new { r.Id, r.TrackingCode, r.Status, r.ServiceCode, r.Place.KelurahanCode, r.AgencyCode, r.SubmittedAt, r.DueAtOrNever, r.Version, r.MergedInto })
            .ToListAsync(ct);
        var supports = await db.CountSupports([.. rows.Select(r => r.Id)], ct);
        return Cursor.Cut(
            rows, request.PageSize,
            r => new ReportListItem(
                r.Id, r.TrackingCode.ToString(), r.Status, city.ServiceNamed(r.ServiceCode), city.KelurahanNamed(r.KelurahanCode), city.AgencyNamed(r.AgencyCode),
                r.SubmittedAt, r.DueAtOrNever == Report.Never ? null : r.DueAtOrNever, r.Version, supports.GetValueOrDefault(r.Id), r.MergedInto),
            r => new Key(r.DueAtOrNever, r.Id));
    }

    private Expression<Func<Report, bool>> HasClimbedTo(string? agency, bool wanted) => r => wanted ==
        db.Escalations.Any(e => e.ReportId == r.Id && e.Since == r.StatusSince && e.DueAt == r.DueAtOrNever && e.AgencyCode == agency);

    private static IQueryable<Report> Filter(IQueryable<Report> reports, ListReports request, DateTimeOffset now)
    {
        reports = request.Status.Length == 0 ? reports : reports.Where(r => request.Status.Contains(r.Status));
        reports = request.Service is { } service ? reports.Where(r => r.ServiceCode == service) : reports;
        reports = request.Kelurahan is { } kelurahan ? reports.Where(r => r.Place.KelurahanCode == kelurahan) : reports;
        reports = request.Agency is { } agency ? reports.Where(r => r.AgencyCode == agency) : reports;
        return request.Overdue switch
        {
            true => reports.Where(r => r.DueAtOrNever < now),
            false => reports.Where(r => r.DueAtOrNever >= now),
            null => reports,
        };
    }
}
