using System.Net;
using KediriLapor.Api.Tests.Clients;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Platform;

/// <summary>Every sender has a share of its own, is told what is left of it, and is refused when it is used up, on whichever instance.</summary>
public sealed class LimitTests : Story
{
    protected override Task<(string Key, string? Value)[]> SettingsAsync() => Task.FromResult<(string, string?)[]>(
        [("Limits:Read", "20"), ("Limits:Suggest", "3"), ("Limits:SignIn", "5"), ("Limits:NeighbourFactor", "2"), ("ForwardedHeaders_Enabled", "true")]);

    [Test]
    public async Task An_answer_tells_the_policy_and_what_is_left()
    {
        Assert.That((await From("36.1.0.1", "/api/v1/services")).Header("RateLimit-Policy"), Is.EqualTo("\"read\";q=20;w=60"));
        Assert.That((await From("36.1.0.1", "/api/v1/reports")).Header("RateLimit"), Does.Match(@"^""read"";r=18;t=\d+$"), "a refusal is told too");
        Assert.That((await From("36.1.0.1", "/open311/v2/services.json")).Header("RateLimit"), Does.StartWith("\"read\";r=17"), "by whichever door");
        Assert.That((await From("36.1.0.1", "/")).Header("RateLimit"), Is.Null, "pages are not counted");
    }

