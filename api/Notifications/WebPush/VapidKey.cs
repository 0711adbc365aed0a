using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace KediriLapor.Notifications.WebPush;

/// <summary>By which push services know that it is always the same program that sends (VAPID, RFC 8292).</summary>
internal sealed class VapidKey : IDisposable
{
    /// <summary>RFC 8292 allows 24 hours.</summary>
    private static readonly TimeSpan Valid = TimeSpan.FromHours(12);

    private static readonly string Header = WebEncoders.Base64UrlEncode("""{"typ":"JWT","alg":"ES256"}"""u8);

    private const int PrivateKeySize = 32;

    private readonly ECDsa pair;

    private VapidKey(ECDsa pair)
    {
        this.pair = pair;
        PublicKey = WebEncoders.Base64UrlEncode(P256.Write(pair.ExportParameters(includePrivateParameters: false).Q));
    }

    /// <summary>The point in base64url, as browsers take it for <c>applicationServerKey</c>.</summary>
    public string PublicKey { get; }

    public static VapidKey New() => new(ECDsa.Create(P256.Curve));

    /// <param name="privateKey">32 bytes in base64url, as the usual tools print it.</param>
    /// <exception cref="CryptographicException">It is no private key of P-256.</exception>
    /// <exception cref="FormatException">It is not base64url, or of another length.</exception>
    public static VapidKey Read(string privateKey) => WebEncoders.Base64UrlDecode(privateKey) is { Length: PrivateKeySize } number
        ? new(ECDsa.Create(new ECParameters { Curve = P256.Curve, D = number }))
        : throw new FormatException();

    public string Write() => WebEncoders.Base64UrlEncode(pair.ExportParameters(includePrivateParameters: true).D!);

    /// <summary>The <c>Authorization</c> of one message.</summary>
    /// <param name="subject">Whom a push service may ask when something is wrong: a <c>mailto:</c> or <c>https:</c> address, or nobody.</param>
    public string Authorize(Uri endpoint, string? subject, DateTimeOffset now)
    {
        var claims = new Claims(endpoint.GetLeftPart(UriPartial.Authority), (now + Valid).ToUnixTimeSeconds(), subject);
        var said = $"{Header}.{WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var signature = pair.SignData(System.Text.Encoding.ASCII.GetBytes(said), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={said}.{WebEncoders.Base64UrlEncode(signature)}, k={PublicKey}";
    }

    public void Dispose() => pair.Dispose();

    private sealed record Claims(
        [property: JsonPropertyName("aud")] string Audience,
        [property: JsonPropertyName("exp")] long Expires,
        [property: JsonPropertyName("sub"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Subject);
}
