using System.Security.Cryptography;
using KediriLapor.Persistence;
using KediriLapor.Platform;

namespace KediriLapor.Reports.Attachments;

/// <summary>Keeps what was sent, free until a report names it; by whichever way it came.</summary>
internal sealed class Uploads(AppDb db, UploadWorkers workers, AttachmentStore store, TimeProvider time)
{
    /// <exception cref="RuleViolation">It is no picture, or one that is too large.</exception>
    /// <exception cref="Unavailable">Too many wait, or the store is in trouble.</exception>
    public async Task<Attachment> KeepPicture(byte[] content, CancellationToken ct) =>
        await Keep(await workers.Run(() => Task.FromResult(Pictures.Read(content)), ct), ct);

    public async Task<Attachment> Keep(Picture picture, CancellationToken ct)
    {
        var kept = Add(Picture.ContentType, picture.Full, picture.Width, picture.Height);
        await store.Save(kept.Id, picture, ct);
        return kept;
    }

    public async Task<Attachment> Keep(byte[] document, CancellationToken ct)
    {
        var kept = Add(Pdf.ContentType, document, 0, 0);
        await store.SaveDocument(kept.Id, document, ct);
        return kept;
    }

    private Attachment Add(string contentType, byte[] stored, int width, int height)
    {
        var now = time.Now();
        var attachment = new Attachment
        {
            Id = Guid.CreateVersion7(now),
            ContentType = contentType,
            Width = width,
            Height = height,
            Bytes = stored.Length,
            Sha256 = SHA256.HashData(stored),
            CreatedAt = now,
        };
        db.Attachments.Add(attachment);
        return attachment;
    }
}
