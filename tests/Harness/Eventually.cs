using System.Diagnostics;

namespace KediriLapor.Harness;

/// <summary>Waits for what happens by itself soon (outbox, snapshots): looks again and again, not longer than patience lasts.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>What <paramref name="look"/> sees as soon as it is as wanted, else the last it saw: the test's assertion then tells the difference.</summary>
    public static async Task<T> SeeAsync<T>(Func<Task<T>> look, Func<T, bool> asWanted)
    {
        var waited = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Pace);
        while (true)
        {
            var seen = await look();
            if (asWanted(seen) || waited.Elapsed > Patience)
            {
                return seen;
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
