using System.Net;
using System.Text.Json;
using KediriLapor.CallCentre.Dispatches;
using KediriLapor.CallCentre.Model;
using KediriLapor.Harness;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests.CallCentre;

/// <summary>From the call to the hand-over record.</summary>
public sealed class DispatchTests : Story
{
    private Desk desk = null!;

    [OneTimeSetUp]
    public async Task Sit() => desk = new Desk(await Given.StaffAsync("operator"));

    [Test]
    public async Task An_emergency_goes_from_the_call_to_its_hand_over_record()
    {
        var call = await desk.CallAsync(CallKind.Ghost, "081266660001");
        var fire = await desk.FireAsync(Desk.Fire with { CallIds = [call.GetProperty("id").GetGuid()] });
        Assert.That((fire.Value("targetMinutes"), fire.Value("kelurahan"), fire.Value("overdue")), Is.EqualTo(("15", Given.BandarLor, "false")));
        Assert.That((await desk.Taker.GetAsync(Desk.CallPath(call))).Body.GetProperty("call").Value("kind"), Is.EqualTo("emergency"), "whatever key was pressed first");

        var unit = await Given.StaffAsync("petugas.dlhkp");
        var at = 1;
        foreach (var step in new[] { UnitStep.Dispatched, UnitStep.UnderWay, UnitStep.OnScene })
        {
            (await unit.ChangeAsync(Desk.Path(fire, "/units/DLHKP/steps"), at++, new NewStep { Step = step })).HasStatus(HttpStatusCode.OK);
        }

        (await unit.ChangeAsync(Desk.Path(fire, "/units/DLHKP/steps"), at, new NewStep { Step = UnitStep.Done })).IsProblem(HttpStatusCode.UnprocessableEntity, "required", "found");
        (await unit.ChangeAsync(Desk.Path(fire, "/units/DLHKP/steps"), at++, new NewStep { Step = UnitStep.Done, Found = "Jalan dibersihkan." })).HasStatus(HttpStatusCode.OK);
        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/units/SATPOLPP/steps"), at++, new NewStep { Step = UnitStep.OnScene })).HasStatus(HttpStatusCode.OK);
        var done = await desk.Taker.ChangeAsync(Desk.Path(fire, "/units/SATPOLPP/steps"), at, new NewStep
        {
            Step = UnitStep.HandedOver,
            Found = "Api padam, satu luka ringan.",
            HandedTo = new NewSuccessor { Name = "RSUD Gambiran" },
        });
        Assert.That((done.Status, done.Body.Value("state")), Is.EqualTo((HttpStatusCode.OK, "done")));

        var shown = (await desk.Taker.GetAsync(Desk.Path(fire))).Body;
        Assert.That(shown.Values("handOvers", "found"), Is.EqualTo(new[] { "Jalan dibersihkan.", "Api padam, satu luka ringan." }));
        Assert.That(shown.Values("handOvers", "toName"), Is.EqualTo(new[] { null, "RSUD Gambiran" }));
        Assert.That((shown.Value("calls"), shown.GetProperty("history").GetArrayLength()), Is.EqualTo(("1", 7)));
    }

