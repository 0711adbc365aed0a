using System.Net;
using KediriLapor.Api.Tests.Reports;
using KediriLapor.Harness;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.WhatsApp;

/// <summary>A fixture whose program speaks to a Graph API of its own, on a working morning whose clock stands still; each test has its own.</summary>
public abstract class Chatting
{
    protected const string Sri = "6281234567890";

    protected static readonly object InBandarLor = new { type = "location", location = new { latitude = -7.818385, longitude = 112.003541, name = "Pasar Bandar" } };

    private int numbered;

    protected FakeTimeProvider Clock { get; private set; } = null!;

    protected WhatsAppCatcher Catcher { get; private set; } = null!;

    protected ApiHost Api { get; private set; } = null!;

    protected Given Given { get; private set; } = null!;

    [SetUp]
    public async Task Open()
    {
        Clock = new FakeTimeProvider(Given.WorkingMorning);
        Catcher = await WhatsAppCatcher.StartAsync();
        Api = await ApiHost.StartDemoAsync(Clock, null, [.. Catcher.Settings, ("PublicUrl", "https://lapor.contoh.id")]);
        Given = new Given(Api);
    }

    [TearDown]
    public async Task Close()
    {
        Given.Dispose();
        await Api.DisposeAsync();
        await Catcher.DisposeAsync();
    }

    protected static object Text(string body) => new { type = "text", text = new { body } };

    protected object Picture(byte[]? content = null, string? caption = null) => new { type = "image", image = new { id = Catcher.Picture(content ?? Photo.Jpeg()), mime_type = "image/jpeg", caption } };

    /// <summary>Somebody writes; waits until it is taken in and answered.</summary>
    /// <param name="after">Seconds since the last message.</param>
    protected async Task WritesAsync(object content, string phone = Sri, string? answerTo = null, int after = 1)
    {
        Clock.Advance(TimeSpan.FromSeconds(after));
        await TellAsync(WhatsAppCatcher.Message(phone, NewId(phone), Clock.GetUtcNow(), content, answerTo));
        await AllIsHeardAsync();
    }

    protected string NewId(string phone) => $"wamid.HBg{phone}{++numbered}";

    protected async Task TellAsync(object webhook) => (await WhatsAppCatcher.TellAsync(Given.Citizen, webhook)).HasStatus(HttpStatusCode.OK);

    /// <summary>So long after the last message a matter is told.</summary>
    protected async Task SettlesAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("whatsapp_conversations WHERE draft_due_at IS NOT NULL"), waiting => waiting == 0), Is.Zero);
        await AllIsHeardAsync();
    }

    protected async Task AllIsHeardAsync()
    {
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("whatsapp_inbox WHERE done_at IS NULL"), waiting => waiting == 0), Is.Zero);
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("whatsapp_messages WHERE state = 'Pending'"), waiting => waiting == 0), Is.Zero);
    }

    /// <summary>Waits until no notification is on its way that the clock lets go.</summary>
    protected async Task AllIsSaidAsync()
    {
        await Api.OutboxIsDeliveredAsync();
        Assert.That(
            await Eventually.SeeAsync(
                () => Api.AskAsync<int>("SELECT count(*)::int AS \"Value\" FROM notifications WHERE state = 'Pending' AND due_at <= {0}", Clock.GetUtcNow() + TimeSpan.FromMinutes(5)),
                waiting => waiting == 0),
            Is.Zero);
    }

    /// <summary>The report of a receipt that was sent to this phone, with its secret.</summary>
    protected async Task<FiledReport> ReceivedAsync(string phone = Sri)
    {
        var receipt = Catcher.To(phone).Last(message => !message.IsTemplate && message.Text.Contains("lacak/", StringComparison.Ordinal) && message.Text.Contains('#', StringComparison.Ordinal)).Text;
        var link = receipt[(receipt.IndexOf("lacak/", StringComparison.Ordinal) + "lacak/".Length)..].Split('\n')[0].Split('#');
        var report = new FiledReport(Guid.Empty, link[0], link[1].Trim(), 0);
        var tracked = await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader);
        tracked.HasStatus(HttpStatusCode.OK);
        return report with { Id = tracked.Body.GetProperty("id").GetGuid(), Version = tracked.Body.GetProperty("version").GetInt32() };
    }

    protected string LastWords(string phone = Sri) => Catcher.To(phone)[^1].Text;
}
