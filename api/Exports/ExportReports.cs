using System.Data;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
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
        Sql wanted = $"FROM reports AS r WHERE {actor.Value.Sees(city)}";
        wanted.Of(request.Service, request.Kelurahan, request.Agency, request.Q).In(request.Status, request.Overdue, time.Now()).ClimbedTo(actor.Value.AgencyCode, request.Escalated);
        if (request.SubmittedFrom is { } from)
        {
            wanted.And($"r.submitted_at >= {Midnight(from)}");
        }

        if (request.SubmittedUntil is { } until)
        {
            wanted.And($"r.submitted_at < {Midnight(until).AddDays(1)}");
        }

        // one snapshot for the number and for the rows; it ends with the request
        await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var rows = await db.Read(
            cancellationToken,
            $"SELECT count(*)::int {wanted}",
            $"""
            SELECT r.id, r.tracking_code, r.status, r.outcome, r.service_code, r.kelurahan_code, r.agency_code, r.public_description, r.address, r.lat, r.lng, r.channel,
                r.anonymous, r.confidential, r.submitted_at, r.status_since, r.due_at, r.planned_for, r.settled_at, r.settled_in_time, r.stars, r.merged_into
            {wanted} ORDER BY r.id
            """);
        return new ReportExport((await rows.All(row => row.Value<int>(), cancellationToken))[0], rows.Stream(row => Show(row, city), cancellationToken));
    }

    private static ExportedReport Show(Row row, City city)
    {
        var (id, code, status, outcome) = (row.Value<Guid>(), row.Text(), row.Word<ReportStatus>(), row.WordOrNull<Outcome>());
        var (service, ward, agency, words, address) = (row.Text(), row.TextOrNull(), row.TextOrNull(), row.Text(), row.TextOrNull());
        var (lat, lng, channel, anonymous) = (row.ValueOrNull<double>(), row.ValueOrNull<double>(), row.Word<Channel>(), row.Value<bool>());
        var group = city.Groups[city.Services[service].GroupCode];
        return new ExportedReport(
            id, TrackingCode.FromStored(code).ToString(), status, outcome, city.ServiceNamed(service), new Named(group.Code, group.Name),
            city.KelurahanNamed(ward), city.KecamatanNamed(ward), city.AgencyNamed(agency), words, address is null ? null : PersonalData.Mask(address),
            anonymous ? Place.Coarse(lat) : lat, anonymous ? Place.Coarse(lng) : lng, channel, anonymous, row.Value<bool>(),
            row.Value<DateTimeOffset>(), row.Value<DateTimeOffset>(), Report.DueAtOf(row.Value<DateTimeOffset>()),
            row.ValueOrNull<DateOnly>(), row.ValueOrNull<DateTimeOffset>(), row.ValueOrNull<bool>(), row.ValueOrNull<int>(), row.ValueOrNull<Guid>());
    }

    private static DateTimeOffset Midnight(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, IndonesianDate.Wib).ToUniversalTime();
}
