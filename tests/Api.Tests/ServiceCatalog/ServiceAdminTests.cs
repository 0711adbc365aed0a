using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports.Clocks;
using KediriLapor.ServiceCatalog;

namespace KediriLapor.Api.Tests.ServiceCatalog;

public sealed class ServiceAdminTests : Story
{
    private static readonly NewService Drones = new() { GroupCode = "SMP", Name = "Pesawat nirawak mengganggu", ResolveDays = 5, Words = ["pesawat nirawak", "dron"], ColloquialWords = ["montor mabur cilik"] };

    private Person admin = null!;

    [OneTimeSetUp]
    public async Task SignIn() => admin = await Given.StaffAsync("admin");

    [Test]
    public async Task New_words_are_heard_on_every_instance_without_a_restart_and_survive_one()
    {
        await using var other = await ApiHost.StartDemoAsync(Clock, Api.Database);
        using var there = new Given(other);
        (await PutAsync("LGK-DRON", 0, Drones)).HasStatus(HttpStatusCode.OK);
        foreach (var citizen in new[] { Given.Citizen, there.Citizen })
        {
            var heard = await Eventually.SeeAsync(() => SuggestedAsync(citizen, "ada dron di atas rumah"), codes => codes.Contains("LGK-DRON"));
            Assert.That(heard, Does.Contain("LGK-DRON"));
        }

        (await PutAsync("LGK-DRON", 1, Drones with { Words = ["pesawat nirawak"] })).HasStatus(HttpStatusCode.OK);
        Assert.That(await Eventually.SeeAsync(() => SuggestedAsync(there.Citizen, "ada dron di atas rumah"), codes => !codes.Contains("LGK-DRON")), Does.Not.Contain("LGK-DRON"));
        await using var restarted = await ApiHost.StartDemoAsync(Clock, Api.Database);
        using var later = new Given(restarted);
        Assert.That(await SuggestedAsync(later.Citizen, "pesawat nirawak"), Does.Contain("LGK-DRON"));
        Assert.That(await SuggestedAsync(later.Citizen, "ada dron di atas rumah"), Does.Not.Contain("LGK-DRON"));
    }

    [Test]
    public async Task A_retired_service_cannot_be_chosen_and_keeps_its_reports()
    {
        (await PutAsync("LGK-LAMA", 0, Drones)).HasStatus(HttpStatusCode.OK);
        var sent = await Eventually.SeeAsync(() => Given.SubmitAsync(Given.Garbage with { ServiceCode = "LGK-LAMA" }), answer => answer.Status == HttpStatusCode.Created);
        sent.HasStatus(HttpStatusCode.Created);
        (await PutAsync("LGK-LAMA", 1, Drones with { Active = false })).HasStatus(HttpStatusCode.OK);
        var refused = await Eventually.SeeAsync(() => Given.SubmitAsync(Given.Garbage with { ServiceCode = "LGK-LAMA" }), answer => answer.Status != HttpStatusCode.Created);
        refused.IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_service", "serviceCode");
        var kept = await Given.Citizen.GetAsync($"/api/v1/tracking/{sent.Body.Value("trackingCode")}", ("Report-Secret", sent.Body.Value("secret")!));
        Assert.That(kept.Body.GetProperty("service").GetProperty("name").GetString(), Is.EqualTo(Drones.Name));
    }

    [Test]
    public async Task An_answered_question_is_retired_and_not_removed()
    {
        var loud = new NewQuestion { Code = "kapan", Text = "Kapan terdengar?", TextEn = "When is it heard?", Required = true, Choices = [new() { Value = "malam", Text = "Malam", TextEn = "At night" }, new() { Value = "siang", Text = "Siang" }] };
        (await PutAsync("LGK-BISING", 0, Drones with { Questions = [loud] })).HasStatus(HttpStatusCode.OK);
        var report = Given.Garbage with { ServiceCode = "LGK-BISING", Answers = new() { ["kapan"] = "malam" } };
        (await Eventually.SeeAsync(() => Given.SubmitAsync(report), answer => answer.Status == HttpStatusCode.Created)).HasStatus(HttpStatusCode.Created);

        var told = (await ListedAsync("LGK-BISING")).GetProperty("questions")[0];
        Assert.That((told.Value("textEn"), told.GetProperty("choices")[0].Value("textEn"), told.GetProperty("choices")[1].Value("textEn")), Is.EqualTo(("When is it heard?", "At night", (string?)null)));

        (await PutAsync("LGK-BISING", 1, Drones)).IsProblem(HttpStatusCode.Conflict, "question_in_use", "questions");
        (await PutAsync("LGK-BISING", 1, Drones with { Questions = [loud with { Choices = [loud.Choices[1]] }] })).IsProblem(HttpStatusCode.Conflict, "question_in_use", "questions");
        (await PutAsync("LGK-BISING", 1, Drones with { Questions = [loud with { Choices = [loud.Choices[0]] }] })).HasStatus(HttpStatusCode.OK);
        (await PutAsync("LGK-BISING", 2, Drones with { Questions = [loud with { Retired = true }] })).HasStatus(HttpStatusCode.OK);
        var asked = await Eventually.SeeAsync(async () => (await ListedAsync("LGK-BISING")).GetProperty("questions").GetArrayLength(), count => count == 0);
        Assert.That(asked, Is.Zero);
        (await Given.SubmitAsync(report)).HasStatus(HttpStatusCode.Created);
        (await Given.SubmitAsync(report with { Answers = null })).HasStatus(HttpStatusCode.Created);
    }

