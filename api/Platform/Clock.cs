namespace KediriLapor.Platform;

internal static class Clock
{
    /// <summary>Now, to the microsecond: what PostgreSQL keeps, so that an answer and a later read tell the same instant.</summary>
    public static DateTimeOffset Now(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
