using System.Net;
using KediriLapor.Api.Tests.Clients;
using KediriLapor.Harness;
using KediriLapor.Persistence;

namespace KediriLapor.Api.Tests.Webhooks;

/// <summary>No webhook leads into our own network, however it is spelled: not when it is made and not when it is called.</summary>
public sealed class TargetTests : Story
{
    private const string Webhooks = "/api/v1/webhooks";

    /// <summary>This machine and other private places, spelled in many ways.</summary>
    private static readonly string[] Inside =
    [
        "127.0.0.1", "127.1", "2130706433", "0177.0.0.1", "0x7f.0.0.1", "0x7f000001", "017700000001", "127.0.0.1.", "localhost", "LOCALHOST", "localhost.", "①②⑦.⓪.⓪.①", "127。0。0。1",
        "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
        "0.0.0.0", "0", "[::]", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "2852039166", "100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1",
        "[fe80::1]", "[fe80::1%25eth0]", "[::1%25lo]", "[2001:0:7f00:1::]", "[64:ff9b:1::7f00:1]", "[fd00:ec2::254]", "ⓛocalhost", "[fc00::1]", "[ff02::1]", "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]", "[2001:db8::1]",
    ];

    private Machine demo = null!;

    [OneTimeSetUp]
    public async Task Arrive() => demo = await Machine.Demo(Api);

    [OneTimeTearDown]
    public void Leave() => demo.Dispose();

    [TestCaseSource(nameof(Inside))]
    public async Task A_webhook_into_our_own_network_is_not_made(string host)
    {
        var refused = await MakeAsync($"https://{host}/hook");
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.Text);
        // some are no address at all to the machine that runs this
        Assert.That(refused.Code, Is.EqualTo("webhook_url_not_public").Or.EqualTo("webhook_url_unresolved").Or.EqualTo("invalid_webhook_url"));
        if (host is "127.0.0.1" or "2130706433" or "0177.0.0.1" or "0x7f000001" or "localhost" or "[::ffff:127.0.0.1]" or "169.254.169.254")
        {
            refused.IsProblem(HttpStatusCode.UnprocessableEntity, "webhook_url_not_public", "url");
        }
    }

    [TestCase("http://93.184.216.34/hook")]
    [TestCase("ftp://93.184.216.34/hook")]
    [TestCase("file:///etc/passwd")]
    [TestCase("gopher://93.184.216.34/1")]
    [TestCase("https://93.184.216.34:22/hook")]
    [TestCase("https://93.184.216.34:5432/hook")]
    [TestCase("https://nama:sandi@93.184.216.34/hook")]
    [TestCase("https://93.184.216.34/hook#bagian")]
    [TestCase("//93.184.216.34/hook")]
    [TestCase("/hook")]
    [TestCase("bukan alamat")]
    [TestCase("https://")]
    [TestCase(" https://93.184.216.34/hook")]
    [TestCase("https://93.184.216.34/hook\n")]
    [TestCase("https://93.184.216.34/hook?x=\r\nHost: lain.contoh.id")]
    [TestCase("https://93.184.216.34\\@127.0.0.1/hook")]
    public async Task What_is_no_address_of_a_receiver_is_refused(string url) => (await MakeAsync(url)).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_webhook_url", "url");

    [Test]
    public async Task A_name_that_leads_nowhere_is_refused_and_a_place_on_the_internet_is_not()
    {
        (await MakeAsync("https://tiada.invalid/hook")).IsProblem(HttpStatusCode.UnprocessableEntity, "webhook_url_unresolved", "url");
        var made = await MakeAsync("https://93.184.216.34/hook");
        made.HasStatus(HttpStatusCode.Created);
        var path = $"{Webhooks}/{made.Body.GetProperty("webhook").GetProperty("id").GetGuid()}";
        (await demo.SendAsync(HttpMethod.Put, path, new { url = "https://10.1.2.3/hook" }, ("If-Match", "\"1\""))).IsProblem(HttpStatusCode.UnprocessableEntity, "webhook_url_not_public", "url");
    }

    [Test]
    public async Task One_that_was_public_when_it_was_made_is_refused_when_it_is_called()
    {
        await using var inside = await WebhookReceiver.StartAsync();
        var made = await MakeAsync("https://93.184.216.34/hook");
        var id = made.Body.GetProperty("webhook").GetProperty("id").GetGuid();
        foreach (var host in Inside)
        {
            // what DNS says today is not what it says tomorrow
            await Api.ExecuteAsync("UPDATE webhooks SET url = {0} WHERE id = {1}", $"http://{host}:{inside.Port}/hook", id);
            (await demo.PostAsync($"{Webhooks}/{id}/ping", new { }, ("Idempotency-Key", Guid.CreateVersion7().ToString()))).HasStatus(HttpStatusCode.Accepted);
            Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("webhook_deliveries WHERE state = 'Pending'"), waiting => waiting == 0), Is.Zero, host);
        }

        Assert.That(inside.Caught, Is.Empty);
        Assert.That(await Api.CountAsync("webhook_deliveries WHERE state = 'Dead' AND last_status IS NULL"), Is.EqualTo(Inside.Length));
        Assert.That(await Api.CountAsync("webhook_deliveries WHERE last_error = 'the address is not public'"), Is.GreaterThan(Inside.Length / 2));
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        await using var inside = await WebhookReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var open = await ApiHost.StartDemoAsync(Clock, null, ("Webhooks:AllowLocal", "true"));
        using var owner = await Machine.Demo(open);
        var made = await owner.PostAsync(Webhooks, new { url = receiver.Url }, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        foreach (var status in new[] { 301, 302, 303, 307, 308 })
        {
            receiver.Plan.Enqueue(new ReceiverSays(status, Location: inside.Url));
            (await owner.PostAsync($"{Webhooks}/{made.Body.GetProperty("webhook").GetProperty("id").GetGuid()}/ping", new { }, ("Idempotency-Key", Guid.CreateVersion7().ToString()))).HasStatus(HttpStatusCode.Accepted);
        }

        Assert.That(await Eventually.SeeAsync(() => open.CountAsync("webhook_deliveries WHERE last_error = 'redirects are not followed'"), count => count == 5), Is.EqualTo(5));
        Assert.That((inside.Caught.Length, receiver.Caught.Length), Is.EqualTo((0, 5)));
    }

    [Test]
    public void Receivers_on_this_machine_are_for_development_only() =>
        Assert.That(
            async () => await ApiHost.StartAsync(settings: new Dictionary<string, string?> { ["Webhooks:AllowLocal"] = "true" }),
            Throws.InstanceOf<StartupRefused>().With.Message.Contains("Webhooks__AllowLocal"));

    private Task<Answer> MakeAsync(string url) => demo.PostAsync(Webhooks, new { url }, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
}
