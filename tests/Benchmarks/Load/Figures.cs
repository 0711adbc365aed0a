namespace KediriLapor.Benchmarks.Load;

internal static class Figures
{
    public static double Median(this IEnumerable<double> values) => values.Percentile(50);

    /// <summary>The value that <paramref name="percent"/> per cent do not exceed (nearest rank).</summary>
    public static double Percentile(this IEnumerable<double> values, double percent)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
