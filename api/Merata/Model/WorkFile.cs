namespace KediriLapor.Merata.Model;

/// <summary>A photo of a work, or a PDF about it. Its bytes are an upload like any other; photos are public, PDFs are for staff.</summary>
public sealed class WorkFile
{
    private WorkFile()
    {
    }

    internal WorkFile(Work work, Guid id, WorkPhotoTag? photo, WorkDocumentKind? document, string by, DateTimeOffset now) =>
        (Id, WorkId, Photo, Document, AddedBy, AddedAt) = (id, work.Id, photo, document, by, now);

    /// <summary>Of the upload.</summary>
    public Guid Id { get; private init; }

    public Guid WorkId { get; private init; }

    /// <summary>Null for a PDF.</summary>
    public WorkPhotoTag? Photo { get; private init; }

    /// <summary>Null for a photo.</summary>
    public WorkDocumentKind? Document { get; private init; }

    public string AddedBy { get; private init; } = "";

    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>Since when nobody gets to see it.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    internal void Remove(DateTimeOffset now) => RemovedAt = now;
}
