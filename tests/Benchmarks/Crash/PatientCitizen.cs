using System.Collections.Concurrent;
using System.Net;
using KediriLapor.Benchmarks.Storm;

namespace KediriLapor.Benchmarks.Crash;

/// <summary>Sends a report under one key, to whichever instance, until one of them acknowledges it; and now and then once more.</summary>
internal sealed class PatientCitizen(ShakenCity city, ConcurrentBag<string> faults)
{
    private const int AgainEvery = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private int sent;

    /// <summary>Requests that died, or were told to come back.</summary>
    public int Unanswered { get; private set; }

    public async Task<Receipt> Submit(string report)
    {
        var key = Guid.CreateVersion7();
        var receipt = await UntilAcknowledged(report, key);
        if (++sent % AgainEvery == 0 && await UntilAcknowledged(report, key) is var again && again != receipt)
        {
            faults.Add($"one key, two receipts: {receipt} and {again}");
        }

        return receipt;
    }

    private async Task<Receipt> UntilAcknowledged(string report, Guid key)
    {
        while (true)
        {
            if (await Acknowledged(report, key) is { } receipt)
            {
                return receipt;
            }

            Unanswered++;
            await Task.Delay(Pause);
        }
    }

    private async Task<Receipt?> Acknowledged(string report, Guid key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports")
        {
            Headers = { { "Idempotency-Key", key.ToString() } },
            Content = new StringContent(report, null, "application/json"),
        };
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var answer = await city.Client.SendAsync(request, patience.Token);
            if (answer.StatusCode == HttpStatusCode.Created)
            {
                return await answer.Content.ReadFromJsonAsync<Receipt>(patience.Token);
            }

            // 409: the request that died still holds the key until the database has noticed
            if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.Conflict))
            {
                faults.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(patience.Token)}");
            }
        }
        catch (Exception died) when (died is HttpRequestException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // the instance was killed, or is slow to notice that its database was; another try finds it or its neighbour alive
        }

        return null;
    }
}
