using System.Net;
using System.Text.RegularExpressions;
using KediriLapor.Api.Tests.Clients;
using KediriLapor.Harness;
using KediriLapor.Platform.Limits;

namespace KediriLapor.Api.Tests.Platform;

/// <summary>Every sender has a share of its own, is told what is left of it, and is refused when it is used up, on whichever instance.</summary>
public sealed partial class LimitTests : Story
{
    protected override Task<(string Key, string? Value)[]> SettingsAsync() => Task.FromResult<(string, string?)[]>(
        [("Limits:Read", "20"), ("Limits:Suggest", "3"), ("Limits:SignIn", "5"), ("Limits:Track", "4"), ("Proxies:Trusted", "127.0.0.0/8 ::1")]);

    [Test]
    public async Task An_answer_tells_the_policy_and_what_is_left()
    {
        var first = await From("10.1.0.1", "/api/v1/services");
        var second = await From("10.1.0.1", "/api/v1/services/JLN"); // not there, and counted all the same
        Assert.That(first.Header("RateLimit-Policy"), Is.EqualTo("\"read\";q=20;w=60"));
        Assert.That(first.Header("RateLimit"), Does.Match(@"^""read"";r=19;t=\d+$"));
        Assert.That(second.Header("RateLimit"), Is.Null.Or.Match(@"r=1[89]"));
        Assert.That((await From("10.1.0.1", "/api/v1/reports")).Header("RateLimit"), Does.Contain("r=18"), "a refusal is told too");
    }

    [Test]
    public async Task Who_has_used_up_a_share_is_told_when_to_come_again_and_nobody_else_is_refused()
    {
        for (var asked = 0; asked < 3; asked++)
        {
            Assert.That((await From("10.2.0.1", Suggest)).Status, Is.EqualTo(HttpStatusCode.OK));
        }

        var refused = await From("10.2.0.1", Suggest);
        refused.IsProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
        Assert.That(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), Is.InRange(1, 60));
        Assert.That(refused.Header("RateLimit"), Does.Contain("r=0"));
        Assert.That((await From("10.2.0.2", Suggest)).Status, Is.EqualTo(HttpStatusCode.OK), "another address");
        Assert.That((await From("10.2.0.1", "/api/v1/services")).Status, Is.EqualTo(HttpStatusCode.OK), "another class");
        using var demo = await Machine.Demo(Api);
        Assert.That((await demo.GetAsync(Suggest)).Status, Is.EqualTo(HttpStatusCode.OK), "a client is counted by itself");
    }

    [Test]
    public async Task All_addresses_of_one_network_of_IPv6_have_one_share()
    {
        for (var asked = 0; asked < 3; asked++)
        {
            await From($"2001:db8:1:2::{asked + 1}", Suggest);
        }

        Assert.That((await From("2001:db8:1:2:ffff::9", Suggest)).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That((await From("2001:db8:1:3::1", Suggest)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Passwords_and_secrets_cannot_be_tried_one_after_another()
    {
        var answers = new List<HttpStatusCode>();
        for (var tried = 0; tried < 6; tried++)
        {
            answers.Add((await Given.Citizen.PostAsync("/api/v1/session", new { userName = $"nama{tried}", password = "bukan ini" }, ("X-Forwarded-For", "10.3.0.1"))).Status);
        }

        Assert.That(answers[..5], Is.All.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answers[5], Is.EqualTo(HttpStatusCode.TooManyRequests));
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "demo"), new("client_secret", "karangan")]);
        Assert.That((await Given.Citizen.SendAsync(HttpMethod.Post, "/connect/token", form, ("X-Forwarded-For", "10.3.0.1"))).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task An_instance_hears_of_what_was_used_at_another()
    {
        await using var twin = await ApiHost.StartDemoAsync(Clock, Api.Database, await SettingsAsync());
        using var there = new Person(twin);
        for (var asked = 0; asked < 15; asked++)
        {
            await From("10.4.0.1", "/api/v1/services");
            await there.GetAsync("/api/v1/services", ("X-Forwarded-For", "10.4.0.1"));
        }

        var both = (HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests);
        Assert.That(
            await Eventually.SeeAsync(
                async () => ((await From("10.4.0.1", "/api/v1/services")).Status, (await there.GetAsync("/api/v1/services", ("X-Forwarded-For", "10.4.0.1"))).Status), seen => seen == both),
            Is.EqualTo(both));
    }

    [Test]
    public async Task What_a_stranger_writes_into_a_header_is_not_believed_where_no_proxy_is_trusted()
    {
        await using var bare = await ApiHost.StartDemoAsync(Clock, Api.Database, ("Limits:Suggest", "3"));
        using var stranger = new Person(bare);
        for (var asked = 0; asked < 3; asked++)
        {
            await stranger.GetAsync(Suggest, ("X-Forwarded-For", $"10.5.0.{asked}"));
        }

        Assert.That((await stranger.GetAsync(Suggest, ("X-Forwarded-For", "10.5.0.9"))).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public void Counting_costs_next_to_nothing()
    {
        var counts = new RateCounts(TimeProvider.System);
        for (var warm = 0; warm < 10_000; warm++)
        {
            counts.Take(RouteClass.Read, "10.0.0.1", int.MaxValue);
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var request = 0; request < 100_000; request++)
        {
            counts.Take(RouteClass.Read, "10.0.0.1", int.MaxValue);
        }

        TestContext.Out.WriteLine($"{watch.Elapsed.TotalMicroseconds / 100_000:0.00} µs a request");
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)), "20 µs a request on a machine that does much else");
    }

    private const string Suggest = "/api/v1/services/suggest?text=jalan%20rusak";

    private Task<Answer> From(string address, string path) => Given.Citizen.GetAsync(path, ("X-Forwarded-For", address));
}
