using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Attachments;

/// <summary>A picture of a report that the asker may see: staff by scope, the reporter by code and key.</summary>
public sealed record ReadAttachment(Guid AttachmentId, Guid? ReportId, string? TrackingCode, ReporterKey? Key, bool Thumbnail) : IQuery<Stream>;

internal sealed class ReadAttachmentHandler(AppDb db, AttachmentStore store, CurrentActor actor, CityWatch watch, ReporterDoor door)
    : IRequestHandler<ReadAttachment, Stream>
{
    public async Task<Stream> Handle(ReadAttachment request, CancellationToken cancellationToken)
    {
        var reportId = request.ReportId is { } id
            ? await db.Reports.VisibleTo(actor.Value, watch.Current).Where(r => r.Id == id).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellationToken)
            : await door.Open(request.TrackingCode, request.Key!, cancellationToken);
        var belongs = reportId is { } report && await db.PhotosOf(report).AnyAsync(a => a.Id == request.AttachmentId, cancellationToken);
        return belongs && await store.Open(request.AttachmentId, request.Thumbnail, cancellationToken) is { } picture ? picture : throw RuleViolation.NotFound();
    }
}
