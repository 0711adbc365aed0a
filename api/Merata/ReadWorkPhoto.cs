using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>A photo of a work: to staff of those they see, to everybody of those that are public.</summary>
public sealed record ReadWorkPhoto(Guid WorkId, Guid PhotoId, bool Thumbnail, bool Public) : IQuery<Stream>;

internal sealed class ReadWorkPhotoHandler(AppDb db, AttachmentStore store, CurrentActor actor) : IRequestHandler<ReadWorkPhoto, Stream>
{
    public async Task<Stream> Handle(ReadWorkPhoto request, CancellationToken cancellationToken)
    {
        var works = request.Public ? db.Works.Where(w => w.PublicSince != null) : db.Works.VisibleTo(actor.Value);
        var belongs = await works.AnyAsync(w => w.Id == request.WorkId && w.Files.Any(f => f.Id == request.PhotoId && f.Photo != null && f.RemovedAt == null), cancellationToken);
        return belongs && await store.Open(request.PhotoId, request.Thumbnail, cancellationToken) is { } picture ? picture : throw RuleViolation.NotFound();
    }
}
