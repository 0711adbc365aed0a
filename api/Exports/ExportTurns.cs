using System.Threading.RateLimiting;
using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;

namespace KediriLapor.Exports;

/// <summary>
/// So many files at a time on one instance: each holds a database session and a snapshot for as long as it takes. The public has turns of its own, for
/// strangers who read slowly would keep those from theirs who work here; and nobody has them all.
/// </summary>
internal sealed class ExportTurns : IDisposable
{
    /// <summary>Of the public, and as many of staff and clients together.</summary>
    internal const int AtOnce = 4;

    /// <summary>Of one account, client or address.</summary>
    internal const int AtOnceOfOne = 2;

    /// <summary>Seconds.</summary>
    private const int RetryAfter = 30;

    private readonly PartitionedRateLimiter<Taker> ofOne = PartitionedRateLimiter.Create<Taker, string>(taker => RateLimitPartition.GetConcurrencyLimiter(taker.Sender, _ => Permits(AtOnceOfOne)));

    private readonly PartitionedRateLimiter<Taker> ofAll = PartitionedRateLimiter.Create<Taker, bool>(taker => RateLimitPartition.GetConcurrencyLimiter(taker.IsStranger, _ => Permits(AtOnce)));

    private readonly PartitionedRateLimiter<Taker> turns;

    public ExportTurns() => turns = PartitionedRateLimiter.CreateChained(ofOne, ofAll);

    /// <summary>Before anything is read for the file; given back when it is written.</summary>
    /// <exception cref="Unavailable"><c>exports_busy</c>.</exception>
    public void Take(HttpContext http, Actor actor) => http.Response.RegisterForDispose(Take(actor.Id, RateLimits.NameOf(http.Connection.RemoteIpAddress)));

    /// <param name="known">Null for a stranger, who is told by the address.</param>
    internal IDisposable Take(Guid? known, string address)
    {
        var turn = turns.AttemptAcquire(new Taker(known is null, known?.ToString() ?? address));
        return turn.IsAcquired ? turn : throw new Unavailable("exports_busy", RetryAfter);
    }

    public void Dispose()
    {
        turns.Dispose();
        ofOne.Dispose();
        ofAll.Dispose();
    }

    private static ConcurrencyLimiterOptions Permits(int most) => new() { PermitLimit = most };

    private readonly record struct Taker(bool IsStranger, string Sender);
}
