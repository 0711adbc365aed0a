using System.Globalization;
using System.Text.RegularExpressions;

namespace KediriLapor.Open311;

/// <summary>Date and time as W3C writes them, in the city's time; without fractions, which some clients refuse.</summary>
internal static partial class Instants
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    public static string? Write(DateTimeOffset? instant) => instant?.ToOffset(Wib).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A day alone is its first instant, and what names no zone is meant in the city's; a plus sign that became a blank in the address is one again.</summary>
    /// <exception cref="Refusal">It is neither a day nor an instant.</exception>
    public static DateTimeOffset? Read(string? text, string parameter)
    {
        if (text is null)
        {
            return null;
        }

        var told = BlankZone().Replace(text.Trim(), "+$1");
        var zoned = Zone().IsMatch(told) ? told : (told.Contains('T', StringComparison.Ordinal) ? told : told + "T00:00:00") + "+07:00";
        return Shape().IsMatch(told) && DateTimeOffset.TryParse(zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.ToUniversalTime()
            : throw new Refusal($"{parameter} must be a time such as 2026-08-20T08:00:00+07:00");
    }

    [GeneratedRegex(@" (\d\d:?\d\d)$")]
    private static partial Regex BlankZone();

    [GeneratedRegex(@"(?:Z|[+-]\d\d:?\d\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex Zone();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
