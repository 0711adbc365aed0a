using System.Security.Cryptography;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Reports;

/// <param name="ReadPosition">The reporter agreed that the photo tells where it was taken.</param>
public sealed record UploadAttachment(byte[] Content, bool ReadPosition) : ICommand<UploadedAttachment>;

/// <summary>An upload that one report may name.</summary>
/// <param name="Bytes">Size of the picture as stored, after re-encoding.</param>
/// <param name="Position">Where it was taken, when that was asked for and the photo says it: an offer for the report's place, stored nowhere.</param>
public sealed record UploadedAttachment(Guid Id, string ContentType, int Width, int Height, int Bytes, PointOnMap? Position);

internal sealed class UploadAttachmentHandler(AppDb db, Pictures pictures, AttachmentStore store, TimeProvider time)
    : IRequestHandler<UploadAttachment, UploadedAttachment>
{
    public async Task<UploadedAttachment> Handle(UploadAttachment request, CancellationToken cancellationToken)
    {
        var picture = await pictures.Read(request.Content, cancellationToken);
        var now = time.Now();
        var attachment = new Attachment
        {
            Id = Guid.CreateVersion7(now),
            ContentType = Picture.ContentType,
            Width = picture.Width,
            Height = picture.Height,
            Bytes = picture.Full.Length,
            Sha256 = SHA256.HashData(picture.Full),
            CreatedAt = now,
        };
        await store.Save(attachment.Id, picture, cancellationToken);
        db.Attachments.Add(attachment);
        return new UploadedAttachment(attachment.Id, attachment.ContentType, attachment.Width, attachment.Height, attachment.Bytes, request.ReadPosition ? picture.TakenAt : null);
    }
}
