using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

public sealed record TrackReport(string TrackingCode, ReporterKey Key) : IQuery<TrackedReport>;

/// <summary>A report as its reporter follows it.</summary>
/// <param name="DueReason">The promise in one sentence: who acts by when; null when nobody has to.</param>
/// <param name="ReopenUntil">Until when "not fixed" reopens it.</param>
/// <param name="MayRate">The reporter can judge the resolution now.</param>
/// <param name="Rating">What the reporter gave the present resolution.</param>
/// <param name="HandedOverTo">Who took over what is not the city's.</param>
/// <param name="MergedInto">The public id of the report that is handled in its place; until this one is closed, status, step, agency and promise are that one's.</param>
/// <param name="ParentCode">Of the report that it was split from.</param>
/// <param name="Children">The reports that were split from it; what opens this one opens each.</param>
/// <param name="Work">The work of Merata that answers it, or the report that is handled in its place.</param>
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
    HandedOver? HandedOverTo,
    Guid? MergedInto,
    string? ParentCode,
    IReadOnlyList<TrackedChild> Children,
    FollowedWork? Work);

public sealed record TrackedChild(string TrackingCode, ReportStatus Status, ReportStep Step, Named Service, Named? Agency);

/// <summary>WGS84 degrees.</summary>
public sealed record PointOnMap(double Lat, double Lng)
{
    internal static PointOnMap? Of(double? lat, double? lng) => lat is { } a && lng is { } o ? new(a, o) : null;
}

/// <summary>One event in public words.</summary>
/// <param name="Actor">Which side moved; never which person.</param>
/// <param name="Agency">Who was responsible after the event, whoever moved.</param>
/// <param name="NoteEn">In English, of a note that the program wrote about who is responsible; else null.</param>
public sealed record TimelineEntry(DateTimeOffset At, ReportEventType Type, ActorKind Actor, ReportStatus Status, Named? Agency, string? Note, string? NoteEn);

internal sealed class TrackReportHandler(AppDb db, CityWatch watch, ReporterDoor door, HandOverTerms handOvers, TimeProvider time) : IRequestHandler<TrackReport, TrackedReport>
{
    public async Task<TrackedReport> Handle(TrackReport request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var opened = await door.Open(request.TrackingCode, request.Key, code => Find(code, request.Key.Secret, cancellationToken), cancellationToken);
        var (report, timeline, attachments) = opened.Inside.Timeline.Count > 0 ? opened.Inside : await LookIn(opened, cancellationToken);
        var rating = report.Stars is null ? null : await RatingItem.Of(db, report.Id).FirstAsync(cancellationToken);
        var handOver = await db.HandOverOf(report.Id, report.Outcome, report.Version, cancellationToken);
        var children = timeline.Any(e => e.Type == ReportEventType.Split) ? await ChildrenOf(report.Id, city, cancellationToken) : [];
        var work = report.MergedInto is not null || timeline.Any(e => e.Type == ReportEventType.WorkLinked) ? await db.WorkOf(report.MergedInto ?? report.Id, cancellationToken) : null;
        var parent = report.ParentId is { } parentId ? await db.Reports.Where(r => r.Id == parentId).Select(r => r.TrackingCode).SingleAsync(cancellationToken) : (TrackingCode?)null;
        var told = report.MergedInto is { } survivor && report.Status.IsOpen()
            ? await db.Reports.Where(r => r.Id == survivor).Select(r => new Told(r.Status, r.AskedFrom, r.AgencyCode, r.DueAtOrNever, r.PlannedFor)).SingleAsync(cancellationToken)
            : new Told(report.Status, report.AskedFrom, report.AgencyCode, report.DueAt, report.PlannedFor);
        var agency = city.AgencyNamed(told.AgencyCode);
        var asksAnother = report.MergedInto is not null && told.Status == ReportStatus.NeedsInformation;
        var status = asksAnother ? told.AskedFrom ?? ReportStatus.Submitted : told.Status;
        DateTimeOffset? dueAt = told.DueAt == Report.Never || asksAnother ? null : told.DueAt;
        var state = new ReportState(
            report.Status, report.AskedFrom, report.AgencyCode, report.Returns, ReturnUntil: null, report.ReopenUntil, report.MergedInto is not null);

        return new TrackedReport(
            report.Id, report.TrackingCode.ToString(), status, status.Step(report.Stars is not null), report.Outcome, city.ServiceNamed(report.ServiceCode),
            city.KelurahanNamed(report.KelurahanCode), agency, report.Description, report.Address, PointOnMap.Of(report.Lat, report.Lng),
            report.SubmittedAt, dueAt, Promise.Of(status, dueAt, agency?.Name) ?? handOver?.Promise(handOvers, city), told.PlannedFor, report.ReopenUntil, report.Version,
            [.. timeline.Select(e => new TimelineEntry(
                e.At, e.Type, e.ActorKind, e.Status, city.AgencyNamed(e.AgencyCode), e.PublicNote,
                e is { Type: ReportEventType.Routed, ActorKind: ActorKind.System } ? city.EnglishReason(e.PublicNote, report.ServiceCode, e.AgencyCode, report.BorderMetres) : null))],
            attachments, new RoutingSummary(report.Rule, report.RoutingReason, city.EnglishReason(report.RoutingReason, report.ServiceCode, report.AgencyCode, report.BorderMetres)), state.Next(Walker.Reporter, now),
            rating is null && Report.MayBeRated(report.Status, report.Outcome, report.ReopenUntil, now), rating,
            handOver?.ForReporter(), report.MergedInto, parent?.ToString(), children, work);
    }

