using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

public class EdgeDemandTests
{
    private static readonly Dictionary<Demand, (string Code, string Field, Func<StatusChange, StatusChange> Withhold)> Refusals = new()
    {
        [Demand.PublicNote] = ("public_note_required", "publicNote", change => change with { PublicNote = null }),
        [Demand.InternalNote] = ("internal_note_required", "internalNote", change => change with { InternalNote = "" }),
        [Demand.Reason] = ("reason_required", "reason", change => change with { Reason = null }),
        [Demand.Date] = ("planned_date_required", "plannedFor", change => change with { PlannedFor = null }),
        [Demand.Photo] = ("photo_required", "attachmentIds", change => change with { PhotosAfter = 0 }),
    };

    private static readonly IEnumerable<TestCaseData> Demands =
        from edge in ReportEdges.All
        where !edge.Demands.HasFlag(Demand.Agency)
        from role in Enum.GetValues<Walker>()
        where edge.Walkers.HasFlag(role)
        from demand in Refusals.Keys
        select new TestCaseData(edge, role, demand).SetArgDisplayNames(edge.From.ToString(), edge.To.ToString(), role.ToString(), demand.ToString());

    /// <summary>What the design asks for, by hand: a public answer wherever the reporter is addressed, proof of physical work, a date of a plan.</summary>
    private static readonly (ReportStatus From, ReportStatus To, Walker Who, Demand Demands)[] ByDesign =
    [
        (ReportStatus.Submitted, ReportStatus.Closed, Walker.Verifier, Demand.PublicNote | Demand.Reason),
        (ReportStatus.Routed, ReportStatus.Closed, Walker.Officer, Demand.PublicNote | Demand.Reason),
        (ReportStatus.InProgress, ReportStatus.Closed, Walker.Officer, Demand.PublicNote | Demand.Reason),
        (ReportStatus.Submitted, ReportStatus.Closed, Walker.Reporter, Demand.None),
        (ReportStatus.Routed, ReportStatus.Closed, Walker.Reporter, Demand.None),
        (ReportStatus.Routed, ReportStatus.InProgress, Walker.Officer, Demand.None),
        (ReportStatus.Routed, ReportStatus.Submitted, Walker.Officer, Demand.InternalNote),
        (ReportStatus.Routed, ReportStatus.NeedsInformation, Walker.Officer, Demand.PublicNote),
        (ReportStatus.InProgress, ReportStatus.Planned, Walker.Officer, Demand.PublicNote | Demand.Date),
        (ReportStatus.InProgress, ReportStatus.Resolved, Walker.Officer, Demand.PublicNote | Demand.Photo),
        (ReportStatus.Planned, ReportStatus.Resolved, Walker.Officer, Demand.PublicNote | Demand.Photo),
        (ReportStatus.Resolved, ReportStatus.Closed, Walker.Reporter, Demand.None),
        (ReportStatus.Resolved, ReportStatus.InProgress, Walker.Reporter, Demand.PublicNote),
        (ReportStatus.Closed, ReportStatus.InProgress, Walker.Reporter, Demand.PublicNote),
    ];

    [TestCaseSource(nameof(Demands))]
    public void A_move_without_what_its_edge_demands_is_refused_by_field_and_changes_nothing(Edge edge, Walker role, Demand demand)
    {
        var story = At(edge);
        var (code, field, withhold) = Refusals[demand];
        var change = withhold(story.Generous(edge.To, role));
        var before = Story.Everything(story.Report);
        if (!edge.Demands.HasFlag(demand))
        {
            Assert.That(story.To(edge.To, role, change).Report.Status, Is.EqualTo(edge.To), "not demanded here");
            return;
        }

        var refused = Assert.Throws<RuleViolation>(() => story.To(edge.To, role, change))!;
        Assert.That((refused.Code, refused.Field, refused.Status), Is.EqualTo((code, field, 422)));
        Assert.That(Story.Everything(story.Report), Is.EqualTo(before));
    }

