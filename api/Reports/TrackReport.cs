using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

public sealed record TrackReport(string TrackingCode, string? Secret) : IQuery<TrackedReport>;

/// <summary>A report as its reporter follows it.</summary>
/// <param name="DueReason">The promise in one sentence: who acts by when; null when nobody has to.</param>
/// <param name="ReopenUntil">Until when "not fixed" reopens it.</param>
/// <param name="MayRate">The reporter can judge the resolution now.</param>
/// <param name="Rating">What the reporter gave the present resolution.</param>
/// <param name="HandedOverTo">Who took over what is not the city's.</param>
public sealed record TrackedReport(
    Guid Id,
    string TrackingCode,
    ReportStatus Status,
    ReportStep Step,
    Outcome? Outcome,
    Named Service,
    Named? Kelurahan,
    Named? Agency,
    string Description,
    string? Address,
    PointOnMap? Location,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? DueAt,
    string? DueReason,
    DateOnly? PlannedFor,
    DateTimeOffset? ReopenUntil,
    int Version,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<AttachmentItem> Attachments,
    RoutingSummary Routing,
    ReportStatus[] AllowedNext,
    bool MayRate,
    RatingItem? Rating,
    HandedOver? HandedOverTo);

/// <summary>WGS84 degrees.</summary>
public sealed record PointOnMap(double Lat, double Lng)
{
    internal static PointOnMap? Of(double? lat, double? lng) => lat is { } a && lng is { } o ? new(a, o) : null;
}

/// <summary>One event in public words.</summary>
/// <param name="Actor">Which side moved; never which person.</param>
/// <param name="Agency">Who was responsible after the event, whoever moved.</param>
public sealed record TimelineEntry(DateTimeOffset At, ReportEventType Type, ActorKind Actor, ReportStatus Status, Named? Agency, string? Note);

public sealed record AttachmentItem(Guid Id, string ContentType, int Width, int Height, AttachmentPhase Phase);

internal sealed class TrackReportHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<TrackReport, TrackedReport>
{
    private static readonly Func<AppDb, TrackingCode, CancellationToken, Task<Locked<Found>?>> Find = EF.CompileAsyncQuery((AppDb db, TrackingCode code, CancellationToken ct) =>
        db.Reports.Where(r => r.TrackingCode == code)
            .Select(r => new Locked<Found>(
                r.SecretHash,
                new Found(
                    r.Id, r.TrackingCode, r.Status, r.Outcome, r.ServiceCode, r.AgencyCode, r.Description, r.SubmittedAt, r.DueAtOrNever, r.PlannedFor,
                    r.ReopenUntil, r.AskedFrom, r.Returns, r.Stars, r.Version, r.Place.KelurahanCode, r.Place.Address, r.Place.Lat, r.Place.Lng,
                    // two index look-ups; taken as one row, EF Core would number the routing records of all reports first
                    db.RoutingRecords.Where(d => d.ReportId == r.Id).OrderByDescending(d => d.Sequence).Select(d => d.Rule).First(),
                    db.RoutingRecords.Where(d => d.ReportId == r.Id).OrderByDescending(d => d.Sequence).Select(d => d.Reason).First())))
            .SingleOrDefault());

    private static readonly Func<AppDb, Guid, IAsyncEnumerable<Happened>> TimelineOf = EF.CompileAsyncQuery((AppDb db, Guid reportId) =>
        db.ReportEvents.Where(e => e.ReportId == reportId && (e.Type != ReportEventType.Noted || e.PublicNote != null)).OrderBy(e => e.Sequence)
            .Select(e => new Happened(e.At, e.Type, e.ActorKind, e.Status, e.AgencyCode, e.PublicNote)));

    internal static readonly Func<AppDb, Guid, IAsyncEnumerable<AttachmentItem>> AttachmentsOf = EF.CompileAsyncQuery((AppDb db, Guid reportId) =>
        db.Attachments.Where(a => a.ReportId == reportId).OrderBy(a => a.Id).Select(a => new AttachmentItem(a.Id, a.ContentType, a.Width, a.Height, a.Phase)));

    public async Task<TrackedReport> Handle(TrackReport request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var report = await ReporterDoor.Open(request.TrackingCode, request.Secret, code => Find(db, code, cancellationToken));
        var timeline = await TimelineOf(db, report.Id).ToListAsync(cancellationToken);
        var attachments = await AttachmentsOf(db, report.Id).ToListAsync(cancellationToken);
        var rating = report.Stars is null ? null : await RatingItem.Of(db, report.Id).FirstAsync(cancellationToken);
        var handOver = await db.HandOverOf(report.Id, report.Outcome, report.Version, cancellationToken);
        var agency = city.AgencyNamed(report.AgencyCode);
        DateTimeOffset? dueAt = report.DueAt == Report.Never ? null : report.DueAt;
        var state = new ReportState(report.Status, report.AskedFrom, report.AgencyCode, report.Returns, ReturnUntil: null, report.ReopenUntil);

        return new TrackedReport(
            report.Id, report.TrackingCode.ToString(), report.Status, report.Status.Step(report.Stars is not null), report.Outcome, city.ServiceNamed(report.ServiceCode),
            city.KelurahanNamed(report.KelurahanCode), agency, report.Description, report.Address, PointOnMap.Of(report.Lat, report.Lng),
            report.SubmittedAt, dueAt, Promise.Of(report.Status, dueAt, agency?.Name), report.PlannedFor, report.ReopenUntil, report.Version,
            [.. timeline.Select(e => new TimelineEntry(e.At, e.Type, e.ActorKind, e.Status, city.AgencyNamed(e.AgencyCode), e.PublicNote))],
            attachments, new RoutingSummary(report.Rule, report.RoutingReason), state.Next(Walker.Reporter, now),
            rating is null && Report.MayBeRated(report.Status, report.Outcome, report.ReopenUntil, now), rating,
            handOver is null ? null : new HandedOver(handOver.Name, handOver.Reference, handOver.At));
    }

    private sealed record Found(
        Guid Id, TrackingCode TrackingCode, ReportStatus Status, Outcome? Outcome, string ServiceCode, string? AgencyCode, string Description,
        DateTimeOffset SubmittedAt, DateTimeOffset DueAt, DateOnly? PlannedFor, DateTimeOffset? ReopenUntil, ReportStatus? AskedFrom, int Returns, int? Stars, int Version,
        string? KelurahanCode, string? Address, double? Lat, double? Lng, string Rule, string RoutingReason);

    private sealed record Happened(DateTimeOffset At, ReportEventType Type, ActorKind ActorKind, ReportStatus Status, string? AgencyCode, string? PublicNote);
}
