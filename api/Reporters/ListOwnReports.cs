using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reporters;

/// <summary>The reports that carry the session's contact, newest first; never anonymous or confidential ones.</summary>
public sealed record ListOwnReports(ReporterKey Key, int PageSize, string? After) : IQuery<Page<OwnReportItem>>;

/// <param name="Status">As the tracking page tells it: of a report that is handled with another one, that one's.</param>
/// <param name="DueAt">Until when somebody has to act; null when nobody has, and while another report is handled in its place.</param>
public sealed record OwnReportItem(string TrackingCode, ReportStatus Status, ReportStep Step, Named Service, Named? Kelurahan, Named? Agency, DateTimeOffset SubmittedAt, DateTimeOffset? DueAt);

internal sealed class ListOwnReportsHandler(AppDb db, CityWatch watch, ReporterDoor door) : IRequestHandler<ListOwnReports, Page<OwnReportItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<OwnReportItem>> Handle(ListOwnReports request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var person = await door.PersonOf(request.Key.Session, cancellationToken) ?? throw new RuleViolation("reporter_session_over", StatusCodes.Status401Unauthorized);
        var own = db.OwnedBy(person, city);
        own = Cursor.Read<Key>(request.After) is { } after ? own.Where(r => r.Id < after.Id) : own;
        var rows = await own.OrderByDescending(r => r.Id).Take(request.PageSize + 1)
            .Select(r => new Row(
                r.Id, r.TrackingCode, r.Status, r.Stars != null, r.ServiceCode, r.Place.KelurahanCode, r.AgencyCode, r.SubmittedAt, r.DueAtOrNever,
                db.Reports.Where(survivor => survivor.Id == r.MergedInto).Select(survivor => new Survivor(survivor.Status, survivor.AskedFrom, survivor.AgencyCode)).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, row => Shown(row, city), row => new Key(row.Id));
    }

    private static OwnReportItem Shown(Row row, City city)
    {
        var told = row.Status.IsOpen() ? row.Into : null;
        var status = told is null ? row.Status : told.Status == ReportStatus.NeedsInformation ? told.AskedFrom ?? ReportStatus.Submitted : told.Status;
        return new OwnReportItem(
            row.TrackingCode.ToString(), status, status.Step(row.Rated), city.ServiceNamed(row.ServiceCode), city.KelurahanNamed(row.KelurahanCode),
            city.AgencyNamed(told is null ? row.AgencyCode : told.AgencyCode), row.SubmittedAt, row.DueAt == Report.Never || told is not null ? null : row.DueAt);
    }

    private sealed record Row(
        Guid Id, TrackingCode TrackingCode, ReportStatus Status, bool Rated, string ServiceCode, string? KelurahanCode, string? AgencyCode, DateTimeOffset SubmittedAt,
        DateTimeOffset DueAt, Survivor? Into);

    private sealed record Survivor(ReportStatus Status, ReportStatus? AskedFrom, string? AgencyCode);
}
