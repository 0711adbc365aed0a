using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using NUnit.Framework.Constraints;

namespace KediriLapor.Model.Tests.Reports.Duplicates;

public class MergingTests
{
    private static readonly Actor Verifier = Actor.System with { Kind = ActorKind.Staff, AccountId = new Guid("00000000-0000-0000-0000-000000000002"), Name = "Verifikator" };

    private static readonly Func<Story>[] Open =
    [
        () => Story.Submitted(), () => Story.Submitted().To(ReportStatus.NeedsInformation), () => Story.Routed(), () => Story.InProgress(),
        () => Story.InProgress().To(ReportStatus.NeedsInformation), () => Story.InProgress().To(ReportStatus.Planned),
    ];

    private static readonly Func<Story>[] Done = [() => Story.Resolved(), () => Story.Resolved().To(ReportStatus.Closed)];

    [TestCaseSource(nameof(Open))]
    public void A_merged_report_rests_where_it_stood_and_only_its_reporter_can_move_it(Func<Story> telling)
    {
        var (report, survivor) = (telling().Report, Story.InProgress().Report);
        var stood = report.Status;
        Merge(report, survivor);
        Assert.Multiple(() =>
        {
            Assert.That((report.Status, report.MergedInto, report.DueAt), Is.EqualTo((stood, (Guid?)survivor.Id, (DateTimeOffset?)null)));
            Assert.That(report.State.Moves(Story.Anybody, Late).SelectMany(edge => edge.Reasons), Is.All.EqualTo(ClosingReason.Withdrawn));
            Assert.That((report.History[^1].Type, survivor.History[^1].Type), Is.EqualTo((ReportEventType.Merged, ReportEventType.Absorbed)));
            Assert.That(report.History[^1].InternalNote, Does.Contain(survivor.TrackingCode.ToString()));
            Assert.That(survivor.History[^1].InternalNote, Does.Contain(report.TrackingCode.ToString()));
        });
    }

    [TestCaseSource(nameof(Open))]
    public void Separated_it_stands_where_it_stood_and_its_clock_has_run_on(Func<Story> telling)
    {
        var (report, untouched, survivor) = (telling().Report, telling().Report, Story.InProgress().Report);
        Merge(report, survivor);
        report.SeparateFrom(survivor, Walker.Verifier, Verifier, Story.Ordinary, Story.Ordinary, Late.AddDays(3));
        Assert.Multiple(() =>
        {
            Assert.That((report.Status, report.AgencyCode, report.AskedFrom, report.PlannedFor, report.MergedInto), Is.EqualTo((untouched.Status, untouched.AgencyCode, untouched.AskedFrom, untouched.PlannedFor, (Guid?)null)));
            Assert.That(report.State.Next(Story.Anybody, Late), Is.EqualTo(untouched.State.Next(Story.Anybody, Late)));
            Assert.That(
                report.DueAt, Is.EqualTo(report.Status == ReportStatus.NeedsInformation ? Late.AddDays(3 + ServiceTerms.AnswerDays) : untouched.DueAt),
                "only a reporter who could not answer gets the time anew");
            Assert.That(report.DueAt, Is.EqualTo(Story.Ordinary.DueAt(ReportTimes.Replay(report.History.Select(e => e.ForClocks)))));
        });
    }

    [Test]
    public void There_is_neither_a_chain_nor_a_circle()
    {
        var (a, b, c) = (Story.Routed().Report, Story.Routed().Report, Story.Routed().Report);
        Merge(a, b);
        Assert.Multiple(() =>
        {
            Assert.That(() => Merge(a, c), Refused("already_merged"), "twice");
            Assert.That(() => Merge(c, a), Refused("already_merged"), "into a merged one");
            Assert.That(() => Merge(b, a), Refused("already_merged"), "a circle");
            Assert.That(() => Merge(b, c, carries: true), Refused("carries_merged"), "a survivor");
            Assert.That(() => Merge(c, c), Refused("merge_with_itself"));
            Assert.That(() => Merge(c, b, roles: Walker.Reporter), Refused("permission_required"));
            Assert.That(c.Version, Is.EqualTo(2), "nothing was recorded");
        });
    }

    [TestCaseSource(nameof(Done))]
    public void What_is_done_is_not_merged_and_nothing_is_merged_into_it(Func<Story> telling)
    {
        Assert.That(() => Merge(telling().Report, Story.Routed().Report), Refused("report_not_open"));
        Assert.That(() => Merge(Story.Routed().Report, telling().Report), Refused("report_not_open"));
        Assert.That(() => telling().Report.Split(Walker.Officer, Verifier, Story.Ordinary, Late), Refused("report_not_open"));
    }

    [TestCaseSource(nameof(Open))]
    public void It_is_closed_as_its_survivor_is_and_told_why(Func<Story> telling)
    {
        var (report, survivor) = (telling().Report, Story.InProgress());
        Merge(report, survivor.Report);
        var answer = survivor.To(ReportStatus.Closed, Walker.Officer, survivor.Generous(ReportStatus.Closed, Walker.Officer) with { PublicNote = "Hubungi 081234567890." }).Report.History[^1];
        report.Hear(answer, null, Story.Ordinary, Late);
        Assert.Multiple(() =>
        {
            Assert.That((report.Status, report.Outcome, report.AskedFrom), Is.EqualTo((ReportStatus.Closed, (Outcome?)Outcome.Rejected, (ReportStatus?)null)));
            Assert.That((report.History[^1].PublicNote, report.History[^1].Reason, report.History[^1].ActorName), Is.EqualTo(("Hubungi [nomor telepon].", (ClosingReason?)ClosingReason.Unclear, "Petugas")));
            Assert.That(report.State.Next(Walker.Reporter, Late), Is.Not.Empty, "its own reporter may reopen it");
        });
    }

    [Test]
    public void A_survivor_that_its_reporter_takes_back_sets_the_others_free()
    {
        var (report, survivor) = (Story.Routed().Report, Story.Routed());
        Merge(report, survivor.Report);
        report.Hear(survivor.To(ReportStatus.Closed, Walker.Reporter, survivor.Empty).Report.History[^1], null, Story.Ordinary, Late);
        Assert.That((report.Status, report.MergedInto, report.History[^1].Type), Is.EqualTo((ReportStatus.Routed, (Guid?)null, ReportEventType.Separated)));
        Assert.That(report.DueAt, Is.Not.Null);
    }

    [Test]
    public void What_is_meant_for_one_reporter_is_not_for_all()
    {
        var asked = Story.InProgress().To(ReportStatus.NeedsInformation);
        Assert.That(Report.IsForAll(asked.Report.History[^1]), Is.False, "a question");
        Assert.That(Report.IsForAll(asked.To(ReportStatus.Routed, Walker.Officer, asked.Generous(ReportStatus.Routed, Walker.Officer)).Report.History[^1]), Is.True, "an answer of staff");
        Assert.That(Report.IsForAll(Story.Routed().Report.History[^1]), Is.False, "the rules' reason");
    }

    private static DateTimeOffset Late => Story.Start.AddDays(1);

    private static EqualStringConstraint Refused(string code) => Throws.TypeOf<RuleViolation>().With.Property(nameof(RuleViolation.Code)).EqualTo(code);

    private static void Merge(Report report, Report survivor, bool carries = false, Walker roles = Walker.Verifier) =>
        report.MergeInto(survivor, carries, roles, Verifier, Story.Ordinary, Story.Ordinary, Late);
}
