using System.Net;
using System.Text.Json;
using KediriLapor.Accounts;
using KediriLapor.Accounts.People;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Accounts;

/// <summary>Outside Development: one admin, nobody else.</summary>
public sealed class PeopleTests
{
    private const string Password = "sepeda biru di tepi sungai";
    private const string Chosen = "perahu kuning menunggu hujan";

    private static readonly NewUser Officer = new() { Name = "Sri Wahyuni", Role = StaffRole.Officer, AgencyCode = "DPUPR", Email = "sri@contoh.go.id" };

    private ApiHost api = null!;
    private Person admin = null!;

    [SetUp]
    public async Task Open()
    {
        api = await ApiHost.StartAsync(settings: new Dictionary<string, string?> { [FirstAccounts.AdminPasswordSetting] = Password });
        admin = new Person(api);
        (await admin.SignInAsync("admin", Password)).HasStatus(HttpStatusCode.OK);
    }

    [TearDown]
    public async Task Close()
    {
        admin.Dispose();
        await api.DisposeAsync();
    }

    [Test]
    public async Task A_one_time_password_leads_to_a_password_of_ones_own_and_nowhere_else()
    {
        var given = (await PutAsync("sri", 0, Officer)).Body.Value("oneTimePassword")!;
        using var sri = new Person(api);
        (await sri.SignInAsync("sri", given)).IsProblem(HttpStatusCode.Forbidden, "new_password_required", "newPassword");
        (await ChooseAsync(sri, given, "rahasia kediri 2026")).IsProblem(HttpStatusCode.UnprocessableEntity, "weak_password", "newPassword");
        (await ChooseAsync(sri, given, given)).IsProblem(HttpStatusCode.UnprocessableEntity, "weak_password", "newPassword");
        var session = await ChooseAsync(sri, given, Chosen);
        session.HasStatus(HttpStatusCode.OK);
        Assert.That(session.Body.Value("agency"), Is.EqualTo("DPUPR"));
        (await sri.SignInAsync("sri", given)).IsProblem(HttpStatusCode.Unauthorized, "invalid_credentials");
        Assert.That((await ShowAsync("sri")).Value("oneTimeUntil"), Is.Null);
        Assert.That((await admin.GetAsync("/api/v1/admin/changes?subject=user&key=sri")).Text, Does.Not.Contain(given));
    }

    [Test]
    public async Task Who_is_blocked_or_gets_other_rights_is_signed_out_at_once()
    {
        using var sri = await HiredAsync("sri", Officer);
        await PutAsync("sri", await VersionAsync("sri"), Officer with { Name = "Sri W." });
        (await sri.GetAsync("/api/v1/session")).HasStatus(HttpStatusCode.OK);
        await PutAsync("sri", await VersionAsync("sri"), Officer with { Role = StaffRole.Head });
        (await sri.GetAsync("/api/v1/session")).HasStatus(HttpStatusCode.Unauthorized);

        (await sri.SignInAsync("sri", Chosen)).HasStatus(HttpStatusCode.OK);
        await PutAsync("sri", await VersionAsync("sri"), Officer with { Role = StaffRole.Head, Blocked = true });
        (await sri.GetAsync("/api/v1/session")).HasStatus(HttpStatusCode.Unauthorized);
        (await sri.SignInAsync("sri", Chosen)).IsProblem(HttpStatusCode.Unauthorized, "invalid_credentials");
    }

