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
    [TestCase(ReportStatus.Routed, 2, "2025-10-23 10:00", "2025-10-24 10:00", "2025-10-28 16:00", TestName = "Answer sooner where the service itself is due sooner")]
    [TestCase(ReportStatus.InProgress, 14, "2025-10-23 10:00", "2025-10-30 10:00", "2025-11-12 16:00", TestName = "Resolve within the service's days of receipt, whenever work began")]
    [TestCase(ReportStatus.InProgress, 5, "2025-12-24 10:00", "2025-12-29 10:00", "2026-01-05 16:00", TestName = "Resolve across Christmas and New Year")]
    [TestCase(ReportStatus.NeedsInformation, 14, "2025-10-23 10:00", "2025-10-25 21:15", "2025-11-24 21:15", TestName = "The reporter has thirty days to answer")]
    [TestCase(ReportStatus.Resolved, 14, "2025-10-23 10:00", "2025-10-25 21:15", "2025-11-04 21:15", TestName = "The reporter has ten days to confirm")]
    public void Each_status_has_its_clock(ReportStatus status, int resolveDays, string submitted, string since, string due) =>
        Assert.That(
            (Ordinary with { ResolveDays = resolveDays }).DueAt(new ReportTimes(status, Wib(submitted), Wib(since), null)),
            Is.EqualTo(Wib(due)));

    [TestCase("2025-12-01", "2025-12-01 16:00", TestName = "Planned work is due at closing time of its day")]
    [TestCase("2026-03-02", "2026-03-02 15:00", TestName = "In Ramadan offices close at three")]
    [TestCase("2025-12-25", "2025-12-25 16:00", TestName = "A crew may plan for a holiday")]
    public void Planned_work_is_due_on_its_day(string day, string due) =>
        Assert.That(Ordinary.DueAt(new ReportTimes(ReportStatus.Planned, Start, Start, Day(day))), Is.EqualTo(Wib(due)));

    [Test]
    public void A_closed_report_has_no_clock() => Assert.Multiple(() =>
    {
        Assert.That(Ordinary.Explain(new ReportTimes(ReportStatus.Closed, Start, Start, null)), Is.Null);
        Assert.That(Emergency.DueAt(new ReportTimes(ReportStatus.Closed, Start, Start, null)), Is.Null);
    });

    [TestCase(ReportStatus.Submitted)]
    [TestCase(ReportStatus.Routed)]
    [TestCase(ReportStatus.InProgress)]
    [TestCase(ReportStatus.Planned)]
    public void An_emergency_runs_in_minutes_from_receipt_day_and_night(ReportStatus status)
    {
        var times = new ReportTimes(status, Wib("2025-03-30 23:50"), Wib("2025-03-31 09:00"), Day("2025-04-20"));
        Assert.That(Emergency.DueAt(times), Is.EqualTo(Wib("2025-03-31 00:05")), "the night before Idulfitri");
    }

    [TestCase(ReportStatus.NeedsInformation, 30)]
    [TestCase(ReportStatus.Resolved, 10)]
    public void A_reporter_is_never_hurried_by_minutes(ReportStatus status, int days) =>
        Assert.That(Emergency.DueAt(new ReportTimes(status, Start, Start, null)), Is.EqualTo(Start.AddDays(days)));

    [Test]
    public void What_is_stored_is_in_UTC_and_is_the_instant_that_is_explained([Values] ReportStatus status)
    {
        var times = new ReportTimes(status, Start, Start.AddHours(1), Day("2025-11-03"));
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
                var times = new ReportTimes(status, submitted, submitted.AddMinutes(wait), DateOnly.FromDateTime(submitted.DateTime).AddDays(20));
                var shifted = times with { SubmittedAt = times.SubmittedAt.AddMinutes(later), StatusSince = times.StatusSince.AddMinutes(later) };
                return status == ReportStatus.Closed
                    ? terms.DueAt(times) is null
                    : terms.DueAt(times) <= terms.DueAt(shifted)
                        && terms.DueAt(times) <= (terms with { ResolveDays = days + 1 }).DueAt(times)
                        && terms.DueAt(times) > (status == ReportStatus.InProgress || minutes is not null ? times.SubmittedAt : times.StatusSince.AddDays(-14));
            },
            iter: 5_000);

    private static readonly DateTimeOffset Start = Wib("2025-10-23 10:00");
}
