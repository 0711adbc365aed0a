using KediriLapor.Deadlines;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

/// <summary>A place in a report's life in which other moves are open than in the next, with the moves that the design gives it.</summary>
/// <param name="Moves">
/// Written by hand from the design, not from <see cref="ReportEdges"/>: target=who, where who is of R(eporter), O(fficer),
/// V(erifier), C(lock), N(eighbour), and * marks what only a disposisi does.
/// </param>
public sealed record Situation(string Name, Func<ServiceTerms, Story> Telling, string Moves)
{
    private static readonly TimeSpan BeyondReturning = TimeSpan.FromDays(5);
    private static readonly TimeSpan BeyondReopening = TimeSpan.FromDays(31);

    public static readonly Situation[] All =
    [
        new("Submitted", terms => Story.Submitted(terms), "Routed*=VC NeedsInformation=V Closed=RV"),
        new("Asked by the verifier", terms => Story.Submitted(terms).To(ReportStatus.NeedsInformation), "Submitted=RV Closed=RC"),
        new("Asked by the agency", terms => Story.Routed(terms).To(ReportStatus.NeedsInformation), "Routed=ROV Closed=RC"),
        new("Asked during the work", terms => Story.InProgress(terms).To(ReportStatus.NeedsInformation), "Routed=ROV Closed=RC"),
        new("Routed", terms => Story.Routed(terms), "InProgress=O Submitted=O NeedsInformation=OV Routed*=V Closed=ROV"),
        new("Routed days ago", terms => Story.Routed(terms).Later(BeyondReturning), "InProgress=O NeedsInformation=OV Routed*=V Closed=ROV"),
        new("Routed again after a return", terms => ReturnedOnce(terms), "InProgress=O Routed=O NeedsInformation=OV Routed*=V Closed=ROV"),
        new("Routed again after a return, days ago", terms => ReturnedOnce(terms).Later(BeyondReturning), "InProgress=O NeedsInformation=OV Routed*=V Closed=ROV"),
        new("Before Bagian Pemerintahan", terms => ReturnedOnce(terms).To(ReportStatus.Routed), "InProgress=O NeedsInformation=OV Routed*=V Closed=ROV"),
        new("In progress", terms => Story.InProgress(terms), "Planned=O Resolved=O NeedsInformation=OV Routed*=OV Closed=OV"),
        new("Planned", terms => Story.InProgress(terms).To(ReportStatus.Planned), "InProgress=O Resolved=O Routed*=OV"),
        new("Resolved", terms => Story.Resolved(terms), "Closed=RC InProgress=RV"),
        new("Resolved long ago", terms => Story.Resolved(terms).Later(BeyondReopening), "Closed=RC"),
        new("Closed", terms => Story.Resolved(terms).To(ReportStatus.Closed), "InProgress=RV"),
        new("Closed before any agency had it", terms => Story.Submitted(terms).To(ReportStatus.Closed), "Submitted=RV"),
        new("Closed as not the city's", terms => NotOurs(Story.InProgress(terms)), "InProgress=RVN Submitted=N"),
        new("Closed as not the city's long ago", terms => NotOurs(Story.InProgress(terms)).Later(BeyondReopening), "InProgress=N Submitted=N"),
        new("Closed as not the city's before any agency had it", terms => NotOurs(Story.Submitted(terms)), "Submitted=RVN"),
        new("Merged into another", terms => Story.Routed(terms).Merged(), "Closed=R"),
        new("Closed long ago", terms => Story.Resolved(terms).To(ReportStatus.Closed).Later(BeyondReopening), ""),
    ];

    private static Story ReturnedOnce(ServiceTerms terms) => Story.Routed(terms).To(ReportStatus.Submitted).Disposisi("DLHKP", Walker.Verifier);

    private static Story NotOurs(Story story) =>
        story.To(ReportStatus.Closed, Walker.Verifier, story.Generous(ReportStatus.Closed, Walker.Verifier) with { Reason = ClosingReason.NotOurs });

    public Story Tell(ServiceTerms? terms = null) => Telling(terms ?? Story.Ordinary);

    /// <summary>Who may make which move, by the hand-written table.</summary>
    public IEnumerable<(ReportStatus To, bool ByDisposisi, Walker Who)> Open =>
        Moves.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(move => move.Split('=')).Select(move => (
            Enum.Parse<ReportStatus>(move[0].TrimEnd('*')),
            move[0].EndsWith('*'),
            move[1].Select(Role).Aggregate((all, role) => all | role)));

    public ReportStatus[] OpenTo(Walker roles) => [.. Open.Where(move => (move.Who & roles) != 0).Select(move => move.To).Distinct()];

    public override string ToString() => Name;

    private static Walker Role(char letter) => letter switch
    {
        'R' => Walker.Reporter,
        'O' => Walker.Officer,
        'V' => Walker.Verifier,
        'C' => Walker.Clock,
        'N' => Walker.Neighbour,
        _ => throw new FormatException(letter.ToString()),
    };
}