    [Test]
    public async Task Another_target_moves_open_deadlines_and_tells_their_reporters()
    {
        (await PutAsync("LGK-TARGET", 0, Drones)).HasStatus(HttpStatusCode.OK);
        var sent = await Eventually.SeeAsync(() => Given.SubmitAsync(Given.Garbage with { ServiceCode = "LGK-TARGET" }), answer => answer.Status == HttpStatusCode.Created);
        var routed = await (await Given.StaffAsync("verifikator")).ChangeAsync(
            $"/api/v1/reports/{sent.Body.Value("id")}/disposisi", sent.Body.GetProperty("version").GetInt32(), new { agencyCode = "DLHKP" });
        (await (await Given.StaffAsync("petugas.dlhkp")).ChangeAsync(
            $"/api/v1/reports/{sent.Body.Value("id")}/status", routed.Body.GetProperty("version").GetInt32(), new { to = "inProgress" })).HasStatus(HttpStatusCode.OK);

        (await PutAsync("LGK-TARGET", 1, Drones with { ResolveDays = 10 })).HasStatus(HttpStatusCode.OK);
        Assert.That(await Api.RunAsync(new RecalculateDeadlines()), Is.Positive);
        var timeline = (await Given.Citizen.GetAsync($"/api/v1/tracking/{sent.Body.Value("trackingCode")}", ("Report-Secret", sent.Body.Value("secret")!))).Body;
        Assert.That(timeline.Values("timeline", "note")[^1], Does.EndWith(": target “Pesawat nirawak mengganggu” menjadi 10 hari kerja (sebelumnya 5 hari kerja)."));
    }

    [Test]
    public async Task What_the_promise_cannot_be_is_refused_with_its_field()
    {
        foreach (var (wrong, code, field) in new (NewService, string, string)[]
        {
            (Drones with { GroupCode = "TIADA" }, "unknown_group", "groupCode"),
            (Drones with { ResponseMinutes = 15 }, "emergency_only", "responseMinutes"),
            (Drones with { Emergency = true }, "required", "responseMinutes"),
            (Drones with { Classification = Classification.InformationRequest, ResolveDays = 6 }, "out_of_range", "resolveDays"),
            (Drones with { ResolveDays = 61 }, "out_of_range", "resolveDays"),
            (Drones with { Words = ["!!!"] }, "required", "words[0]"),
            (Drones with { Questions = [new() { Code = "a", Text = "A" }, new() { Code = "a", Text = "B" }] }, "duplicate_field", "questions[1].code"),
        })
        {
            var refused = await PutAsync("LGK-SALAH", 0, wrong);
            Assert.That(refused.Body.GetProperty("errors").GetProperty(field)[0].GetString(), Is.EqualTo(code), refused.Text);
        }

        var bribe = (await AllAsync()).Single(service => service.Value("code") == "APR-PUNGLI");
        (await PutAsync("APR-PUNGLI", bribe.GetProperty("version").GetInt32(), Drones with { GroupCode = "APR" })).IsProblem(HttpStatusCode.UnprocessableEntity, "integrity_fixed", "integrity");
    }

    [Test]
    public async Task A_group_gets_another_name()
    {
        var group = (await admin.GetAsync("/api/v1/admin/services")).Body.GetProperty("groups").EnumerateArray().Single(one => one.Value("code") == "SMP");
        (await admin.ReplaceAsync("/api/v1/admin/service-groups/SMP", group.GetProperty("version").GetInt32(), new { name = "Lingkungan hidup" })).HasStatus(HttpStatusCode.OK);
        var shown = await Eventually.SeeAsync(async () => (await ListedAsync("LGK-CEMAR")).GetProperty("group").GetProperty("name").GetString(), name => name == "Lingkungan hidup");
        Assert.That(shown, Is.EqualTo("Lingkungan hidup"));
    }

    private Task<Answer> PutAsync(string code, int version, NewService service) => admin.ReplaceAsync("/api/v1/admin/services/" + code, version, service);

    private async Task<IEnumerable<JsonElement>> AllAsync() => (await admin.GetAsync("/api/v1/admin/services")).Body.GetProperty("items").EnumerateArray();

    private async Task<JsonElement> ListedAsync(string code) =>
        (await Given.Citizen.GetAsync("/api/v1/services")).Body.GetProperty("items").EnumerateArray().Single(service => service.Value("code") == code);

    private static async Task<string?[]> SuggestedAsync(Person citizen, string text) =>
        (await citizen.GetAsync("/api/v1/services/suggest?text=" + Uri.EscapeDataString(text))).Body.Values("suggestions", "code");
}
