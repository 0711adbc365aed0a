using System.Globalization;
using System.Security.Cryptography;

namespace KediriLapor.Reports.Model;

/// <summary>
/// The number a reporter can read out on the phone: ten random Crockford base-32 characters (50 bits, no I L O U) and a
/// check character, written <c>7F3K-9QX2-M4D</c>. It opens nothing without the <see cref="ReportSecret"/>.
/// </summary>
public readonly record struct TrackingCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Random = 10;

    private TrackingCode(string value) => Value = value;

    /// <summary>Eleven characters without separators, as stored.</summary>
    public string Value { get; }

    public static TrackingCode New()
    {
        var body = RandomNumberGenerator.GetString(Alphabet, Random);
        return new TrackingCode(body + CheckCharacter(body));
    }

    /// <summary>For the database only: the value was checked when it was made.</summary>
    public static TrackingCode FromStored(string value) => new(value);

    /// <summary>Reads what people type or paste: any case, white space or dashes of any kind anywhere, O for 0, I or L for 1.</summary>
    public static bool TryParse(string? text, out TrackingCode code)
    {
        code = default;
        if (text is not { Length: <= 40 })
        {
            return false;
        }

        var value = string.Concat(text.ToUpperInvariant().Where(c => !IsSeparator(c)).Select(c => c switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            _ => c,
        }));
        if (value.Length != Random + 1 || value.Any(c => !Alphabet.Contains(c)) || value[^1] != CheckCharacter(value[..Random]))
        {
            return false;
        }

        code = new TrackingCode(value);
        return true;
    }

    public override string ToString() => $"{Value[..4]}-{Value[4..8]}-{Value[8..]}";

    private static bool IsSeparator(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    /// <summary>Weights 1, 3, 5 … are odd, so a single wrong character always shows; neighbours swapped show unless they differ by 16.</summary>
    private static char CheckCharacter(string body) =>
        Alphabet[body.Select((c, i) => Alphabet.IndexOf(c) * ((2 * i) + 1)).Sum() % Alphabet.Length];
}