    [Test]
    public async Task A_reset_ends_the_sessions_and_the_old_password()
    {
        using var sri = await HiredAsync("sri", Officer);
        var reset = await admin.ChangeAsync("/api/v1/admin/users/sri/password-reset", await VersionAsync("sri"), new { });
        reset.HasStatus(HttpStatusCode.OK);
        Assert.That(reset.Header("Cache-Control"), Is.EqualTo("no-store"));
        (await sri.GetAsync("/api/v1/session")).HasStatus(HttpStatusCode.Unauthorized);
        (await sri.SignInAsync("sri", Chosen)).IsProblem(HttpStatusCode.Unauthorized, "invalid_credentials");
        (await ChooseAsync(sri, reset.Body.Value("oneTimePassword")!, "sawah hijau sesudah panen")).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_lock_is_seen_and_lifted()
    {
        using var sri = await HiredAsync("sri", Officer);
        for (var tried = 0; tried <= 10; tried++)
        {
            await sri.SignInAsync("sri", "bukan ini");
        }

        Assert.That((await ShowAsync("sri")).Value("lockedUntil"), Is.Not.Null);
        (await sri.SignInAsync("sri", Chosen)).IsProblem(HttpStatusCode.Locked, "locked_out");
        (await admin.RemoveAsync("/api/v1/admin/users/sri/lockout", await VersionAsync("sri"))).HasStatus(HttpStatusCode.OK);
        (await sri.SignInAsync("sri", Chosen)).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task The_last_admin_stays_even_when_two_go_for_each_other()
    {
        var adminAgain = new NewUser { Name = "Admin", Role = StaffRole.Admin };
        (await PutAsync("admin", await VersionAsync("admin"), adminAgain with { Blocked = true })).IsProblem(HttpStatusCode.Conflict, "own_rights", "role");
        using var second = await HiredAsync("kedua", adminAgain);
        var versions = (First: await VersionAsync("admin"), Second: await VersionAsync("kedua"));
        var answers = await Task.WhenAll(
            admin.ReplaceAsync("/api/v1/admin/users/kedua", versions.Second, adminAgain with { Blocked = true }),
            second.ReplaceAsync("/api/v1/admin/users/admin", versions.First, adminAgain with { Role = StaffRole.Auditor }));
        Assert.That(answers.Select(answer => answer.Status), Has.Exactly(1).EqualTo(HttpStatusCode.OK), string.Join('\n', answers.Select(answer => answer.Text)));
        Assert.That(await api.CountAsync("accounts WHERE role = 'Admin' AND NOT disabled"), Is.EqualTo(1));
    }

    [TestCase("sri", "", "", "agencyCode", "required")]
    [TestCase("sri", "TIADA", "", "agencyCode", "unknown_agency")]
    [TestCase("sri", "DPUPR", "bukan alamat", "email", "invalid_email")]
    [TestCase("sri wahyuni", "DPUPR", "", "userName", "invalid_format")]
    public async Task What_cannot_be_is_refused_with_its_field(string userName, string agency, string email, string field, string code)
    {
        var refused = await PutAsync(userName, 0, Officer with { AgencyCode = agency.Length > 0 ? agency : null, Email = email.Length > 0 ? email : null });
        refused.IsProblem(HttpStatusCode.UnprocessableEntity, code, field);
    }

    [Test]
    public async Task People_are_found_by_name_role_and_unit_page_by_page()
    {
        await PutAsync("sri", 0, Officer);
        await PutAsync("budi", 0, Officer with { Name = "Budi 100%" });
        var first = (await admin.GetAsync("/api/v1/admin/users?pageSize=1&agency=DPUPR")).Body;
        var next = (await admin.GetAsync($"/api/v1/admin/users?pageSize=1&agency=DPUPR&after={first.Value("next")}")).Body;
        Assert.That((first.Values("items", "userName"), next.Values("items", "userName")), Is.EqualTo((new[] { "budi" }, new[] { "sri" })));
        Assert.That((await admin.GetAsync("/api/v1/admin/users?q=100%25")).Body.Values("items", "userName"), Is.EqualTo(new[] { "budi" }));
        Assert.That((await admin.GetAsync("/api/v1/admin/users?role=admin")).Body.Values("items", "userName"), Is.EqualTo(new[] { "admin" }));
    }

    /// <summary>Signed in with a password of their own.</summary>
    private async Task<Person> HiredAsync(string userName, NewUser user)
    {
        var password = (await PutAsync(userName, 0, user)).Body.Value("oneTimePassword")!;
        var person = new Person(api);
        (await ChooseAsync(person, password, Chosen, userName)).HasStatus(HttpStatusCode.OK);
        (await person.SignInAsync(userName, Chosen)).HasStatus(HttpStatusCode.OK);
        return person;
    }

    private static Task<Answer> ChooseAsync(Person person, string password, string newPassword, string userName = "sri") =>
        person.PostAsync("/api/v1/session", new { userName, password, newPassword });

    private Task<Answer> PutAsync(string userName, int version, NewUser user) => admin.ReplaceAsync("/api/v1/admin/users/" + Uri.EscapeDataString(userName), version, user);

    private async Task<JsonElement> ShowAsync(string userName) => (await admin.GetAsync("/api/v1/admin/users/" + userName)).Body;

    private async Task<int> VersionAsync(string userName) => (await ShowAsync(userName)).GetProperty("version").GetInt32();
}
