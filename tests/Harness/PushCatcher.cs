using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using KediriLapor.Notifications.WebPush;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace KediriLapor.Harness;

/// <summary>A message as the browser read it, with the headers that the push service read.</summary>
/// <param name="Shown">The JSON for the service worker.</param>
public sealed record CaughtPush(FakeBrowser To, IReadOnlyDictionary<string, string> Headers, JsonElement Shown);

/// <summary>A push service (RFC 8030) on this machine. It keeps what it is given and, since the browsers are here too, opens it with their keys.</summary>
public sealed class PushCatcher : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, FakeBrowser> browsers = new();
    private readonly ConcurrentQueue<CaughtPush> pushes = new();
    private int asked;

    private PushCatcher(WebApplication server) => this.server = server;

    /// <summary>In the order they came.</summary>
    public CaughtPush[] Pushes => [.. pushes];

    /// <summary>How often anybody tried to hand something over.</summary>
    public int Asked => asked;

    /// <summary>What it answers in place of 201.</summary>
    public HttpStatusCode? Refuses { get; set; }

    /// <summary>Seconds that it wants to be left alone when it refuses.</summary>
    public int? RetryAfter { get; set; }

    public static async Task<PushCatcher> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "").ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var catcher = new PushCatcher(server);
        server.MapPost("/push/{id}", catcher.Take);
        await server.StartAsync();
        return catcher;
    }

    /// <summary>A browser that subscribed here.</summary>
    public FakeBrowser NewBrowser()
    {
        var id = Guid.CreateVersion7().ToString("N");
        return browsers[id] = new FakeBrowser(new Uri($"{server.Urls.Single()}/push/{id}"));
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        foreach (var browser in browsers.Values)
        {
            browser.Dispose();
        }
    }

    private async Task<IResult> Take(string id, HttpRequest request, HttpResponse response)
    {
        Interlocked.Increment(ref asked);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (Refuses is { } refusal)
        {
            response.Headers.RetryAfter = RetryAfter?.ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode((int)refusal);
        }

        var browser = browsers[id];
        pushes.Enqueue(new CaughtPush(browser, request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), JsonSerializer.Deserialize<JsonElement>(browser.Read(body.ToArray()))));
        return Results.Created();
    }
}

/// <summary>A browser's half of RFC 8291.</summary>
public sealed class FakeBrowser(Uri endpoint) : IDisposable
{
    private readonly ECDiffieHellman pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] auth = RandomNumberGenerator.GetBytes(16);

    public Uri Endpoint => endpoint;

    public (string Name, string Value) EndpointHeader => ("Push-Endpoint", endpoint.ToString());

    /// <summary>What <c>PushSubscription.toJSON()</c> gives.</summary>
    public BrowserSubscription Subscription => new()
    {
        Endpoint = endpoint.ToString(),
        Keys = new BrowserKeys { P256dh = WebEncoders.Base64UrlEncode(Point(pair)), Auth = WebEncoders.Base64UrlEncode(auth) },
    };

    /// <summary>Opens a body of one record: salt 16, record size 4, key length 1, key 65, then the sealed text and its tag.</summary>
    public byte[] Read(byte[] body)
    {
        var (salt, senderKey, sealedText, tag) = (body[..16], body[21..86], body[86..^16], body[^16..]);
        using var sender = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = senderKey[1..33], Y = senderKey[33..] } });
        var input = HKDF.DeriveKey(HashAlgorithmName.SHA256, pair.DeriveRawSecretAgreement(sender.PublicKey), 32, auth, [.. "WebPush: info\0"u8, .. Point(pair), .. senderKey]);
        using var cipher = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray()), 16);
        var plain = new byte[sealedText.Length];
        cipher.Decrypt(HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 12, salt, "Content-Encoding: nonce\0"u8.ToArray()), sealedText, tag, plain);
        return plain[..Array.LastIndexOf(plain, (byte)2)];
    }

    public void Dispose() => pair.Dispose();

    private static byte[] Point(ECDiffieHellman pair)
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }
}
