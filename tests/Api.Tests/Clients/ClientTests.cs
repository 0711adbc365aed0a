using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests.Clients;

/// <summary>Other programs are let in by an admin, fetch tokens, and see and do what their scopes and agencies allow.</summary>
public sealed class ClientTests : Story
{
    private const string Clients = "/api/v1/admin/clients";
    private const string Reports = "/api/v1/reports";

    [Test]
    public async Task A_token_is_fetched_by_form_and_by_basic_and_says_its_scopes_and_its_hour()
    {
        using var demo = new Machine(Api, "demo", ApiHost.DemoApiKey);
        foreach (var answer in new[] { await demo.AskTokenAsync(), await demo.AskTokenByBasicAsync() })
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
            Assert.That(answer.Body.GetProperty("token_type").GetString(), Is.EqualTo("Bearer"));
            Assert.That(answer.Body.GetProperty("expires_in").GetInt32(), Is.EqualTo(3600).Within(1));
            Assert.That(answer.Header("Cache-Control"), Does.Contain("no-store"));
        }

        var narrow = await demo.AskTokenAsync(("scope", "reports:read"));
        Assert.That(narrow.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await demo.AskTokenAsync(("scope", "reports:read karangan"))).Body.GetProperty("error").GetString(), Is.EqualTo("invalid_scope"));
    }

    [TestCase("/connect/token/")]
    [TestCase("/CONNECT/TOKEN")]
    public async Task The_address_of_tokens_is_the_same_however_it_is_spelt(string path)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "demo"), new("client_secret", ApiHost.DemoApiKey)]);
        var answer = await Given.Citizen.SendAsync(HttpMethod.Post, path, form);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        Assert.That((await Given.Citizen.SendAsync(HttpMethod.Post, path, null)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("a=%00", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [TestCase("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "multipart/form-data; boundary=b", HttpStatusCode.BadRequest)]
    [TestCase("a=b", "application/x-www-form-urlencoded; charset=utf-7", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_form_that_cannot_be_read_is_its_senders_fault(string form, string type, HttpStatusCode status)
    {
        using var content = new StringContent(form);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.That((await Given.Citizen.SendAsync(HttpMethod.Post, "/connect/token", content)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task An_unknown_client_a_wrong_secret_and_one_of_another_client_get_the_same_answer()
    {
        var (made, _) = await LetIn(["DLHKP"], "reports:read");
        using var unknown = new Machine(Api, "siapa", ApiHost.DemoApiKey);
        using var wrong = new Machine(Api, "demo", "bukan ini");
        using var anothers = new Machine(Api, "demo", made.Secret);
        using var unwritable = new Machine(Api, "demo\0", ApiHost.DemoApiKey);
        var answers = new[] { await unknown.AskTokenAsync(), await wrong.AskTokenAsync(), await anothers.AskTokenAsync(), await unwritable.AskTokenByBasicAsync() };
        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answers.Select(answer => answer.Text).Distinct().Single(), Does.Contain("invalid_client").And.Not.Contain("error_uri"));
    }

    [Test]
    public async Task A_token_that_is_no_good_is_refused_everywhere()
    {
        foreach (var path in new[] { Reports, "/api/v1/services" })
        {
            var answer = await Given.Citizen.GetAsync(path, ("Authorization", "Bearer karangan"));
            answer.IsProblem(HttpStatusCode.Unauthorized, "invalid_token");
            Assert.That(answer.Header("WWW-Authenticate"), Is.EqualTo("Bearer error=\"invalid_token\""));
        }
    }

    [Test]
    public async Task A_scope_that_is_missing_and_a_part_that_is_for_people_are_forbidden()
    {
        var (narrow, _) = await LetIn(null, "exports:read");
        var refused = await narrow.GetAsync(Reports);
        refused.IsProblem(HttpStatusCode.Forbidden, "scope_required");
        Assert.That(refused.Body.GetProperty("scope").GetString(), Is.EqualTo("reports:read"));
        (await narrow.PostAsync(Reports, Given.Garbage, Key())).IsProblem(HttpStatusCode.Forbidden, "scope_required");

        using var demo = await Machine.Demo(Api);
        foreach (var path in new[] { "/api/v1/session", "/api/v1/admin/calendar", Clients, "/api/v1/audit/access" })
        {
            (await demo.GetAsync(path)).IsProblem(HttpStatusCode.Forbidden, "not_for_clients");
        }

        await demo.SignedIn("reports:write");
        (await demo.GetAsync(Reports)).IsProblem(HttpStatusCode.Forbidden, "scope_required");
    }

    [Test]
    public async Task A_client_sees_the_reports_of_its_agencies_and_no_integrity_case_and_the_whole_city_without_what_is_confidential()
    {
        var (own, elsewhere) = (await Given.ReportAsync(Given.Garbage), await Given.ReportAsync(Given.Alley));
        var (secret, bribe) = (await Given.ReportAsync(Given.Garbage with { Confidential = true }), await Given.ReportAsync(Given.Bribe));
        using var demo = await Machine.Demo(Api);
        var (dlhkp, _) = await LetIn(["DLHKP"], "reports:read");
        var (inspektorat, _) = await LetIn(["INSPEKTORAT"], "reports:read");

        Assert.That(await Seen(demo), Is.EqualTo(new[] { true, true, false, false }));
        Assert.That(await Seen(dlhkp), Is.EqualTo(new[] { true, false, true, false }));
        Assert.That(await Seen(inspektorat), Is.All.False);
        var listed = (await dlhkp.GetAsync(Reports + "?pageSize=100")).Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("agency").GetProperty("code").GetString());
        Assert.That(listed.Distinct(), Is.EqualTo(new[] { "DLHKP" }));

        async Task<bool[]> Seen(Machine machine)
        {
            var answers = new List<bool>();
            foreach (var report in new[] { own, elsewhere, secret, bribe })
            {
                answers.Add((await machine.GetAsync(report.StaffPath)).Status == HttpStatusCode.OK);
            }

            return [.. answers];
        }
    }

    [Test]
    public async Task Every_write_says_which_client_sent_it()
    {
        var (machine, name) = await LetIn(["DLHKP"], "reports:read", "reports:write", "updates:write");
        var receipt = (await machine.PostAsync(Reports, Given.Pollution with { Reporter = new() { Name = "Sri Wahyuni", Phone = "081234567890" } }, Key())).Body;
        var path = $"{Reports}/{receipt.GetProperty("id").GetGuid()}";
        var accepted = await machine.ChangeAsync(path + "/status", receipt.GetProperty("version").GetInt32(), new { to = "inProgress" });
        Assert.That(accepted.Status, Is.EqualTo(HttpStatusCode.OK), accepted.Text);
        var noted = await machine.ChangeAsync(path + "/notes", accepted.Body.GetProperty("version").GetInt32(), new { publicNote = "Besok kami datang." });
        Assert.That(noted.Status, Is.EqualTo(HttpStatusCode.OK), noted.Text);

        var officer = await Given.StaffAsync("petugas.dlhkp");
        var seen = (await officer.GetAsync(path)).Body;
        Assert.That(seen.GetProperty("channel").GetString(), Is.EqualTo("api"));
        Assert.That(
            seen.GetProperty("history").EnumerateArray().Select(entry => entry.GetProperty("actor").GetString()),
            Is.EqualTo(new[] { name, "Sistem", name, name }));
        var tracked = await Given.Citizen.GetAsync("/api/v1/tracking/" + receipt.GetProperty("trackingCode").GetString(), ("Report-Secret", receipt.GetProperty("secret").GetString()!));
        Assert.That(tracked.Body.GetProperty("timeline").EnumerateArray().Last().GetProperty("actor").GetString(), Is.EqualTo("client"));
    }

    [Test]
    public async Task A_client_reads_words_masked_and_officers_nameless()
    {
        var report = await Given.ReportAsync(Given.Pollution with { Description = "Air selokan berbau, hubungi 081234567890." });
        var officer = await Given.StaffAsync("petugas.dlhkp");
        await officer.ChangeAsync(report.StaffPath + "/status", report.Version, new { to = "inProgress" });
        using var demo = await Machine.Demo(Api);
        var seen = await demo.GetAsync(report.StaffPath);
        Assert.That(seen.Text, Does.Not.Contain("081234567890").And.Not.Contain("Petugas DLHKP"));
        Assert.That((await officer.GetAsync(report.StaffPath)).Text, Does.Contain("081234567890").And.Contain("Petugas DLHKP"));
    }

    [Test]
    public async Task Two_secrets_are_valid_while_one_takes_the_place_of_the_other_and_never_three()
    {
        var (machine, _) = await LetIn(["DLHKP"], "reports:read");
        var admin = await Given.StaffAsync("admin");
        var client = (await admin.GetAsync(Clients + "?pageSize=100")).Body.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("clientId").GetString() == machine.ClientId);
        var path = $"{Clients}/{client.GetProperty("id").GetGuid()}";

        var second = await admin.ChangeAsync(path + "/secrets", 1, new { overlapHours = 24 });
        using var renewed = new Machine(Api, machine.ClientId, second.Body.GetProperty("secret").GetString()!);
        Assert.That(await Both(), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That(second.Body.GetProperty("client").GetProperty("secrets").GetArrayLength(), Is.EqualTo(2));

        var third = await admin.ChangeAsync(path + "/secrets", 2, new { overlapHours = 24 });
        Assert.That(third.Body.GetProperty("client").GetProperty("secrets").GetArrayLength(), Is.EqualTo(2));
        var over = (HttpStatusCode.Unauthorized, HttpStatusCode.OK);
        Assert.That(await Eventually.SeeAsync(Both, both => both == over), Is.EqualTo(over));
        (await machine.GetAsync(Reports)).IsProblem(HttpStatusCode.Unauthorized, "invalid_token");

        async Task<(HttpStatusCode, HttpStatusCode)> Both() => ((await machine.AskTokenAsync()).Status, (await renewed.AskTokenAsync()).Status);
    }

    [Test]
    public async Task An_old_secret_ends_with_the_overlap_and_an_expired_or_disabled_client_with_all_of_its_own()
    {
        var start = Clock.GetUtcNow();
        var admin = await Given.StaffAsync("admin");
        var (machine, _) = await LetIn(["DLHKP"], "reports:read");
        var path = await PathOf(machine);
        using var renewed = new Machine(Api, machine.ClientId, (await admin.ChangeAsync(path + "/secrets", 1, new { overlapHours = 1 })).Body.GetProperty("secret").GetString()!);
        await using (var later = await ApiHost.StartDemoAsync(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(start.AddHours(2)), Api.Database))
        {
            using var old = new Machine(later, machine.ClientId, machine.Secret);
            using var young = new Machine(later, machine.ClientId, renewed.Secret);
            Assert.That((await old.AskTokenAsync()).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((await young.AskTokenAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
            (await machine.GetElsewhereAsync(later, Reports)).IsProblem(HttpStatusCode.Unauthorized, "invalid_token");
        }

        await admin.ReplaceAsync(path, 2, new { name = "Klien", scopes = new[] { "reports:read" }, agencies = new[] { "DLHKP" }, disabled = true });
        Assert.That(
            (await Eventually.SeeAsync(() => renewed.AskTokenAsync(), answer => answer.Status == HttpStatusCode.Unauthorized)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        await admin.ReplaceAsync(path, 3, new { name = "Klien", scopes = new[] { "reports:read" }, agencies = new[] { "DLHKP" }, expiresAt = start.AddMinutes(-1) });
        Assert.That((await renewed.AskTokenAsync()).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        await admin.ReplaceAsync(path, 4, new { name = "Klien", scopes = new[] { "reports:read" }, agencies = new[] { "DLHKP" } });
        Assert.That((await renewed.AskTokenAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_token_is_good_at_every_instance_and_the_demo_client_in_development_only()
    {
        using var demo = await Machine.Demo(Api);
        await using var twin = await ApiHost.StartDemoAsync(Clock, Api.Database);
        Assert.That((await demo.GetElsewhereAsync(twin, Reports)).Status, Is.EqualTo(HttpStatusCode.OK));

        await using var own = await ApiHost.StartDemoAsync();
        await using var production = await ApiHost.StartAsync(database: own.Database);
        using var kept = new Machine(production, "demo", ApiHost.DemoApiKey);
        Assert.That((await kept.AskTokenAsync()).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task An_admin_sees_the_last_use_and_every_change_and_nobody_finds_a_secret_in_the_database()
    {
        var (machine, name) = await LetIn(["DLHKP"], "reports:read");
        var admin = await Given.StaffAsync("admin");
        var path = await PathOf(machine);
        Assert.That((await admin.GetAsync(path)).Body.GetProperty("lastUsedAt").GetDateTimeOffset(), Is.EqualTo(Clock.GetUtcNow()));

        await admin.ReplaceAsync(path, 1, new { name, scopes = new[] { "reports:read", "updates:write" } });
        var changes = (await admin.GetAsync(path + "/changes")).Body.GetProperty("items").EnumerateArray().ToArray();
        Assert.That(changes.Select(change => change.GetProperty("kind").GetString()), Is.EqualTo(new[] { "changed", "created" }));
        Assert.That(changes.Select(change => change.GetProperty("by").GetString()), Is.All.EqualTo("Admin Sistem"));
        Assert.That(
            changes[0].GetProperty("fields").EnumerateArray().Select(field => $"{field.GetProperty("field")}: {field.GetProperty("before")} > {field.GetProperty("after")}"),
            Is.EqualTo(new[] { "scopes: reports:read > reports:read updates:write", "agencies: DLHKP > *" }));

        var kept = await Api.InDatabaseAsync(async db => JsonSerializer.Serialize(new
        {
            clients = await db.ApiClients.AsNoTracking().Include(c => c.Secrets).ToListAsync(),
            changes = await db.ClientChanges.AsNoTracking().ToListAsync(),
            answers = await db.IdempotentAnswers.AsNoTracking().Select(a => System.Text.Encoding.Latin1.GetString(a.Sealed)).ToListAsync(),
        }));
        Assert.That(kept, Does.Contain(machine.ClientId).And.Not.Contain(machine.Secret));
    }

    [Test]
    public async Task Wishes_that_do_not_fit_are_refused_by_field()
    {
        var admin = await Given.StaffAsync("admin");
        var fitting = new { clientId = "rapi", name = "Rapi", scopes = new[] { "reports:read" }, agencies = (string[]?)null, expiresAt = (DateTimeOffset?)null };
        Assert.That((await Make(fitting)).Status, Is.EqualTo(HttpStatusCode.Created));
        (await Make(fitting)).IsProblem(HttpStatusCode.Conflict, "client_id_taken");
        (await Make(fitting with { scopes = ["karangan"] })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_value");
        (await Make(fitting with { agencies = ["KARANGAN"] })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_agency");
        (await Make(fitting with { agencies = [] })).IsProblem(HttpStatusCode.UnprocessableEntity, "required");
        (await Make(fitting with { expiresAt = Clock.GetUtcNow() })).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range");
        (await Make(fitting with { clientId = "Tidak Rapi" })).IsProblem(HttpStatusCode.BadRequest, "validation_failed");
        var officer = await Given.StaffAsync("petugas.dlhkp");
        (await officer.GetAsync(Clients)).IsProblem(HttpStatusCode.Forbidden, "permission_required");

        Task<Answer> Make(object client) => admin.PostAsync(Clients, client, Key());
    }

    private static (string, string) Key() => ("Idempotency-Key", Guid.CreateVersion7().ToString());

    private async Task<string> PathOf(Machine machine)
    {
        var id = await Api.InDatabaseAsync(db => db.ApiClients.Where(c => c.ClientId == machine.ClientId).Select(c => c.Id).SingleAsync());
        return $"{Clients}/{id}";
    }

    /// <summary>A client that an admin made just now, with a token.</summary>
    private async Task<(Machine Machine, string Name)> LetIn(string[]? agencies, params string[] scopes)
    {
        var admin = await Given.StaffAsync("admin");
        var (clientId, name) = ($"uji-{Guid.CreateVersion7()}", "Sistem DLHKP");
        var made = await admin.PostAsync(Clients, new { clientId, name, scopes, agencies }, Key());
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        return (await new Machine(Api, clientId, made.Body.GetProperty("secret").GetString()!).SignedIn(), name);
    }
}
