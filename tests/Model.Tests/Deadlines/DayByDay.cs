using System.Collections.Immutable;
using KediriLapor.Deadlines;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Deadlines;

/// <summary>
/// What the clocks say, found the long way round: the history is looked through anew for each question and days are walked one by one. It shares
/// nothing with the program's clocks but the list of days off and hours, so the two agree only where both are right.
/// </summary>
internal sealed class DayByDay(IReadOnlyList<Holiday> holidays, IReadOnlyList<OfficeHours> hours)
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    /// <summary>When the clock that strikes first does; null when none runs. For reports that never followed another.</summary>
    public DateTimeOffset? Due(IReadOnlyList<ClockEvent> history, int resolveDays, int? minutes)
    {
        var now = history[^1].Status;
        var entered = history[LastIndex(history, (before, row) => before?.Status != row.Status || IsHandOver(row))].At;
        var reopened = LastIndex(history, (_, row) => row.Type == ReportEventType.Reopened);
        var counted = history[Math.Max(reopened, 0)].At;
        var waits = Waits(history);
        switch (now)
        {
            case ReportStatus.Closed:
                return null;
            case ReportStatus.NeedsInformation:
                return entered.AddDays(30);
            case ReportStatus.Resolved:
                return entered.AddDays(10);
        }

        if (minutes is { } whole)
        {
            return Minutes(counted, reopened < 0 ? whole : (whole / 2) + (whole % 2), waits);
        }

        var toVerifier = LastIndex(history, (before, row) => row.Status == ReportStatus.Submitted && before?.Status is not (ReportStatus.Submitted or ReportStatus.NeedsInformation));
        if (now == ReportStatus.Submitted)
        {
            return Count(history[toVerifier].At, 3, waits);
        }

        var plan = LastIndex(history, (_, row) => row.PlannedFor is not null);
        var handed = LastIndex(history, (_, row) => IsHandOver(row) || row.Type == ReportEventType.Reopened);
        var done = plan > handed
            ? Named(history[plan].At, history[plan].PlannedFor!.Value, waits)
            : Count(counted, reopened < 0 ? resolveDays : (resolveDays / 2) + (resolveDays % 2), waits);
        return now == ReportStatus.Routed && Count(history[Turn(history)].At, 5, waits) is var answered && answered < done ? answered : done;
    }

    private static bool IsHandOver(ClockEvent row) => row.Type is ReportEventType.Routed or ReportEventType.Returned;

    /// <summary>Where the agency got it last: by hand, or back from a question that it had asked while at work.</summary>
    private static int Turn(IReadOnlyList<ClockEvent> history)
    {
        for (var i = history.Count - 1; i > 0; i--)
        {
            var back = history[i].Status == ReportStatus.Routed && history[i - 1].Status == ReportStatus.NeedsInformation;
            var asked = i - 1;
            while (back && history[asked].Status == ReportStatus.NeedsInformation)
            {
                asked--;
            }

            if (IsHandOver(history[i]) || (back && history[asked].Status == ReportStatus.InProgress))
            {
                return i;
            }
        }

        return 0;
    }

    private static int LastIndex(IReadOnlyList<ClockEvent> history, Func<ClockEvent?, ClockEvent, bool> wanted) =>
        Enumerable.Range(0, history.Count).LastOrDefault(i => wanted(i == 0 ? null : history[i - 1], history[i]), -1);

    private static ImmutableArray<(DateTimeOffset From, DateTimeOffset Until)> Waits(IReadOnlyList<ClockEvent> history) =>
    [
        .. Enumerable.Range(1, history.Count - 1).Where(i => history[i - 1].Status == ReportStatus.NeedsInformation && history[i].Status != ReportStatus.NeedsInformation)
            .Select(i => (history[history.Take(i).ToList().FindLastIndex(row => row.Status != ReportStatus.NeedsInformation) + 1].At, history[i].At)),
    ];

    private static DateTimeOffset Minutes(DateTimeOffset from, int minutes, ImmutableArray<(DateTimeOffset From, DateTimeOffset Until)> waits)
    {
        var (clock, left) = (from, TimeSpan.FromMinutes(minutes));
        foreach (var wait in waits.Where(wait => wait.From >= from))
        {
            if (wait.From - clock >= left)
            {
                break;
            }

            (clock, left) = (wait.Until, left - (wait.From - clock));
        }

        return clock + left;
    }

    private DateTimeOffset Count(DateTimeOffset from, int workingDays, ImmutableArray<(DateTimeOffset From, DateTimeOffset Until)> waits)
    {
        var local = from.ToOffset(Wib).DateTime;
        var day = DateOnly.FromDateTime(local);
        while (IsFree(day) || (day == DateOnly.FromDateTime(local) && TimeOnly.FromDateTime(local) > Hours(day).Closes))
        {
            day = day.AddDays(1);
        }

        return Walk(day, workingDays, waits);
    }

    /// <summary>A named day, and after it as many working days as were waited until then.</summary>
    private DateTimeOffset Named(DateTimeOffset from, DateOnly day, ImmutableArray<(DateTimeOffset From, DateTimeOffset Until)> waits)
    {
        var since = waits.Where(wait => wait.Until > from).ToImmutableArray();
        var owed = 0;
        for (var passed = DateOnly.FromDateTime(from.ToOffset(Wib).DateTime); passed <= day; passed = passed.AddDays(1))
        {
            owed += (passed == day || !IsFree(passed)) && Waited(passed, since) ? 1 : 0;
        }

        return owed == 0 ? Closing(day) : Walk(day, owed, since);
    }

    private DateTimeOffset Walk(DateOnly day, int workingDays, ImmutableArray<(DateTimeOffset From, DateTimeOffset Until)> waits)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            workingDays -= IsFree(day) || Waited(day, waits) ? 0 : 1;
        }

        return Closing(day);
    }

    private bool Waited(DateOnly day, ImmutableArray<(DateTimeOffset From, DateTimeOffset Until)> waits) =>
        waits.Any(wait => wait.From <= Closing(day) && Closing(day) < wait.Until);

    private bool IsFree(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.Any(holiday => holiday.Date == day);

    private OfficeHours Hours(DateOnly day) =>
        hours.Where(period => period.ValidFrom <= day && (period.ValidUntil is null || day <= period.ValidUntil)).MaxBy(period => period.ValidFrom) ?? OfficeHours.Usual;

    private DateTimeOffset Closing(DateOnly day) => new(day, Hours(day).Closes, Wib);
}
