using KediriLapor.Reports.Model;

namespace KediriLapor.Reports.Attachments;

/// <summary>What a photo shows: the complaint, as its reporter saw it then or later, or the work that was done.</summary>
public enum AttachmentPhase
{
    Before,
    After,
}

/// <summary>
/// A photo of a report or of a work, or a PDF that staff keep with it. Uploaded first and owned by nobody until one of them names it. Its bytes
/// lie in the <see cref="AttachmentStore"/>; once removed, the row stays behind and tells that there was one.
/// </summary>
public sealed class Attachment
{
    /// <summary>Of a file as it is uploaded, and as it is kept.</summary>
    public const int BytesMax = 10 * 1024 * 1024;

    /// <summary>PDFs of one report: a case that needs more has a file of its own elsewhere.</summary>
    public const int DocumentsMax = 20;

    /// <summary>Photos of one report from its reporter: those it came with, and those of answers and reopenings, each of which waits for a move of the city's.</summary>
    public const int ReporterPhotosMax = 24;

    /// <summary>How long an upload waits for a report to name it.</summary>
    public static readonly TimeSpan FreeFor = TimeSpan.FromHours(24);

    public Guid Id { get; init; }

    /// <summary>Null until a report claims it.</summary>
    public Guid? ReportId { get; private set; }

    /// <summary>Of the report's history row that brought it; null before, and for those of before November 2026.</summary>
    public int? Sequence { get; private set; }

    /// <summary>Null unless a work claims it.</summary>
    public Guid? WorkId { get; private set; }

    public AttachmentPhase Phase { get; private set; }

    /// <summary><see cref="Picture.ContentType"/> or <see cref="Pdf.ContentType"/>: what it was found to be, never what it was called.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Pixels; 0 for a PDF.</summary>
    public int Width { get; init; }

    /// <summary>Pixels; 0 for a PDF.</summary>
    public int Height { get; init; }

    /// <summary>Size of the stored file; 0 when it is gone.</summary>
    public int Bytes { get; init; }

    /// <summary>SHA-256 of the stored file; empty when it is gone.</summary>
    public byte[] Sha256 { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when nobody gets to see it; its file goes within a minute or two (<see cref="DeleteRemovedFiles"/>).</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>For staff alone: never in an answer to the reporter or to the public.</summary>
    public bool IsDocument => ContentType == Pdf.ContentType;

    /// <summary>Called when the report has recorded what brought it.</summary>
    public void BelongTo(Report report, AttachmentPhase phase)
    {
        ReportId = report.Id;
        Sequence = report.Version;
        Phase = phase;
    }

    public void BelongToWork(Guid workId) => WorkId = workId;

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;
}