    /// <summary>One round trip; what happened to the report is read for the holder of the secret only.</summary>
    private async Task<Locked<Tracked>?> Find(TrackingCode code, string? secret, CancellationToken ct)
    {
        Sql own = $"(SELECT id FROM reports WHERE tracking_code = {code.Value} AND secret_hash = {new ReportSecret(secret ?? "").Hash()})";
        await using var rows = await db.Read(
            ct,
            $"""
            SELECT r.secret_hash, r.id, r.tracking_code, r.status, r.outcome, r.service_code, r.agency_code, r.description, r.submitted_at, r.due_at, r.planned_for,
                r.reopen_until, r.asked_from, r.returns, r.stars, r.version, r.merged_into, r.parent_id, r.kelurahan_code, r.address, r.lat, r.lng, r.border_metres, d.rule, d.reason
            FROM reports AS r
            CROSS JOIN LATERAL (SELECT rule, reason FROM routing_records WHERE report_id = r.id ORDER BY sequence DESC LIMIT 1) AS d
            WHERE r.tracking_code = {code.Value}
            """,
            TimelineOf(own),
            ReportFiles.PhotosOf(own));
        var found = await rows.One(row => new { SecretHash = row.Value<byte[]>(), Report = Found.Of(row) }, ct);
        return found is null ? null
            : new(found.Report.Id, found.SecretHash, new(found.Report, await rows.All(Happened.Of, ct), await rows.All(AttachmentItem.Of, ct)));
    }

    /// <summary>For whom a session let in, without the secret.</summary>
    private async Task<Tracked> LookIn(Locked<Tracked> opened, CancellationToken ct)
    {
        await using var rows = await db.Read(ct, TimelineOf($"{opened.Id}"), ReportFiles.PhotosOf($"{opened.Id}"));
        return opened.Inside with { Timeline = await rows.All(Happened.Of, ct), Attachments = await rows.All(AttachmentItem.Of, ct) };
    }

    private static Sql TimelineOf(Sql reportId) =>
        $"""
        SELECT at, type, actor_kind, status, agency_code, public_note
        FROM report_events WHERE report_id = {reportId} AND (type <> {ReportEventType.Noted} OR public_note IS NOT NULL) ORDER BY sequence
        """;

    private async Task<TrackedChild[]> ChildrenOf(Guid id, City city, CancellationToken ct) =>
        [.. (await db.Reports.Where(r => r.ParentId == id).OrderBy(r => r.Id).Select(r => new { r.TrackingCode, r.Status, r.ServiceCode, r.AgencyCode, r.Stars }).ToListAsync(ct))
            .Select(r => new TrackedChild(
                r.TrackingCode.ToString(), r.Status, r.Status.Step(r.Stars is not null), city.ServiceNamed(r.ServiceCode), city.AgencyNamed(r.AgencyCode)))];

    /// <summary>What decides where the report is said to stand: its own, or the survivor's.</summary>
    private sealed record Told(ReportStatus Status, ReportStatus? AskedFrom, string? AgencyCode, DateTimeOffset DueAt, DateOnly? PlannedFor);

    private sealed record Tracked(Found Report, List<Happened> Timeline, List<AttachmentItem> Attachments);

    private sealed record Found(
        Guid Id, TrackingCode TrackingCode, ReportStatus Status, Outcome? Outcome, string ServiceCode, string? AgencyCode, string Description,
        DateTimeOffset SubmittedAt, DateTimeOffset DueAt, DateOnly? PlannedFor, DateTimeOffset? ReopenUntil, ReportStatus? AskedFrom, int Returns, int? Stars, int Version,
        Guid? MergedInto, Guid? ParentId, string? KelurahanCode, string? Address, double? Lat, double? Lng, double? BorderMetres, string Rule, string RoutingReason)
    {
        public static Found Of(Row row) => new(
            row.Value<Guid>(), TrackingCode.FromStored(row.Text()), row.Word<ReportStatus>(), row.WordOrNull<Outcome>(), row.Text(), row.TextOrNull(), row.Text(),
            row.Value<DateTimeOffset>(), row.Value<DateTimeOffset>(), row.ValueOrNull<DateOnly>(), row.ValueOrNull<DateTimeOffset>(), row.WordOrNull<ReportStatus>(),
            row.Value<int>(), row.ValueOrNull<int>(), row.Value<int>(), row.ValueOrNull<Guid>(), row.ValueOrNull<Guid>(), row.TextOrNull(), row.TextOrNull(),
            row.ValueOrNull<double>(), row.ValueOrNull<double>(), row.ValueOrNull<double>(), row.Text(), row.Text());
    }

    private sealed record Happened(DateTimeOffset At, ReportEventType Type, ActorKind ActorKind, ReportStatus Status, string? AgencyCode, string? PublicNote)
    {
        public static Happened Of(Row row) => new(
            row.Value<DateTimeOffset>(), row.Word<ReportEventType>(), row.Word<ActorKind>(), row.Word<ReportStatus>(), row.TextOrNull(), row.TextOrNull());
    }
}
