using System.Text.RegularExpressions;

namespace KediriLapor.Reports.Model;

/// <summary>Finds what must never be public in free text (UU 27/2022): NIK, phone numbers, e-mail addresses, number plates, and NPWP; a KK number is masked like a NIK.</summary>
/// <remarks>
/// No expression has a quantifier without an upper bound, so the work per character is bounded and no timeout is needed;
/// one would strike on a busy machine and refuse a report for nothing.
/// </remarks>
public static partial class PersonalData
{
    /// <summary>The same, and the full name where the person who wrote it told it.</summary>
    public static string Mask(string text, string? name)
    {
        var masked = Mask(text);
        return string.IsNullOrWhiteSpace(name)
            ? masked
            : Regex.Replace(masked, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(name.Trim())}(?![\p{{L}}\p{{N}}])", "[nama]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Whether the text names this person, by name, phone or e-mail, however the digits are grouped.</summary>
    /// <param name="phone">E.164.</param>
    public static bool Names(string text, string? name, string? phone, string? email) =>
        Mask(text, name) != Mask(text)
        || (phone is not null && string.Concat(text.Where(char.IsAsciiDigit)).Contains(phone.TrimStart('+')[2..], StringComparison.Ordinal))
        || (email is not null && text.Contains(email, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text with every finding replaced by a mask of the same kind, such as <c>[nomor telepon]</c>.</summary>
    public static string Mask(string text)
    {
        text = Email().Replace(text, "[alamat email]");
        text = Nik().Replace(text, "[NIK]");
        text = Npwp().Replace(text, "[NPWP]");
        text = Phone().Replace(text, found => found.Groups["harmless"].Success ? found.Value : "[nomor telepon]");
        return Plate().Replace(text, "[nomor kendaraan]");
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,24}")]
    private static partial Regex Email();

    // 16 digits, as people group them
    [GeneratedRegex(@"(?<!\d)\d(?:[\p{Zs}.-]{0,2}\d){15}(?!\d)")]
    private static partial Regex Nik();

    // the 15 digits of a tax card as it is printed; those of 16 are a NIK
    [GeneratedRegex(@"(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d[.-]\d{3}\.\d{3}(?!\d)")]
    private static partial Regex Npwp();

    // 08…, 62…, +62…, or an area code 0xxx: 9 to 14 digits in all, or a mobile number without its 0; first what only looks like it: a date, opening hours, an amount of rupiah
    [GeneratedRegex(
        """
        (?<harmless>(?<!\d)(?:\d{1,2}[ .-]\d{1,2}[ .-]20\d\d | [0-2]?\d\.[0-5]\d[ ]?[-–][ ]?[0-2]?\d\.[0-5]\d)(?![ .-]?\d{3})
          | (?i:Rp)\.?[ ]?\d{1,3}(?:\.\d{3}){1,5}(?!\d))
        | (?<![\d+])(?:\+?62|0)(?:[\p{Zs}.()–-]{0,3}\d){8,12}(?!\d)
        | (?<![\d+.,/-])8[1-9]\d(?:[ -]?\d){7,9}(?![\d.,]?\d)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Phone();

    // AG 1234 XY: an area code of Indonesian plates, three or four digits (so that "RT 03 RW" and "blok B 20" stay), one to three
    // letters that are no small word of the kind "dr 2024 sd 2025"
    [GeneratedRegex(
        """
        (?<![\p{L}\p{N}])
        (?:[ABDEFGHKLMNPRSTWZ] | A[ABDEG] | B[ABDEGHKLMNP] | D[ABCDEGHKLMNPRSTW] | E[ABD] | K[BHTU] | P[AB])
        [\p{Zs}.-]{0,2}\d{3,4}[\p{Zs}.-]{0,2}
        (?!(?-i:yg|sd|gk|tdk|org|rb|jt|km|kg|cm|m|thn|th|hr|dan|di|ke|ini|itu)(?![\p{L}\p{N}]))
        [A-Z]{1,3}(?![\p{L}\p{N}])
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Plate();
}
