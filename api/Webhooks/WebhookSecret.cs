using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace KediriLapor.Webhooks;

/// <summary>
/// One secret by which a receiver knows that a delivery is ours. Both sides compute with it, so it is kept, sealed by the data protection system;
/// it is told once.
/// </summary>
public sealed class WebhookSecret
{
    /// <summary>Standard Webhooks: the rest is base64 of the key.</summary>
    public const string Prefix = "whsec_";

    /// <summary>Standard Webhooks asks for 24 to 64.</summary>
    private const int KeyBytes = 32;

    private WebhookSecret()
    {
    }

    public Guid Id { get; private init; }

    public Guid WebhookId { get; private init; }

    /// <summary>1, 2, 3 … of its webhook: which is the newer one.</summary>
    public int Number { get; private init; }

    /// <summary>The key under the program's own (<see cref="WebhookVault"/>).</summary>
    public byte[] Sealed { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>From when on it signs no more; null while no newer one takes its place.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    public bool Signs(DateTimeOffset now) => EndsAt is null || EndsAt > now;

    /// <returns>The secret, and its text, which is told to its owner and nobody else.</returns>
    internal static (WebhookSecret Secret, string Text) New(Guid webhookId, int number, WebhookVault vault, DateTimeOffset now)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var secret = new WebhookSecret { Id = Guid.CreateVersion7(now), WebhookId = webhookId, Number = number, Sealed = vault.Seal(key), CreatedAt = now };
        return (secret, Prefix + Convert.ToBase64String(key));
    }

    internal void EndBy(DateTimeOffset end) => EndsAt = EndsAt < end ? EndsAt : end;
}

internal sealed class WebhookVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.WebhookSecret");

    public byte[] Seal(byte[] key) => protector.Protect(key);

    public byte[] Open(WebhookSecret secret) => protector.Unprotect(secret.Sealed);
}

/// <summary>The three headers of Standard Webhooks (https://www.standardwebhooks.com), version 1: HMAC-SHA256.</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";

    public const string TimestampHeader = "webhook-timestamp";

    public const string SignatureHeader = "webhook-signature";

    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">The very bytes that are sent.</param>
    /// <returns>One signature by each key, parted by spaces: a receiver takes any that it can make itself.</returns>
    public static string Sign(string id, long timestamp, ReadOnlySpan<byte> body, IEnumerable<byte[]> keys)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}.{timestamp}.")), .. body];
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }
}
