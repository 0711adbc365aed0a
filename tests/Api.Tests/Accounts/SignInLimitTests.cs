using System.Net;
using KediriLapor.Accounts;
using KediriLapor.Harness;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Accounts;

public sealed class SignInLimitTests
{
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

    [TestCase("admin")]
    [TestCase("tidak.ada")]
    public async Task After_ten_wrong_passwords_a_name_is_locked_whether_it_exists_or_not(string userName)
    {
        using var browser = new Browser(api);
        for (var tried = 0; tried < SignInAttempts.MaxTries; tried++)
            (await browser.SignInAsync(userName, "salah")).IsProblem(HttpStatusCode.Unauthorized, "invalid_credentials");

        var locked = await browser.SignInAsync(userName.ToUpperInvariant(), ApiHost.DemoPassword);
        locked.IsProblem(HttpStatusCode.Locked, "locked_out");
        Assert.That(locked.Body.GetProperty("retryAt").GetDateTimeOffset(), Is.EqualTo(clock.GetUtcNow() + SignInAttempts.Window));
    }

    [Test]
    public async Task A_lock_opens_by_itself_and_does_not_touch_colleagues()
    {
        using var browser = new Browser(api);
        for (var tried = 0; tried < 2 * SignInAttempts.MaxTries; tried++)
            await browser.SignInAsync("admin", "salah");

        Assert.That((await browser.SignInAsync("verifikator", ApiHost.DemoPassword)).Status, Is.EqualTo(HttpStatusCode.OK));
        clock.Advance(SignInAttempts.Window);
        Assert.That((await browser.SignInAsync("admin", ApiHost.DemoPassword)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Signing_in_forgets_the_tries_before()
    {
        using var browser = new Browser(api);
        for (var round = 0; round < 2; round++)
        {
            for (var tried = 1; tried < SignInAttempts.MaxTries; tried++)
                await browser.SignInAsync("admin", "salah");
            Assert.That((await browser.SignInAsync("admin", ApiHost.DemoPassword)).Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task Parallel_guesses_do_not_get_more_tries()
    {
        using var browser = new Browser(api);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3 * SignInAttempts.MaxTries).Select(_ => browser.SignInAsync("admin", "salah")));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized), Is.EqualTo(SignInAttempts.MaxTries));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Locked), Is.EqualTo(2 * SignInAttempts.MaxTries));
    }
}
