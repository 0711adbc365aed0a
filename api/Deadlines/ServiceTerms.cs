using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Deadlines;

/// <summary>
/// What the city promises for one service, on its working calendar (domain.md section 5): a deadline is always computed
/// from the report's history and the calendar, so a late holiday is right at once.
/// </summary>
/// <param name="ResolveDays">Working days to resolve, counted from receipt.</param>
/// <param name="ResponseMinutes">For emergencies: minutes around the clock, no calendar; null otherwise.</param>
/// <param name="PhotoAfterRequired">Physical work: resolving it needs a photo of the result.</param>
public sealed record ServiceTerms(WorkingCalendar Calendar, int ResolveDays, int? ResponseMinutes, bool PhotoAfterRequired)
{
    /// <summary>SP4N: verify and forward within 3 working days.</summary>
    public const int VerifyDays = 3;

    /// <summary>SP4N: the agency answers within 5 working days.</summary>
    public const int FirstResponseDays = 5;

    /// <summary>The reporter's time to complete a report; after it the report is closed as withdrawn.</summary>
    public const int AnswerDays = 30;

    /// <summary>SP4N: a resolved report is closed as fixed after 10 days without a word.</summary>
    public const int ConfirmDays = 10;

    /// <summary>Working days in which an agency may say "bukan kewenangan kami".</summary>
    public const int ReturnDays = 1;

    /// <summary>What came back as not fixed is due in half the time, rounded up.</summary>
    public int ReopenedDays => Half(ResolveDays);

    /// <summary>When the running clock strikes (UTC), or null where none runs.</summary>
    public DateTimeOffset? DueAt(ReportTimes times) => Explain(times)?.DueAt.ToUniversalTime();

    /// <summary>Whether a clock that runs in this status is counted on the calendar.</summary>
    public bool CountsWorkingDays(ReportStatus status) => ResponseMinutes is null && status switch
    {
        ReportStatus.Submitted or ReportStatus.Routed or ReportStatus.InProgress or ReportStatus.Planned => true,
        ReportStatus.NeedsInformation or ReportStatus.Resolved or ReportStatus.Closed => false,
    };

    /// <summary>Until when an agency that got the report at <paramref name="routedAt"/> may return it (UTC).</summary>
    public DateTimeOffset ReturnUntil(DateTimeOffset routedAt) => Calendar.DueAfter(routedAt, ReturnDays).DueAt.ToUniversalTime();

    /// <summary>The clock that strikes first, with its arithmetic line by line in Indonesian; null where none runs.</summary>
    public Deadline? Explain(ReportTimes times) => Running(times).MinBy(deadline => deadline.DueAt);

    /// <summary>Every clock that runs now.</summary>
    public IEnumerable<Deadline> Running(ReportTimes times) => times.Status switch
    {
        ReportStatus.Submitted or ReportStatus.NeedsInformation or ReportStatus.Routed or ReportStatus.InProgress or ReportStatus.Planned when times.Merged => [],
        ReportStatus.Submitted or ReportStatus.Routed or ReportStatus.InProgress or ReportStatus.Planned when ResponseMinutes is { } minutes
            => [Told(times, times.ResolveFrom, Deadline.InMinutes(times.ResolveFrom, times.Reopened ? Half(minutes) : minutes, times.Pauses))],
        ReportStatus.Submitted =>
            [Told(times, times.VerifyFrom, Calendar.DueAfter(times.VerifyFrom, VerifyDays, times.Pauses), "Kembali kepada verifikator") with { Clock = ReportClock.Verify }],
        ReportStatus.Routed =>
        [
            Told(times, times.RespondFrom, Calendar.DueAfter(times.RespondFrom, FirstResponseDays, times.Pauses), "Sampai di perangkat daerah") with { Clock = ReportClock.FirstResponse },
            Resolve(times),
        ],
        ReportStatus.InProgress or ReportStatus.Planned => [Resolve(times)],
        ReportStatus.NeedsInformation => [Deadline.InDays(times.StatusSince, AnswerDays) with { Clock = ReportClock.Answer }],
        ReportStatus.Resolved => [Deadline.InDays(times.StatusSince, ConfirmDays) with { Clock = ReportClock.Confirm }],
        ReportStatus.Closed => [],
    };

    /// <summary>A day that was named to the reporter is the promise until another agency or a reopening makes a new one.</summary>
    private Deadline Resolve(ReportTimes times) => times.Plan is { } plan
        ? Calendar.DueOn(plan.At, plan.Day, times.Pauses)
        : Told(times, times.ResolveFrom, Calendar.DueAfter(times.ResolveFrom, times.Reopened ? ReopenedDays : ResolveDays, times.Pauses));

    /// <summary>The arithmetic with its first line in the words of what the clock counts from.</summary>
    private static Deadline Told(ReportTimes times, DateTimeOffset from, Deadline deadline, string otherwise = "")
    {
        var began = from != times.ResolveFrom ? otherwise : times.Reopened ? "Dibuka kembali" : null;
        return began is null ? deadline : deadline with { Lines = deadline.Lines.SetItem(0, new(from.ToOffset(IndonesianDate.Wib), $"{began} {IndonesianDate.Format(from)}.")) };
    }

    private static int Half(int time) => (time + 1) / 2;
}
