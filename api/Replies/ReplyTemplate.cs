using KediriLapor.Reports.Model;

namespace KediriLapor.Replies;

/// <summary>Words to a reporter that an office uses again and again, as Liquid.</summary>
public sealed class ReplyTemplate
{
    public const int TitleMax = 80;
    public const int BodyMax = 2000;

    public Guid Id { get; init; }

    /// <summary>The status that the words accompany.</summary>
    public ReportStatus Status { get; set; }

    /// <summary>Null for every service.</summary>
    public string? ServiceCode { get; set; }

    public string Title { get; set; } = "";

    public string Body { get; set; } = "";

    public int Version { get; set; } = 1;
}