    [Test]
    public void The_edges_demand_what_the_design_asks_for() =>
        Assert.That(
            ByDesign.Select(row => ReportEdges.From(row.From).Single(edge => edge.To == row.To && edge.Walkers.HasFlag(row.Who)).Demands),
            Is.EqualTo(ByDesign.Select(row => row.Demands)));

    [Test]
    public void A_rejection_takes_each_listed_reason_and_no_other([Values] ClosingReason reason)
    {
        var listed = reason is not (ClosingReason.Withdrawn or ClosingReason.NoAnswer);
        foreach (var start in new[] { Story.Submitted(), Story.Routed(), Story.InProgress() })
        {
            var change = start.Generous(ReportStatus.Closed, Walker.Verifier) with { Reason = reason };
            if (listed)
            {
                start.To(ReportStatus.Closed, Walker.Verifier, change);
                Assert.That((start.Report.Outcome, start.Report.History[^1].Reason), Is.EqualTo(((Outcome?)reason.Outcome(), (ClosingReason?)reason)));
                continue;
            }

            var refused = Assert.Throws<RuleViolation>(() => start.To(ReportStatus.Closed, Walker.Verifier, change))!;
            Assert.That(refused.Code, Is.EqualTo("reason_required"));
            Assert.That(refused.Facts["reasons"], Has.Exactly(6).Items.And.None.EqualTo(reason), "the refusal tells the list");
        }
    }

    [Test]
    public void A_reason_where_none_is_chosen_is_refused()
    {
        var resolving = Story.InProgress();
        var confirming = Story.Resolved();
        Assert.Multiple(() =>
        {
            Assert.That(CodeOf(resolving, ReportStatus.Resolved, Walker.Officer, ClosingReason.Abusive), Is.EqualTo("unknown_value"));
            Assert.That(CodeOf(confirming, ReportStatus.Closed, Walker.Reporter, ClosingReason.Duplicate), Is.EqualTo("unknown_value"));
            Assert.That(CodeOf(Story.Submitted(), ReportStatus.Closed, Walker.Reporter, ClosingReason.NotOurs), Is.EqualTo("unknown_value"));
        });

        static string CodeOf(Story story, ReportStatus to, Walker role, ClosingReason reason) =>
            Assert.Throws<RuleViolation>(() => story.To(to, role, story.Generous(to, role) with { Reason = reason }))!.Code;
    }

    [TestCase(-1, false)]
    [TestCase(0, true)]
    [TestCase(1, true)]
    [TestCase(731, true)]
    public void Work_is_planned_for_today_or_later(int days, bool accepted)
    {
        var story = Story.InProgress();
        var day = story.Empty.Today.AddDays(days);
        void Plan() => story.To(ReportStatus.Planned, Walker.Officer, story.Generous(ReportStatus.Planned, Walker.Officer) with { PlannedFor = day });
        if (accepted)
        {
            Plan();
            Assert.That(story.Report.PlannedFor, Is.EqualTo(day));
        }
        else
        {
            Assert.That(Assert.Throws<RuleViolation>(Plan)!.Code, Is.EqualTo("planned_date_required"));
        }
    }

    [TestCase(true, 0, false)]
    [TestCase(true, 1, true)]
    [TestCase(false, 0, true)]
    public void A_photo_after_is_asked_of_physical_work_alone(bool physical, int photos, bool accepted)
    {
        foreach (var story in new[] { Story.InProgress(physical ? Story.Physical : Story.Ordinary), Story.InProgress(physical ? Story.Physical : Story.Ordinary).To(ReportStatus.Planned) })
        {
            var change = story.Generous(ReportStatus.Resolved, Walker.Officer) with { PhotosAfter = photos };
            void Resolve() => story.To(ReportStatus.Resolved, Walker.Officer, change);
            Assert.That(Resolve, accepted ? Throws.Nothing : Throws.TypeOf<RuleViolation>().With.Property("Code").EqualTo("photo_required"));
        }
    }

    /// <summary>A report from which <paramref name="edge"/> can be walked.</summary>
    private static Story At(Edge edge) => Situation.All
        .Select(situation => situation.Tell(Story.Physical))
        .First(story => story.Report.State.Moves(Story.Anybody, story.Now).Contains(edge));
}
