using System.Net;
using KediriLapor.Accounts;
using KediriLapor.Harness;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Accounts;

public sealed class FirstAccountsTests
{
    private const string AdminPassword = "kereta lewat jembatan";

    private ApiHost development = null!;

    [OneTimeSetUp]
    public async Task Start() => development = await ApiHost.StartDemoAsync();

    [OneTimeTearDown]
    public async Task Stop() => await development.DisposeAsync();

    [TestCase("admin", "manageReferenceData", "manageAccounts", "manageClients", "manageWebhooks", "readWorks", "manageWorks")]
    [TestCase("verifikator", "readReports", "readAllReports", "triageReports", "readContacts", "lookUpPhones", "exportReports", "readCalls", "reviewMarks", "readCars", "readWorks")]
    [TestCase("operator", "readReports", "enterReports", "readContacts", "lookUpPhones", "takeCalls", "readCalls")]
    [TestCase("inspektorat", "readReports", "readAllReports", "readIntegrityCases", "readContacts", "readAuditLog", "exportReports", "readCalls", "readCars", "readWorks")]
    [TestCase("petugas.dpupr", "readReports", "handleReports", "readContacts", "exportReports", "handleDispatches", "readCars", "handleCars", "readWorks", "manageWorks")]
    [TestCase("kepala.dpupr", "readReports", "readEscalations", "handleReports", "readContacts", "exportReports", "handleDispatches", "readCars", "handleCars", "readWorks", "manageWorks")]
    [TestCase("sekda", "readReports", "readEscalations", "handleReports", "readContacts", "exportReports", "handleDispatches", "readCars", "handleCars", "readWorks", "manageWorks")]
    [TestCase("petugas.dlhkp", "readReports", "handleReports", "readContacts", "exportReports", "handleDispatches", "readCars", "handleCars", "readWorks", "manageWorks")]
    [TestCase("petugas.bandar-lor", "readReports", "handleReports", "readContacts", "exportReports", "handleDispatches", "readCars", "handleCars", "readWorks", "manageWorks")]
    [TestCase("camat.mojoroto", "readReports", "readEscalations", "handleReports", "readContacts", "exportReports", "handleDispatches", "readCars", "handleCars", "readWorks", "manageWorks")]
    public async Task In_Development_one_can_sign_in_as(string userName, params string[] permissions)
    {
        using var browser = await Browser.SignedInAsync(development, userName);
        Assert.That((await browser.ShowSessionAsync()).Permissions(), Is.EqualTo(permissions));
    }

    [Test]
    public async Task A_second_start_in_Development_changes_nobody_and_keeps_sessions()
    {
        using var browser = new Browser(development);
        var cookie = (await browser.SignInAsync("operator", ApiHost.DemoPassword)).SessionCookie();
        var before = await AccountsOf(development);

        await using var second = await ApiHost.StartDemoAsync(database: development.Database);
        using var elsewhere = new Browser(second);

        Assert.That((await AccountsOf(second)).Select(a => (a.Id, a.UserName)), Is.EquivalentTo(before.Select(a => (a.Id, a.UserName))));
        Assert.That((await elsewhere.ShowSessionAsync(("Cookie", cookie))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task In_Production_demo_people_that_Development_left_cannot_sign_in_and_their_sessions_are_dead()
    {
        await using var before = await ApiHost.StartDemoAsync();
        using var browser = await Browser.SignedInAsync(before, "admin");

        await using var production = await ApiHost.StartAsync(database: before.Database);
        using var visitor = new Browser(production);
        foreach (var account in await AccountsOf(production))
            (await visitor.SignInAsync(account.UserName!, ApiHost.DemoPassword)).IsProblem(HttpStatusCode.Unauthorized, "invalid_credentials");
        Assert.That(
            async () => (await browser.ShowSessionAsync()).Status,
            Is.EqualTo(HttpStatusCode.Unauthorized).After(6).Seconds.PollEvery(200).MilliSeconds);
    }

    [Test]
    public async Task In_Production_there_is_nobody_until_an_admins_password_is_given()
    {
        await using var production = await ApiHost.StartAsync();
        Assert.That(await AccountsOf(production), Is.Empty);

        await PrepareWithAdminPasswordAsync(production, AdminPassword);
        await PrepareWithAdminPasswordAsync(production, "sandi lain di mulai ulang");

        using var browser = new Browser(production);
        var answer = await browser.SignInAsync("admin", AdminPassword);
        Assert.That(answer.Permissions(), Is.EqualTo(new[] { "manageReferenceData", "manageAccounts", "manageClients", "manageWebhooks", "readWorks", "manageWorks" }));
        Assert.That(
            answer.SetCookies(),
            Has.Exactly(1).Matches("^__Host-kedirilapor=[^;]+; path=/; secure; samesite=lax; httponly$"));
        Assert.That(answer.SetCookies(), Has.All.StartsWith("__Host-").And.All.Contains("secure"));
    }

    [TestCase("rahasia12345")]
    [TestCase("pendek")]
    public async Task A_weak_admin_password_stops_the_start(string password)
    {
        await using var production = await ApiHost.StartAsync();
        Assert.That(() => PrepareWithAdminPasswordAsync(production, password), Throws.InvalidOperationException);
        Assert.That(await AccountsOf(production), Is.Empty);
    }

    private static Task PrepareWithAdminPasswordAsync(ApiHost api, string password)
    {
        api.Services.GetRequiredService<IConfiguration>()[FirstAccounts.AdminPasswordSetting] = password;
        return FirstAccounts.PrepareAsync(api.Services, CancellationToken.None);
    }

    private static async Task<List<Account>> AccountsOf(ApiHost api)
    {
        await using var scope = api.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Users.AsNoTracking().ToListAsync();
    }
}
