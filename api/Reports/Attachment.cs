namespace KediriLapor.Reports;

/// <summary>When a photo was taken: with the complaint, or after the work.</summary>
public enum AttachmentPhase
{
    Before,
    After,
}

/// <summary>A photo of a report. Uploaded first and owned by nobody until a report names it.</summary>
public sealed class Attachment
{
    /// <summary>How long an upload waits for a report to name it.</summary>
    public static readonly TimeSpan FreeFor = TimeSpan.FromHours(24);

    public Guid Id { get; init; }

    /// <summary>Null until a report claims it.</summary>
    public Guid? ReportId { get; private set; }

    public AttachmentPhase Phase { get; private set; }

    public string ContentType { get; init; } = "";

    /// <summary>Pixels.</summary>
    public int Width { get; init; }

    /// <summary>Pixels.</summary>
    public int Height { get; init; }

    /// <summary>Size of the stored picture.</summary>
    public int Bytes { get; init; }

    /// <summary>SHA-256 of the stored picture.</summary>
    public byte[] Sha256 { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public void BelongTo(Guid reportId, AttachmentPhase phase)
    {
        ReportId = reportId;
        Phase = phase;
    }
}
