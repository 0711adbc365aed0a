using KediriLapor.CallCentre.Model;

namespace KediriLapor.CallCentre.Callers;

/// <summary>A hint about a number, with what it rests on.</summary>
/// <param name="Holds">Not over and not lifted.</param>
/// <param name="Own">The reader set it, and so does not review it.</param>
public sealed record MarkItem(
    Guid Id,
    MarkKind Kind,
    string PhoneTail,
    string Note,
    IReadOnlyList<Guid> EvidenceIds,
    string SetBy,
    DateTimeOffset SetAt,
    DateTimeOffset ExpiresAt,
    MarkReview Review,
    string? ReviewedBy,
    DateTimeOffset? ReviewedAt,
    string? ReviewNote,
    bool Holds,
    bool Own,
    int Version)
{
    internal static MarkItem Of(CallerMark mark, Guid? reader, DateTimeOffset now) => new(
        mark.Id, mark.Kind, mark.PhoneTail, mark.Note, mark.EvidenceIds, mark.SetByName, mark.SetAt, mark.ExpiresAt, mark.Review, mark.ReviewedByName, mark.ReviewedAt, mark.ReviewNote,
        mark.Holds(now), mark.SetById == reader, mark.Version);
}
