using KediriLapor.Deadlines;
using KediriLapor.Model.Tests.Reports;
using KediriLapor.Reports.Model;
using static KediriLapor.Model.Tests.Deadlines.Calendar;

namespace KediriLapor.Model.Tests.Deadlines;

/// <summary>What the clocks count from, told by lives of reports.</summary>
public class ReportTimesTests
{
    private static ReportTimes Of(Story story) => ReportTimes.Replay(story.Report.History.Select(e => e.ForClocks));

    [Test]
    public void While_the_reporter_is_asked_the_verifier_s_clock_rests_and_then_goes_on()
    {
        var story = Story.Submitted().To(ReportStatus.NeedsInformation);
        var asked = story.Now;
        story.Later(TimeSpan.FromDays(6)).To(ReportStatus.Submitted);
        Assert.Multiple(() =>
        {
            Assert.That(Of(story).VerifyFrom, Is.EqualTo(Story.Start));
            Assert.That(Of(story).Pauses, Is.EqualTo(new[] { new Pause(asked, story.Now) }));
            Assert.That(story.Report.DueAt, Is.EqualTo(Wib("2025-10-31 16:00")), "asked on Thursday 11.00, answered on Wednesday 12.00: Friday, Monday and Tuesday are given back");
        });
    }

    [Test]
    public void A_question_during_the_work_does_not_eat_the_agency_s_time()
    {
        var story = Story.InProgress().To(ReportStatus.NeedsInformation);
        story.Later(TimeSpan.FromDays(14)).To(ReportStatus.Routed);
        Assert.That(Of(story).RespondFrom, Is.EqualTo(story.Now), "the agency has it anew");
        story.To(ReportStatus.InProgress);
        Assert.That(story.Report.DueAt, Is.EqualTo(Story.Ordinary.Calendar.DueAfter(Story.Start, 14 + 9).DueAt), "Friday 24 October to Wednesday 5 November were waited");
    }

    [Test]
    public void A_question_before_the_work_leaves_the_first_response_where_it_was()
    {
        var story = Story.Routed().To(ReportStatus.NeedsInformation).To(ReportStatus.Routed);
        Assert.That(Of(story).RespondFrom, Is.EqualTo(Story.Start));
    }

    [Test]
    public void A_disposisi_gives_the_new_agency_its_own_time_to_respond_but_no_more_to_resolve()
    {
        var story = Story.InProgress().Later(TimeSpan.FromDays(3)).Disposisi("DLHKP", Walker.Verifier);
        Assert.That((Of(story).RespondFrom, Of(story).ResolveFrom), Is.EqualTo((story.Now, Story.Start)));
    }

    [Test]
    public void A_named_day_stays_the_promise_when_the_work_begins_and_ends_with_the_agency()
    {
        var story = Story.InProgress().To(ReportStatus.Planned);
        var promised = story.Report.DueAt;
        story.To(ReportStatus.InProgress);
        Assert.That(story.Report.DueAt, Is.EqualTo(promised));
        story.Disposisi("DLHKP", Walker.Verifier);
        Assert.That((Of(story).Plan, story.Report.PlannedFor), Is.EqualTo(((PlannedDay?)null, (DateOnly?)null)));
    }

    [Test]
    public void A_question_before_a_named_day_moves_it_by_the_working_days_waited()
    {
        var story = Story.InProgress().To(ReportStatus.Planned).To(ReportStatus.InProgress);
        Assert.That(story.Report.DueAt, Is.EqualTo(Wib("2025-10-30 16:00")), "named on Thursday for the next");
        story.To(ReportStatus.NeedsInformation).Later(TimeSpan.FromDays(12)).To(ReportStatus.Routed).To(ReportStatus.InProgress);
        Assert.Multiple(() =>
        {
            Assert.That(story.Report.DueAt, Is.EqualTo(Wib("2025-11-11 16:00")), "six working days until Thursday were waited, from Tuesday 4 November they are given back");
            Assert.That(
                Story.Ordinary.Explain(Of(story))!.Lines.Select(line => line.Text),
                Has.Some.Contains("Menunggu jawaban pelapor").And.Some.Contains("8 hari kerja tidak dihitung"));
        });
    }

    [Test]
    public void A_question_after_a_named_day_does_not_excuse_that_it_was_missed()
    {
        var story = Story.InProgress().To(ReportStatus.Planned).Later(TimeSpan.FromDays(10)).To(ReportStatus.InProgress);
        story.To(ReportStatus.NeedsInformation).Later(TimeSpan.FromDays(5)).To(ReportStatus.Routed).To(ReportStatus.InProgress);
        Assert.That(story.Report.DueAt, Is.EqualTo(Wib("2025-10-30 16:00")));
    }

    [Test]
    public void A_clock_says_what_it_counts_from()
    {
        Assert.That(FirstLine(Story.Routed()), Does.StartWith("Diterima "));
        Assert.That(FirstLine(Story.Routed().To(ReportStatus.Submitted)), Does.StartWith("Kembali kepada verifikator Kamis, 23 Oktober 2025 pukul 11.00"));
        Assert.That(FirstLine(Story.Routed().Disposisi("DLHKP", Walker.Verifier)), Does.StartWith("Sampai di perangkat daerah Kamis, 23 Oktober 2025 pukul 11.00"));
        Assert.That(FirstLine(Story.Resolved().To(ReportStatus.InProgress)), Does.StartWith("Dibuka kembali Kamis, 23 Oktober 2025 pukul 13.00"));
        static string FirstLine(Story story) => Story.Ordinary.Explain(Of(story))!.Lines[0].Text;
    }

    [Test]
    public void An_emergency_that_is_not_over_has_half_its_minutes()
    {
        var story = Story.Resolved().To(ReportStatus.InProgress);
        Assert.That((Story.Ordinary with { ResponseMinutes = 15 }).DueAt(Of(story)), Is.EqualTo(story.Now.AddMinutes(8)));
    }

    [Test]
    public void Reopening_starts_a_shorter_clock()
    {
        var story = Story.Resolved().Later(TimeSpan.FromDays(5)).To(ReportStatus.InProgress);
        Assert.That(story.Report.DueAt, Is.EqualTo(Story.Ordinary.Calendar.DueAfter(story.Now, 7).DueAt));
    }

    [Test]
    public void What_two_agencies_refuse_lies_before_Bagian_Pemerintahan()
    {
        var story = Story.Routed().To(ReportStatus.Submitted).Disposisi("DLHKP", Walker.Verifier).To(ReportStatus.Routed);
        Assert.Multiple(() =>
        {
            Assert.That((story.Report.AgencyCode, story.Report.Status, story.Report.Returns), Is.EqualTo((Report.Arbiter, ReportStatus.Routed, 2)));
            Assert.That(story.Report.History[^1].Type, Is.EqualTo(ReportEventType.Returned));
            Assert.That(Of(story).RespondFrom, Is.EqualTo(story.Now));
        });
    }

    [Test]
    public void A_report_without_history_is_refused() =>
        Assert.That(() => ReportTimes.Replay([]), Throws.InvalidOperationException);
}
