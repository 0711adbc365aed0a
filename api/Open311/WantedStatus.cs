using KediriLapor.Reports.Model;

namespace KediriLapor.Open311;

/// <summary>What another system says a request has become (updates extension), in its words without the underscores.</summary>
internal enum WantedStatus
{
    Open,
    Unchanged,
    Investigating,
    InProgress,
    ActionScheduled,
    Fixed,
    Closed,
    NoFurtherAction,
    NotCouncilsResponsibility,
    Duplicate,
    InternalReferral,
    ForTriage,
    Cancelled,
    Reopen,
}

/// <summary>One move along the edges of a report.</summary>
internal sealed record WantedMove(ReportStatus To, ClosingReason? Reason = null);

internal static class WantedStatuses
{
    /// <exception cref="Refusal">No such status.</exception>
    public static WantedStatus Read(string? text) =>
        text is null ? WantedStatus.Unchanged
        : Enum.TryParse<WantedStatus>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var status) && text.All(c => char.IsLetter(c) || c == '_') ? status
        : throw new Refusal($"status: {text} is not known");

    /// <summary>How those who handle a report get there from where it stands; no move at all where it stands there already. Whether they may, the report knows.</summary>
    public static IReadOnlyList<WantedMove> AsOfficer(this WantedStatus wanted, ReportStatus now) => wanted switch
    {
        WantedStatus.Open or WantedStatus.Unchanged => [],
        WantedStatus.Investigating or WantedStatus.InProgress or WantedStatus.Reopen => now is ReportStatus.InProgress or ReportStatus.NeedsInformation ? [] : [new(ReportStatus.InProgress)],
        WantedStatus.ActionScheduled => now is ReportStatus.InProgress or ReportStatus.Planned or ReportStatus.NeedsInformation ? [] : [new(ReportStatus.InProgress)],
        WantedStatus.Fixed or WantedStatus.Closed => now is ReportStatus.Resolved or ReportStatus.Closed ? [] : [.. Accept(now, ReportStatus.Routed), new(ReportStatus.Resolved)],
        WantedStatus.NoFurtherAction or WantedStatus.Cancelled => Reject(now, ClosingReason.AlreadyHandled),
        WantedStatus.NotCouncilsResponsibility => Reject(now, ClosingReason.NotOurs),
        WantedStatus.Duplicate => Reject(now, ClosingReason.Duplicate),
        WantedStatus.InternalReferral or WantedStatus.ForTriage => [new(ReportStatus.Submitted)],
    };

    /// <summary>The one move that a reporter means, if it is any.</summary>
    /// <param name="askedFrom">Where a question to the reporter came from.</param>
    public static WantedMove? AsReporter(this WantedStatus wanted, ReportStatus now, ReportStatus? askedFrom, bool hasAgency) => (wanted, now) switch
    {
        (WantedStatus.Cancelled, _) => new(ReportStatus.Closed, ClosingReason.Withdrawn),
        (WantedStatus.Reopen, _) => new(hasAgency ? ReportStatus.InProgress : ReportStatus.Submitted),
        (WantedStatus.Fixed or WantedStatus.Closed, ReportStatus.Resolved) => new(ReportStatus.Closed),
        (_, ReportStatus.NeedsInformation) => new(askedFrom ?? ReportStatus.Submitted),
        (_, _) => null,
    };

    private static WantedMove[] Reject(ReportStatus now, ClosingReason reason) => now == ReportStatus.Closed ? [] : [.. Accept(now, ReportStatus.Planned), new(ReportStatus.Closed, reason)];

    /// <summary>What has no edge of its own goes by way of the work.</summary>
    private static WantedMove[] Accept(ReportStatus now, ReportStatus from) => now == from ? [new(ReportStatus.InProgress)] : [];
}
