namespace KediriLapor.Statistics.Counting;

/// <summary>
/// How long something took, for many reports at once. Each is put into the class of its length, so that the times of parts add up to those of the whole
/// and a percentile of a million costs no more than one of ten. A class is 19 % wide (four to each doubling), which bounds the error of a percentile.
/// </summary>
public sealed class Durations
{
    /// <summary>The last one begins at about two years; what took longer is counted there.</summary>
    public const int Classes = 81;

    private const double PerDoubling = 4;

    private readonly int[] counts = new int[Classes];

    /// <summary>How many were added.</summary>
    public int Count => counts.Sum();

    /// <summary>0 for up to a minute; after that each class ends 2^(1/4) later than the one before.</summary>
    public static int ClassOf(TimeSpan duration) =>
        duration <= TimeSpan.FromMinutes(1) ? 0 : Math.Min(Classes - 1, (int)Math.Ceiling(Math.Log2(duration.TotalMinutes) * PerDoubling));

    public void Add(TimeSpan duration) => counts[ClassOf(duration)]++;

    public void Add(ReadOnlySpan<int> stored)
    {
        for (var i = 0; i < stored.Length; i++)
        {
            counts[i] += stored[i];
        }
    }

    /// <summary>As it is stored: by class, and nothing after the last that was met.</summary>
    public int[] Stored() => counts[..(Array.FindLastIndex(counts, count => count > 0) + 1)];

    /// <summary>The time within which <paramref name="share"/> of them were done; inside a class they are taken to be spread evenly by ratio.</summary>
    /// <param name="share">Above 0, up to 1.</param>
    /// <returns>Null where there is none.</returns>
    public TimeSpan? Within(double share)
    {
        var wanted = share * Count;
        var before = 0;
        for (var i = 0; i < Classes; i++)
        {
            if (counts[i] > 0 && before + counts[i] >= wanted)
            {
                return TimeSpan.FromMinutes(Math.Pow(2, (i - 1 + ((wanted - before) / counts[i])) / PerDoubling));
            }

            before += counts[i];
        }

        return null;
    }
}
