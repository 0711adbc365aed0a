using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Attachments;

/// <summary>A PDF of a report, for staff who see the report; there is no other way to it.</summary>
public sealed record ReadDocument(Guid ReportId, Guid DocumentId) : IQuery<Stream>;

internal sealed class ReadDocumentHandler(AppDb db, AttachmentStore store, CurrentActor actor, CityWatch watch) : IRequestHandler<ReadDocument, Stream>
{
    public async Task<Stream> Handle(ReadDocument request, CancellationToken cancellationToken)
    {
        var belongs = await db.Reports.VisibleTo(actor.Value, watch.Current).AnyAsync(r => r.Id == request.ReportId, cancellationToken)
            && await db.DocumentsOf(request.ReportId).AnyAsync(d => d.Id == request.DocumentId, cancellationToken);
        return belongs && await store.OpenDocument(request.DocumentId, cancellationToken) is { } document ? document : throw RuleViolation.NotFound();
    }
}
