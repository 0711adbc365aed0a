using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

/// <summary>What becomes of a report that was handed to an agency outside.</summary>
public class HandOverTests
{
    private static readonly Actor Neighbour = Actor.Anonymous with { Kind = ActorKind.Neighbour, Name = "PLN" };

    private static readonly HandOverWords No = new(HandOverReply.Declined, null, null, "Posko", null, "Bukan jaringan kami.");

    [Test]
    public void A_hand_over_follows_a_closing_as_not_the_citys_and_nothing_else()
    {
        var rejected = Story.InProgress().To(ReportStatus.Closed);
        Assert.That(() => HandTo(rejected), Throws.TypeOf<RuleViolation>().With.Property("Code").EqualTo("hand_over_not_ours"));
        var (story, handOver) = HandedOver();
        Assert.That((story.Report.History[^1].Type, handOver.Sequence), Is.EqualTo((ReportEventType.HandedOver, story.Report.Version)));
        Assert.That(story.Report.DueAt, Is.Null, "the city's clock stands still");
    }

    [TestCase(false, ReportStatus.Submitted, null)]
    [TestCase(true, ReportStatus.InProgress, "DPUPR")]
    public void A_no_brings_it_to_triage_or_to_the_unit_that_it_must_not_leave(bool stays, ReportStatus status, string? agency)
    {
        var (story, handOver) = HandedOver();
        story.Report.Answer(handOver, No, stays, Neighbour, Story.Ordinary, story.Now.AddDays(40));
        var last = story.Report.History[^1];
        Assert.That((story.Report.Status, story.Report.AgencyCode, story.Report.Outcome), Is.EqualTo((status, agency, (Outcome?)null)));
        Assert.That((last.Type, last.ActorKind, last.PublicNote), Is.EqualTo((ReportEventType.Reopened, ActorKind.Neighbour, "PLN tidak dapat menerima laporan ini: Bukan jaringan kami.")));
        Assert.That(story.Report.DueAt, Is.Not.Null, "a clock of the city's runs again");
        Assert.That(() => story.Report.Answer(handOver, No, stays, Neighbour, Story.Ordinary, story.Now), Throws.TypeOf<RuleViolation>().With.Property("Code").EqualTo("hand_over_over"));
    }

    [Test]
    public void A_yes_changes_no_status_and_moves_no_clock()
    {
        var (story, handOver) = HandedOver();
        var (before, day) = (story.Report.StatusSince, story.Empty.Today.AddDays(3));
        var answer = story.Report.Answer(handOver, new(HandOverReply.Acknowledged, "PLN-7", day, "Posko", "123", null), false, Neighbour, Story.Ordinary, story.Now);
        Assert.That((answer.Number, answer.ExpectedOn, story.Report.StatusSince, story.Report.DueAt), Is.EqualTo(("PLN-7", (DateOnly?)day, before, (DateTimeOffset?)null)));
        Assert.That(story.Report.History[^1].PublicNote, Does.StartWith("PLN menerima laporan ini dengan nomor PLN-7"));
    }

    private static (Story Story, HandOver HandOver) HandedOver()
    {
        var story = Story.InProgress();
        story.To(ReportStatus.Closed, Walker.Verifier, story.Generous(ReportStatus.Closed, Walker.Verifier) with { Reason = ClosingReason.NotOurs });
        return (story, HandTo(story));
    }

    private static HandOver HandTo(Story story) => story.Report.HandTo("PLN", "PLN", null, null, null, Actor.System, Story.Ordinary, story.Now);
}
