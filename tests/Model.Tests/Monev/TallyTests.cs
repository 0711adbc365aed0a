using KediriLapor.Merata.Model;
using KediriLapor.Monev.Indicators;
using KediriLapor.Monev.Model;

namespace KediriLapor.Model.Tests.Monev;

/// <summary>What is counted of works, and how an indicator judges it.</summary>
public sealed class TallyTests
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    [Test]
    public void One_that_is_overdue_counts_as_late_and_one_whose_time_is_to_come_does_not_count()
    {
        var tally = Of(
            Work(WorkStage.Completed, ends: Day, completed: Day.AddDays(-1)), Work(WorkStage.Completed, ends: Day.AddDays(-9), completed: Day), Work(WorkStage.Halfway, ends: Day.AddDays(-1)),
            Work(WorkStage.Halfway, ends: Day));
        Assert.That((tally[Measure.Works], tally[Measure.WorksDue], tally[Measure.WorksOnTime], tally[Measure.WorksComplete]), Is.EqualTo((4m, 3m, 1m, 2m)));
    }

    [TestCase(114, true)]
    [TestCase(126, true)]
    [TestCase(113.99, false)]
    [TestCase(126.01, false)]
    public void A_volume_may_differ_by_a_twentieth(double built, bool kept) =>
        Assert.That(Of(Work(WorkStage.HandedOver) with { RealisedVolume = (decimal)built })[Measure.WorksAsLarge], Is.EqualTo(kept ? 1m : 0m));

    [Test]
    public void A_finding_is_due_once_it_is_answered_or_overdue()
    {
        var tally = Of(
            Work(WorkStage.Halfway, findings: [Found(FindingState.Open, by: Day)]), Work(WorkStage.Halfway, findings: [Found(FindingState.Open, by: Day.AddDays(-1))]),
            Work(WorkStage.Halfway, findings: [Found(FindingState.Closed, by: Day, answered: Day)]), Work(WorkStage.Halfway, findings: [Found(FindingState.FollowedUp, by: Day.AddDays(-2), answered: Day)]),
            Work(WorkStage.Halfway, findings: [Found(FindingState.Closed, FindingGrade.None)]), Work(WorkStage.Halfway));
        Assert.That((tally[Measure.FindingsDue], tally[Measure.FindingsAnsweredInTime], tally[Measure.WorksExamined], tally[Measure.WorksWithoutFinding]), Is.EqualTo((3m, 1m, 5m, 1m)));
    }

    [Test]
    public void Reports_count_once_the_work_is_complete_and_stars_once_they_are_resolved()
    {
        ReportOnDay[] reports = [new(default, true, 5), new(default, true, null), new(default, false, 1)];
        var tally = Of(Work(WorkStage.Completed) with { Reports = reports }, Work(WorkStage.Halfway) with { Reports = reports });
        Assert.That((tally[Measure.LinkedReports], tally[Measure.LinkedReportsResolved], tally[Measure.Ratings], tally[Measure.Stars]), Is.EqualTo((3m, 2m, 1m, 5m)));
    }

    [TestCase(4, null, true)]
    [TestCase(5, 3.0, false)]
    public void So_few_ratings_that_persons_could_be_known_are_not_told(int ratings, double? value, bool suppressed)
    {
        var tally = Of(Work(WorkStage.Completed) with { Reports = [.. Enumerable.Repeat(new ReportOnDay(default, true, 3), ratings)] });
        var indicator = new Indicator { Numerator = Measure.Stars, Denominator = Measure.Ratings, Unit = IndicatorUnit.Average, Target = 4 };
        Assert.That((indicator.Value(tally), indicator.IsSuppressed(tally)), Is.EqualTo(((decimal?)value, suppressed)));
    }

    [TestCase(IndicatorAim.Higher, 50, IndicatorVerdict.Met)]
    [TestCase(IndicatorAim.Higher, 60, IndicatorVerdict.Near)]
    [TestCase(IndicatorAim.Higher, 60.01, IndicatorVerdict.Missed)]
    [TestCase(IndicatorAim.Lower, 50, IndicatorVerdict.Met)]
    [TestCase(IndicatorAim.Lower, 40, IndicatorVerdict.Near)]
    [TestCase(IndicatorAim.Lower, 39.99, IndicatorVerdict.Missed)]
    public void A_value_is_judged_by_target_and_tolerance(IndicatorAim aim, double target, IndicatorVerdict verdict)
    {
        var half = Of(Work(WorkStage.Completed), Work(WorkStage.Halfway));
        var indicator = new Indicator { Numerator = Measure.WorksComplete, Denominator = Measure.Works, Aim = aim, Target = (decimal)target, Tolerance = 10 };
        Assert.That((indicator.Value(half), indicator.Verdict(half), indicator.Verdict(Of())), Is.EqualTo(((decimal?)50, (IndicatorVerdict?)verdict, default(IndicatorVerdict?))));
    }

    private static Tally Of(params WorkOnDay[] works) => Tally.Of(works, Day);

    private static WorkOnDay Work(WorkStage stage, DateOnly? ends = null, DateOnly? completed = null, FindingOnDay[]? findings = null) => new(
        Guid.CreateVersion7(), "35.71.01.1001", "Paving", "m", stage, 1, 120, null, ends ?? Day.AddDays(30), stage >= WorkStage.Completed ? completed ?? Day : null, 100, 90, 240, null, findings ?? [], []);

    private static FindingOnDay Found(FindingState state, FindingGrade grade = FindingGrade.Minor, DateOnly? by = null, DateOnly? answered = null) =>
        new(Guid.CreateVersion7(), default, FindingAspect.Volume, "Kurang", Day, state, grade, by, answered, null, null);
}
