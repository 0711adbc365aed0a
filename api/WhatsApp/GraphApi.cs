using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using KediriLapor.Notifications;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;

namespace KediriLapor.WhatsApp;

/// <summary>Speaks to Meta's Graph API: sends messages and fetches pictures.</summary>
internal sealed partial class GraphApi(WhatsAppSettings settings, TimeProvider time) : IDisposable
{
    /// <summary>Twenty calls that hang, one after the other, are less than <see cref="Notification.Lease"/>.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of an answer in JSON: an id, an address, an error.</summary>
    private const int AnswerMax = 64 * 1024;

    private readonly HttpClient http = new(PublicNetwork.Handler(settings.AllowLocal)) { Timeout = Patience, MaxResponseContentBufferSize = AnswerMax };

    /// <summary>Free words: let through for a day after the person wrote.</summary>
    /// <param name="phone">E.164.</param>
    /// <returns>WhatsApp's id of the message.</returns>
    /// <exception cref="AddressRefused">Nobody there is on WhatsApp.</exception>
    /// <exception cref="WindowClosed">The person wrote too long ago.</exception>
    /// <exception cref="ServerUnreachable">No answer, or one that holds for whatever is sent.</exception>
    /// <exception cref="NotSent">It concerns this message.</exception>
    public Task<string> SendText(string phone, string text, CancellationToken ct) => Send(
        new { messaging_product = "whatsapp", recipient_type = "individual", to = Digits(phone), type = "text", text = new { preview_url = false, body = text } }, ct);

    /// <summary>Words that Meta approved, with their variables filled in.</summary>
    /// <inheritdoc cref="SendText"/>
    public Task<string> SendTemplate(string phone, string name, string language, IEnumerable<string> values, CancellationToken ct) => Send(
        new
        {
            messaging_product = "whatsapp",
            recipient_type = "individual",
            to = Digits(phone),
            type = "template",
            template = new
            {
                name,
                language = new { code = language },
                components = new[] { new { type = "body", parameters = values.Select(text => new { type = "text", text }) } },
            },
        },
        ct);

    /// <exception cref="PictureRefused">It is gone, too large, or said to be where the token must not go.</exception>
    /// <exception cref="ServerUnreachable">No answer for now.</exception>
    public async Task<byte[]> Download(string mediaId, CancellationToken ct)
    {
        if (!MediaId().IsMatch(mediaId))
        {
            throw new PictureRefused("no media id");
        }

        using var told = await Ask(HttpMethod.Get, new Uri(settings.Graph, mediaId), null, HttpCompletionOption.ResponseContentRead, ct);
        if (await Read(told, ct) is not { } media || Text(media, "url") is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var address) || !settings.MayFetch(address))
        {
            throw new PictureRefused("it is nowhere to be fetched from");
        }

        using var picture = await Ask(HttpMethod.Get, address, null, HttpCompletionOption.ResponseHeadersRead, ct);
        return await ReadPicture(picture, ct);
    }

    public void Dispose() => http.Dispose();

    private static string Digits(string phone) => phone.TrimStart('+');

    private async Task<string> Send(object message, CancellationToken ct)
    {
        using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(message)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await Ask(HttpMethod.Post, new Uri(settings.Graph, settings.PhoneNumberId + "/messages"), body, HttpCompletionOption.ResponseContentRead, ct);
        var said = await Read(answer, ct);
        if (!answer.IsSuccessStatusCode)
        {
            throw GraphRefusals.Of(answer.StatusCode, CodeOf(said), RetryAfter(answer));
        }

        return said is { ValueKind: JsonValueKind.Object } sent && sent.TryGetProperty("messages", out var messages) && messages is { ValueKind: JsonValueKind.Array } list
            && list.GetArrayLength() > 0 && Text(list[0], "id") is { } id
                ? id
                : throw new NotSent("WhatsApp took it and gave no id");
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, Uri address, HttpContent? body, HttpCompletionOption until, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", settings.AccessToken) } };
        try
        {
            return await http.SendAsync(request, until, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is HttpRequestException or OperationCanceledException)
        {
            throw new ServerUnreachable("WhatsApp", failure);
        }
    }

    /// <summary>However much comes, and whatever length it says: no more is read than a picture may have.</summary>
    private static async Task<byte[]> ReadPicture(HttpResponseMessage picture, CancellationToken ct)
    {
        if (!picture.IsSuccessStatusCode)
        {
            throw Passing(picture) ? new ServerUnreachable("WhatsApp", $"{(int)picture.StatusCode}") : new PictureRefused("it is gone");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience * 3);
        try
        {
            await using var stream = await picture.Content.ReadAsStreamAsync(patience.Token);
            using var content = new MemoryStream();
            var chunk = new byte[64 * 1024];
            while (await stream.ReadAsync(chunk, patience.Token) is var read and > 0)
            {
                if (content.Length + read > Attachment.BytesMax)
                {
                    throw new PictureRefused("it is too large");
                }

                content.Write(chunk, 0, read);
            }

            return content.ToArray();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new ServerUnreachable("WhatsApp", failure);
        }
    }

    /// <returns>Null for what is no JSON.</returns>
    private static async Task<JsonElement?> Read(HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.RequestMessage?.Method == HttpMethod.Get && !answer.IsSuccessStatusCode)
        {
            throw Passing(answer) ? new ServerUnreachable("WhatsApp", $"{(int)answer.StatusCode}") : new PictureRefused("it is gone");
        }

        try
        {
            return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync(ct));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Passing(HttpResponseMessage answer) => (int)answer.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests or >= 500;

    private static int? CodeOf(JsonElement? said) =>
        said is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)
            ? number
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter is { } told ? told.Delta ?? told.Date - time.Now() : null;

    /// <summary>It becomes part of an address.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,100}$")]
    private static partial Regex MediaId();
}
