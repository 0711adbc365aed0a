using System.Security.Cryptography;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Reports;

public sealed record UploadAttachment(byte[] Content) : ICommand<UploadedAttachment>;

/// <summary>An upload that one report may name.</summary>
/// <param name="Bytes">Size of the picture as stored, after re-encoding.</param>
public sealed record UploadedAttachment(Guid Id, string ContentType, int Width, int Height, int Bytes);

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
        return new UploadedAttachment(attachment.Id, attachment.ContentType, attachment.Width, attachment.Height, attachment.Bytes);
    }
}
