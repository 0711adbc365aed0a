using KediriLapor.Accounts;
using KediriLapor.Monev.Model;
using KediriLapor.Platform;
using static KediriLapor.Monev.Model.FindingStep;

namespace KediriLapor.Model.Tests.Monev;

/// <summary>The life of a finding: every step is tried in every state by everybody, and none but those of the table can be taken.</summary>
public sealed class FindingTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 7, 1);
    private static readonly Actor Examiner = Actor.Anonymous with { Kind = ActorKind.Staff, Name = "Bagian Pemerintahan", AccountId = Guid.CreateVersion7() };

    [Test]
    public void No_step_is_taken_but_along_the_table(
        [Values] FindingState state, [Values] FindingStep step, [Values(FindingWalker.Ward, FindingWalker.Team, FindingWalker.Inspectorate, FindingWalker.Clock)] FindingWalker who,
        [Values(FindingGrade.Minor, FindingGrade.Serious)] FindingGrade grade)
    {
        var finding = Standing(state, grade);
        var reviewer = grade == FindingGrade.Serious ? FindingWalker.Inspectorate : FindingWalker.Team | FindingWalker.Inspectorate;
        var edge = FindingEdges.All.FirstOrDefault(one => one.From == state && one.Step == step && ((one.ByReviewer ? reviewer : one.Walkers) & who) != 0);
        var version = finding.Version;
        if (edge is null)
        {
            Assert.That(Assert.Throws<RuleViolation>(() => finding.Take(Full(step, grade), who, Examiner, Now))!.Code, Is.EqualTo("finding_step_not_allowed"));
            Assert.That((finding.State, finding.Version), Is.EqualTo((state, version)));
            return;
        }

        finding.Take(Full(step, grade), who, Examiner, Now);
        Assert.That((finding.State, finding.Version, finding.History[^1].Step, finding.History[^1].After.State), Is.EqualTo((edge.To, version + 1, step, edge.To)));
        Assert.That(finding.History.Select(e => e.Version), Is.EqualTo(Enumerable.Range(1, finding.Version)));
    }

    [Test]
    public void Every_edge_says_why_and_what_people_do_is_explained()
    {
        Assert.That(FindingEdges.All, Is.Not.Empty.And.All.Matches<FindingEdge>(edge => edge.Why.Length > 10));
        Assert.That(FindingEdges.All.Where(edge => edge.Walkers != FindingWalker.Clock), Is.Not.Empty.And.All.Matches<FindingEdge>(edge => edge.Demands.HasFlag(FindingDemand.Note)));
        Assert.That(FindingEdges.All.Select(edge => (edge.From, edge.Step)), Is.Unique);
    }

    [TestCase(null, "required")]
    [TestCase("2026-06-30", "out_of_range")]
    [TestCase("2026-08-31", "out_of_range")]
    public void What_was_found_asks_for_an_answer_within_sixty_days(string? day, string code)
    {
        var refused = Assert.Throws<RuleViolation>(() => Found(FindingGrade.Minor, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)))!;
        Assert.That((refused.Code, refused.Field, refused.Status), Is.EqualTo((code, "followUpBy", 422)));
    }

    [Test]
    public void Where_nothing_was_found_nothing_is_asked()
    {
        var clean = Found(FindingGrade.None, null);
        Assert.That((clean.State, clean.ClosedOn, clean.FollowUpBy), Is.EqualTo((FindingState.Closed, Today, default(DateOnly?))));
        Assert.That(Assert.Throws<RuleViolation>(() => Found(FindingGrade.None, Today))!.Code, Is.EqualTo("not_expected"));
        Assert.That(clean.Steps(FindingWalker.Ward | FindingWalker.Team | FindingWalker.Inspectorate), Is.Empty);
    }

    [Test]
    public void What_is_serious_is_the_inspectorates_at_once_and_comes_back_when_it_no_longer_is()
    {
        var finding = Found(FindingGrade.Minor, Today.AddDays(10));
        Assert.That(finding.AtInspectorateSince, Is.Null);
        finding.Take(new FindingMove(Regrade, "Nilainya besar", Grade: FindingGrade.Serious), FindingWalker.Team, Examiner, Now);
        Assert.That((finding.AtInspectorateSince, finding.Reviewer), Is.EqualTo(((DateTimeOffset?)Now, FindingWalker.Inspectorate)));
        finding.Take(new FindingMove(Regrade, "Sudah dikembalikan", Grade: FindingGrade.Minor), FindingWalker.Inspectorate, Examiner, Now);
        Assert.That(finding.AtInspectorateSince, Is.Null);
        Assert.That(Assert.Throws<RuleViolation>(() => finding.Take(new FindingMove(Regrade, "Bukan temuan", Grade: FindingGrade.None), FindingWalker.Team, Examiner, Now))!.Field, Is.EqualTo("grade"));
    }

    [Test]
    public void A_day_that_went_by_is_late_until_the_ward_has_answered()
    {
        var day = Today.AddDays(10);
        Assert.That(Finding.DaysLate(FindingState.Open, day, null, day), Is.Zero);
        Assert.That(Finding.DaysLate(FindingState.Open, day, null, day.AddDays(3)), Is.EqualTo(3));
        Assert.That(Finding.DaysLate(FindingState.FollowedUp, day, day.AddDays(2), day.AddDays(9)), Is.EqualTo(2));
        Assert.That(Finding.DaysLate(FindingState.Closed, day, null, day.AddDays(9)), Is.Zero, "it was none after all");
    }

    private static Finding Found(FindingGrade grade, DateOnly? followUpBy) =>
        Finding.Record(Guid.CreateVersion7(), "35.71.01.1001", new FoundMatter(FindingAspect.Volume, grade, "Kurang delapan meter", Today, followUpBy), Examiner, Now);

    private static Finding Standing(FindingState state, FindingGrade grade)
    {
        var finding = Found(grade, Today.AddDays(10));
        if (state != FindingState.Open)
        {
            finding.Take(Full(FollowUp, grade), FindingWalker.Ward, Examiner, Now);
        }

        if (state == FindingState.Closed)
        {
            finding.Take(Full(Close, grade), FindingWalker.Inspectorate, Examiner, Now);
        }

        return finding;
    }

    /// <summary>With all that a step may ask for, and nothing that it does not.</summary>
    private static FindingMove Full(FindingStep step, FindingGrade grade) => new(
        step, "Sudah diperiksa kembali", step is Return or Postpone ? Today.AddDays(20) : null, step == Regrade ? (grade == FindingGrade.Minor ? FindingGrade.Serious : FindingGrade.Minor) : null);
}
