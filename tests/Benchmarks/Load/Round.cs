using System.Diagnostics;

namespace KediriLapor.Benchmarks.Load;

/// <summary>What a server answered while it was under load.</summary>
/// <param name="Seconds">How long the load lasted.</param>
/// <param name="Milliseconds">How long each request took.</param>
/// <param name="Failures">Answers that were no 2xx.</param>
internal sealed record Round(double Seconds, IReadOnlyCollection<double> Milliseconds, int Failures)
{
    public double PerSecond => Milliseconds.Count / Seconds;

    /// <summary>Keeps every connection busy: the next request goes out when the last answer is in.</summary>
    public static async Task<Round> Run(Uri server, int connections, TimeSpan length, Func<byte[]> request)
    {
        var clock = Stopwatch.StartNew();
        var sent = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Busy(server, length, request))));
        return new Round(clock.Elapsed.TotalSeconds, [.. sent.SelectMany(one => one.Milliseconds)], sent.Sum(one => one.Failures));
    }

    private static async Task<(List<double> Milliseconds, int Failures)> Busy(Uri server, TimeSpan length, Func<byte[]> request)
    {
        using var connection = await Connection.Open(server);
        var (milliseconds, failures, clock) = (new List<double>(), 0, Stopwatch.StartNew());
        while (clock.Elapsed < length)
        {
            var bytes = request();
            var began = Stopwatch.GetTimestamp();
            failures += await connection.Send(bytes) is >= 200 and < 300 ? 0 : 1;
            milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return (milliseconds, failures);
    }
}
