using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>A move of a report; which moves are open, and what each demands, is told by <c>moves</c> of the report.</summary>
public sealed record NewStatus
{
    public required ReportStatus To { get; init; }

    /// <summary>To the reporter.</summary>
    [MaxLength(Report.NoteMax, ErrorMessage = "too_long")]
    public string? PublicNote { get; init; }

    /// <summary>To colleagues; never shown to the reporter.</summary>
    [MaxLength(Report.NoteMax, ErrorMessage = "too_long")]
    public string? InternalNote { get; init; }

    /// <summary>Photos of the finished work, and PDFs for colleagues.</summary>
    [MaxLength(Report.AttachmentsMax, ErrorMessage = "too_many")]
    public Guid[]? AttachmentIds { get; init; }

    public ClosingReason? Reason { get; init; }

    /// <summary>The day the work is planned for.</summary>
    public DateOnly? PlannedFor { get; init; }

    /// <summary>Who takes over, when it is closed as not the city's.</summary>
    public NewHandOver? HandedOverTo { get; init; }
}

public sealed record ChangeStatus(Guid ReportId, int ExpectedVersion, NewStatus Change, Guid? IdempotencyKey = null) : IIdempotentCommand<ReportStanding>;

/// <summary>Where a report stands after a change.</summary>
public sealed record ReportStanding(ReportStatus Status, int Version, DateTimeOffset? DueAt, ReportStatus[] AllowedNext)
{
    internal static ReportStanding Of(Report report, Walker roles, DateTimeOffset now) =>
        new(report.Status, report.Version, report.DueAt, report.State.Next(roles, now));
}

internal sealed class ChangeStatusHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ChangeStatus, ReportStanding>
{
    public async Task<ReportStanding> Handle(ChangeStatus request, CancellationToken cancellationToken)
    {
        var (change, city, who, now) = (request.Change, watch.Current, actor.Value, time.Now());
        var report = await db.Reports.Include(r => r.History).VisibleTo(who, city).SingleOrDefaultAsync(r => r.Id == request.ReportId, cancellationToken) ?? throw RuleViolation.NotFound();
        db.Expect(report, request.ExpectedVersion);

        var files = await db.TakeUploads(change.AttachmentIds, report.Id, cancellationToken);
        var words = new StatusChange(change.PublicNote?.Trim(), change.InternalNote?.Trim(), change.Reason, change.PlannedFor, files.Count(file => !file.IsDocument), IndonesianDate.InWib(now).Day);
        report.MoveTo(change.To, words, city.RolesOf(who, report.AgencyCode), who, city.TermsOf(report.ServiceCode), now);
        var returned = report.History[^1] is { Type: ReportEventType.Returned };
        // an integrity case stays with the unit that the rules name: nobody else may come to see it, a verifier no more than the arbiter
        if (returned && city.Services[report.ServiceCode].Integrity)
        {
            throw new RuleViolation("integrity_elsewhere", field: "to");
        }

        if (returned && report.AgencyCode is { } arbiter)
        {
            db.RoutingRecords.Add(new RoutingRecord(report.Id, report.Version, now, ForwardReportHandler.Decided(report, arbiter, "second-return", RoutingSentence.Arbitrated.Indonesian, city, now)));
        }

        if (change.HandedOverTo is { } taker)
        {
            db.HandOvers.Add(taker.Of(report, city, who, now));
        }

        files.ForEach(file => file.BelongTo(report, AttachmentPhase.After));
        return ReportStanding.Of(report, city.RolesOf(who, report.AgencyCode), now);
    }
}
