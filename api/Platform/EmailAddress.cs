using System.Net.Mail;

namespace KediriLapor.Platform;

internal static class EmailAddress
{
    /// <summary>RFC 5321.</summary>
    public const int Max = 254;

    /// <summary>An address and nothing else, whose host can be on the internet.</summary>
    public static bool IsOne(string text) =>
        text.Length <= Max && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
}
