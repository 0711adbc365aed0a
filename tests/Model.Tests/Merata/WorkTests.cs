using System.Globalization;
using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Platform;
using static KediriLapor.Merata.Model.WorkStage;

namespace KediriLapor.Model.Tests.Merata;

/// <summary>The life of a work: every pair of stages is tried by everybody, and none but those of the table can be walked.</summary>
public sealed class WorkTests
{
    private const WorkWalker Everybody = WorkWalker.Ward | WorkWalker.City;

    private static readonly DateTimeOffset Now = new(2026, 7, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 7, 1);

    private static readonly Actor Officer = Actor.Anonymous with { Kind = ActorKind.Staff, Name = "Petugas", AccountId = Guid.CreateVersion7() };

    private static readonly WorkFacts Facts = new("Paving Gang Kenanga", WorkKind.Road, null);

    private static readonly WorkPlan Plan = new(
        120, "m", new DateOnly(2026, 6, 1), new DateOnly(2026, 8, 31), "Gang Kenanga RT 03", [new WorkPoint(-7.8187, 112.0034)], 240, [new("Bahan", 65_000_000), new("Upah", 30_000_000)]);

    [Test]
    public void Nothing_moves_but_along_the_table([Values] WorkStage from, [Values] WorkStage to, [Values] WorkWalker who)
    {
        var work = Standing(from);
        var edge = WorkEdges.All.FirstOrDefault(one => one.From == from && one.To == to && one.Walkers.HasFlag(who));
        Ready(work, to);
        var version = work.Version;
        if (edge is null)
        {
            Assert.That(Assert.Throws<RuleViolation>(() => work.MoveTo(Full(to), who, Officer, Now))!.Code, Is.EqualTo("stage_not_allowed"));
            Assert.That((work.Stage, work.Version), Is.EqualTo((from, version)));
            Assert.That(work.AllowedNext(who), Does.Not.Contain(to));
            return;
        }

        Assert.That(work.AllowedNext(who), Does.Contain(to));
        work.MoveTo(Full(to), who, Officer, Now);
        Assert.That((work.Stage, work.Version, work.History[^1].Kind, work.History[^1].Stage), Is.EqualTo((to, version + 1, WorkEventKind.Moved, to)));
        Assert.That(work.History.Select(e => e.Version), Is.EqualTo(Enumerable.Range(1, work.Version)));
    }

    [Test]
    public void Every_edge_says_why_and_every_way_back_asks_why()
    {
        Assert.That(WorkEdges.All, Is.Not.Empty.And.All.Matches<WorkEdge>(edge => edge.Why.Length > 10));
        Assert.That(WorkEdges.All.Where(edge => edge.To < edge.From || edge.To == Cancelled), Is.Not.Empty.And.All.Matches<WorkEdge>(edge => edge.Demands == WorkDemand.Reason));
        Assert.That(WorkEdges.All.Select(edge => (edge.From, edge.To)), Is.Unique);
    }

    [TestCase(Proposed, Planned, "number", "required")]
    [TestCase(Planned, Contracted, "number", "required")]
    [TestCase(Contracted, Started, "photoIds", "work_photo_required")]
    [TestCase(Started, Halfway, "photoIds", "work_photo_required")]
    [TestCase(Halfway, Completed, "photoIds", "work_photo_required")]
    [TestCase(Completed, HandedOver, "number", "required")]
    [TestCase(HandedOver, Accounted, "number", "required")]
    [TestCase(Accounted, Evaluated, "beneficiaries", "required")]
    [TestCase(Planned, Proposed, "reason", "work_reason_required")]
    [TestCase(Evaluated, Accounted, "reason", "work_reason_required")]
    [TestCase(Halfway, Cancelled, "reason", "work_reason_required")]
    public void What_an_edge_demands_is_named_by_its_field(WorkStage from, WorkStage to, string field, string code)
    {
        var work = Standing(from);
        var refused = Assert.Throws<RuleViolation>(() => work.MoveTo(new WorkMove(to, Today), Everybody, Officer, Now))!;
        Assert.That((refused.Status, refused.Field, refused.Code, work.Stage), Is.EqualTo((422, field, code, from)));
    }

    [Test]
    public void A_photo_of_another_progress_shows_nothing_and_a_paper_of_another_stage_neither()
    {
        var work = Standing(Started);
        work.Attach([Guid.CreateVersion7()], WorkPhotoTag.Full, null, Officer, Now, "photoIds");
        Assert.That(Assert.Throws<RuleViolation>(() => work.MoveTo(new WorkMove(Halfway, Today), Everybody, Officer, Now))!.Code, Is.EqualTo("work_photo_required"));
        work = Standing(Completed);
        work.Attach([Guid.CreateVersion7()], null, WorkDocumentKind.Contract, Officer, Now, "documentIds");
        Assert.That(Assert.Throws<RuleViolation>(() => work.MoveTo(new WorkMove(HandedOver, Today, "BAST/1"), Everybody, Officer, Now))!.Field, Is.EqualTo("documentIds"));
    }

