using System.Text.RegularExpressions;
using PhoneNumbers;

namespace KediriLapor.Reports;

/// <summary>Phone numbers as people write them: 08…, 62… or +62…, with spaces, dots, dashes and brackets.</summary>
internal static partial class Phone
{
    /// <summary>ITU-T E.164: a plus sign and at most 15 digits.</summary>
    private const int E164Max = 16;

    /// <returns>E.164; null for what cannot be called.</returns>
    public static string? Read(string written)
    {
        // the library would dial letters by the keypad: 0812-BANTUAN is nobody's number
        if (written.Any(char.IsLetter))
        {
            return null;
        }

        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(written.StartsWith("62", StringComparison.Ordinal) ? "+" + written : written, "ID");
            var dialled = numbers.Format(number, PhoneNumberFormat.E164);
            // what can be dialled within one exchange alone has no address in the world
            return numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE && dialled.Length <= E164Max ? dialled : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>The same for words in a search field, which mean a number only when they look like nothing else.</summary>
    public static string? ReadSought(string? words) => words is not null && LooksLikeOne().IsMatch(words) ? Read(words) : null;

    [GeneratedRegex(@"^(?:\+|0|62|\(0)(?=(?:\D*\d){7})[\d .()–-]{7,24}$")]
    private static partial Regex LooksLikeOne();
}
