using System.Collections.Frozen;
using KediriLapor.Accounts;
using static KediriLapor.Reports.Model.ReportStatus;

namespace KediriLapor.Reports.Model;

/// <summary>Who may walk an edge.</summary>
[Flags]
public enum Walker
{
    /// <summary>The holder of the tracking secret.</summary>
    Reporter = 1,

    /// <summary>An officer of the responsible agency.</summary>
    Officer = 2,

    /// <summary>A verifier.</summary>
    Verifier = 4,

    /// <summary>A clock of the program.</summary>
    Clock = 8,

    /// <summary>The agency outside that it was handed to.</summary>
    Neighbour = 16,
}

/// <summary>What must be said when an edge is walked.</summary>
[Flags]
public enum Demand
{
    None = 0,

    /// <summary>A word to the reporter (public).</summary>
    PublicNote = 1,

    /// <summary>A word to colleagues (internal).</summary>
    InternalNote = 2,

    /// <summary>One of the edge's <see cref="Edge.Reasons"/>.</summary>
    Reason = 4,

    /// <summary>A photo of the finished work, where the service asks for one.</summary>
    Photo = 8,

    /// <summary>A planned date.</summary>
    Date = 16,

    /// <summary>The agency that is to act; walked by <c>disposisi</c> only.</summary>
    Agency = 32,
}

/// <summary>One permitted move.</summary>
/// <param name="Why">Why the edge exists, in the words of the rule behind it.</param>
/// <param name="Reasons">The reasons to choose from; a single one is meant by the move itself and need not be said.</param>
public sealed record Edge(ReportStatus From, ReportStatus To, Walker Walkers, Demand Demands, string Why, params ClosingReason[] Reasons)
{
    /// <summary>By whom it was handed to, whose no has no window: the report would be nobody's.</summary>
    public bool IsDeclined => Walkers == Walker.Neighbour;

    /// <summary>"Bukan kewenangan kami".</summary>
    public bool IsReturn => From == Routed && To is Submitted or Routed && !Demands.HasFlag(Demand.Agency);
}

/// <summary>
/// The whole life of a report as one table (domain.md section 4): nothing moves a report that is not listed here,
/// and every screen learns the moves from <c>allowedNext</c>.
/// </summary>
public static class ReportEdges
{
    private static readonly ClosingReason[] Rejections =
        [ClosingReason.NotAComplaint, ClosingReason.Unclear, ClosingReason.Abusive, ClosingReason.AlreadyHandled, ClosingReason.NotOurs, ClosingReason.Duplicate];

    private const Walker Staff = Walker.Officer | Walker.Verifier;

    public static readonly IReadOnlyList<Edge> All =
    [
        new(Submitted, Routed, Walker.Verifier | Walker.Clock, Demand.Agency, "the verifier's disposisi, or a routing rule that leaves no doubt"),
        new(Submitted, NeedsInformation, Walker.Verifier, Demand.PublicNote, "a report that cannot be routed as it stands"),
        new(Submitted, Closed, Walker.Verifier, Demand.PublicNote | Demand.Reason, "rejected with a listed reason", Rejections),
        new(Submitted, Closed, Walker.Reporter, Demand.None, "withdrawn", ClosingReason.Withdrawn),

        new(NeedsInformation, Submitted, Walker.Reporter | Walker.Verifier, Demand.PublicNote, "the answer goes back to where the question came from"),
        new(NeedsInformation, Routed, Walker.Reporter | Staff, Demand.PublicNote, "the answer goes back to where the question came from"),
        new(NeedsInformation, Closed, Walker.Reporter, Demand.None, "withdrawn", ClosingReason.Withdrawn),
        new(NeedsInformation, Closed, Walker.Clock, Demand.None, "30 days without an answer: withdrawn", ClosingReason.NoAnswer),

        new(Routed, InProgress, Walker.Officer, Demand.None, "the agency accepts"),
        new(Routed, Submitted, Walker.Officer, Demand.InternalNote, "returned once, within a working day: bukan kewenangan kami"),
        new(Routed, Routed, Walker.Officer, Demand.InternalNote, "returned again: Bagian Pemerintahan decides, no ping-pong"),
        new(Routed, NeedsInformation, Staff, Demand.PublicNote, "the agency asks the reporter"),
        new(Routed, Routed, Walker.Verifier, Demand.Agency, "corrected disposisi"),
        new(Routed, Closed, Staff, Demand.PublicNote | Demand.Reason, "rejected with a listed reason", Rejections),
        new(Routed, Closed, Walker.Reporter, Demand.None, "withdrawn", ClosingReason.Withdrawn),

        new(InProgress, Planned, Walker.Officer, Demand.PublicNote | Demand.Date, "work that waits for a date"),
        new(InProgress, Resolved, Walker.Officer, Demand.PublicNote | Demand.Photo, "resolved with a public answer, and proof where it can be seen"),
        new(InProgress, NeedsInformation, Staff, Demand.PublicNote, "the agency asks the reporter"),
        new(InProgress, Routed, Staff, Demand.Agency, "re-disposisi"),
        new(InProgress, Closed, Staff, Demand.PublicNote | Demand.Reason, "rejected with a listed reason", Rejections),

        new(Planned, InProgress, Walker.Officer, Demand.None, "the work begins"),
        new(Planned, Resolved, Walker.Officer, Demand.PublicNote | Demand.Photo, "resolved with a public answer, and proof where it can be seen"),
        new(Planned, Routed, Staff, Demand.Agency, "re-disposisi"),

        new(Resolved, Closed, Walker.Reporter | Walker.Clock, Demand.None, "confirmed by the reporter, or 10 days of silence (SP4N)"),
        new(Resolved, InProgress, Walker.Reporter | Walker.Verifier, Demand.PublicNote, "reopened: not fixed"),

        new(Closed, InProgress, Walker.Reporter | Walker.Verifier, Demand.PublicNote, "reopened within the window: the agency that had it"),
        new(Closed, Submitted, Walker.Reporter | Walker.Verifier, Demand.PublicNote, "reopened within the window: no agency had it yet"),
        new(Closed, Submitted, Walker.Neighbour, Demand.PublicNote, "whom it was handed to declines: the city looks for whose it is"),
        new(Closed, InProgress, Walker.Neighbour, Demand.PublicNote, "whom it was handed to declines, and nobody but the unit that had it may come to see it"),
    ];

    private static readonly FrozenDictionary<ReportStatus, Edge[]> Leaving =
        All.GroupBy(edge => edge.From).ToFrozenDictionary(edges => edges.Key, edges => edges.ToArray());

    public static IReadOnlyList<Edge> From(ReportStatus status) => Leaving[status];

    /// <summary>In which roles <paramref name="actor"/> meets a report of <paramref name="agencyCode"/>.</summary>
    /// <param name="followedByVerifiers">The agency has no officers here (an outside agency): verifiers act in its place.</param>
    public static Walker RolesOf(Actor actor, string? agencyCode, bool followedByVerifiers)
    {
        Walker roles = 0;
        if (actor.Kind == ActorKind.Reporter)
        {
            roles |= Walker.Reporter;
        }

        if (actor.Kind == ActorKind.System)
        {
            roles |= Walker.Clock;
        }

        if (actor.May(Permission.TriageReports))
        {
            roles |= Walker.Verifier | (followedByVerifiers ? Walker.Officer : 0);
        }

        if (actor.May(Permission.HandleReports) && agencyCode is not null && actor.Agencies.Contains(agencyCode))
        {
            roles |= Walker.Officer;
        }

        return roles;
    }
}
