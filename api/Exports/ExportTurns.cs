using System.Threading.RateLimiting;
using KediriLapor.Accounts;
using KediriLapor.Platform;

namespace KediriLapor.Exports;

/// <summary>
/// So many files at a time on one instance: each holds a database session and a snapshot for as long as it takes. The public has turns of its own, for
/// strangers who read slowly would keep those from theirs who work here.
/// </summary>
internal sealed class ExportTurns : IDisposable
{
    /// <summary>Of the public, and as many of staff and clients together.</summary>
    internal const int AtOnce = 4;

    /// <summary>Seconds.</summary>
    private const int RetryAfter = 30;

    private readonly PartitionedRateLimiter<Actor> limiter = PartitionedRateLimiter.Create<Actor, bool>(
        actor => RateLimitPartition.GetConcurrencyLimiter(actor.Id is null, _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce }));

    /// <summary>Before anything is read for the file; to be disposed when it is written.</summary>
    /// <exception cref="Unavailable"><c>exports_busy</c>.</exception>
    public IDisposable Take(Actor actor)
    {
        var turn = limiter.AttemptAcquire(actor);
        return turn.IsAcquired ? turn : throw new Unavailable("exports_busy", RetryAfter);
    }

    public void Dispose() => limiter.Dispose();
}