    [Test]
    public void It_is_accounted_for_when_every_line_and_the_volume_are_told()
    {
        var work = Standing(HandedOver);
        Ready(work, Accounted, realised: false);
        work.Realise([new("Bahan", 60_000_000, null)], 118, Officer, Now);
        Assert.That(Assert.Throws<RuleViolation>(() => work.MoveTo(Full(Accounted), Everybody, Officer, Now))!.Code, Is.EqualTo("work_realisation_required"));
        work.Realise([new("Upah", 0, null)], null, Officer, Now);
        work.MoveTo(Full(Accounted), Everybody, Officer, Now);
        Assert.That((work.RealisedTotal, work.RealisedVolume), Is.EqualTo((60_000_000L, (decimal?)118)));
    }

    [Test]
    public void Nothing_comes_about_in_the_future()
    {
        var work = Standing(Proposed);
        Assert.That(Assert.Throws<RuleViolation>(() => work.MoveTo(Full(Planned) with { On = Today.AddDays(1) }, Everybody, Officer, Now))!.Field, Is.EqualTo("on"));
        Assert.That(Assert.Throws<RuleViolation>(() => work.MoveTo(Full(Planned) with { On = new DateOnly(2024, 12, 31) }, Everybody, Officer, Now))!.Field, Is.EqualTo("on"));
    }

    [Test]
    public void A_plan_that_binds_changes_by_numbered_versions_with_a_reason()
    {
        var work = Standing(Proposed);
        work.Change(Facts, Plan with { Volume = 100 }, null, Officer, Now);
        Assert.That(work.Plans, Is.Empty, "a proposal is not a promise yet");
        work.MoveTo(Full(Planned), Everybody, Officer, Now);

        var more = Plan with { Budget = [new("Bahan", 70_000_000), new("Upah", 30_000_000)] };
        Assert.That(Assert.Throws<RuleViolation>(() => work.Change(Facts, more, "  ", Officer, Now))!.Field, Is.EqualTo("reason"));
        work.Change(Facts with { Title = "Paving Gang Kenanga RT 03" }, work.Plan, null, Officer, Now);
        Assert.That(work.PlanNumber, Is.EqualTo(1), "another title is no other plan");
        work.Change(Facts, more, "Harga paving naik", Officer, Now);
        Assert.That(work.Plans.Select(plan => (plan.Number, plan.Plan.Volume, plan.Plan.Total, plan.Reason)), Is.EqualTo(new[] { (1, 100m, 95_000_000L, (string?)null), (2, 120m, 100_000_000L, "Harga paving naik") }));
        Assert.That((work.PlannedTotal, work.History[^1].PlanNumber), Is.EqualTo((100_000_000L, (int?)2)));
        Assert.That(Assert.Throws<RuleViolation>(() => work.Change(Facts, more with { Budget = [] }, "Tanpa uang", Officer, Now))!.Code, Is.EqualTo("work_budget_required"));
    }

