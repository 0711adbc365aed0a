using System.Text.RegularExpressions;

namespace KediriLapor.Reports.Model;

/// <summary>Finds what must never be public in free text (UU 27/2022): NIK, phone numbers, e-mail addresses, number plates.</summary>
public static partial class PersonalData
{
    /// <summary>The text with every finding replaced by a mask of the same kind, such as <c>[nomor telepon]</c>.</summary>
    public static string Mask(string text)
    {
        text = Email().Replace(text, "[alamat email]");
        text = Nik().Replace(text, "[NIK]");
        text = Phone().Replace(text, "[nomor telepon]");
        return Plate().Replace(text, "[nomor kendaraan]");
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,24}", RegexOptions.None, 200)]
    private static partial Regex Email();

    // 16 digits, as people group them
    [GeneratedRegex(@"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)", RegexOptions.None, 200)]
    private static partial Regex Nik();

    // 08…, 62…, +62…, or an area code 0xxx: 9 to 14 digits in all
    [GeneratedRegex(@"(?<![\d+])(?:\+?62|0)(?:[ .()-]{0,2}\d){8,12}(?!\d)", RegexOptions.None, 200)]
    private static partial Regex Phone();

    // AG 1234 XY: an area code of Indonesian plates, three or four digits, so that "RT 03 RW" and "blok B 20" stay
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:[ABDEFGHKLMNPRSTWZ]|A[ABDEG]|B[ABDEGHKLMNP]|D[ABCDEGHKLMNRSTW]|E[ABD]|K[BHTU]|P[AB])[ -]?\d{3,4}[ -]?[A-Z]{1,3}(?![\p{L}\p{N}])", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Plate();
}
