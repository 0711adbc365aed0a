using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using KediriLapor.Platform;

namespace KediriLapor.Webhooks;

/// <summary>What is sent: the same bytes that are signed.</summary>
internal sealed record Message(string Id, byte[] Body, IReadOnlyList<byte[]> Keys);

/// <summary>What an attempt came to.</summary>
/// <param name="Failure">Null when it was taken.</param>
internal sealed record Attempted(DateTimeOffset At, int Milliseconds, Dictionary<string, string> RequestHeaders, int? Status, Dictionary<string, string> ResponseHeaders, string? ResponseBody, Failure? Failure)
{
    public bool Gone => Status == StatusCodes.Status410Gone;
}

/// <summary>Posts to receivers: to the public network alone, along no redirect, for a bounded time, and reads no more than the log keeps.</summary>
internal sealed class WebhookSender(WebhookSettings settings, TimeProvider time) : IDisposable
{
    /// <summary>Characters of an answer that are kept.</summary>
    public const int BodyMax = 1024;

    private const int HeadersMax = 20;
    private const int HeaderMax = 200;

    /// <summary>From the look-up of the name to the last byte that is read.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>More is not heard.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);

    private readonly HttpClient http = new(PublicNetwork.Handler(settings.AllowLocal)) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<Attempted> Send(string url, Message message, CancellationToken ct)
    {
        var (now, began) = (time.Now(), Stopwatch.GetTimestamp());
        using var request = Compose(url, message, now);
        var sent = Heads(request.Headers.Concat(request.Content!.Headers));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var (status, body) = ((int)answer.StatusCode, await Beginning(answer, limit.Token));
            return new Attempted(now, Took(), sent, status, Heads(answer.Headers.Concat(answer.Content.Headers)), body, Judge(answer));
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // whatever it is: an attempt that leaves no trace would be made for ever
            return new Attempted(now, Took(), sent, null, [], null, new Failure(Why(failure)));
        }

        int Took() => (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Compose(string url, Message message, DateTimeOffset now)
    {
        var content = new ByteArrayContent(message.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var (seconds, request) = (now.ToUnixTimeSeconds(), new HttpRequestMessage(HttpMethod.Post, url) { Content = content });
        request.Headers.UserAgent.ParseAdd("KediriLapor-Webhooks/1");
        request.Headers.Add(WebhookSignature.IdHeader, message.Id);
        request.Headers.Add(WebhookSignature.TimestampHeader, seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation(WebhookSignature.SignatureHeader, WebhookSignature.Sign(message.Id, seconds, message.Body, message.Keys));
        return request;
    }

    private Failure? Judge(HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 and var status => new Failure("redirects are not followed", status),
        StatusCodes.Status410Gone => new Failure("gone", StatusCodes.Status410Gone),
        var status => new Failure($"answered {status.ToString(CultureInfo.InvariantCulture)}", status, RestWanted(answer)),
    };

    private TimeSpan? RestWanted(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter is { } told && (told.Delta ?? told.Date - time.Now()) is { } rest && rest > TimeSpan.Zero ? rest < LongestRest ? rest : LongestRest : null;

    private static string Why(Exception failure) =>
        failure is OperationCanceledException ? "no answer in time"
        : Causes(failure).OfType<NotPublic>().Any() ? "the address is not public"
        : failure is HttpRequestException { HttpRequestError: var kind and not HttpRequestError.Unknown } ? $"no answer ({kind})"
        : $"no answer ({failure.GetBaseException().GetType().Name})";

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }

    /// <summary>As text, whatever it is; a receiver that never ends has said enough.</summary>
    private static async Task<string?> Beginning(HttpResponseMessage answer, CancellationToken ct)
    {
        var buffer = new byte[BodyMax];
        await using var stream = await answer.Content.ReadAsStreamAsync(ct);
        try
        {
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
            return read == 0 ? null : Legible(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException)
        {
            // the status was told: a body that breaks off takes nothing back
            return null;
        }
    }

    private static Dictionary<string, string> Heads(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers) => headers
        .Where(header => !header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)).DistinctBy(header => Cut(header.Key)).Take(HeadersMax)
        .ToDictionary(header => Cut(header.Key), header => Cut(string.Join(", ", header.Value)));

    private static string Cut(string text) => Legible(text.Length > HeaderMax ? text[..HeaderMax] : text);

    /// <summary>PostgreSQL stores no U+0000, and half a pair is no text.</summary>
    private static string Legible(string text) => string.Concat(text.EnumerateRunes().Select(rune => Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? " " : rune.ToString()));
}
