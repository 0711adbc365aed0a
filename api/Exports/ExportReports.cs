using System.Data;
using System.Runtime.CompilerServices;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Exports;

/// <summary>What an actor sees in the queue, narrowed in the same way, oldest first.</summary>
/// <param name="SubmittedFrom">First day in WIB, inclusive.</param>
/// <param name="SubmittedUntil">Last day in WIB, inclusive.</param>
public sealed record ExportReports(
    ReportStatus[] Status, string? Service, string? Kelurahan, string? Agency, bool? Overdue, bool? Escalated, string? Q,
    DateOnly? SubmittedFrom, DateOnly? SubmittedUntil) : IQuery<ReportExport>;

/// <param name="Rows">Read while it is enumerated, once, and as of the instant of <paramref name="Total"/>.</param>
public sealed record ReportExport(int Total, IAsyncEnumerable<ExportedReport> Rows);

/// <param name="Description">Masked as for the public.</param>
/// <param name="Address">Masked in the same way.</param>
/// <param name="Lat">WGS84; coarsened for an anonymous reporter.</param>
/// <param name="SettledInTime">See <see cref="Report.SettledInTime"/>.</param>
public sealed record ExportedReport(
    Guid Id, string TrackingCode, ReportStatus Status, Outcome? Outcome, Named Service, Named Group, Named? Kelurahan, Named? Kecamatan, Named? Agency,
    string Description, string? Address, double? Lat, double? Lng, Channel Channel, bool Anonymous, bool Confidential,
    DateTimeOffset SubmittedAt, DateTimeOffset StatusSince, DateTimeOffset? DueAt, DateOnly? PlannedFor, DateTimeOffset? SettledAt, bool? SettledInTime,
    int? Stars, Guid? MergedInto);

internal sealed class ExportReportsHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ExportReports, ReportExport>
{
    public async Task<ReportExport> Handle(ExportReports request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var reports = db.Reports.AsNoTracking().VisibleTo(actor.Value, city)
            .Of(request.Service, request.Kelurahan, request.Agency, request.Q).In(request.Status, request.Overdue, time.Now());
        reports = request.Escalated is { } escalated ? reports.Where(db.HasClimbedTo(actor.Value.AgencyCode, escalated)) : reports;
        reports = request.SubmittedFrom is { } from ? reports.Where(r => r.SubmittedAt >= Midnight(from)) : reports;
        reports = request.SubmittedUntil is { } until ? reports.Where(r => r.SubmittedAt < Midnight(until).AddDays(1)) : reports;
        // one snapshot for the number and for the rows; it ends with the request
        await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return new ReportExport(await reports.CountAsync(cancellationToken), Read(reports.OrderBy(r => r.Id), city, cancellationToken));
    }

    private static async IAsyncEnumerable<ExportedReport> Read(IQueryable<Report> reports, City city, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = reports.Select(r => new
        {
            r.Id, r.TrackingCode, r.Status, r.Outcome, r.ServiceCode, r.Place.KelurahanCode, r.AgencyCode, r.PublicDescription, r.Place.Address, r.Place.Lat, r.Place.Lng,
            r.Channel, r.Anonymous, r.Confidential, r.SubmittedAt, r.StatusSince, r.DueAtOrNever, r.PlannedFor, r.SettledAt, r.SettledInTime, r.Stars, r.MergedInto,
        }).AsAsyncEnumerable();
        await foreach (var r in rows.WithCancellation(ct))
        {
            var group = city.Groups[city.Services[r.ServiceCode].GroupCode];
            yield return new ExportedReport(
                r.Id, r.TrackingCode.ToString(), r.Status, r.Outcome, city.ServiceNamed(r.ServiceCode), new Named(group.Code, group.Name),
                city.KelurahanNamed(r.KelurahanCode), city.KecamatanNamed(r.KelurahanCode), city.AgencyNamed(r.AgencyCode),
                r.PublicDescription, r.Address is { } told ? PersonalData.Mask(told) : null,
                r.Anonymous ? Place.Coarse(r.Lat) : r.Lat, r.Anonymous ? Place.Coarse(r.Lng) : r.Lng, r.Channel, r.Anonymous, r.Confidential,
                r.SubmittedAt, r.StatusSince, r.DueAtOrNever == Report.Never ? null : r.DueAtOrNever, r.PlannedFor, r.SettledAt, r.SettledInTime, r.Stars, r.MergedInto);
        }
    }

    private static DateTimeOffset Midnight(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), IndonesianDate.Wib).ToUniversalTime();
}
