using System.Globalization;
using System.Net;
using System.Text.Json;
using KediriLapor.Api.Tests.Clients;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Webhooks;

/// <summary>Each test with a program of its own, a receiver on this machine, and the client demo, which may everything in the whole city.</summary>
public abstract class WebhookStory
{
    protected const string Webhooks = "/api/v1/webhooks";
    protected const string Events = "/api/v1/events";

    private readonly List<Machine> machines = [];

    protected FakeTimeProvider Clock { get; private set; } = null!;

    protected ApiHost Api { get; private set; } = null!;

    protected Given Given { get; private set; } = null!;

    protected WebhookReceiver Receiver { get; private set; } = null!;

    protected MailCatcher Mail { get; private set; } = null!;

    internal Machine Demo { get; private set; } = null!;

    protected (string, string?)[] Settings =>
        [("Webhooks:AllowLocal", "true"), ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", Mail.Port.ToString(CultureInfo.InvariantCulture)), ("Smtp:Security", "None")];

    [SetUp]
    public async Task Open()
    {
        Clock = new FakeTimeProvider(Given.WorkingMorning);
        Mail = new MailCatcher();
        Receiver = await WebhookReceiver.StartAsync();
        Api = await ApiHost.StartDemoAsync(Clock, null, Settings);
        Given = new Given(Api);
        Demo = await Machine.Demo(Api);
    }

    [TearDown]
    public async Task Close()
    {
        machines.ForEach(machine => machine.Dispose());
        machines.Clear();
        Demo.Dispose();
        Given.Dispose();
        await Api.DisposeAsync();
        await Receiver.DisposeAsync();
        await Mail.DisposeAsync();
    }

    protected static (string, string) Key() => ("Idempotency-Key", Guid.CreateVersion7().ToString());

    /// <summary>A webhook that was made just now.</summary>
    internal async Task<Made> MakeAsync(Machine? client = null, object? wanted = null)
    {
        var owner = client ?? Demo;
        var answer = await owner.PostAsync(Webhooks, wanted ?? new { url = Receiver.Url }, Key());
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        return new Made(owner, answer.Body.GetProperty("webhook").GetProperty("id").GetGuid(), answer.Body.GetProperty("secret").GetString()!);
    }

    /// <summary>A client that an admin made just now, with a token.</summary>
    internal async Task<Machine> LetInAsync(string[]? agencies, params string[] scopes)
    {
        var admin = await Given.StaffAsync("admin");
        var clientId = $"uji-{Guid.CreateVersion7()}";
        var made = await admin.PostAsync("/api/v1/admin/clients", new { clientId, name = "Klien uji", scopes, agencies }, Key());
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        var machine = await new Machine(Api, clientId, made.Body.GetProperty("secret").GetString()!).SignedIn();
        machines.Add(machine);
        return machine;
    }

    /// <summary>Waits until the receiver has this many.</summary>
    protected async Task<CaughtDelivery[]> CaughtAsync(int count)
    {
        var caught = await Eventually.SeeAsync(() => Task.FromResult(Receiver.Caught), seen => seen.Length >= count);
        Assert.That(caught, Has.Length.EqualTo(count), string.Join(", ", caught.Select(one => one.Type)));
        return caught;
    }

    /// <summary>Waits until all that happened is in the feed, and on its way to who hears it.</summary>
    protected async Task FeedIsReadAsync() => Assert.That(
        await Eventually.SeeAsync(
            () => Api.CountAsync("report_events e WHERE NOT EXISTS (SELECT FROM webhook_events f WHERE f.report_id = e.report_id AND f.sequence = e.sequence)"), unread => unread == 0),
        Is.Zero);

    protected async Task AllIsTakenAsync() => Assert.That(
        await Eventually.SeeAsync(() => Api.CountAsync("webhook_deliveries WHERE state = 'Pending'"), waiting => waiting == 0), Is.Zero);

    protected async Task<FiledReport> ForwardedAsync(FiledReport report, string agency)
    {
        var verifier = await Given.StaffAsync("verifikator");
        var answer = await verifier.ChangeAsync(report.StaffPath + "/disposisi", report.Version, new { agencyCode = agency });
        answer.HasStatus(HttpStatusCode.OK);
        return report with { Version = answer.Body.GetProperty("version").GetInt32() };
    }

    protected Task<FiledReport> AcceptedAsync(FiledReport report) => Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.InProgress });

    /// <summary>A webhook and who made it.</summary>
    internal sealed record Made(Machine Owner, Guid Id, string Secret)
    {
        public string Path => $"{Webhooks}/{Id}";

        public async Task<JsonElement> ShownAsync() => (await Owner.GetAsync(Path)).Body;

        /// <summary>Newest first.</summary>
        public async Task<JsonElement[]> DeliveriesAsync()
        {
            var answer = await Owner.GetAsync(Path + "/deliveries?pageSize=100");
            answer.HasStatus(HttpStatusCode.OK);
            return [.. answer.Body.GetProperty("items").EnumerateArray()];
        }

        public async Task<JsonElement[]> AttemptsAsync(JsonElement delivery) =>
            [.. (await Owner.GetAsync($"{Path}/deliveries/{delivery.GetProperty("id").GetGuid()}")).Body.GetProperty("attempts").EnumerateArray()];

        public async Task<JsonElement> ChangedAsync(int version, object changes)
        {
            var answer = await Owner.SendAsync(HttpMethod.Put, Path, changes, ("If-Match", $"\"{version}\""));
            answer.HasStatus(HttpStatusCode.OK);
            return answer.Body;
        }
    }
}
