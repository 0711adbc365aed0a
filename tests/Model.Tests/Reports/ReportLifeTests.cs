using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

public class ReportLifeTests
{
    [Test]
    public void A_report_that_the_rules_leave_in_doubt_waits_for_a_verifier()
    {
        var report = Story.Submitted().Report;
        Assert.Multiple(() =>
        {
            Assert.That((report.Status, report.AgencyCode, report.Version), Is.EqualTo((ReportStatus.Submitted, (string?)null, 1)));
            Assert.That(report.History.Select(e => (e.Type, e.ActorKind)), Is.EqualTo(new[] { (ReportEventType.Submitted, ActorKind.Reporter) }));
        });
    }

    [Test]
    public void A_report_that_the_rules_decide_is_routed_at_once_by_the_program_with_the_reason()
    {
        var report = Story.Routed().Report;
        Assert.Multiple(() =>
        {
            Assert.That((report.Status, report.AgencyCode, report.Version), Is.EqualTo((ReportStatus.Routed, "DPUPR", 2)));
            Assert.That(
                report.History.Select(e => (e.Type, e.ActorKind, e.PublicNote)),
                Is.EqualTo(new[] { (ReportEventType.Submitted, ActorKind.Reporter, null), (ReportEventType.Routed, ActorKind.System, "Menjadi tugas DPUPR.") }));
        });
    }

    [Test]
    public void The_public_words_are_masked_and_the_written_ones_kept()
    {
        var report = Story.Submitted().Report;
        Assert.Multiple(() =>
        {
            Assert.That(report.Description, Is.EqualTo("Jalan berlubang, hubungi 0812-3456-7890"));
            Assert.That(report.PublicDescription, Is.EqualTo("Jalan berlubang, hubungi [nomor telepon]"));
        });
    }

    [Test]
    public void A_report_is_returned_once_and_loses_its_agency()
    {
        var story = Story.Routed().To(ReportStatus.Submitted);
        Assert.That((story.Report.Status, story.Report.AgencyCode, story.Report.Returns), Is.EqualTo((ReportStatus.Submitted, (string?)null, 1)));
        Assert.That(story.Report.History[^1].Type, Is.EqualTo(ReportEventType.Returned));

        story.Disposisi("DLHKP", Walker.Verifier);
        var again = Assert.Throws<RuleViolation>(() => story.To(ReportStatus.Submitted, Walker.Officer, story.Generous(ReportStatus.Submitted, Walker.Officer)))!;
        Assert.That(again.Code, Is.EqualTo("transition_not_allowed"), "no ping-pong");
        Assert.That(story.Report.AgencyCode, Is.EqualTo("DLHKP"));
    }

    [Test]
    public void The_return_is_spent_by_no_other_move()
    {
        var story = Story.Routed().To(ReportStatus.NeedsInformation).To(ReportStatus.Routed).Disposisi("DLHKP", Walker.Verifier);
        Assert.That(story.Report.Returns, Is.Zero);
        Assert.That(story.To(ReportStatus.Submitted).Report.History[^1].Type, Is.EqualTo(ReportEventType.Returned));
    }

    [Test]
    public void An_answer_goes_back_to_where_the_question_came_from() => Assert.Multiple(() =>
    {
        Assert.That(Asked(Story.Submitted()), Is.EqualTo(new[] { ReportStatus.Submitted }));
        Assert.That(Asked(Story.Routed()), Is.EqualTo(new[] { ReportStatus.Routed }));
        Assert.That(Asked(Story.InProgress()), Is.EqualTo(new[] { ReportStatus.Routed }), "work that had begun is accepted anew");

        static IEnumerable<ReportStatus> Asked(Story story)
        {
            var from = story.Report.Status;
            story.To(ReportStatus.NeedsInformation);
            Assert.That(story.Report.AskedFrom, Is.EqualTo(from));
            var answers = story.Report.State.Next(Walker.Reporter, story.Now).Where(to => to != ReportStatus.Closed).ToArray();
            story.To(answers[0]);
            Assert.That(story.Report.AskedFrom, Is.Null, "answered");
            return answers;
        }
    });

    [Test]
    public void An_answer_to_the_agency_does_not_take_the_report_away_from_it() =>
        Assert.That(Story.Routed().To(ReportStatus.NeedsInformation).To(ReportStatus.Routed).Report.AgencyCode, Is.EqualTo("DPUPR"));

    [Test]
    public void The_reopening_window_is_told_and_ends_to_the_tick()
    {
        foreach (var story in new[] { Story.Resolved(), Story.Resolved().To(ReportStatus.Closed), Story.Submitted().To(ReportStatus.Closed) })
        {
            var until = story.Report.ReopenUntil!.Value;
            Assert.That(until, Is.EqualTo(story.Now + Report.ReopenWindow));
            Assert.That(Reopenings(story, until.AddTicks(-1)), Has.Exactly(1).Items);
            Assert.That(Reopenings(story, until), Is.Empty);
        }

        static IEnumerable<ReportStatus> Reopenings(Story story, DateTimeOffset now) =>
            story.Report.State.Next(Walker.Reporter, now).Where(to => to != ReportStatus.Closed);
    }

