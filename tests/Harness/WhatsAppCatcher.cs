using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KediriLapor.Harness;

/// <summary>A message as Meta's Graph API was given it.</summary>
/// <param name="Id">The <c>wamid</c> that it answered with.</param>
/// <param name="To">Digits, without a plus sign.</param>
public sealed record CaughtWhatsApp(string Id, string To, JsonElement Sent)
{
    public bool IsTemplate => Sent.GetProperty("type").GetString() == "template";

    /// <summary>The words of a text; of a template its name.</summary>
    public string Text => IsTemplate ? Sent.GetProperty("template").GetProperty("name").GetString()! : Sent.GetProperty("text").GetProperty("body").GetString()!;

    public string[] Parameters =>
        [.. Sent.GetProperty("template").GetProperty("components")[0].GetProperty("parameters").EnumerateArray().Select(value => value.GetProperty("text").GetString()!)];
}

/// <summary>
/// Meta's Graph API on this machine, with the answers and errors of its reference (WhatsApp Business Platform, Cloud API): it keeps what it
/// is given, has pictures to fetch, and signs webhooks as Meta does.
/// </summary>
public sealed class WhatsAppCatcher : IAsyncDisposable
{
    public const string PhoneNumberId = "106540352242922";
    public const string AccessToken = "token-uji";
    public const string AppSecret = "rahasia-aplikasi";
    public const string VerifyToken = "kata-verifikasi";
    public const string Webhook = "/api/v1/whatsapp/webhook";

    private readonly WebApplication server;
    private readonly ConcurrentQueue<CaughtWhatsApp> messages = new();
    private readonly ConcurrentDictionary<string, byte[]> pictures = new();
    private int numbered;
    private int asked;
    private int fetched;

    private WhatsAppCatcher(WebApplication server) => this.server = server;

    /// <summary>In the order they came.</summary>
    public CaughtWhatsApp[] Messages => [.. messages];

    /// <summary>How often anybody tried to send something.</summary>
    public int Asked => asked;

    /// <summary>How often a picture itself was fetched.</summary>
    public int Fetched => fetched;

    /// <summary>The status and Meta's code with which everything is refused.</summary>
    public (HttpStatusCode Status, int Code)? Refuses { get; set; }

    /// <summary>The same for free words alone.</summary>
    public (HttpStatusCode Status, int Code)? RefusesWords { get; set; }

    /// <summary>Said to be a picture's address in place of its own.</summary>
    public string? PicturesAt { get; set; }

    /// <summary>What the Graph API answers for a picture's id in place of its address.</summary>
    public HttpStatusCode? RefusesPictures { get; set; }

    /// <summary>What a program needs to be set to this one.</summary>
    public (string Key, string? Value)[] Settings =>
    [
        ("WhatsApp:BaseUrl", server.Urls.Single() + "/v23.0"), ("WhatsApp:PhoneNumberId", PhoneNumberId), ("WhatsApp:AccessToken", AccessToken),
        ("WhatsApp:AppSecret", AppSecret), ("WhatsApp:VerifyToken", VerifyToken), ("WhatsApp:AllowLocal", "true"),
    ];

