using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Platform;

namespace KediriLapor.Reports.Model;

/// <summary>A report and the calendar its clocks are counted on.</summary>
public sealed partial class Report
{
    /// <summary>
    /// The calendar that <see cref="DueAtOrNever"/> was counted on; behind the present one until the report is counted again. Null
    /// where no working day is counted: in an emergency, while the reporter is waited for, and at the end.
    /// </summary>
    public int? CalendarVersion { get; private set; }

    /// <summary>Counts the running clocks again on another calendar. A moved deadline is told to the reporter too: it was a promise to them.</summary>
    /// <param name="why">Of the changes from a day to another, in Indonesian.</param>
    public void Recalculate(ServiceTerms terms, Func<DateOnly, DateOnly, string> why, DateTimeOffset now)
    {
        var (before, after) = (DueAtOrNever, DueOn(terms));
        CalendarVersion = CountedOn(terms);
        ReturnUntil = ReturnUntil is null ? null : terms.ReturnUntil(StatusSince);
        if (after == before)
        {
            return;
        }

        var reason = why(IndonesianDate.InWib(SubmittedAt).Day, IndonesianDate.InWib(before > after ? before : after).Day);
        Record(
            ReportEventType.Recalculated, Actor.System, terms, now,
            new Words(Public: $"Tenggat berubah dari {IndonesianDate.Format(before)} menjadi {IndonesianDate.Format(after)}: {reason}."));
    }

    private int? CountedOn(ServiceTerms terms) => terms.CountsWorkingDays(Status) ? terms.Calendar.Version : null;

    private DateTimeOffset DueOn(ServiceTerms terms)
    {
        RequireHistory();
        return terms.DueAt(ReportTimes.Replay(history.OrderBy(e => e.Sequence).Select(e => e.ForClocks))) ?? Never;
    }

    private void RequireHistory()
    {
        if (history.Count != Version)
        {
            throw new InvalidOperationException("The history is not loaded.");
        }
    }
}
