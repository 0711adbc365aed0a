using System.Threading.RateLimiting;
using KediriLapor.Platform;

namespace KediriLapor.Exports;

/// <summary>So many files at a time on one instance: each holds a database session and a snapshot for as long as it takes.</summary>
internal sealed class ExportTurns : IDisposable
{
    internal const int AtOnce = 4;

    /// <summary>Seconds.</summary>
    private const int RetryAfter = 30;

    private readonly ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions { PermitLimit = AtOnce });

    /// <summary>To be disposed when the file is written.</summary>
    /// <exception cref="Unavailable"><c>exports_busy</c>.</exception>
    public IDisposable Take()
    {
        var turn = limiter.AttemptAcquire();
        return turn.IsAcquired ? turn : throw new Unavailable("exports_busy", RetryAfter);
    }

    public void Dispose() => limiter.Dispose();
}