    [Test]
    public void A_reopened_report_keeps_code_and_agency_and_loses_its_outcome()
    {
        var story = Story.Resolved().To(ReportStatus.Closed);
        var code = story.Report.TrackingCode;
        story.To(ReportStatus.InProgress);
        Assert.Multiple(() =>
        {
            Assert.That(story.Report.TrackingCode, Is.EqualTo(code));
            Assert.That(story.Report.AgencyCode, Is.EqualTo("DPUPR"));
            Assert.That((story.Report.Outcome, story.Report.ReopenUntil), Is.EqualTo(((Outcome?)null, (DateTimeOffset?)null)));
            Assert.That(story.Report.History[^1].Type, Is.EqualTo(ReportEventType.Reopened));
        });
    }

    [Test]
    public void A_rejected_report_that_no_agency_had_goes_back_to_the_verifier() =>
        Assert.That(Story.Submitted().To(ReportStatus.Closed).To(ReportStatus.Submitted).Report.History[^1].Type, Is.EqualTo(ReportEventType.Reopened));

    [Test]
    public void Each_way_of_closing_has_its_outcome_without_being_told() => Assert.Multiple(() =>
    {
        Assert.That(Closed(Story.Resolved(), Walker.Reporter), Is.EqualTo((Outcome.Fixed, (ClosingReason?)null)));
        Assert.That(Closed(Story.Resolved(), Walker.Clock), Is.EqualTo((Outcome.Fixed, (ClosingReason?)null)));
        Assert.That(Closed(Story.Submitted(), Walker.Reporter), Is.EqualTo((Outcome.Withdrawn, (ClosingReason?)ClosingReason.Withdrawn)));
        Assert.That(Closed(Story.Routed(), Walker.Reporter), Is.EqualTo((Outcome.Withdrawn, (ClosingReason?)ClosingReason.Withdrawn)));
        Assert.That(Closed(Story.Routed().To(ReportStatus.NeedsInformation), Walker.Reporter), Is.EqualTo((Outcome.Withdrawn, (ClosingReason?)ClosingReason.Withdrawn)));
        Assert.That(Closed(Story.Routed().To(ReportStatus.NeedsInformation), Walker.Clock), Is.EqualTo((Outcome.Withdrawn, (ClosingReason?)ClosingReason.NoAnswer)));

        static (Outcome?, ClosingReason?) Closed(Story story, Walker who)
        {
            var report = story.To(ReportStatus.Closed, who, story.Empty).Report;
            return (report.Outcome, report.History[^1].Reason);
        }
    });

    [TestCase(ClosingReason.NotAComplaint, Outcome.Rejected)]
    [TestCase(ClosingReason.Unclear, Outcome.Rejected)]
    [TestCase(ClosingReason.Abusive, Outcome.Rejected)]
    [TestCase(ClosingReason.AlreadyHandled, Outcome.Rejected)]
    [TestCase(ClosingReason.NotOurs, Outcome.NotOurs)]
    [TestCase(ClosingReason.Duplicate, Outcome.Duplicate)]
    public void A_rejection_ends_as_its_reason_says(ClosingReason reason, Outcome outcome)
    {
        var story = Story.Routed();
        story.To(ReportStatus.Closed, Walker.Officer, story.Generous(ReportStatus.Closed, Walker.Officer) with { Reason = reason });
        Assert.That(story.Report.Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public void A_disposisi_can_correct_service_and_kelurahan_and_keeps_what_was_wrong_for_learning()
    {
        var story = Story.Submitted().Disposisi("DLHKP", Walker.Verifier, "SMP-ANGKUT", "3571020002", "Salah jenis");
        var last = story.Report.History[^1];
        Assert.Multiple(() =>
        {
            Assert.That((story.Report.ServiceCode, story.Report.Place.KelurahanCode, story.Report.Place.Address), Is.EqualTo(("SMP-ANGKUT", "3571020002", "Depan pasar")));
            Assert.That((last.CorrectedFrom, last.ServiceCode, last.InternalNote, last.PublicNote), Is.EqualTo(("JLN-RUSAK", "SMP-ANGKUT", "Salah jenis", (string?)null)));
            Assert.That(story.Disposisi("DISHUB", Walker.Verifier, "SMP-ANGKUT").Report.History[^1].CorrectedFrom, Is.Null, "the same service again is no correction");
        });
    }

    [Test]
    public void Every_status_is_one_of_the_five_steps_a_citizen_sees() => Assert.Multiple(() =>
    {
        Assert.That(
            Enum.GetValues<ReportStatus>().Select(status => status.Step()),
            Is.EqualTo(new[] { ReportStep.Received, ReportStep.Received, ReportStep.Verified, ReportStep.InProgress, ReportStep.InProgress, ReportStep.Resolved, ReportStep.Resolved }));
        Assert.That(ReportStatus.Closed.Step(rated: true), Is.EqualTo(ReportStep.Rated));
        Assert.That(ReportStatus.Resolved.Step(rated: true), Is.EqualTo(ReportStep.Resolved));
    });
}
