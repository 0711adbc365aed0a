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

/// <summary>The reporter's own move: answer, confirm, reopen, withdraw.</summary>
public sealed record ReporterMove
{
    public required ReportStatus To { get; init; }

    /// <summary>The answer, or why it is not fixed.</summary>
    [MaxLength(Report.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }

    /// <summary>Photos that answer, or that show why it is not fixed.</summary>
    [MaxLength(Report.AttachmentsMax, ErrorMessage = "too_many")]
    public Guid[]? AttachmentIds { get; init; }
}

public sealed record MoveAsReporter(string TrackingCode, ReporterKey Key, int ExpectedVersion, ReporterMove Move) : ICommand<ReportStanding>;

internal sealed class MoveAsReporterHandler(AppDb db, CityWatch watch, ReporterDoor door, TimeProvider time) : IRequestHandler<MoveAsReporter, ReportStanding>
{
    public async Task<ReportStanding> Handle(MoveAsReporter request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var id = await door.Open(request.TrackingCode, request.Key, cancellationToken);
        var report = await db.Reports.Include(r => r.History).SingleAsync(r => r.Id == id, cancellationToken);
        db.Expect(report, request.ExpectedVersion);

        var photos = await db.TakePhotos(request.Move.AttachmentIds, report.Id, cancellationToken);
        var words = new StatusChange(request.Move.Note?.Trim(), null, null, null, PhotosAfter: 0, IndonesianDate.InWib(now).Day) { PublicNoteField = "note" };
        report.MoveTo(request.Move.To, words, Walker.Reporter, Actor.Reporter, city.TermsOf(report.ServiceCode), now);
        photos.ForEach(photo => photo.BelongTo(report, AttachmentPhase.Before));
        return ReportStanding.Of(report, Walker.Reporter, now);
    }
}
