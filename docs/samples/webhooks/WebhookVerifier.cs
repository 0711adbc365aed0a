// Tells whether a delivery is KediriLapor's: Standard Webhooks (https://www.standardwebhooks.com), version 1.
// Copy this file; it needs nothing but .NET 8 or later. Give it the body as it came over the wire, before anything parses it.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KediriLapor.Samples;

public static class WebhookVerifier
{
    /// <summary>Older or younger than this, a delivery may be one that somebody recorded and sends again.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="secret">As it was told: <c>whsec_…</c>.</param>
    /// <param name="id">The header <c>webhook-id</c>: the same at every attempt, so whoever keeps it handles an event once.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>: several while a new secret takes the place of an old one.</param>
    /// <param name="body">The raw body.</param>
    public static bool IsGenuine(string secret, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (id is null || signatures is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var key = Convert.FromBase64String(secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret["whsec_".Length..] : secret);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)));
        foreach (var signature in signatures.Split(' '))
        {
            // in constant time: how long a comparison takes must not tell how much of a forged signature is right
            if (CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)))
            {
                return true;
            }
        }

        return false;
    }
}
