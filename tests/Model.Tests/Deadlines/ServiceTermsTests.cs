using CsCheck;
using KediriLapor.Deadlines;
using KediriLapor.Reports.Model;
using static KediriLapor.Model.Tests.Deadlines.Calendar;

namespace KediriLapor.Model.Tests.Deadlines;

public class ServiceTermsTests
{
    private static readonly ServiceTerms Ordinary = new(Shipped, ResolveDays: 14, ResponseMinutes: null, PhotoAfterRequired: false);

    private static readonly ServiceTerms Emergency = Ordinary with { ResolveDays = 1, ResponseMinutes = 15 };

    [TestCase(ReportStatus.Submitted, 14, "2025-10-23 10:00", "2025-10-23 10:00", "2025-10-28 16:00", TestName = "Verify within three working days of receipt")]
    [TestCase(ReportStatus.Submitted, 14, "2025-03-27 10:00", "2025-03-27 10:00", "2025-04-10 16:00", TestName = "Verify across Idulfitri")]
    [TestCase(ReportStatus.Submitted, 1, "2025-10-24 16:01", "2025-10-24 16:01", "2025-10-30 16:00", TestName = "Verify what came on Friday after hours")]
    [TestCase(ReportStatus.Routed, 14, "2025-10-23 10:00", "2025-10-24 10:00", "2025-10-31 16:00", TestName = "Answer within five working days of the disposisi")]
    [TestCase(ReportStatus.Routed, 2, "2025-10-23 10:00", "2025-10-24 10:00", "2025-10-27 16:00", TestName = "Answer sooner where the service itself is due sooner")]
    [TestCase(ReportStatus.InProgress, 14, "2025-10-23 10:00", "2025-10-30 10:00", "2025-11-12 16:00", TestName = "Resolve within the service's days of receipt, whenever work began")]
    [TestCase(ReportStatus.InProgress, 5, "2025-12-24 10:00", "2025-12-29 10:00", "2026-01-05 16:00", TestName = "Resolve across Christmas and New Year")]
    [TestCase(ReportStatus.NeedsInformation, 14, "2025-10-23 10:00", "2025-10-25 21:15", "2025-11-24 21:15", TestName = "The reporter has thirty days to answer")]
    [TestCase(ReportStatus.Resolved, 14, "2025-10-23 10:00", "2025-10-25 21:15", "2025-11-04 21:15", TestName = "The reporter has ten days to confirm")]
    public void Each_status_has_its_clock(ReportStatus status, int resolveDays, string submitted, string since, string due) =>
        Assert.That(
            (Ordinary with { ResolveDays = resolveDays }).DueAt(Times(status, Wib(submitted), Wib(since))),
            Is.EqualTo(Wib(due)));

    [TestCase("2025-12-01", "2025-12-01 16:00", TestName = "Planned work is due at closing time of its day")]
    [TestCase("2026-03-02", "2026-03-02 15:00", TestName = "In Ramadan offices close at three")]
    [TestCase("2025-12-25", "2025-12-25 16:00", TestName = "A crew may plan for a holiday")]
    public void Planned_work_is_due_on_its_day(string day, string due) =>
        Assert.That(Ordinary.DueAt(Times(ReportStatus.Planned, Start, Start, Day(day))), Is.EqualTo(Wib(due)));

    [Test]
    public void A_closed_report_has_no_clock() => Assert.Multiple(() =>
    {
        Assert.That(Ordinary.Explain(Times(ReportStatus.Closed, Start, Start)), Is.Null);
        Assert.That(Emergency.DueAt(Times(ReportStatus.Closed, Start, Start)), Is.Null);
    });

    [TestCase(ReportStatus.Submitted)]
    [TestCase(ReportStatus.Routed)]
    [TestCase(ReportStatus.InProgress)]
    [TestCase(ReportStatus.Planned)]
    public void An_emergency_runs_in_minutes_from_receipt_day_and_night(ReportStatus status)
    {
        var times = Times(status, Wib("2025-03-30 23:50"), Wib("2025-03-31 09:00"), Day("2025-04-20"));
        Assert.That(Emergency.DueAt(times), Is.EqualTo(Wib("2025-03-31 00:05")), "the night before Idulfitri");
    }

    [TestCase(ReportStatus.NeedsInformation, 30)]
    [TestCase(ReportStatus.Resolved, 10)]
    public void A_reporter_is_never_hurried_by_minutes(ReportStatus status, int days) =>
        Assert.That(Emergency.DueAt(Times(status, Start, Start)), Is.EqualTo(Start.AddDays(days)));

    [Test]
    public void What_is_stored_is_in_UTC_and_is_the_instant_that_is_explained([Values] ReportStatus status)
    {
        var times = Times(status, Start, Start.AddHours(1), Day("2025-11-03"));
        var (due, explained) = (Ordinary.DueAt(times), Ordinary.Explain(times));
        Assert.Multiple(() =>
        {
            Assert.That(due, Is.EqualTo(explained?.DueAt));
            Assert.That(due?.Offset ?? TimeSpan.Zero, Is.EqualTo(TimeSpan.Zero));
            Assert.That(explained is null || explained.Lines.Length >= 2);
        });
    }

    [Test]
    public void Later_times_are_never_due_earlier_and_more_days_never_sooner() =>
        Gen.Select(
            Gen.Enum<ReportStatus>(), Gen.Int[0, 900_000], Gen.Int[0, 20_000], Gen.Int[0, 20_000], Gen.Int[1, 59],
            Gen.Const(15).Nullable()).Sample(
            (status, start, wait, later, days, minutes) =>
            {
                var terms = Ordinary with { ResolveDays = days, ResponseMinutes = minutes };
                var submitted = Wib("2025-01-02").AddMinutes(start);
                var planned = DateOnly.FromDateTime(submitted.DateTime).AddDays(20);
                var times = Times(status, submitted, submitted.AddMinutes(wait), planned);
                var shifted = Times(status, submitted.AddMinutes(later), submitted.AddMinutes(wait + later), planned);
                return status == ReportStatus.Closed
                    ? terms.DueAt(times) is null
                    : terms.DueAt(times) <= terms.DueAt(shifted)
                        && terms.DueAt(times) <= (terms with { ResolveDays = days + 1 }).DueAt(times)
                        && terms.DueAt(times) > (status == ReportStatus.InProgress || minutes is not null ? times.ResolveFrom : times.StatusSince.AddDays(-14));
            },
            iter: 5_000);

    [Test]
    public void What_came_back_as_not_fixed_is_due_in_half_the_time([Values(1, 2, 5, 14)] int days)
    {
        var terms = Ordinary with { ResolveDays = days };
        var reopened = Times(ReportStatus.InProgress, Start, Start) with { ResolveFrom = Wib("2025-11-03 09:00"), Reopened = true };
        Assert.That(terms.DueAt(reopened), Is.EqualTo(Shipped.DueAfter(Wib("2025-11-03 09:00"), (days + 1) / 2).DueAt));
    }

    [Test]
    public void An_agency_may_return_a_report_until_the_close_of_the_next_working_day() =>
        Assert.That(Ordinary.ReturnUntil(Wib("2025-10-24 09:00")), Is.EqualTo(Wib("2025-10-27 16:00")));

    private static readonly DateTimeOffset Start = Wib("2025-10-23 10:00");

    /// <summary>A report that was received once and entered its status once.</summary>
    private static ReportTimes Times(ReportStatus status, DateTimeOffset submitted, DateTimeOffset since, DateOnly? planned = null) =>
        new(status, since, submitted, since, submitted, false, status == ReportStatus.Planned ? new PlannedDay(since, planned!.Value) : null, []);
}