    [Test]
    public void A_work_that_is_planned_again_has_another_plan()
    {
        var work = Standing(Planned);
        work.MoveTo(Full(Proposed), Everybody, Officer, Now);
        work.MoveTo(Full(Planned), Everybody, Officer, Now);
        Assert.That(work.Plans.Select(plan => plan.Number), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(work.Plans[1].Reason, Is.Not.Null);
    }

    [Test]
    public void What_is_settled_keeps_its_plan([Values(HandedOver, Accounted, Evaluated, Cancelled)] WorkStage stage) =>
        Assert.That(Assert.Throws<RuleViolation>(() => Standing(stage).Change(Facts, Plan with { Volume = 90 }, "Ukur ulang", Officer, Now))!.Code, Is.EqualTo("work_settled"));

    [Test]
    public void Money_is_told_by_line_and_more_than_planned_with_a_reason()
    {
        var work = Standing(Started);
        Assert.That(Spent(new SpentLine("Pasir", 1, null)), Is.EqualTo(("unknown_line", "budget[0].name")));
        Assert.That(Spent(new SpentLine("Bahan", 1, null), new SpentLine("Bahan", 2, null)), Is.EqualTo(("duplicate_line", "budget[1].name")));
        Assert.That(Spent(new SpentLine("Bahan", 1, null), new SpentLine("Upah", 30_000_001, null)), Is.EqualTo(("overrun_reason_required", "budget[1].reason")));
        work.Realise([new("Upah", 31_000_000, "Hari kerja bertambah")], null, Officer, Now);
        Assert.That((work.RealisedTotal, work.Budget[1].Reason), Is.EqualTo((31_000_000L, "Hari kerja bertambah")));
        Assert.That(Assert.Throws<RuleViolation>(() => work.Change(Facts, Plan with { Budget = [new("Bahan", 1)] }, "Tanpa upah", Officer, Now))!.Code, Is.EqualTo("budget_line_spent"));
        Assert.That(Assert.Throws<RuleViolation>(() => Standing(Planned).Realise([], 1, Officer, Now))!.Code, Is.EqualTo("work_not_running"));

        (string, string?) Spent(params SpentLine[] lines) => Assert.Throws<RuleViolation>(() => work.Realise(lines, null, Officer, Now)) is { } refused ? (refused.Code, refused.Field) : default;
    }

    [Test]
    public void A_step_back_takes_back_what_it_stood_for()
    {
        var work = Standing(HandedOver);
        Assert.That((work.HandOverNumber, work.CompletedOn), Is.EqualTo(("1/2026", (DateOnly?)Today)));
        work.MoveTo(Full(Completed), Everybody, Officer, Now);
        Assert.That((work.HandOverNumber, work.HandedOverOn, work.CompletedOn), Is.EqualTo(((string?)null, (DateOnly?)null, (DateOnly?)Today)));
        work.MoveTo(Full(Halfway), Everybody, Officer, Now);
        Assert.That((work.CompletedOn, work.StartedOn), Is.EqualTo(((DateOnly?)null, (DateOnly?)Today)));
    }

    [Test]
    public void The_photo_on_which_a_stage_stands_stays()
    {
        var work = Standing(Halfway);
        var half = work.Files.Single(file => file.Photo == WorkPhotoTag.Half);
        Assert.That(Assert.Throws<RuleViolation>(() => work.RemoveFile(half.Id, "Wajah warga", Officer, Now))!.Code, Is.EqualTo("work_photo_required"));
        work = Standing(Halfway);
        work.Attach([Guid.CreateVersion7()], WorkPhotoTag.Half, null, Officer, Now, "photoIds");
        work.RemoveFile(work.Files.First(file => file.Photo == WorkPhotoTag.Half).Id, "Wajah warga", Officer, Now);
        Assert.That(work.History[^1].Kind, Is.EqualTo(WorkEventKind.FileRemoved));
    }

    [TestCase(Started, "2026-06-20", null, 11)]
    [TestCase(Started, "2026-07-01", null, 0)]
    [TestCase(Completed, "2026-06-20", "2026-06-25", 5)]
    [TestCase(Evaluated, "2026-06-20", "2026-06-19", 0)]
    [TestCase(Proposed, "2026-06-20", null, 0)]
    [TestCase(Cancelled, "2026-06-20", null, 0)]
    public void It_is_late_until_it_is_complete(WorkStage stage, string ends, string? completed, int days) =>
        Assert.That(Work.DaysLate(stage, Day(ends), completed is null ? null : Day(completed), Today), Is.EqualTo(days));

    [Test]
    public void Everybody_sees_it_since_it_had_its_money([Values] WorkStage stage) => Assert.That(Standing(stage).PublicSince is null, Is.EqualTo(stage == Proposed));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    /// <summary>A work that has come there along the table, the shortest way.</summary>
    private static Work Standing(WorkStage stage)
    {
        var work = Work.Propose("35.71.01.1001", 2026, Facts, Plan, Officer, Now);
        WorkStage[] way = stage == Cancelled ? [Planned, Cancelled] : [.. Enum.GetValues<WorkStage>().Where(one => one > Proposed && one <= stage)];
        foreach (var next in way)
        {
            Ready(work, next);
            work.MoveTo(Full(next), Everybody, Officer, Now);
        }

        return work;
    }

    /// <summary>Lays what the way there asks for beside the move itself.</summary>
    private static void Ready(Work work, WorkStage to, bool realised = true)
    {
        if (to.Photo() is { } photo)
        {
            work.Attach([Guid.CreateVersion7()], photo, null, Officer, Now, "photoIds");
        }

        if (to is HandedOver or Accounted)
        {
            work.Attach([Guid.CreateVersion7()], null, to.Paper(), Officer, Now, "documentIds");
        }

        if (to == Accounted && realised && work.Stage == HandedOver && work.RealisedVolume is null)
        {
            work.Realise([new("Bahan", 60_000_000, null), new("Upah", 30_000_000, null)], 118, Officer, Now);
        }
    }

    private static WorkMove Full(WorkStage to) => new(to, Today, "1/2026", "Pokmas Kenanga", "Slamet", "Keliru dicatat", "Sesuai rencana", 230);
}
