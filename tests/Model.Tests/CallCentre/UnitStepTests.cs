using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.CallCentre;

/// <summary>The whole matrix of steps, walked by the desk and by the unit: what the table lists is possible, and nothing else.</summary>
public sealed class UnitStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private static readonly Actor Someone = Actor.System with { AccountId = Guid.CreateVersion7(), Name = "Operator 112" };

    private static readonly UnitStep[] Steps = Enum.GetValues<UnitStep>();

    [Test]
    public void Each_edge_stands_once_and_says_why()
    {
        Assert.That(UnitSteps.All, Is.Not.Empty);
        Assert.That(UnitSteps.All.Select(edge => (edge.From, edge.To)), Is.Unique);
        Assert.That(UnitSteps.All, Has.All.Matches<UnitEdge>(edge => edge.Why.Length > 0 && edge.Takers != 0));
    }

    [Test]
    public void Every_step_can_be_reached_and_what_is_finished_stays_so()
    {
        Assert.That(Steps.Except([UnitStep.Received]).Except(UnitSteps.All.Select(edge => edge.To)), Is.Empty);
        Assert.That(UnitSteps.From(UnitStep.Done), Is.Empty);
        Assert.That(UnitSteps.From(UnitStep.HandedOver), Is.Empty);
        Assert.That(Steps.Where(step => !step.IsOver()), Has.All.Matches<UnitStep>(step => UnitSteps.From(step).Any(edge => edge.To.IsOver())), "nobody is stuck");
    }

    [Test]
    public void Only_what_the_table_lists_can_be_told([ValueSource(nameof(Steps))] UnitStep from, [ValueSource(nameof(Steps))] UnitStep to, [Values(StepTaker.Desk, StepTaker.Unit)] StepTaker taker)
    {
        if (Brought(from) is not { } dispatch)
        {
            return;
        }

        var edge = UnitSteps.From(from).SingleOrDefault(one => one.To == to && one.Takers.HasFlag(taker));
        var words = new StepWords(null, "sebab", "temuan", null, edge?.Demands.HasFlag(StepDemand.Successor) == true ? "RSUD" : null);
        void Tell() => dispatch.Move("SATPOLPP", to, words, taker, Someone, Now.AddMinutes(20));
        if (edge is null)
        {
            Assert.That(Tell, Throws.InstanceOf<RuleViolation>());
            return;
        }

        var before = dispatch.Version;
        Tell();
        Assert.That((dispatch.Units[0].Step, dispatch.Version, dispatch.History.Count), Is.EqualTo((to, before + 1, before + 1)));
    }

    [Test]
    public void What_an_edge_asks_for_is_asked_for_by_its_field()
    {
        foreach (var edge in UnitSteps.All.Where(edge => edge.Demands != StepDemand.None))
        {
            var dispatch = Brought(edge.From)!;
            var refused = Assert.Throws<RuleViolation>(() => dispatch.Move("SATPOLPP", edge.To, new StepWords(null, null, null, null, null), StepTaker.Desk, Someone, Now.AddMinutes(20)));
            Assert.That(refused!.Field, Is.AnyOf("reason", "found", "handedTo"), $"{edge}");
        }
    }

    [Test]
    public void The_clock_is_of_minutes_and_the_first_on_scene_stops_it()
    {
        var dispatch = Begun("SATPOLPP", "DINKES");
        Assert.That(dispatch.DueAt, Is.EqualTo(Now.AddMinutes(15)));
        dispatch.Move("DINKES", UnitStep.OnScene, Told(Now.AddMinutes(9)), StepTaker.Unit, Someone, Now.AddMinutes(12));
        dispatch.Move("SATPOLPP", UnitStep.OnScene, Told(Now.AddMinutes(7)), StepTaker.Desk, Someone, Now.AddMinutes(13));
        Assert.That(dispatch.FirstOnSceneAt, Is.EqualTo(Now.AddMinutes(7)), "as told, not as heard");
        Assert.That(() => dispatch.Move("DINKES", UnitStep.Done, new StepWords(Now.AddMinutes(5), null, "Aman", null, null), StepTaker.Unit, Someone, Now.AddMinutes(14)), Throws.InstanceOf<RuleViolation>().With.Property("Field").EqualTo("at"));
        Assert.That(() => dispatch.Move("DINKES", UnitStep.Done, new StepWords(Now.AddMinutes(30), null, "Aman", null, null), StepTaker.Unit, Someone, Now.AddMinutes(14)), Throws.InstanceOf<RuleViolation>().With.Property("Field").EqualTo("at"));
    }

    [Test]
    public void A_dispatch_ends_with_its_last_unit_and_waits_for_somebody_when_all_decline()
    {
        var dispatch = Begun("SATPOLPP", "DINKES");
        dispatch.Move("SATPOLPP", UnitStep.Declined, new StepWords(null, "Mobil rusak", null, null, null), StepTaker.Unit, Someone, Now.AddMinutes(1));
        dispatch.Move("DINKES", UnitStep.Declined, new StepWords(null, "Tidak ada awak", null, null, null), StepTaker.Unit, Someone, Now.AddMinutes(2));
        Assert.That((dispatch.State, dispatch.Unattended), Is.EqualTo((DispatchState.Open, true)));
        dispatch.Ask("BPBD", UnitRole.Lead, Someone, Now.AddMinutes(3));
        dispatch.Move("SATPOLPP", UnitStep.Received, Told(null), StepTaker.Desk, Someone, Now.AddMinutes(4));
        Assert.That(dispatch.Units.Count(unit => unit.Role == UnitRole.Lead), Is.EqualTo(1), "who is asked once more no longer leads");
        dispatch.Move("SATPOLPP", UnitStep.StoodDown, new StepWords(null, "Tidak perlu", null, null, null), StepTaker.Desk, Someone, Now.AddMinutes(5));
        dispatch.Move("BPBD", UnitStep.OnScene, Told(null), StepTaker.Unit, Someone, Now.AddMinutes(6));
        dispatch.Move("BPBD", UnitStep.Done, new StepWords(null, null, "Api padam", null, null), StepTaker.Unit, Someone, Now.AddMinutes(9));
        Assert.That((dispatch.State, dispatch.EndedAt, dispatch.HandOvers.Single().Found), Is.EqualTo((DispatchState.Done, (DateTimeOffset?)Now.AddMinutes(9), "Api padam")));
        Assert.That(() => dispatch.Ask("DLHKP", UnitRole.Support, Someone, Now), Throws.InstanceOf<RuleViolation>().With.Property("Code").EqualTo("dispatch_over"));
    }

    [Test]
    public void Who_takes_over_is_asked_in_turn_and_leads_where_the_other_led()
    {
        var dispatch = Begun("SATPOLPP");
        dispatch.Move("SATPOLPP", UnitStep.OnScene, Told(null), StepTaker.Unit, Someone, Now.AddMinutes(5));
        dispatch.Move("SATPOLPP", UnitStep.HandedOver, new StepWords(null, null, "Korban terjepit", "BPBD", null), StepTaker.Unit, Someone, Now.AddMinutes(6));
        Assert.That(dispatch.Units.Select(unit => (unit.AgencyCode, unit.Role, unit.Step)), Is.EqualTo(new[] { ("SATPOLPP", UnitRole.Lead, UnitStep.HandedOver), ("BPBD", UnitRole.Lead, UnitStep.Received) }));
        Assert.That(dispatch.State, Is.EqualTo(DispatchState.Open));
    }

    [Test]
    public void Calling_it_off_stands_down_whoever_is_still_busy()
    {
        var dispatch = Begun("SATPOLPP", "DINKES");
        dispatch.Move("SATPOLPP", UnitStep.UnderWay, Told(null), StepTaker.Unit, Someone, Now.AddMinutes(2));
        dispatch.Cancel("Asap pembakaran sampah", Someone, Now.AddMinutes(3));
        Assert.That(dispatch.Units, Has.All.Property("Step").EqualTo(UnitStep.StoodDown));
        Assert.That(dispatch.State, Is.EqualTo(DispatchState.Cancelled));
    }

    private static StepWords Told(DateTimeOffset? at) => new(at, null, null, null, null);

    private static EmergencyDispatch Begun(params string[] units) =>
        EmergencyDispatch.Start("DAR-KEBAKARAN", new Place(null, null, null, null, "Belakang pasar"), null, null, 15, units, Now, Someone, Now);

    /// <summary>A dispatch whose one unit stands at this step, by the shortest way; null where the way ends the dispatch.</summary>
    private static EmergencyDispatch? Brought(UnitStep step)
    {
        // a second unit keeps it open
        var dispatch = Begun("SATPOLPP", "DINKES");
        UnitStep[] way = step switch
        {
            UnitStep.Received => [],
            UnitStep.Dispatched or UnitStep.UnderWay or UnitStep.OnScene or UnitStep.Declined or UnitStep.StoodDown => [step],
            UnitStep.Done or UnitStep.HandedOver => [UnitStep.OnScene, step],
        };
        foreach (var next in way)
        {
            dispatch.Move("SATPOLPP", next, new StepWords(null, "sebab", "temuan", null, next == UnitStep.HandedOver ? "RSUD" : null), StepTaker.Desk, Someone, Now.AddMinutes(1));
        }

        return dispatch.State == DispatchState.Open ? dispatch : null;
    }
}