    [Test]
    public async Task Who_has_used_up_a_share_is_told_when_to_come_again_and_nobody_else_is_refused()
    {
        for (var asked = 0; asked < 3; asked++)
        {
            Assert.That((await From("36.2.0.1", Suggest)).Status, Is.EqualTo(HttpStatusCode.OK));
        }

        var refused = await From("36.2.0.1", Suggest);
        refused.IsProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
        Assert.That(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), Is.InRange(1, 60));
        Assert.That(refused.Header("RateLimit"), Does.Contain("r=0"));
        Assert.That((await From("36.2.0.2", Suggest)).Status, Is.EqualTo(HttpStatusCode.OK), "another address");
        Assert.That((await From("36.2.0.1", "/api/v1/services")).Status, Is.EqualTo(HttpStatusCode.OK), "another class");
        using var demo = await Machine.Demo(Api);
        Assert.That((await demo.GetAsync(Suggest)).Status, Is.EqualTo(HttpStatusCode.OK), "a client is counted by itself");
    }

    [Test]
    public async Task All_addresses_of_one_network_of_IPv6_have_one_share()
    {
        for (var asked = 0; asked < 3; asked++)
        {
            await From($"2400:9800:1:2::{asked + 1}", Suggest);
        }

        Assert.That((await From("2400:9800:1:2:ffff::9", Suggest)).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That((await From("2400:9800:1:3::1", Suggest)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Passwords_and_secrets_cannot_be_tried_one_after_another()
    {
        var answers = new List<HttpStatusCode>();
        for (var tried = 0; tried < 6; tried++)
        {
            answers.Add((await Given.Citizen.PostAsync("/api/v1/session", new { userName = $"nama{tried}", password = "bukan ini" }, ("X-Forwarded-For", "36.3.0.1"))).Status);
        }

        Assert.That(answers[..5], Is.All.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answers[5], Is.EqualTo(HttpStatusCode.TooManyRequests));
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "demo"), new("client_secret", "karangan")]);
        Assert.That((await Given.Citizen.SendAsync(HttpMethod.Post, "/connect/token", form, ("X-Forwarded-For", "36.3.0.1"))).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task An_instance_hears_of_what_was_used_at_another()
    {
        await using var twin = await ApiHost.StartDemoAsync(Clock, Api.Database, await SettingsAsync());
        using var there = new Person(twin);
        for (var asked = 0; asked < 15; asked++)
        {
            await From("36.4.0.1", "/api/v1/services");
            await there.GetAsync("/api/v1/services", ("X-Forwarded-For", "36.4.0.1"));
        }

        var both = (HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests);
        Assert.That(
            await Eventually.SeeAsync(
                async () => ((await From("36.4.0.1", "/api/v1/services")).Status, (await there.GetAsync("/api/v1/services", ("X-Forwarded-For", "36.4.0.1"))).Status), seen => seen == both),
            Is.EqualTo(both));
    }

    [Test]
    public async Task What_a_stranger_writes_into_a_header_is_not_believed_where_no_proxy_is_trusted()
    {
        await using var bare = await ApiHost.StartDemoAsync(Clock, Api.Database, ("Limits:Suggest", "3"), ("Limits:NeighbourFactor", "1"));
        using var stranger = new Person(bare);
        for (var asked = 0; asked < 3; asked++)
        {
            await stranger.GetAsync(Suggest, ("X-Forwarded-For", $"36.5.0.{asked}"));
        }

        Assert.That((await stranger.GetAsync(Suggest, ("X-Forwarded-For", "36.5.0.9"))).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task An_address_that_is_not_public_stands_for_many()
    {
        var policies = new List<string?>();
        foreach (var address in new[] { "10.6.0.1", "::ffff:192.168.6.1", "36.6.0.1" })
        {
            policies.Add((await From(address, Suggest)).Header("RateLimit-Policy"));
        }

        Assert.That(policies, Is.EqualTo(new[] { "\"suggest\";q=6;w=60", "\"suggest\";q=6;w=60", "\"suggest\";q=3;w=60" }));
    }

    [Test]
    public async Task A_client_is_held_to_its_quota_by_token_and_by_key_and_told_so_in_the_words_of_each_door()
    {
        var admin = await Given.StaffAsync("admin");
        var created = await admin.PostAsync(
            "/api/v1/admin/clients", new { clientId = "kuota", name = "Kuota", scopes = new[] { "reports:read" }, requestsPerMinute = 3 }, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        Assert.That(created.Body.GetProperty("client").GetProperty("requestsPerMinute").GetInt32(), Is.EqualTo(3), created.Text);
        using var client = await new Machine(Api, "kuota", created.Body.GetProperty("secret").GetString()!).SignedIn();
        Task<Answer> ByKey(string format) => Given.Citizen.GetAsync($"/open311/v2/requests.{format}?api_key={client.Secret}");

        Assert.That((await client.GetAsync("/api/v1/reports")).Header("RateLimit"), Does.StartWith("\"read\";r=2"));
        Assert.That((await ByKey("json")).Header("RateLimit"), Does.StartWith("\"read\";r=1"));
        Assert.That((await ByKey("json")).Status, Is.EqualTo(HttpStatusCode.OK));
        (await client.GetAsync("/api/v1/reports")).IsProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
        var (xml, json) = (await ByKey("xml"), await ByKey("json"));
        Assert.That((xml.Status, json.Status), Is.EqualTo((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests)));
        Assert.That(xml.Text, Does.Contain("<code>429</code>"));
        Assert.That(json.Body[0].GetProperty("code").ToString(), Is.EqualTo("429"));
        Assert.That(xml.Header("Retry-After"), Is.Not.Null);
    }

    [TestCase(0)]
    [TestCase(1_000_001)]
    public async Task A_quota_that_is_none_is_refused(int requestsPerMinute)
    {
        var admin = await Given.StaffAsync("admin");
        var answer = await admin.PostAsync(
            "/api/v1/admin/clients", new { clientId = "kuota-lain", name = "Kuota", scopes = new[] { "reports:read" }, requestsPerMinute }, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        answer.IsProblem(HttpStatusCode.BadRequest, "validation_failed", "requestsPerMinute");
    }

    private const string Suggest = "/api/v1/services/suggest?text=jalan%20rusak";

    private Task<Answer> From(string address, string path) => Given.Citizen.GetAsync(path, ("X-Forwarded-For", address));
}
