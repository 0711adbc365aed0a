using KediriLapor.Platform;

namespace KediriLapor.Reports.Attachments;

/// <summary>
/// Looking into an upload costs a core and up to some 100 MB: so many at once, so many waiting, and who comes then is asked to
/// come again. A file is read into memory only when its turn has come.
/// </summary>
/// <param name="atOnce">One per core.</param>
/// <param name="waiting">A queue that a core works off in some ten seconds.</param>
internal sealed class UploadWorkers(int atOnce, int waiting) : IDisposable
{
    public const int QueueMax = 32;

    private const int RetryAfter = 5;

    private readonly SemaphoreSlim turns = new(atOnce);
    private int inside;

    /// <exception cref="Unavailable"><c>uploads_busy</c>.</exception>
    public async Task<T> Run<T>(Func<Task<T>> work, CancellationToken ct)
    {
        try
        {
            if (Interlocked.Increment(ref inside) > atOnce + waiting)
            {
                throw new Unavailable("uploads_busy", RetryAfter);
            }

            await turns.WaitAsync(ct);
            try
            {
                return await work();
            }
            finally
            {
                turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    public void Dispose() => turns.Dispose();
}
