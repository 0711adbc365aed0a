namespace KediriLapor.Statistics;

/// <summary>How sure a share is that was seen in few cases.</summary>
/// <param name="Low">0 to 1.</param>
/// <param name="High">0 to 1.</param>
public sealed record Interval(double Low, double High)
{
    private const double Z = 1.959964; // 95 %

    /// <summary>Wilson's score interval: right for small numbers and for shares near 0 and 1, where the usual one is not.</summary>
    /// <param name="whole">Above 0.</param>
    public static Interval Of(int part, int whole)
    {
        var (share, n, z2) = ((double)part / whole, (double)whole, Z * Z);
        var middle = (share + (z2 / (2 * n))) / (1 + (z2 / n));
        var half = Z * Math.Sqrt((share * (1 - share) / n) + (z2 / (4 * n * n))) / (1 + (z2 / n));
        return new(Math.Round(Math.Max(0, middle - half), 4), Math.Round(Math.Min(1, middle + half), 4));
    }
}
