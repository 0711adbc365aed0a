using System.Security.Cryptography;
using KediriLapor.Persistence;
using KediriLapor.Platform;

namespace KediriLapor.Reports;

/// <summary>Makes a picture of what was sent and keeps it, free until a report names it; by whichever way it came.</summary>
internal sealed class Uploads(AppDb db, Pictures pictures, AttachmentStore store, TimeProvider time)
{
    /// <exception cref="RuleViolation"><c>unsupported_image</c> or <c>image_too_large</c>.</exception>
    public async Task<(Attachment Kept, Picture Picture)> Keep(byte[] content, CancellationToken ct)
    {
        var picture = await pictures.Read(content, ct);
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
        await store.Save(attachment.Id, picture, ct);
        db.Attachments.Add(attachment);
        return (attachment, picture);
    }
}
