using System.Globalization;
using System.Net.Http.Headers;
using KediriLapor.Platform;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Hands messages to push services (RFC 8030).</summary>
internal sealed class PushSender(WebPushSettings settings, VapidKeys keys, TimeProvider time) : IDisposable
{
    /// <summary>How long a push service keeps a message for a telephone that is off. Later it is stale: the report tells more.</summary>
    private static readonly TimeSpan TimeToLive = TimeSpan.FromDays(3);

    /// <summary>Twenty services that hang, one after the other, are less than <see cref="Notification.Lease"/>.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Most messages are shorter and so all equally long.</summary>
    private const int PaddedTo = 1024;

    private readonly HttpClient http = new(PublicNetwork.Handler(settings.AllowLocal)) { Timeout = Patience };

    /// <param name="topic">A message that was not delivered yet makes room for the next under the same topic.</param>
    /// <exception cref="AddressRefused">The browser has ended its subscription (404, 410).</exception>
    /// <exception cref="ServerUnreachable">No answer, 429 or 5xx.</exception>
    /// <exception cref="HttpRequestException">Any other refusal, with its status.</exception>
    public async Task Send(PushTarget to, byte[] message, string topic, bool urgent, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to.Endpoint)
        {
            Content = new ByteArrayContent(PushEncryption.Encrypt(message, to.PublicKey, to.Secret, PaddedTo))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream"), ContentEncoding = { "aes128gcm" } },
            },
        };
        request.Headers.TryAddWithoutValidation("Authorization", (await keys.Current(ct)).Authorize(to.Endpoint, settings.Subject, time.Now()));
        request.Headers.Add("TTL", TimeToLive.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Urgency", urgent ? "high" : "normal");
        request.Headers.Add("Topic", topic);

        using var answer = await Ask(request, ct);
        switch ((int)answer.StatusCode)
        {
            case >= 200 and < 300:
                return;
            case StatusCodes.Status404NotFound or StatusCodes.Status410Gone:
                throw new AddressRefused();
            case StatusCodes.Status429TooManyRequests or >= 500:
                throw new ServerUnreachable("the push service", ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)) { RetryAfter = RetryAfter(answer) };
            default:
                throw new HttpRequestException(message: null, inner: null, answer.StatusCode);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> Ask(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            // what it says beyond the status is not read
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is HttpRequestException or OperationCanceledException)
        {
            throw new ServerUnreachable("the push service", failure);
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter is { } told ? told.Delta ?? told.Date - time.Now() : null;
}
