namespace KediriLapor.Statistics.Alarms;

/// <summary>
/// How many reports of one service one ward sends in a week by chance alone. Such counts are small and rare, so they follow Poisson's law, and a limit of
/// three deviations, made for the bell curve, would cry wolf at every second report.
/// </summary>
public static class ControlLimit
{
    /// <summary>One false alarm in a thousand weeks of one service in one ward.</summary>
    public const double Chance = 0.001;

    /// <summary>Weeks before the present one that tell what is usual.</summary>
    public const int Weeks = 26;

    /// <summary>Fewer than that is no matter for the city, however unusual.</summary>
    public const int Least = 5;

    /// <summary>The smallest count whose like is met by chance less often than <see cref="Chance"/>, and never below <see cref="Least"/>.</summary>
    /// <param name="expected">Reports a week, above 0 or 0.</param>
    public static int Upper(double expected)
    {
        // P(X >= k) for k = 0, 1, 2 …
        var (tail, term, k) = (1.0, Math.Exp(-expected), 0);
        while (tail >= Chance)
        {
            tail -= term;
            term *= expected / ++k;
        }

        return Math.Max(k, Least);
    }
}
