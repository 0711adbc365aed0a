using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Reports;

/// <param name="ReadPosition">The reporter agreed that the photo tells where it was taken.</param>
public sealed record UploadAttachment(byte[] Content, bool ReadPosition) : ICommand<UploadedAttachment>;

/// <summary>An upload that one report may name.</summary>
/// <param name="Bytes">Size of the picture as stored, after re-encoding.</param>
/// <param name="Position">Where it was taken, when that was asked for and the photo says it: an offer for the report's place, stored nowhere.</param>
public sealed record UploadedAttachment(Guid Id, string ContentType, int Width, int Height, int Bytes, PointOnMap? Position);

internal sealed class UploadAttachmentHandler(Uploads uploads) : IRequestHandler<UploadAttachment, UploadedAttachment>
{
    public async Task<UploadedAttachment> Handle(UploadAttachment request, CancellationToken cancellationToken)
    {
        var (kept, picture) = await uploads.Keep(request.Content, cancellationToken);
        return new UploadedAttachment(kept.Id, kept.ContentType, kept.Width, kept.Height, kept.Bytes, request.ReadPosition ? picture.TakenAt : null);
    }
}
