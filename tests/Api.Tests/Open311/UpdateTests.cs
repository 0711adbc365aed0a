using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests.Open311;

/// <summary>The updates extension, both ways: what happens here is told there, and what happens there is taken here, once.</summary>
public sealed class UpdateTests : Story
{
    private const string Updates = Georeport.Root + "servicerequestupdates.json";

    private Georeport open311 = null!;

    [OneTimeSetUp]
    public void Arrive() => open311 = new Georeport(Api);

    [OneTimeTearDown]
    public void Leave() => open311.Dispose();

    [Test]
    public async Task What_happens_is_told_in_general_words_to_everybody_and_in_its_own_to_whom_it_concerns()
    {
        var report = await Given.ResolvedAsync();
        var told = await Eventually.SeeAsync(() => Of(report.Id, ""), updates => updates.Length == 3);
        Assert.That(told.Select(it => it.GetProperty("status").GetString()), Is.EqualTo(new[] { "internal_referral", "in_progress", "fixed" }));
        Assert.That(told[2].EnumerateObject().Select(it => it.Name), Is.EquivalentTo(new[] { "update_id", "service_request_id", "status", "updated_datetime", "description", "media_url" }));
        Assert.That(told[2].GetProperty("description").GetString(), Is.EqualTo("Selesai, menunggu konfirmasi pelapor."));
        var keyed = await Of(report.Id, "&api_key=" + Uri.EscapeDataString(ApiHost.DemoApiKey));
        Assert.That(keyed[2].GetProperty("description").GetString(), Is.EqualTo("Sudah ditangani, terima kasih."));
        Assert.That(keyed[2].GetProperty("update_id").GetString(), Is.EqualTo(told[2].GetProperty("update_id").GetString()));
        Assert.That(await Of(report.Id, "", "2026-11-25"), Is.Empty);
    }

    [Test]
    public async Task An_agencys_own_system_brings_a_report_to_its_end_and_no_update_counts_twice()
    {
        var report = await Given.ReportAsync();
        var key = await Key("sistem-dlhkp", ["DLHKP"], "updates:write");
        var first = await Send(key, report.Id, "a-1", "IN_PROGRESS", "Petugas berangkat.");
        var again = await Send(key, report.Id, "a-1", "IN_PROGRESS", "Petugas berangkat.");
        var both = await Task.WhenAll(Send(key, report.Id, "a-2", "OPEN", "Masih dikerjakan."), Send(key, report.Id, "a-2", "OPEN", "Masih dikerjakan."));
        var done = await Send(key, report.Id, "a-3", "FIXED", "Selokan sudah bersih.");
        foreach (var answer in new[] { first, again, both[0], both[1], done })
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        }