    public static async Task<WhatsAppCatcher> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "").ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var catcher = new WhatsAppCatcher(server);
        server.MapPost("/v23.0/{number}/messages", catcher.Take);
        server.MapGet("/v23.0/{media}", catcher.Tell);
        server.MapGet("/whatsapp_business/attachments/{media}", catcher.Give);
        await server.StartAsync();
        return catcher;
    }

    public CaughtWhatsApp[] To(string phone) => [.. messages.Where(message => message.To == phone)];

    /// <summary>A picture that somebody sent.</summary>
    /// <returns>Its media id.</returns>
    public string Picture(byte[] content)
    {
        var id = $"media{Interlocked.Increment(ref numbered)}";
        pictures[id] = content;
        return id;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>One message, as Meta tells it.</summary>
    public static object Message(string from, string id, DateTimeOffset at, object content, string? answerTo = null)
    {
        var message = JsonSerializer.SerializeToNode(content)!.AsObject();
        (message["from"], message["id"], message["timestamp"]) = (from, id, at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (answerTo is not null)
        {
            message["context"] = JsonSerializer.SerializeToNode(new { from = "15550783881", id = answerTo });
        }

        return Told(new
        {
            messaging_product = "whatsapp",
            metadata = new { display_phone_number = "15550783881", phone_number_id = PhoneNumberId },
            contacts = new[] { new { profile = new { name = "Nama Profil" }, wa_id = from } },
            messages = new[] { message },
        });
    }

    /// <summary>What became of a message of ours.</summary>
    public static object Status(string id, string status, DateTimeOffset at, string to = "6281234567890", int? error = null) => Told(new
    {
        messaging_product = "whatsapp",
        metadata = new { display_phone_number = "15550783881", phone_number_id = PhoneNumberId },
        statuses = new[]
        {
            new
            {
                id, status, timestamp = at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), recipient_id = to,
                errors = error is null ? [] : new[] { new { code = error, title = "Message undeliverable", message = "Message undeliverable", error_data = new { details = $"to {to}" } } },
            },
        },
    });

    /// <summary>Knocks at a program's webhook.</summary>
    /// <param name="secret">What it is signed with; null leaves the signature out.</param>
    public static async Task<Answer> TellAsync(Person meta, object webhook, string? secret = AppSecret)
    {
        var body = webhook as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(webhook);
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        return await meta.SendAsync(HttpMethod.Post, Webhook, content, secret is null ? [] : [("X-Hub-Signature-256", Sign(body, secret))]);
    }

    public static string Sign(byte[] body, string secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private static object Told(object value) => new { @object = "whatsapp_business_account", entry = new[] { new { id = "102290129340398", changes = new[] { new { value, field = "messages" } } } } };

    private static IResult Error((HttpStatusCode Status, int Code) refusal, string to) => Results.Json(
        new { error = new { message = $"(#{refusal.Code}) to {to}", type = "OAuthException", code = refusal.Code, error_data = new { messaging_product = "whatsapp", details = $"to {to}" }, fbtrace_id = "Az8or2yhqkZfEZ" } },
        statusCode: (int)refusal.Status);

    private static bool Knows(HttpRequest request) => request.Headers.Authorization == "Bearer " + AccessToken;

    private async Task<IResult> Take(string number, HttpRequest request)
    {
        Interlocked.Increment(ref asked);
        var sent = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        var to = sent.GetProperty("to").GetString()!;
        if (!Knows(request) || number != PhoneNumberId)
        {
            return Error((HttpStatusCode.Unauthorized, 190), to);
        }

        if (Refuses is { } refusal)
        {
            return Error(refusal, to);
        }

        if (RefusesWords is { } closed && sent.GetProperty("type").GetString() == "text")
        {
            return Error(closed, to);
        }

        var id = $"wamid.{Convert.ToBase64String(Encoding.UTF8.GetBytes(to + Interlocked.Increment(ref numbered)))}";
        messages.Enqueue(new CaughtWhatsApp(id, to, sent));
        return Results.Json(new { messaging_product = "whatsapp", contacts = new[] { new { input = to, wa_id = to } }, messages = new[] { new { id } } });
    }

    private IResult Tell(string media, HttpRequest request) =>
        !Knows(request) ? Results.Unauthorized()
        : RefusesPictures is { } refusal ? Results.StatusCode((int)refusal)
        : pictures.TryGetValue(media, out var content) ? Results.Json(new
        {
            messaging_product = "whatsapp",
            url = PicturesAt ?? $"{server.Urls.Single()}/whatsapp_business/attachments/{media}",
            mime_type = "image/jpeg",
            sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            file_size = content.Length,
            id = media,
        })
        : Results.NotFound();

    private IResult Give(string media, HttpRequest request)
    {
        Interlocked.Increment(ref fetched);
        return Knows(request) && pictures.TryGetValue(media, out var content) ? Results.Bytes(content, "image/jpeg") : Results.Unauthorized();
    }
}
