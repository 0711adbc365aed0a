namespace KediriLapor.Reports.Duplicates;

/// <summary>How near two kinds of matter are.</summary>
public enum ServiceMatch
{
    /// <summary>Different groups.</summary>
    Different,

    /// <summary>Of one group: reporters mix them up.</summary>
    Group,

    /// <summary>One and the same.</summary>
    Same,
}

/// <summary>
/// Whether two reports tell of the same matter: a pure judgement of four parts, none of which depends on which of the two is asked
/// about. Nearness and age multiply, since a similar matter elsewhere, or one of long ago, is another matter; service and words add
/// up, since each alone can give a duplicate away.
/// </summary>
/// <param name="DistanceMetres">Between the two points, rounded; null when one of them has none and both are of one kelurahan.</param>
/// <param name="DaysApart">Between the two receipts.</param>
/// <param name="Text">0 to 1.</param>
public sealed record Similarity(double? DistanceMetres, double DaysApart, ServiceMatch Service, double Text)
{
    /// <summary>
    /// Metres. The grid of anonymous points and the position of a phone between houses may put one hole 150 m apart; twice that is
    /// the next street.
    /// </summary>
    public const double Reach = 300;

    /// <summary>Two reports of one kelurahan without a point count as this far apart: near enough when words speak for it, too far by the service alone.</summary>
    private const double MetresWithinWard = 140;

    /// <summary>Days after which a report counts half: about the longest ordinary time to resolve, 14 working days and some.</summary>
    private const double HalfAfterDays = 30;

    /// <summary>The service is chosen from a list and seldom wrong, words are many for one thing.</summary>
    private const double WeightOfService = 0.6;

    /// <summary>Below it a suggestion is noise: one group and one place, and no more words in common than any two texts have.</summary>
    public const double Least = 0.35;

    /// <summary>0 (nothing in common) to 1 (same place, time, service and words).</summary>
    public double Score => Math.Round(Place * Age * ((WeightOfService * Match) + ((1 - WeightOfService) * Text)), 3);

    private double Place => Math.Max(0, 1 - ((DistanceMetres ?? MetresWithinWard) / Reach));

    private double Age => 1 / (1 + (DaysApart / HalfAfterDays));

    private double Match => Service switch
    {
        ServiceMatch.Same => 1,
        ServiceMatch.Group => 0.4,
        ServiceMatch.Different => 0,
    };
}