        Assert.That(UpdateId(again), Is.EqualTo(UpdateId(first)));
        Assert.That(UpdateId(both[0]), Is.EqualTo(UpdateId(both[1])));
        var seen = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body;
        Assert.That(seen.GetProperty("status").GetString(), Is.EqualTo("resolved"));
        Assert.That(
            seen.GetProperty("history").EnumerateArray().Skip(2).Select(it => $"{it.GetProperty("actor")}: {it.GetProperty("publicNote")}"),
            Is.EqualTo(new[] { "Sistem DLHKP: Petugas berangkat.", "Sistem DLHKP: Masih dikerjakan.", "Sistem DLHKP: Selokan sudah bersih." }));
    }

    [Test]
    public async Task Updates_that_come_at_the_same_instant_are_all_taken()
    {
        var report = await Given.ReportAsync();
        var key = await Key("sistem-serentak", ["DLHKP"], "updates:write");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Send(key, report.Id, $"e-{n}", "OPEN", "Masih dikerjakan.")));
        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(answers.Select(UpdateId).Distinct().Count(), Is.EqualTo(8));

        var test = await open311.PostAsync(Georeport.Test + "requests.json", ("api_key", ApiHost.DemoApiKey), ("service_code", "SMP-ANGKUT"), ("lat", "-7.818385"), ("long", "112.003541"));
        var id = test.Body[0].GetProperty("service_request_id").GetGuid();
        answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Send(ApiHost.DemoApiKey, id, $"e-{n}", "OPEN", null, Georeport.Test + "servicerequestupdates.json")));
        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_update_is_taken_alike_in_both_formats_and_its_words_have_4000_characters_whatever_they_are()
    {
        var report = await Given.ReportAsync();
        var key = await Key("sistem-panjang", ["DLHKP"], "updates:write");
        (string, string)[] update = [("api_key", key), ("service_request_id", report.Id.ToString()), ("update_id", "f-1"), ("updated_datetime", "2026-11-24T09:00:00.5Z"), ("status", "OPEN")];
        var smiles = string.Concat(Enumerable.Repeat("\U0001F600", 4000));
        var taken = await open311.TakenAsync("servicerequestupdates", [.. update, ("description", smiles)]);
        Assert.That(taken[0].EnumerateObject().Single().Name, Is.EqualTo("update_id"));
        Assert.That(Georeport.Descriptions(await open311.RefusedAsync("servicerequestupdates", HttpStatusCode.BadRequest, [.. update, ("description", smiles + "x")]), HttpStatusCode.BadRequest).Single(), Does.Contain("4000"));
    }

    [TestCase("NOT_COUNCILS_RESPONSIBILITY", "notOurs")]
    [TestCase("NO_FURTHER_ACTION", "rejected")]
    [TestCase("DUPLICATE", "duplicate")]
    [TestCase("CLOSED", null)]
    public async Task A_status_there_is_the_move_that_it_means_here(string status, string? outcome)
    {
        var report = await Given.ReportAsync();
        var key = await Key("sistem-" + Guid.CreateVersion7(), ["DLHKP"], "updates:write");
        var answer = await Send(key, report.Id, "b-1", status, "Sudah kami lihat.");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        var seen = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body;
        Assert.That((seen.GetProperty("status").GetString(), seen.GetProperty("outcome").GetString()), Is.EqualTo((outcome is null ? "resolved" : "closed", outcome)));
    }

    [Test]
    public async Task The_system_that_sent_a_report_speaks_for_its_reporter()
    {
        var key = await Key("aplikasi-warga", ["BPBD"], "reports:write", "updates:write");
        var sent = await open311.PostAsync(Georeport.Root + "requests.json", ("api_key", key), ("service_code", "LGK-CEMAR"), ("lat", "-7.818385"), ("long", "112.003541"), ("description", "Air berbau"));
        var id = sent.Body[0].GetProperty("service_request_id").GetGuid();
        Assert.That((await Send(key, id, "c-1", "OPEN", "Baunya makin tajam.")).Status, Is.EqualTo(HttpStatusCode.OK));
        var officer = await Given.StaffAsync("petugas.dlhkp");
        var asked = await officer.ChangeAsync($"/api/v1/reports/{id}/status", 3, new { to = "needsInformation", publicNote = "Di sebelah mana?" });
        Assert.That(asked.Status, Is.EqualTo(HttpStatusCode.OK), asked.Text);
        Assert.That((await Send(key, id, "c-2", "OPEN", "Di belakang pasar.")).Status, Is.EqualTo(HttpStatusCode.OK));
        var seen = (await officer.GetAsync("/api/v1/reports/" + id)).Body;
        Assert.That(seen.GetProperty("status").GetString(), Is.EqualTo("routed"));
        var history = seen.GetProperty("history").EnumerateArray().ToArray();
        Assert.That(history[2].GetProperty("internalNote").GetString(), Is.EqualTo("Baunya makin tajam."));
        Assert.That((history[4].GetProperty("actor").GetString(), history[4].GetProperty("publicNote").GetString()), Is.EqualTo(("Pelapor lewat Sistem DLHKP", "Di belakang pasar.")));
        Assert.That((await Send(key, id, "c-3", "CANCELLED", null)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await officer.GetAsync("/api/v1/reports/" + id)).Body.GetProperty("outcome").GetString(), Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task What_does_not_fit_is_refused()
    {
        var report = await Given.ReportAsync();
        var (own, other) = (await Key("sistem-a", ["DLHKP"], "updates:write"), await Key("sistem-b", ["BPBD"], "updates:write"));
        await Refused(HttpStatusCode.NotFound, other, report.Id.ToString(), "d-1", "OPEN", "Bukan laporan kami");
        await Refused(HttpStatusCode.NotFound, own, Guid.CreateVersion7().ToString(), "d-1", "OPEN", "Tidak ada");
        await Refused(HttpStatusCode.NotFound, own, "karangan", "d-1", "OPEN", "Tidak ada");
        await Refused(HttpStatusCode.BadRequest, own, report.Id.ToString(), "d-1", "KARANGAN", "Apa ini");
        await Refused(HttpStatusCode.BadRequest, own, report.Id.ToString(), "d-1", "12", "Apa ini");
        await Refused(HttpStatusCode.BadRequest, own, report.Id.ToString(), "d-1", "OPEN", "");
        await Refused(HttpStatusCode.BadRequest, own, report.Id.ToString(), "", "OPEN", "Tanpa nama");
        await Refused(HttpStatusCode.Forbidden, "karangan", report.Id.ToString(), "d-1", "OPEN", "Siapa ini");
        await Refused(HttpStatusCode.Forbidden, await Key("sistem-c", null, "reports:read"), report.Id.ToString(), "d-1", "OPEN", "Tanpa izin");
        Assert.That(await Api.InDatabaseAsync(db => db.ReportEvents.CountAsync(e => e.ReportId == report.Id)), Is.EqualTo(2));
    }

    private static string UpdateId(Answer answer) => answer.Body[0].GetProperty("update_id").GetString()!;

    private Task<Answer> Send(string key, Guid id, string updateId, string status, string? description, string path = Updates) => open311.PostAsync(
        path, ("api_key", key), ("service_request_id", id.ToString()), ("update_id", updateId), ("updated_datetime", "2026-11-24T09:00:00+07:00"), ("status", status),
        ("description", description ?? ""), ("email", "sri@contoh.invalid"), ("public_anonymity_required", "TRUE"));

    private async Task Refused(HttpStatusCode status, string key, string id, string updateId, string wanted, string description) => Georeport.Descriptions(
        await open311.RefusedAsync(
            "servicerequestupdates", status, ("api_key", key), ("service_request_id", id), ("update_id", updateId), ("updated_datetime", "2026-11-24T09:00:00+07:00"), ("status", wanted),
            ("description", description)),
        status);

    private async Task<JsonElement[]> Of(Guid id, string key, string start = "2026-11-24") =>
        [.. (await open311.ReadAsync($"servicerequestupdates?start_date={start}&end_date=2026-11-26{key}")).EnumerateArray().Where(it => it.GetProperty("service_request_id").GetGuid() == id)];

    private async Task<string> Key(string clientId, string[]? agencies, params string[] scopes)
    {
        var made = await (await Given.StaffAsync("admin")).PostAsync(
            "/api/v1/admin/clients", new { clientId, name = "Sistem DLHKP", scopes, agencies }, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        return made.Body.GetProperty("secret").GetString()!;
    }
}
