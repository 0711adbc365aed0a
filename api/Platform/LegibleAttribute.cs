using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace KediriLapor.Platform;

/// <summary>Something is there to read: a text of spaces and marks without width is as empty as none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LegibleAttribute : ValidationAttribute
{
    public LegibleAttribute() => ErrorMessage = "required";

    public override bool IsValid(object? value) => value is not string text || string.IsNullOrWhiteSpace(text) || IsLegible(text);

    public static bool IsLegible(string text) => text.Any(IsSeen);

    private static bool IsSeen(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
