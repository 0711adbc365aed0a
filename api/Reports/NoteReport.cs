using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>Words without a move: to the reporter, to colleagues, or to both.</summary>
public sealed record NewNote
{
    [MaxLength(Report.NoteMax, ErrorMessage = "too_long")]
    public string? PublicNote { get; init; }

    /// <summary>Never shown to the reporter.</summary>
    [MaxLength(Report.NoteMax, ErrorMessage = "too_long")]
    public string? InternalNote { get; init; }

    /// <summary>PDFs for colleagues; the reporter does not hear of them.</summary>
    [MaxLength(Report.AttachmentsMax, ErrorMessage = "too_many")]
    public Guid[]? AttachmentIds { get; init; }
}

public sealed record NoteReport(Guid ReportId, int ExpectedVersion, NewNote Note, Guid? IdempotencyKey = null) : IIdempotentCommand<ReportStanding>;

internal sealed class NoteReportHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<NoteReport, ReportStanding>
{
    public async Task<ReportStanding> Handle(NoteReport request, CancellationToken cancellationToken)
    {
        var (note, city, who, now) = (request.Note, watch.Current, actor.Value, time.Now());
        var report = await db.Reports.Include(r => r.History).VisibleTo(who, city).SingleOrDefaultAsync(r => r.Id == request.ReportId, cancellationToken) ?? throw RuleViolation.NotFound();
        db.Expect(report, request.ExpectedVersion);

        var documents = await db.TakeDocuments(note.AttachmentIds, report.Id, cancellationToken);
        var roles = city.RolesOf(who, report.AgencyCode);
        report.Note(new Words(Said(note.PublicNote), Said(note.InternalNote)), roles, who, city.TermsOf(report.ServiceCode), now);
        documents.ForEach(document => document.BelongTo(report, AttachmentPhase.After));
        return ReportStanding.Of(report, roles, now);
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
