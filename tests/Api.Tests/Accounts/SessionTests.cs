using System.Net;
using KediriLapor.Accounts;
using KediriLapor.Harness;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Accounts;

public sealed class SessionTests
{
    private const string Reports = "/api/v1/reports";

    private FakeTimeProvider clock = null!;
    private ApiHost api = null!;

    [SetUp]
    public async Task Start()
    {
        clock = new FakeTimeProvider(Given.WorkingMorning);
        api = await ApiHost.StartDemoAsync(clock);
    }

    [TearDown]
    public async Task Stop() => await api.DisposeAsync();

    [Test]
    public async Task Signing_in_tells_who_one_is_and_what_one_may()
    {
        using var browser = new Browser(api);
        var signedIn = await browser.SignInAsync("camat.mojoroto", ApiHost.DemoPassword);
        var shown = await browser.ShowSessionAsync();

        foreach (var answer in new[] { signedIn, shown })
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Body.GetProperty("userName").GetString(), Is.EqualTo("camat.mojoroto"));
            Assert.That(answer.Body.GetProperty("name").GetString(), Is.EqualTo("Camat Mojoroto"));
            Assert.That(answer.Permissions(), Is.EqualTo(new[] { "readReports", "readEscalations", "handleReports", "readContacts", "exportReports", "handleDispatches", "readCars", "handleCars", "readWorks", "manageWorks" }));
            Assert.That(answer.Body.GetProperty("agency").GetProperty("code").GetString(), Is.EqualTo("35.71.01"));
            Assert.That(answer.Body.GetProperty("agency").GetProperty("name").GetString(), Does.Contain("Mojoroto"));
            Assert.That(answer.Body.GetProperty("antiforgeryToken").GetString(), Is.Not.Empty);
        }
    }

    [Test]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        using var browser = new Browser(api);
        var wrong = await browser.SignInAsync("admin", "bukan ini sandinya");
        var unknown = await browser.SignInAsync("siapa.ini", "bukan ini sandinya");

        wrong.IsProblem(HttpStatusCode.Unauthorized, "invalid_credentials");
        unknown.IsProblem(HttpStatusCode.Unauthorized, "invalid_credentials");
        Assert.That(unknown.TextLessTraceId, Is.EqualTo(wrong.TextLessTraceId));
        Assert.That(unknown.SetCookies().Concat(wrong.SetCookies()), Is.Empty);
    }

    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Sec-Fetch-Site", "same-site")]
    [TestCase("Origin", "https://penipu.example")]
    [TestCase("Origin", "null")]
    public async Task A_page_of_another_site_cannot_sign_a_visitor_in(string header, string value)
    {
        using var browser = new Browser(api);
        (await browser.SignInAsync("admin", ApiHost.DemoPassword, (header, value))).IsProblem(HttpStatusCode.Forbidden, "cross_site");
    }

    [TestCase("Sec-Fetch-Site", "same-origin")]
    [TestCase("Origin", null)]
    public async Task Our_own_page_signs_in(string header, string? value)
    {
        using var browser = new Browser(api);
        var ours = api.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);
        var answer = await browser.SignInAsync("admin", ApiHost.DemoPassword, (header, value ?? ours));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_form_cannot_sign_in()
    {
        using var browser = new Browser(api);
        using var form = new FormUrlEncodedContent([new("userName", "admin"), new("password", ApiHost.DemoPassword)]);
        var answer = await browser.SendAsync(HttpMethod.Post, "/api/v1/session", form);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [Test]
    public async Task Without_a_session_staff_routes_ask_to_sign_in()
    {
        using var browser = new Browser(api);
        (await browser.ShowSessionAsync()).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
        (await browser.SignOutAsync()).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
        (await browser.SendAsync(HttpMethod.Get, Reports, null)).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
    }

    [Test]
    public async Task The_admin_is_forbidden_to_read_reports()
    {
        using var admin = await Browser.SignedInAsync(api, "admin");
        (await admin.SendAsync(HttpMethod.Get, Reports, null)).IsProblem(HttpStatusCode.Forbidden, "permission_required");
    }

    [Test]
    public async Task A_write_without_the_sessions_own_token_is_refused()
    {
        using var officer = await Browser.SignedInAsync(api, "petugas.dpupr");
        using var attacker = await Browser.SignedInAsync(api, "petugas.dlhkp");

        foreach (var token in new[] { null, "karangan", attacker.AntiforgeryToken })
            (await officer.SignOutWithAsync(token)).IsProblem(HttpStatusCode.Forbidden, "antiforgery");
        Assert.That((await officer.ShowSessionAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Signing_out_ends_the_session_for_a_copied_cookie_too()
    {
        using var browser = new Browser(api);
        var cookie = (await browser.SignInAsync("admin", ApiHost.DemoPassword)).SessionCookie();
        using var thief = new Browser(api);
        Assert.That((await thief.ShowSessionAsync(("Cookie", cookie))).Status, Is.EqualTo(HttpStatusCode.OK));

        Assert.That((await browser.SignOutAsync()).Status, Is.EqualTo(HttpStatusCode.NoContent));

        (await browser.ShowSessionAsync()).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
        (await thief.ShowSessionAsync(("Cookie", cookie))).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
    }

    [Test]
    public async Task Signing_in_anew_ends_the_session_that_the_browser_had()
    {
        using var browser = new Browser(api);
        var before = (await browser.SignInAsync("admin", ApiHost.DemoPassword)).SessionCookie();
        var after = (await browser.SignInAsync("verifikator", ApiHost.DemoPassword)).SessionCookie();
        Assert.That(after, Is.Not.EqualTo(before));

        using var thief = new Browser(api);
        (await thief.ShowSessionAsync(("Cookie", before))).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
        Assert.That((await thief.ShowSessionAsync(("Cookie", after))).Body.GetProperty("userName").GetString(), Is.EqualTo("verifikator"));
    }

    [Test]
    public async Task An_idle_session_ends()
    {
        using var browser = await Browser.SignedInAsync(api, "admin");
        clock.Advance(Session.IdleLimit + TimeSpan.FromSeconds(1));
        (await browser.ShowSessionAsync()).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
    }

    [Test]
    public async Task A_busy_session_outlives_the_idle_limit_but_not_its_lifetime()
    {
        using var browser = await Browser.SignedInAsync(api, "admin");
        var step = Session.IdleLimit * 0.75;
        for (var worked = step; worked < Session.Lifetime; worked += step)
        {
            clock.Advance(step);
            Assert.That((await browser.ShowSessionAsync()).Status, Is.EqualTo(HttpStatusCode.OK), $"after {worked}");
        }

        clock.Advance(step);
        Assert.That(async () => (await browser.ShowSessionAsync()).Status, IsSoon(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_changed_role_holds_within_seconds()
    {
        using var officer = await Browser.SignedInAsync(api, "petugas.dpupr");
        await ChangeAsync("petugas.dpupr", change => change.SetProperty(account => account.Role, StaffRole.Operator));
        Assert.That(async () => (await officer.ShowSessionAsync()).Permissions(), IsSoon(new[] { "readReports", "enterReports", "readContacts", "lookUpPhones", "takeCalls", "readCalls" }));
    }

    [Test]
    public async Task A_disabled_account_is_out_within_seconds_and_cannot_return()
    {
        using var officer = await Browser.SignedInAsync(api, "petugas.dpupr");
        await ChangeAsync("petugas.dpupr", change => change.SetProperty(account => account.Disabled, true));
        Assert.That(async () => (await officer.ShowSessionAsync()).Status, IsSoon(HttpStatusCode.Unauthorized));
        (await officer.SignInAsync("petugas.dpupr", ApiHost.DemoPassword)).IsProblem(HttpStatusCode.Unauthorized, "invalid_credentials");
    }

    // The promise is five seconds; the sixth is the test machine's.
    private static NUnit.Framework.Constraints.DelayedConstraint IsSoon(object expected) =>
        Is.EqualTo(expected).After(6).Seconds.PollEvery(200).MilliSeconds;

    private async Task ChangeAsync(string userName, Action<UpdateSettersBuilder<Account>> change)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        Assert.That(await db.Users.Where(account => account.UserName == userName).ExecuteUpdateAsync(change), Is.EqualTo(1));
    }
}
