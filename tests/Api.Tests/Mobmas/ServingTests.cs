using System.Net;
using KediriLapor.Api.Tests.CallCentre;
using KediriLapor.Api.Tests.Clients;
using KediriLapor.CallCentre.Model;
using KediriLapor.Harness;
using KediriLapor.Mobmas;

namespace KediriLapor.Api.Tests.Mobmas;

/// <summary>A ride that serves a report: who ties the two, who sees what of the other, and that the tie goes with the person.</summary>
public sealed class ServingTests : MobmasStory
{
    private const string Operator = "operator";

    [Test]
    public async Task An_operator_asks_for_a_car_for_a_caller_and_report_call_and_request_tell_of_one_another_to_the_end()
    {
        var desk = new Desk(await StaffAsync(Operator));
        var call = await desk.CallAsync(CallKind.Complaint, "0812 7777 1234");
        var made = await desk.Taker.ChangeAsync(Desk.CallPath(call, "/report"), 1, Given.Alley, Desk.Key());
        made.HasStatus(HttpStatusCode.Created);
        var (reportId, code) = (made.Body.GetProperty("report").GetProperty("id").GetGuid(), made.Body.GetProperty("report").Value("trackingCode")!);

        var asked = await AskedAsync(Serving(Wish(1), reportId), desk.Taker);
        var seen = (await (await StaffAsync(Ward)).GetAsync(asked.StaffPath)).Body;
        Assert.That((seen.Value("channel"), seen.GetProperty("report").Value("trackingCode"), seen.GetProperty("report").Value("status")), Is.EqualTo(("phone112", code, "routed")));
        Assert.That(seen.GetProperty("history")[0].Value("by"), Is.EqualTo("Operator 112"));

        asked = await MovedAsync(asked, Ward, new { to = "approved", carId = OwnCar });
        Assert.That(await RidesAsync(reportId, Operator), Is.EqualTo(new[] { (asked.TrackingCode, "approved", "Mobil Bandar Lor", false) }), "an operator follows it, and opens nothing");
        Assert.That(await RidesAsync(reportId, Ward), Is.EqualTo(new[] { (asked.TrackingCode, "approved", "Mobil Bandar Lor", true) }));

        Clock.SetUtcNow(At(1, 8).ToUniversalTime());
        asked = await MovedAsync(asked, Ward, new { to = "underWay", driver = "Budi", odometer = 22_410 });
        await MovedAsync(asked, Ward, new { to = "done", odometer = 22_424, note = "Bu Sulastri diantar sampai poli." });
        Assert.That(await Api.RunAsync(new TellOfCars()), Is.EqualTo(4));
        Assert.That(await Api.RunAsync(new TellOfCars()), Is.Zero, "each is told once");

        var history = (await (await StaffAsync(Operator)).GetAsync("/api/v1/reports/" + reportId)).Body.GetProperty("history");
        var told = history.EnumerateArray().Where(entry => entry.Value("type") == "noted").ToArray();
        Assert.That(told.Select(entry => entry.Value("actor")), Is.EqualTo(new[] { "Operator 112", "Petugas Kelurahan Bandar Lor", "Petugas Kelurahan Bandar Lor", "Petugas Kelurahan Bandar Lor" }));
        Assert.That(told.Select(entry => entry.Value("internalNote")), Is.EqualTo(new[]
        {
            $"Mobil Mobmas diminta untuk Rabu, 25 November 2026 pukul 08.00–10.00 WIB (permintaan {asked.TrackingCode}). Kelurahan Bandar Lor memutuskan.",
            $"Permintaan mobil {asked.TrackingCode} disetujui: Mobil Bandar Lor, Rabu, 25 November 2026 pukul 08.00–10.00 WIB.",
            $"Mobil Bandar Lor berangkat untuk permintaan {asked.TrackingCode}.",
            $"Perjalanan mobil untuk permintaan {asked.TrackingCode} selesai.",
        }));
        Assert.That(history.ToString(), Does.Not.Contain("Sulastri").And.Not.Contain("Budi"));
        var receipt = made.Body.GetProperty("report");
        var tracked = await Given.Citizen.GetAsync("/api/v1/tracking/" + code, ("Report-Secret", receipt.Value("secret")!));
        Assert.That(tracked.Text, Does.Not.Contain(asked.TrackingCode), "for colleagues; the requester is told by the page of the request");

        foreach (var path in new[] { Desk.Calls, Desk.CallPath(call) })
        {
            var answer = (await (await StaffAsync(Operator)).GetAsync(path)).Body;
            var shown = path == Desk.Calls ? answer.GetProperty("items").EnumerateArray().Single(one => one.Value("trackingCode") == code) : answer.GetProperty("call");
            Assert.That((shown.Values("cars", "trackingCode"), shown.Values("cars", "status")), Is.EqualTo((new[] { asked.TrackingCode }, new[] { "done" })));
        }
    }

    [TestCase(Operator, "counts as unknown: another entered it")]
    [TestCase("petugas.dpupr", "another unit's")]
    [TestCase("inspektorat", "who audits writes nothing down")]
    [TestCase("admin", "sees no report")]
    [TestCase(null, "who asks for himself")]
    public async Task A_report_that_is_not_ones_to_name_is_as_unknown_as_one_that_is_not_there(string? userName, string why)
    {
        using var given = new Given(Api);
        var report = await given.ReportAsync(Given.Alley);
        var person = userName is null ? given.Citizen : await StaffAsync(userName);
        var (refused, absent) = (await AskAsync(Serving(Wish(9), report.Id), person), await AskAsync(Serving(Wish(9), Guid.CreateVersion7()), person));
        refused.IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_report", "reportId");
        Assert.That(refused.TextLessTraceId, Is.EqualTo(absent.TextLessTraceId), why);
        Assert.That(await RidesAsync(report.Id, Ward), Is.Empty);
    }

