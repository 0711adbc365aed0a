using KediriLapor.Platform;

namespace KediriLapor.HandOvers;

/// <summary>
/// What the city signs when it hands a report over. Enough for the receiver to act on and to answer for, and no more than everybody may see of
/// the report, plus its masked words.
/// </summary>
/// <param name="Type">The version of this form; another form gets another word.</param>
/// <param name="Site">Where the city's keys are published.</param>
/// <param name="From">The unit that had it; null where none did.</param>
/// <param name="Reason">Why it is not the city's, as the reporter was told; masked.</param>
/// <param name="ReceivedAt">When the citizen sent it.</param>
/// <param name="HandedOverAt">When the city's clock stopped.</param>
/// <param name="AnswerBy">Until when the city expects an answer.</param>
public sealed record HandOverStatement(
    string Type, Guid Id, string City, string Desk, string Site, Named? From, ReceiverNamed To, HandedReport Report, string? Reason,
    DateTimeOffset ReceivedAt, DateTimeOffset HandedOverAt, DateTimeOffset AnswerBy)
{
    public const string TypeOne = "kedirilapor.hand-over.1";
}

/// <param name="Code">Null for one that the city knows by name only.</param>
public sealed record ReceiverNamed(string? Code, string Name);

/// <summary>The report, as the statement tells it.</summary>
/// <param name="Number">Its tracking code, by which its reporter calls it.</param>
/// <param name="Lat">WGS84; coarsened to about 100 m where the reporter is to stay unknown.</param>
/// <param name="Text">The reporter's words, masked; null of a confidential report.</param>
public sealed record HandedReport(
    Guid Id, string Number, Named Service, Named? Kelurahan, Named? Kecamatan, double? Lat, double? Lng, string? Text, bool Confidential);
