using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace KediriLapor.Notifications.WebPush;

/// <summary>A <c>PushSubscription</c> as a browser writes it in JSON (W3C Push API).</summary>
public sealed record BrowserSubscription
{
    /// <summary>Where the browser's push service takes messages for it: an https address.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(PushTarget.EndpointMax, ErrorMessage = "too_long")]
    public string Endpoint { get; init; } = "";

    /// <summary>Milliseconds since 1970; not looked at, for a push service says itself when a subscription has ended.</summary>
    public double? ExpirationTime { get; init; }

    public required BrowserKeys Keys { get; init; }
}

/// <summary>What a message is encrypted with (RFC 8291), in base64url.</summary>
public sealed record BrowserKeys
{
    /// <summary>The browser's public key, 65 bytes.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(PushTarget.KeyMax, ErrorMessage = "too_long")]
    public string P256dh { get; init; } = "";

    /// <summary>16 bytes.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(PushTarget.KeyMax, ErrorMessage = "too_long")]
    public string Auth { get; init; } = "";
}

/// <summary>One browser: where it is reached and how it is spoken to.</summary>
internal sealed record PushTarget(Uri Endpoint, byte[] PublicKey, byte[] Secret)
{
    public const int EndpointMax = 1024;
    public const int KeyMax = 100;
    private const int SecretSize = 16;

    /// <exception cref="RuleViolation"><c>invalid_push_endpoint</c> or <c>invalid_push_key</c>.</exception>
    public static PushTarget Check(BrowserSubscription given, bool allowLocal)
    {
        if (!Uri.TryCreate(given.Endpoint, UriKind.Absolute, out var endpoint) || !(endpoint.Scheme == Uri.UriSchemeHttps || (allowLocal && endpoint.Scheme == Uri.UriSchemeHttp))
            || endpoint.UserInfo.Length > 0 || (endpoint.HostNameType != UriHostNameType.Dns && !allowLocal))
        {
            throw new RuleViolation("invalid_push_endpoint", field: "endpoint");
        }

        var key = Decode(given.Keys.P256dh);
        var secret = Decode(given.Keys.Auth);
        return !P256.IsPoint(key) ? throw new RuleViolation("invalid_push_key", field: "keys.p256dh")
            : secret is not { Length: SecretSize } ? throw new RuleViolation("invalid_push_key", field: "keys.auth")
            : new PushTarget(endpoint, key, secret);
    }

    public string Write() => JsonSerializer.Serialize(this, AppDb.StoredJson);

    public static PushTarget Read(string json) => JsonSerializer.Deserialize<PushTarget>(json, AppDb.StoredJson)!;

    private static byte[]? Decode(string text)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(text.TrimEnd('='));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>Seals what reaches a browser, as <see cref="Reports.ContactVault"/> seals what reaches a person.</summary>
internal sealed class PushVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.PushSubscription");

    public byte[] Seal(PushTarget target) => protector.Protect(System.Text.Encoding.UTF8.GetBytes(target.Write()));

    public PushTarget Open(PushSubscription kept) => PushTarget.Read(System.Text.Encoding.UTF8.GetString(protector.Unprotect(kept.Sealed)));

    /// <summary>The same under the current key; null when that is what sealed it.</summary>
    public byte[]? Reseal(PushSubscription kept)
    {
        var plain = ((IPersistedDataProtector)protector).DangerousUnprotect(kept.Sealed, ignoreRevocationErrors: true, out var outdated, out _);
        return outdated ? protector.Protect(plain) : null;
    }
}