    [TestCase("verifikator", "counter")]
    [TestCase(Ward, "counter")]
    [TestCase(Camat, "counter")]
    public async Task Who_writes_requests_down_names_any_report_that_he_sees(string userName, string channel)
    {
        var report = await Given.ReportAsync(Given.Alley);
        var asked = await AskedAsync(Serving(Wish(10), report.Id), await StaffAsync(userName));
        var seen = (await (await StaffAsync(Camat)).GetAsync(asked.StaffPath)).Body;
        Assert.That((seen.Value("channel"), seen.GetProperty("report").Value("id")), Is.EqualTo((channel, report.Id.ToString())));
    }

    [Test]
    public async Task Another_program_follows_a_ride_and_names_no_report()
    {
        using var machine = await Machine.Demo(Api);
        var report = await Given.ReportAsync(Given.Alley);
        var wish = Serving(Wish(14), report.Id);
        (await machine.PostAsync(Requests, wish, ("Idempotency-Key", Guid.CreateVersion7().ToString()))).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_report", "reportId");
        await AskedAsync(wish, await StaffAsync(Ward));
        var seen = (await machine.GetAsync(report.StaffPath)).Body.GetProperty("cars").EnumerateArray().Single();
        Assert.That((seen.Value("status"), seen.GetProperty("open").GetBoolean()), Is.EqualTo(("requested", false)));
    }

    [Test]
    public async Task An_anonymous_report_is_tied_to_no_name()
    {
        var report = await Given.ReportAsync(Given.Alley with { Anonymous = true });
        (await AskAsync(Serving(Wish(11), report.Id), await StaffAsync(Ward))).IsProblem(HttpStatusCode.UnprocessableEntity, "report_anonymous", "reportId");
    }

    [Test]
    public async Task Who_may_not_see_the_report_sees_the_ride_alone()
    {
        var report = await Given.ReportAsync(Given.Pollution with { Confidential = true });
        var asked = await AskedAsync(Serving(Wish(12), report.Id), await StaffAsync("verifikator"));
        Assert.That((await (await StaffAsync(Ward)).GetAsync(asked.StaffPath)).Body.Value("report"), Is.Null);
        Assert.That((await (await StaffAsync("verifikator")).GetAsync(asked.StaffPath)).Body.GetProperty("report").Value("id"), Is.EqualTo(report.Id.ToString()));
        Assert.That(await RidesAsync(report.Id, "petugas.dlhkp"), Is.EqualTo(new[] { (asked.TrackingCode, "requested", (string?)null, false) }), "not of its area");
    }

    [Test]
    public async Task Who_leaves_the_ride_leaves_no_trail_to_the_report_and_the_other_way_round()
    {
        var (first, second) = (await Given.ReportAsync(Given.Alley), await Given.ReportAsync(Given.Alley));
        var ward = await StaffAsync(Ward);
        var (left, kept) = (await AskedAsync(Serving(Wish(13), first.Id), ward), await AskedAsync(Serving(Wish(13), second.Id), ward));
        (await Given.Citizen.SendAsync(HttpMethod.Delete, left.TrackingPath + "/personal-data", null, left.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
        Assert.That(await RidesAsync(first.Id, Ward), Is.Empty);

        (await Given.Citizen.SendAsync(HttpMethod.Delete, second.TrackingPath + "/personal-data", null, second.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
        Assert.That(await RidesAsync(second.Id, Ward), Is.Empty);
        var seen = (await ward.GetAsync(kept.StaffPath)).Body;
        Assert.That((seen.Value("report"), seen.Value("status"), seen.GetProperty("hasContact").GetBoolean()), Is.EqualTo(((string?)null, "requested", true)), "the ride goes on");
        await Api.RunAsync(new TellOfCars());
        Assert.That(await Api.CountAsync("car_news"), Is.Zero);
        Assert.That(await NotesAsync(first.Id), Is.Zero, "what was cut meanwhile is told to nobody");
    }

    [Test]
    public async Task Who_leaves_in_the_very_instant_that_a_ride_is_tied_leaves_no_trail_either()
    {
        var ward = await StaffAsync(Ward);
        for (var round = 0; round < 8; round++)
        {
            var report = await Given.ReportAsync(Given.Alley);
            var asking = AskAsync(Serving(Wish(20 + round), report.Id), ward);
            var leaving = Given.Citizen.SendAsync(HttpMethod.Delete, report.TrackingPath + "/personal-data", null, report.SecretHeader);
            (await leaving).HasStatus(HttpStatusCode.NoContent);
            var asked = await asking;
            if (asked.Status != HttpStatusCode.Created)
            {
                asked.IsProblem(HttpStatusCode.UnprocessableEntity, "report_anonymous", "reportId");
            }

            Assert.That(await RidesAsync(report.Id, Ward), Is.Empty, $"round {round}: {asked.Status}");
        }
    }

    private static Dictionary<string, object?> Serving(Dictionary<string, object?> wish, Guid reportId) => With(wish, "reportId", reportId);

    private Task<int> NotesAsync(Guid reportId) => Api.CountAsync($"report_events WHERE report_id = '{reportId}' AND type = 'Noted'");

    private async Task<(string, string, string?, bool)[]> RidesAsync(Guid reportId, string userName)
    {
        var answer = await (await StaffAsync(userName)).GetAsync("/api/v1/reports/" + reportId);
        answer.HasStatus(HttpStatusCode.OK);
        return [.. answer.Body.GetProperty("cars").EnumerateArray().Select(ride => (ride.Value("trackingCode")!, ride.Value("status")!, ride.Value("car"), ride.GetProperty("open").GetBoolean()))];
    }
}
