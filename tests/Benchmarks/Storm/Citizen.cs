using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace KediriLapor.Benchmarks.Storm;

/// <summary>What the API said when it took a report.</summary>
internal sealed record Receipt(Guid Id, string TrackingCode, string Secret);

/// <summary>Sends reports as people and bad networks do: once, twice under one key, or broken off and sent again.</summary>
internal sealed class Citizen(HttpClient client, ConcurrentBag<double> milliseconds, ConcurrentBag<string> faults)
{
    /// <summary>The longest that a client waits before it breaks off, so that some requests die before and some after the commit.</summary>
    private const int LongestPatience = 60;

    /// <returns>The receipt; null when the API never gave one, which is a fault.</returns>
    public async Task<Receipt?> Submit(string report, int number)
    {
        var key = Guid.CreateVersion7();
        switch (number % 10)
        {
            case 0:
                return Same(await Task.WhenAll(Send(report, key), Send(report, key)));
            case 5:
                return Same([await Send(report, key), await Send(report, key)]);
            case 3:
                await BreakOff(report, key);
                return (await Send(report, key))?.Receipt;
            default:
                return (await Send(report, key))?.Receipt;
        }
    }

    /// <summary>Two answers under one key are one and the same receipt, and one of the two was told to be a replay.</summary>
    private Receipt? Same(Answer?[] answers)
    {
        if (answers is [{ } one, { } other] && (one.Receipt != other.Receipt || one.Replayed == other.Replayed))
        {
            faults.Add($"one key, two answers: {one} and {other}");
        }

        return answers.FirstOrDefault(answer => answer is not null)?.Receipt;
    }

    private async Task BreakOff(string report, Guid key)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Random.Shared.Next(LongestPatience)));
        try
        {
            using var request = Request(report, key);
            using var answer = await client.SendAsync(request, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // broken off, as meant
        }
    }

    private async Task<Answer?> Send(string report, Guid key)
    {
        var began = Stopwatch.GetTimestamp();
        using var request = Request(report, key);
        using var answer = await client.SendAsync(request);
        milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            return new Answer((await answer.Content.ReadFromJsonAsync<Receipt>())!, answer.Headers.Contains("Idempotency-Replayed"));
        }

        faults.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()} for {report}");
        return null;
    }

    private static HttpRequestMessage Request(string report, Guid key) => new(HttpMethod.Post, "/api/v1/reports")
    {
        Headers = { { "Idempotency-Key", key.ToString() } },
        Content = new StringContent(report, null, "application/json"),
    };

    private sealed record Answer(Receipt Receipt, bool Replayed);
}
