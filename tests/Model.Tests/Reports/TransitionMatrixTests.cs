using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

/// <summary>Every status, every target, every set of roles: the whole matrix, against a table written by hand from the design.</summary>
public class TransitionMatrixTests
{
    private static readonly ReportStatus[] Statuses = Enum.GetValues<ReportStatus>();

    private static readonly IEnumerable<Walker> RoleSets =
        Enumerable.Range(0, (int)Enum.GetValues<Walker>().Aggregate((all, role) => all | role) + 1).Select(set => (Walker)set);

    private static readonly IEnumerable<TestCaseData> Cases =
        from situation in Situation.All from to in Statuses select new TestCaseData(situation, to).SetArgDisplayNames(situation.Name, to.ToString());

    /// <summary>The column "leaves to" of the design's table of statuses.</summary>
    private static readonly Dictionary<ReportStatus, ReportStatus[]> LeavesTo = new()
    {
        [ReportStatus.Submitted] = [ReportStatus.Routed, ReportStatus.NeedsInformation, ReportStatus.Closed],
        [ReportStatus.NeedsInformation] = [ReportStatus.Submitted, ReportStatus.Routed, ReportStatus.Closed],
        [ReportStatus.Routed] = [ReportStatus.InProgress, ReportStatus.Submitted, ReportStatus.NeedsInformation, ReportStatus.Closed],
        [ReportStatus.InProgress] = [ReportStatus.Planned, ReportStatus.Resolved, ReportStatus.NeedsInformation, ReportStatus.Routed, ReportStatus.Closed],
        [ReportStatus.Planned] = [ReportStatus.InProgress, ReportStatus.Resolved, ReportStatus.Routed],
        [ReportStatus.Resolved] = [ReportStatus.Closed, ReportStatus.InProgress],
        [ReportStatus.Closed] = [ReportStatus.InProgress, ReportStatus.Submitted],
    };

    [TestCaseSource(nameof(Cases))]
    public void A_move_is_made_or_refused_as_the_design_says(Situation situation, ReportStatus to)
    {
        foreach (var roles in RoleSets)
        {
            var story = situation.Tell();
            var open = situation.Open.Where(move => move.To == to && (move.Who & roles) != 0).ToArray();
            var (before, version) = (Story.Everything(story.Report), story.Report.Version);
            if (open.Any(move => !move.ByDisposisi))
            {
                story.To(to, roles, story.Generous(to, roles));
                Assert.That((story.Report.Status, story.Report.Version), Is.EqualTo((to, version + 1)), $"{roles}");
                continue;
            }

            var refused = Assert.Throws<RuleViolation>(() => story.To(to, roles, story.Generous(to, roles)), $"{roles}")!;
            Assert.That(refused.Code, Is.EqualTo(open.Length > 0 ? "use_disposisi" : "transition_not_allowed"), $"{roles}");
            Assert.That((refused.Status, refused.Field), Is.EqualTo((409, "to")));
            Assert.That(refused.Facts["allowedNext"], Is.EquivalentTo(situation.OpenTo(roles)), $"{roles}");
            Assert.That(Story.Everything(story.Report), Is.EqualTo(before), "a refused move changes nothing");
        }
    }

    [TestCaseSource(typeof(Situation), nameof(Situation.All))]
    public void A_disposisi_is_made_or_refused_as_the_design_says(Situation situation)
    {
        foreach (var roles in RoleSets)
        {
            var story = situation.Tell();
            var before = Story.Everything(story.Report);
            if (situation.Open.Any(move => move.ByDisposisi && (move.Who & roles) != 0))
            {
                story.Disposisi("DISHUB", roles);
                Assert.That((story.Report.Status, story.Report.AgencyCode), Is.EqualTo((ReportStatus.Routed, "DISHUB")), $"{roles}");
                continue;
            }

            var refused = Assert.Throws<RuleViolation>(() => story.Disposisi("DISHUB", roles), $"{roles}")!;
            Assert.That((refused.Code, refused.Status, refused.Field), Is.EqualTo(("transition_not_allowed", 409, "agencyCode")));
            Assert.That(refused.Facts["allowedNext"], Is.EquivalentTo(situation.OpenTo(roles)));
            Assert.That(Story.Everything(story.Report), Is.EqualTo(before));
        }
    }

    [TestCaseSource(typeof(Situation), nameof(Situation.All))]
    public void What_is_told_as_open_is_what_is_open(Situation situation)
    {
        foreach (var roles in RoleSets)
        {
            var story = situation.Tell();
            Assert.That(story.Report.State.Next(roles, story.Now), Is.EquivalentTo(situation.OpenTo(roles)), $"{roles}");
        }
    }

    [Test]
    public void Every_status_has_its_situation_and_its_edges() => Assert.Multiple(() =>
    {
        Assert.That(Situation.All.Select(situation => situation.Tell().Report.Status).Distinct(), Is.EquivalentTo(Statuses));
        Assert.That(ReportEdges.All.Select(edge => edge.From).Distinct(), Is.EquivalentTo(Statuses), "leaving");
        Assert.That(ReportEdges.All.Select(edge => edge.To).Distinct(), Is.EquivalentTo(Statuses), "arriving");
    });

    [TestCaseSource(nameof(Statuses))]
    public void A_status_leaves_to_what_the_design_lists(ReportStatus status) =>
        Assert.That(
            ReportEdges.From(status).Select(edge => edge.To).Distinct().Where(to => to != status),
            Is.EquivalentTo(LeavesTo[status]),
            "a corrected disposisi, Routed to Routed, changes the agency and not the status");

    [Test]
    public void Every_way_of_closing_has_one_meaning()
    {
        var closing = ReportEdges.All.Where(edge => edge.To == ReportStatus.Closed).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(closing, Is.Not.Empty);
            Assert.That(closing.Where(edge => edge.Reasons.Length > 1), Has.All.Matches<Edge>(edge => edge.Demands.HasFlag(Demand.Reason)), "a choice is demanded");
            Assert.That(closing.Where(edge => edge.Reasons.Length == 0).Select(edge => edge.From), Is.EqualTo(new[] { ReportStatus.Resolved }), "fixed is closed after resolved only");
            Assert.That(ReportEdges.All.Except(closing).SelectMany(edge => edge.Reasons), Is.Empty);
        });
    }
}
