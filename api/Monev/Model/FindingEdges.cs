namespace KediriLapor.Monev.Model;

/// <summary>What of the plan it is about.</summary>
public enum FindingAspect
{
    Volume,
    Money,
    Time,
    Quality,

    /// <summary>Contract, BAST, SPJ and what else there should be.</summary>
    Papers,

    /// <summary>Whether people feel it.</summary>
    Benefit,
}

public enum FindingGrade
{
    /// <summary>Examined, and as planned.</summary>
    None,

    Minor,

    /// <summary>The Inspektorat's.</summary>
    Serious,
}

public enum FindingState
{
    /// <summary>The ward is to answer.</summary>
    Open,

    /// <summary>The ward has answered; whoever decides on it is to look.</summary>
    FollowedUp,

    Closed,
}

public enum FindingStep
{
    Record,

    /// <summary>The ward tells what it has done.</summary>
    FollowUp,

    /// <summary>What it has done will not do.</summary>
    Return,

    /// <summary>It gets more time.</summary>
    Postpone,

    /// <summary>It is graver than it seemed, or less.</summary>
    Regrade,

    /// <summary>Its day went by without an answer.</summary>
    Escalate,

    Close,
}

/// <summary>Who may take a step.</summary>
[Flags]
public enum FindingWalker
{
    /// <summary>Somebody of the kelurahan, or of the kecamatan above it.</summary>
    Ward = 1,

    /// <summary>The technical team.</summary>
    Team = 2,

    Inspectorate = 4,

    Clock = 8,
}

/// <summary>What a step asks for.</summary>
[Flags]
public enum FindingDemand
{
    None = 0,
    Note = 1,
    FollowUpBy = 2,
    Grade = 4,
}

/// <param name="ByReviewer">Whoever decides on the finding; else the walkers named.</param>
/// <param name="Why">Why the edge exists.</param>
public sealed record FindingEdge(FindingState From, FindingStep Step, FindingState To, FindingWalker Walkers, bool ByReviewer, FindingDemand Demands, string Why);

/// <summary>The whole life of a finding as one table: nothing moves one that is not listed here.</summary>
public static class FindingEdges
{
    public static readonly IReadOnlyList<FindingEdge> All =
    [
        new(FindingState.Open, FindingStep.FollowUp, FindingState.FollowedUp, FindingWalker.Ward, false, FindingDemand.Note, "the ward has mended it, paid it back or explained it"),
        new(FindingState.Open, FindingStep.Postpone, FindingState.Open, 0, true, FindingDemand.Note | FindingDemand.FollowUpBy, "it cannot be mended by then, and whoever decides sees why"),
        new(FindingState.Open, FindingStep.Regrade, FindingState.Open, 0, true, FindingDemand.Note | FindingDemand.Grade, "it is graver than it seemed, or less"),
        new(FindingState.Open, FindingStep.Close, FindingState.Closed, 0, true, FindingDemand.Note, "it was none after all"),
        new(FindingState.Open, FindingStep.Escalate, FindingState.Open, FindingWalker.Clock, false, FindingDemand.None, "nobody answered in time: the Inspektorat sees to it"),
        new(FindingState.FollowedUp, FindingStep.Return, FindingState.Open, 0, true, FindingDemand.Note | FindingDemand.FollowUpBy, "the answer does not do"),
        new(FindingState.FollowedUp, FindingStep.Regrade, FindingState.FollowedUp, 0, true, FindingDemand.Note | FindingDemand.Grade, "the answer shows it in another light"),
        new(FindingState.FollowedUp, FindingStep.Close, FindingState.Closed, 0, true, FindingDemand.Note, "the answer does"),
    ];

    /// <param name="state">In which it is.</param>
    /// <param name="reviewer">Who decides on it.</param>
    /// <param name="roles">In which one meets it.</param>
    public static IEnumerable<FindingEdge> From(FindingState state, FindingWalker reviewer, FindingWalker roles) =>
        All.Where(edge => edge.From == state && ((edge.ByReviewer ? reviewer : edge.Walkers) & roles) != 0);
}