    [Test]
    public async Task A_unit_sees_and_moves_its_own_and_for_others_there_is_nothing()
    {
        var fire = await desk.FireAsync();
        var (own, other) = (await Given.StaffAsync("petugas.dlhkp"), await Given.StaffAsync("petugas.dpupr"));
        Assert.That((await own.GetAsync(Desk.Dispatches + "?state=open&pageSize=100")).Body.Values("items", "id"), Does.Contain(fire.Value("id")));
        Assert.That((await other.GetAsync(Desk.Dispatches + "?pageSize=100")).Body.Values("items", "id"), Does.Not.Contain(fire.Value("id")));
        (await other.GetAsync(Desk.Path(fire))).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await other.GetAsync(Desk.Path(fire, "/cap"))).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await other.ChangeAsync(Desk.Path(fire, "/units/DPUPR/steps"), 1, new NewStep { Step = UnitStep.Dispatched })).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await own.ChangeAsync(Desk.Path(fire, "/units/SATPOLPP/steps"), 1, new NewStep { Step = UnitStep.Dispatched })).IsProblem(HttpStatusCode.NotFound, "not_found");
        var seen = (await own.GetAsync(Desk.Path(fire))).Body.GetProperty("dispatch").GetProperty("units").EnumerateArray().ToDictionary(unit => unit.Value("agency")!, unit => unit.GetProperty("allowedNext").GetArrayLength());
        Assert.That((seen["DLHKP"] > 0, seen["SATPOLPP"]), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task Late_help_is_told_as_overdue_and_the_minute_it_arrived_stays()
    {
        var (late, prompt) = (await desk.FireAsync(), await desk.FireAsync());
        (await desk.Taker.ChangeAsync(Desk.Path(prompt, "/units/SATPOLPP/steps"), 1, new NewStep { Step = UnitStep.OnScene })).HasStatus(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.That((await OverdueAsync(late), await OverdueAsync(prompt)), Is.EqualTo(("true", "false")));
        var heard = await desk.Taker.ChangeAsync(Desk.Path(late, "/units/SATPOLPP/steps"), 1, new NewStep { Step = UnitStep.OnScene, At = Clock.GetUtcNow().AddMinutes(-6) });
        Assert.That((heard.Status, await OverdueAsync(late)), Is.EqualTo((HttpStatusCode.OK, "false")), "it was there in time; the radio was late");

        async Task<string?> OverdueAsync(JsonElement fire) => (await desk.Taker.GetAsync(Desk.Path(fire))).Body.GetProperty("dispatch").Value("overdue");
    }

    [Test]
    public async Task Words_alone_are_a_place_a_point_outside_the_city_too_and_no_place_is_none()
    {
        var words = await desk.FireAsync(new NewDispatch { ServiceCode = "DAR-KEBAKARAN", Place = "ngarep pasar Bandar", Units = ["SATPOLPP"] });
        Assert.That((words.Value("place"), words.Value("kelurahan")), Is.EqualTo(("ngarep pasar Bandar", (string?)null)));
        var outside = await desk.FireAsync(Desk.Fire with { Location = new KediriLapor.Reports.GeoPoint { Lat = -7.70, Lng = 111.80 }, KelurahanCode = Given.BandarLor });
        Assert.That(outside.Value("kelurahan"), Is.Null, "a car drives to the point");
        (await desk.SendAsync(new NewDispatch { ServiceCode = "DAR-KEBAKARAN", Units = ["SATPOLPP"] })).IsProblem(HttpStatusCode.UnprocessableEntity, "place_required", "place");
        (await desk.SendAsync(Desk.Fire with { ServiceCode = "JLN-RUSAK" })).IsProblem(HttpStatusCode.UnprocessableEntity, "not_an_emergency", "serviceCode");
        (await desk.SendAsync(Desk.Fire with { Units = ["SATPOLPP", "KARANGAN"] })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_agency", "units[1]");
        (await desk.SendAsync(Desk.Fire with { ReportId = Guid.CreateVersion7() })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_report", "reportId");
        var ruled = await desk.FireAsync(Desk.Fire with { Units = null });
        Assert.That(ruled.GetProperty("units")[0].Value("agency"), Is.EqualTo("SATPOLPP"), "the unit that the city's rules name");
    }

    [Test]
    public async Task Two_operators_who_send_help_for_one_call_make_one_dispatch()
    {
        for (var round = 0; round < 5; round++)
        {
            var call = await desk.CallAsync(CallKind.Emergency);
            var wanted = Desk.Fire with { CallIds = [call.GetProperty("id").GetGuid()] };
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.SendAsync(wanted)));
            Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
            Assert.That(answers.Where(answer => answer.Status != HttpStatusCode.Created).Select(answer => answer.Code), Is.All.EqualTo("call_has_dispatch"));
        }
    }

    [Test]
    public async Task Sending_again_under_one_key_sends_nobody_twice()
    {
        var key = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.SendAsync(Desk.Fire, key)));
        Assert.That(answers.Select(answer => (answer.Status, answer.Body.Value("id"))).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task More_calls_more_units_and_a_report_join_and_what_is_over_takes_none()
    {
        var (fire, call, report) = (await desk.FireAsync(), await desk.CallAsync(CallKind.Emergency), await Given.ReportAsync());
        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/changes"), 1, new DispatchChange { CallId = call.GetProperty("id").GetGuid() })).HasStatus(HttpStatusCode.OK);
        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/changes"), 2, new DispatchChange { ReportId = report.Id, Place = "Gang ketiga" })).HasStatus(HttpStatusCode.OK);
        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/changes"), 3, new DispatchChange { ReportId = (await Given.ReportAsync()).Id })).IsProblem(HttpStatusCode.Conflict, "dispatch_has_report", "reportId");
        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/units"), 3, new NewUnit { AgencyCode = "BPBD", Role = UnitRole.Lead })).IsProblem(HttpStatusCode.Conflict, "lead_already", "role");
        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/units"), 3, new NewUnit { AgencyCode = "BPBD" })).HasStatus(HttpStatusCode.OK);
        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/cancellation"), 4, new DispatchCancellation { Reason = "Asap sampah" })).HasStatus(HttpStatusCode.OK);
        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/units"), 5, new NewUnit { AgencyCode = "DINKES" })).IsProblem(HttpStatusCode.Conflict, "dispatch_over");
        Assert.That((await desk.Taker.GetAsync($"{Desk.Calls}?dispatch={fire.Value("id")}")).Body.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public void What_happened_cannot_be_rewritten_in_the_database() =>
        Assert.That(
            async () => await Api.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE calls_history SET actor_name = 'lain'; UPDATE dispatch_events SET actor_name = 'lain'")),
            Throws.InstanceOf<Npgsql.PostgresException>());
}
