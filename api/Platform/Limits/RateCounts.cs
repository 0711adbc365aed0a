using System.Collections.Concurrent;

namespace KediriLapor.Platform.Limits;

/// <summary>One sender in one class in one minute.</summary>
/// <param name="Minute">Since 1970: all instances count in the same minutes.</param>
internal readonly record struct CountKey(RouteClass Kind, string Sender, long Minute);

/// <param name="Remaining">Requests that are left in this minute.</param>
/// <param name="Reset">Seconds until the next one begins.</param>
internal readonly record struct Allowance(bool IsAllowed, int Limit, int Remaining, int Reset);

/// <summary>Counts at once what comes to this instance; what came to the others is added as it is heard of (<see cref="SharedCounts"/>).</summary>
internal sealed class RateCounts(TimeProvider time)
{
    public const int Window = 60; // seconds

    /// <summary>Senders that are told apart; past that, strangers of one class are counted as one until the minute is over.</summary>
    private const int SendersMax = 200_000;

    private readonly ConcurrentDictionary<CountKey, Count> counts = new();

    public Allowance Take(RouteClass kind, string sender, int limit)
    {
        var (minute, reset) = Now();
        var key = new CountKey(kind, sender, minute);
        if (!counts.TryGetValue(key, out var count))
        {
            key = counts.Count < SendersMax ? key : key with { Sender = "" };
            count = counts.GetOrAdd(key, static _ => new Count());
        }

        var used = count.Add(limit);
        return new Allowance(used <= limit, limit, Math.Max(0, limit - used), reset);
    }

    /// <summary>What has to be told to the other instances: senders who have used a good part of what they may.</summary>
    public List<(CountKey Key, int Used)> Untold() =>
        [.. counts.Where(one => one.Value.HasToTell).Select(one => (one.Key, one.Value.TakeUntold())).Where(one => one.Item2 > 0)];

    /// <param name="total">Of all instances.</param>
    public void Hear(CountKey key, int total)
    {
        if (counts.TryGetValue(key, out var count))
        {
            count.Hear(total);
        }
    }

    public void Forget()
    {
        var (minute, _) = Now();
        foreach (var old in counts.Keys.Where(key => key.Minute < minute))
        {
            counts.TryRemove(old, out _);
        }
    }

    private (long Minute, int Reset) Now()
    {
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        return (seconds / Window, (int)(Window - (seconds % Window)));
    }

    private sealed class Count
    {
        private int own;
        private int told;
        private int others;
        private int limit;

        /// <summary>A sender far from any limit costs the database nothing.</summary>
        public bool HasToTell => own > told && own + others > limit / 10;

        public int Add(int wanted)
        {
            limit = wanted;
            return Interlocked.Increment(ref own) + Volatile.Read(ref others);
        }

        public int TakeUntold()
        {
            var seen = Volatile.Read(ref own);
            return seen - Interlocked.Exchange(ref told, seen);
        }

        public void Hear(int total) => Volatile.Write(ref others, Math.Max(0, total - Volatile.Read(ref told)));
    }
}
