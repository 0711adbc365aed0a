namespace KediriLapor.Platform;

/// <summary>
/// What the program leans on is full, away or busy: nobody's fault, and worth trying again. <see cref="Problems"/> answers
/// with the code and <c>Retry-After</c>.
/// </summary>
/// <param name="code">From the catalogue.</param>
/// <param name="retryAfter">Seconds.</param>
/// <param name="status">HTTP status, 5xx; or 429, where it was the asker who asked too often.</param>
public sealed class Unavailable(string code, int retryAfter, int status = StatusCodes.Status503ServiceUnavailable, Exception? cause = null)
    : Exception(code, cause)
{
    // errno of Linux: no space left on device, quota exceeded
    private const int NoSpace = 28;
    private const int OverQuota = 122;

    public string Code { get; } = ProblemCodes.All.ContainsKey(code) ? code : throw new ArgumentException("not in the catalogue: " + code, nameof(code));

    public int RetryAfter { get; } = retryAfter;

    public int Status { get; } = status;

    /// <summary>Whether a disk or its quota is full.</summary>
    public static bool IsFull(Exception e) => e is IOException { HResult: NoSpace or OverQuota };

    /// <summary>Somebody has to make room, which takes longer than a moment.</summary>
    public static Unavailable StorageFull(Exception cause) => new("storage_full", 60, StatusCodes.Status507InsufficientStorage, cause);

    public static Unavailable Storage(Exception cause) => new("storage_unavailable", 10, cause: cause);
}
