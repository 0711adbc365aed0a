using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>A PDF of a work, for staff who see the work; there is no other way to it.</summary>
public sealed record ReadWorkDocument(Guid WorkId, Guid DocumentId) : IQuery<Stream>;

internal sealed class ReadWorkDocumentHandler(AppDb db, AttachmentStore store, CurrentActor actor) : IRequestHandler<ReadWorkDocument, Stream>
{
    public async Task<Stream> Handle(ReadWorkDocument request, CancellationToken cancellationToken)
    {
        var belongs = await db.Works.VisibleTo(actor.Value)
            .AnyAsync(w => w.Id == request.WorkId && w.Files.Any(f => f.Id == request.DocumentId && f.Document != null && f.RemovedAt == null), cancellationToken);
        return belongs && await store.OpenDocument(request.DocumentId, cancellationToken) is { } document ? document : throw RuleViolation.NotFound();
    }
}
