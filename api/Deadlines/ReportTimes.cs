using System.Collections.Immutable;
using KediriLapor.Reports.Model;

namespace KediriLapor.Deadlines;

/// <summary>While the city waited for the reporter.</summary>
public readonly record struct Pause(DateTimeOffset From, DateTimeOffset Until);

/// <summary>A day that an agency named for its work.</summary>
/// <param name="At">When it was named.</param>
public readonly record struct PlannedDay(DateTimeOffset At, DateOnly Day);

/// <summary>As much of a history row as the clocks need.</summary>
/// <param name="Status">After the event.</param>
public readonly record struct ClockEvent(DateTimeOffset At, ReportEventType Type, ReportStatus Status, DateOnly? PlannedFor);

/// <summary>The moments that a report's clocks count from: replayed from its history, never counted along.</summary>
/// <param name="VerifyFrom">Receipt; anew when an agency returns the report or it is reopened without one.</param>
/// <param name="RespondFrom">When the present agency got it; anew when work that had begun waited for an answer.</param>
/// <param name="ResolveFrom">Receipt, or the last reopening.</param>
/// <param name="Plan">The day named by the present agency since then.</param>
public sealed record ReportTimes(
    ReportStatus Status, DateTimeOffset StatusSince, DateTimeOffset VerifyFrom, DateTimeOffset RespondFrom, DateTimeOffset ResolveFrom,
    bool Reopened, PlannedDay? Plan, ImmutableArray<Pause> Pauses)
{
    /// <param name="history">In order; the first row is the receipt.</param>
    /// <exception cref="InvalidOperationException">No row at all.</exception>
    public static ReportTimes Replay(IEnumerable<ClockEvent> history) =>
        history.Aggregate((ReportTimes?)null, (times, happened) => times is null ? Received(happened) : times.After(happened))
        ?? throw new InvalidOperationException("A report without history has no clocks.");

    private static ReportTimes Received(ClockEvent receipt) =>
        new(receipt.Status, receipt.At, receipt.At, receipt.At, receipt.At, Reopened: false, Plan: null, Pauses: []);

    private ReportTimes After(ClockEvent happened)
    {
        var (at, type, status, _) = happened;
        if (type is ReportEventType.Merged or ReportEventType.Separated)
        {
            // nothing is counted off for the time it was merged; only the reporter, who could not answer then, gets the whole time to do so
            var answersAnew = type == ReportEventType.Separated && status == ReportStatus.NeedsInformation;
            return this with { Merged = type == ReportEventType.Merged, StatusSince = answersAnew ? at : StatusSince };
        }

        if (status == Status && type is not (ReportEventType.Routed or ReportEventType.Returned))
        {
            return this;
        }

        var answered = Status == ReportStatus.NeedsInformation;
        var reopened = type == ReportEventType.Reopened;
        // an answer to a question asked while work was under way brings the report before the agency anew
        var newTurn = type is ReportEventType.Routed or ReportEventType.Returned || (answered && status == ReportStatus.Routed && AskedAtWork);
        return this with
        {
            Status = status,
            StatusSince = at,
            Merged = false,
            AskedAtWork = status == ReportStatus.NeedsInformation && Status == ReportStatus.InProgress,
            VerifyFrom = status == ReportStatus.Submitted && !answered ? at : VerifyFrom,
            RespondFrom = newTurn ? at : RespondFrom,
            ResolveFrom = reopened ? at : ResolveFrom,
            Reopened = Reopened || reopened,
            Plan = happened.PlannedFor is { } day ? new PlannedDay(at, day) : reopened || type is ReportEventType.Routed or ReportEventType.Returned ? null : Plan,
            Pauses = answered ? Pauses.Add(new Pause(StatusSince, at)) : Pauses,
        };
    }

    /// <summary>It follows another report, whose clocks are the promise.</summary>
    public bool Merged { get; private init; }

    private bool AskedAtWork { get; init; }
}
