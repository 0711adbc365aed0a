using System.Security.Cryptography;
using System.Text;
using KediriLapor.Platform;

namespace KediriLapor.WhatsApp;

/// <summary>That a webhook comes from Meta: HMAC-SHA256 over the very bytes, under the app's secret (<c>X-Hub-Signature-256: sha256=…</c>).</summary>
internal static class WebhookSignature
{
    public const string Header = "X-Hub-Signature-256";

    private const string Scheme = "sha256=";

    /// <exception cref="RuleViolation"><c>invalid_signature</c> (401); also where no secret is set, since nobody can sign then.</exception>
    public static void Check(string? secret, string? presented, byte[] body)
    {
        if (secret is null || !Matches(secret, presented ?? "", body))
        {
            throw new RuleViolation("invalid_signature", StatusCodes.Status401Unauthorized, Header);
        }
    }

    /// <summary>Compares in constant time.</summary>
    public static bool SameWord(string? known, string? presented) =>
        known is not null && presented is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(known)), SHA256.HashData(Encoding.UTF8.GetBytes(presented)));

    private static bool Matches(string secret, string presented, byte[] body)
    {
        if (!presented.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Convert.FromHexString(presented.AsSpan(Scheme.Length), given, out var read, out var written) == System.Buffers.OperationStatus.Done
            && read == presented.Length - Scheme.Length && written == given.Length
            && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body), given);
    }
}
