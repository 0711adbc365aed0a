using KediriLapor.Reports.Model;

namespace KediriLapor.Statistics.Counting;

/// <summary>Who may see a report in a count.</summary>
public enum Sight
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Those who work with it: the report is confidential, or its service is by nature.</summary>
    Confidential,

    /// <summary>The auditor and the responsible agency: it is about officials themselves.</summary>
    Integrity,
}

/// <summary>What is counted of one report.</summary>
/// <param name="Kelurahan">Empty where the ward is not known.</param>
/// <param name="Agency">Empty where none is responsible yet.</param>
/// <param name="IsMerged">Counted with the report that it follows, and by itself only as merged.</param>
/// <param name="InTime">Whether the city ended it before its clock was due; null while it is open, and where it was not the city that ended it.</param>
/// <param name="Response">From sending to the first answer of the responsible agency.</param>
/// <param name="Resolution">From sending to the resolution that holds now.</param>
/// <param name="IsEnded">It was ended at least once, so it could be reopened.</param>
public sealed record Fact(
    string Service, string Kelurahan, string Agency, Channel Channel, Sight Sight, bool IsMerged, ReportStatus Status, bool? InTime,
    TimeSpan? Response, TimeSpan? Resolution, bool IsEnded, bool IsReopened, int? Stars);
