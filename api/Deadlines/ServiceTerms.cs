using KediriLapor.Reports.Model;

namespace KediriLapor.Deadlines;

/// <summary>The moments of a report that its clocks count from.</summary>
public sealed record ReportTimes(ReportStatus Status, DateTimeOffset SubmittedAt, DateTimeOffset StatusSince, DateOnly? PlannedFor);

/// <summary>
/// What the city promises for one service, on its working calendar (domain.md section 5): a deadline is always computed
/// from the report's own times and the calendar, so a late holiday is right at once.
/// </summary>
/// <param name="ResolveDays">Working days to resolve, counted from receipt.</param>
/// <param name="ResponseMinutes">For emergencies: minutes around the clock, no calendar; null otherwise.</param>
/// <param name="PhotoAfterRequired">Physical work: resolving it needs a photo of the result.</param>
public sealed record ServiceTerms(WorkingCalendar Calendar, int ResolveDays, int? ResponseMinutes, bool PhotoAfterRequired)
{
    /// <summary>SP4N: verify and forward within 3 working days.</summary>
    public const int VerifyDays = 3;

    /// <summary>SP4N: the agency answers within 5 working days, or sooner where the service itself is due sooner.</summary>
    public const int FirstResponseDays = 5;

    /// <summary>The reporter's time to complete a report; after it the report is closed with the outcome <see cref="Outcome.NoAnswer"/>.</summary>
    public const int AnswerDays = 30;

    /// <summary>SP4N: a resolved report is closed as fixed after 10 days without a word.</summary>
    public const int ConfirmDays = 10;

    /// <summary>When the running clock strikes (UTC), or null where none runs.</summary>
    public DateTimeOffset? DueAt(ReportTimes times) => Explain(times)?.DueAt.ToUniversalTime();

    /// <summary>The same with its arithmetic, line by line in Indonesian; null where no clock runs.</summary>
    public Deadline? Explain(ReportTimes times) => times.Status switch
    {
        ReportStatus.Submitted or ReportStatus.Routed or ReportStatus.InProgress or ReportStatus.Planned when ResponseMinutes is { } minutes
            => Deadline.InMinutes(times.SubmittedAt, minutes),
        ReportStatus.Submitted => Calendar.DueAfter(times.SubmittedAt, VerifyDays),
        ReportStatus.Routed => Calendar.DueAfter(times.StatusSince, Math.Min(FirstResponseDays, ResolveDays)),
        ReportStatus.InProgress => Calendar.DueAfter(times.SubmittedAt, ResolveDays),
        ReportStatus.Planned => Calendar.DueOn(times.StatusSince, times.PlannedFor!.Value),
        ReportStatus.NeedsInformation => Deadline.InDays(times.StatusSince, AnswerDays),
        ReportStatus.Resolved => Deadline.InDays(times.StatusSince, ConfirmDays),
        ReportStatus.Closed => null,
    };
}
