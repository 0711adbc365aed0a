using System.ComponentModel.DataAnnotations;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence.Reference;

namespace KediriLapor.CallCentre;

/// <summary>One key of the operator: the kind alone is enough.</summary>
public sealed record NewCall
{
    public required CallKind Kind { get; init; }

    /// <summary>08…, 62… or +62…; kept encrypted.</summary>
    [MaxLength(CallVault.NumberMax, ErrorMessage = "too_long")]
    public string? Phone { get; init; }

    /// <summary>When the key was pressed, where that is not now: a line was down.</summary>
    public DateTimeOffset? At { get; init; }

    [Range(0, Call.DurationMax, ErrorMessage = "out_of_range")]
    public int? DurationSeconds { get; init; }

    [MaxLength(20, ErrorMessage = "too_long")]
    public string? KelurahanCode { get; init; }

    /// <summary>In the caller's words.</summary>
    [MaxLength(Call.PlaceMax, ErrorMessage = "too_long")]
    public string? Place { get; init; }

    [MaxLength(Call.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }

    internal CallFacts Facts(City city) => Said(KelurahanCode, Place, Note, DurationSeconds, city);

    internal static CallFacts Said(string? kelurahanCode, string? place, string? note, int? durationSeconds, City city) => new(
        kelurahanCode is { Length: > 0 } code ? city.KelurahanOr(code, "kelurahanCode").Code : null, Written(place), Written(note), durationSeconds);

    internal static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
