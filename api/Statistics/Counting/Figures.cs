using KediriLapor.Reports.Model;

namespace KediriLapor.Statistics.Counting;

/// <summary>What is counted of some reports. Figures of parts that share no report add up to those of the whole.</summary>
public sealed class Figures
{
    public static readonly int Statuses = Enum.GetValues<ReportStatus>().Length;

    private readonly int[] byStatus = new int[Statuses];
    private readonly int[] byStars = new int[Rating.StarsMax];

    /// <summary>Sent in the period and not merged into another report.</summary>
    public int Received => byStatus.Sum();

    public int Merged { get; private set; }

    public int Open => Received - Of(ReportStatus.Resolved) - Of(ReportStatus.Closed);

    /// <summary>Ended by the city before the clock that ran then was due.</summary>
    public int InTime { get; private set; }

    /// <summary>Ended by the city after that.</summary>
    public int Late { get; private set; }

    /// <summary>Ended at least once.</summary>
    public int Ended { get; private set; }

    /// <summary>Of those, reopened at least once.</summary>
    public int Reopened { get; private set; }

    /// <summary>From one to five.</summary>
    public IReadOnlyList<int> Stars => byStars;

    public Durations Responses { get; } = new();

    public Durations Resolutions { get; } = new();

    public static Figures Of(IEnumerable<StoredCount> stored)
    {
        var sum = new Figures();
        foreach (var one in stored)
        {
            sum.Add(one);
        }

        return sum;
    }

    public int Of(ReportStatus status) => byStatus[(int)status];

    public void Add(Fact report)
    {
        if (report.IsMerged)
        {
            Merged++;
            return;
        }

        byStatus[(int)report.Status]++;
        InTime += report.InTime is true ? 1 : 0;
        Late += report.InTime is false ? 1 : 0;
        Ended += report.IsEnded ? 1 : 0;
        Reopened += report.IsReopened ? 1 : 0;
        if (report.Stars is { } stars)
        {
            byStars[stars - 1]++;
        }

        if (report.Response is { } response)
        {
            Responses.Add(response);
        }

        if (report.Resolution is { } resolution)
        {
            Resolutions.Add(resolution);
        }
    }

    public void Add(StoredCount stored)
    {
        Merged += stored.Merged;
        InTime += stored.InTime;
        Late += stored.Late;
        Ended += stored.Ended;
        Reopened += stored.Reopened;
        Add(byStatus, stored.Statuses);
        Add(byStars, stored.Stars);
        Responses.Add(stored.Responses);
        Resolutions.Add(stored.Resolutions);
    }

    public int[] StoredStatuses() => [.. byStatus];

    public int[] StoredStars() => [.. byStars];

    private static void Add(int[] sums, int[] more)
    {
        for (var i = 0; i < more.Length; i++)
        {
            sums[i] += more[i];
        }
    }
}
