namespace KediriLapor.Reports.Model;

/// <summary>What decides which edges of <see cref="ReportEdges"/> are open.</summary>
/// <param name="HandedAway">Closed as not the city's: whoever it was handed to may decline it.</param>
public sealed record ReportState(ReportStatus Status, ReportStatus? AskedFrom, string? AgencyCode, int Returns, DateTimeOffset? ReturnUntil, DateTimeOffset? ReopenUntil, bool Merged, bool HandedAway = false)
{
    /// <summary>The moves open to somebody in these roles, now.</summary>
    public IEnumerable<Edge> Moves(Walker roles, DateTimeOffset now) =>
        ReportEdges.From(Status).Where(edge => (edge.Walkers & roles) != 0 && !Rests(edge) && (Status, edge.To) switch
        {
            // an answer goes back to where the question came from; work that had begun is accepted anew
            (ReportStatus.NeedsInformation, ReportStatus.Submitted) => AskedFrom == ReportStatus.Submitted,
            (ReportStatus.NeedsInformation, ReportStatus.Routed) => AskedFrom != ReportStatus.Submitted,
            // no ping-pong: the first return goes to a verifier, the second to Bagian Pemerintahan, which has to decide
            (ReportStatus.Routed, ReportStatus.Submitted) => Returns == 0 && now < ReturnUntil,
            (ReportStatus.Routed, ReportStatus.Routed) when edge.IsReturn => Returns > 0 && now < ReturnUntil && AgencyCode != Report.Arbiter,
            (ReportStatus.Closed, ReportStatus.InProgress) => AgencyCode is not null && (edge.IsDeclined ? HandedAway : now < ReopenUntil),
            (ReportStatus.Closed, ReportStatus.Submitted) => edge.IsDeclined ? HandedAway : AgencyCode is null && now < ReopenUntil,
            (ReportStatus.Resolved, ReportStatus.InProgress) => now < ReopenUntil,
            _ => true,
        });

    /// <summary>The statuses those moves lead to, each once.</summary>
    public ReportStatus[] Next(Walker roles, DateTimeOffset now) => [.. Moves(roles, now).Select(move => move.To).Distinct()];

    /// <summary>While it follows another report only its reporter moves it, by taking it back; what was closed with the other can be reopened.</summary>
    private bool Rests(Edge edge) => Merged && Status != ReportStatus.Closed && edge.Reasons is not [ClosingReason.Withdrawn];
}
