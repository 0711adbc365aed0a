using KediriLapor.Platform;

namespace KediriLapor.Reports.Model;

/// <summary>What a reporter says about how it went; good and bad of each matter.</summary>
public enum RatingReason
{
    Quick,
    Slow,
    GoodWork,
    NotFixed,
    Polite,
    Impolite,
    WellInformed,
    LeftInTheDark,
}

/// <summary>A reporter's judgement of one resolution; after a reopening there may be another.</summary>
public sealed class Rating
{
    public const int StarsMin = 1;
    public const int StarsMax = 5;
    public const int CommentMax = 1000;

    /// <summary>So few stars are explained, or nobody can learn from them.</summary>
    public const int PoorMax = 2;

    private Rating()
    {
    }

    public Guid ReportId { get; private init; }

    /// <summary>Of the history row that records it.</summary>
    public int Sequence { get; private init; }

    /// <summary>1 to 5.</summary>
    public int Stars { get; private init; }

    public RatingReason[] Reasons { get; private init; } = [];

    /// <summary>For the agency; never public.</summary>
    public string? Comment { get; private set; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Takes the person out: the stars stay, the words go.</summary>
    public void ForgetComment() => Comment = null;

    /// <exception cref="RuleViolation"><c>out_of_range</c> or <c>rating_reason_required</c>.</exception>
    internal static Rating Of(Report report, int stars, RatingReason[] reasons, string? comment, DateTimeOffset now)
    {
        if (stars is < StarsMin or > StarsMax)
        {
            throw new RuleViolation("out_of_range", field: "stars");
        }

        return stars <= PoorMax && reasons.Length == 0
            ? throw new RuleViolation("rating_reason_required", field: "reasons")
            : new Rating { ReportId = report.Id, Sequence = report.Version + 1, Stars = stars, Reasons = [.. reasons.Distinct()], Comment = comment, At = now };
    }
}
