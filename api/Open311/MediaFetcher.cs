using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;

namespace KediriLapor.Open311;

/// <summary>Fetches a picture from where a stranger says it is: from the public network alone, small, soon, and along no redirect.</summary>
internal sealed class MediaFetcher : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient client;

    public MediaFetcher(IConfiguration configuration)
    {
        client = new HttpClient(PublicNetwork.Handler(configuration.GetValue("Open311:AllowLocalMedia", false)))
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = Attachment.BytesMax,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("KediriLapor");
        client.DefaultRequestHeaders.Accept.ParseAdd("image/jpeg, image/png, image/webp");
    }

    /// <returns>Null when there is nothing to be had.</returns>
    public async Task<byte[]?> Fetch(string url, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var place) || place.Scheme is not ("http" or "https") || place.UserInfo.Length > 0)
        {
            return null;
        }

        try
        {
            using var answer = await client.GetAsync(place, ct);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(ct) : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException or InvalidOperationException
            || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => client.Dispose();
}
