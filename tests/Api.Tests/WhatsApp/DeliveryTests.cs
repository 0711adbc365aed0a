using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.WhatsApp;

/// <summary>What becomes of a message: at once, and as WhatsApp tells later.</summary>
public sealed class DeliveryTests : Chatting
{
    [Test]
    public async Task A_phone_that_is_not_on_WhatsApp_is_not_written_to_again_until_it_writes_itself()
    {
        Catcher.Refuses = (HttpStatusCode.BadRequest, 131026);
        await AskedAsync();
        Assert.That(await OutboxAsync("withheld"), Does.Contain("the address does not exist").And.Not.Contain("81234567890"));
        Catcher.Refuses = null;
        await AskedAsync();
        Assert.That(await OutboxAsync("withheld"), Does.Contain("undeliverable"));
        Assert.That(Catcher.Messages, Is.Empty);

        await WritesAsync(Text("Selamat pagi"));
        await AskedAsync();
        Assert.That(LastWords(), Does.StartWith("Ada pertanyaan"));
    }

    [TestCase(HttpStatusCode.TooManyRequests, 130429, "WhatsApp cannot be used (130429)")]
    [TestCase(HttpStatusCode.BadRequest, 131056, "not sent (WhatsApp says 131056)")]
    [TestCase(HttpStatusCode.BadRequest, 80007, "WhatsApp cannot be used (80007)")]
    [TestCase(HttpStatusCode.ServiceUnavailable, 131016, "WhatsApp cannot be used (131016)")]
    [TestCase(HttpStatusCode.Unauthorized, 190, "WhatsApp cannot be used (190)")]
    [TestCase(HttpStatusCode.NotFound, 132001, "not sent (WhatsApp says 132001)")]
    public async Task What_may_pass_is_tried_again(HttpStatusCode status, int code, string told)
    {
        Catcher.Refuses = (status, code);
        await AskedAsync(said: false);
        Assert.That(
            await Eventually.SeeAsync(
                () => Api.CountAsync($"notifications WHERE medium = 'WhatsApp' AND state = 'Pending' AND last_error = '{told}'"), failed => failed == 1), Is.EqualTo(1));
        Catcher.Refuses = null;
        Clock.Advance(TimeSpan.FromMinutes(2));
        await AllIsSaidAsync();
        Assert.That(Catcher.Messages, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_reply_is_tried_again_too()
    {
        Catcher.Refuses = (HttpStatusCode.InternalServerError, 131000);
        await TellAsync(WhatsAppCatcher.Message(Sri, NewId(Sri), Clock.GetUtcNow(), Text("Selamat pagi")));
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("whatsapp_messages WHERE last_error IS NOT NULL"), failed => failed == 1), Is.EqualTo(1));
        Catcher.Refuses = null;
        Clock.Advance(TimeSpan.FromSeconds(30));
        await AllIsHeardAsync();
        Assert.That(LastWords(), Does.StartWith("Ini Lapor Mbak Wali"));
    }

    [Test]
    public async Task That_it_came_and_was_read_is_kept_in_whatever_order_it_is_told()
    {
        await AskedAsync();
        var id = Catcher.Messages.Single().Id;
        foreach (var status in new[] { "read", "sent", "delivered", "read" })
        {
            await TellAsync(WhatsAppCatcher.Status(id, status, Clock.GetUtcNow()));
        }

        await AllIsHeardAsync();
        Assert.That(await Api.AskAsync<string>("SELECT state AS \"Value\" FROM whatsapp_messages"), Is.EqualTo("Read"));
    }

    [Test]
    public async Task A_delivery_that_is_told_before_its_message_is_known_waits_for_it_and_a_strangers_is_given_up()
    {
        await TellAsync(WhatsAppCatcher.Status("wamid.karangan", "delivered", Clock.GetUtcNow()));
        var done = await Eventually.SeeAsync(
            () =>
            {
                Clock.Advance(TimeSpan.FromMinutes(11));
                return Api.CountAsync("whatsapp_inbox WHERE done_at IS NOT NULL AND failure = 'unknown message'");
            },
            given => given == 1);
        Assert.That(done, Is.EqualTo(1));
    }

    [Test]
    public async Task What_could_not_be_delivered_after_all_is_a_refused_address()
    {
        await AskedAsync();
        await TellAsync(WhatsAppCatcher.Status(Catcher.Messages.Single().Id, "failed", Clock.GetUtcNow(), error: 131026));
        await AllIsHeardAsync();
        Assert.That(await Api.CountAsync("notifications WHERE medium = 'WhatsApp' AND state = 'Withheld' AND last_error = 'WhatsApp says 131026'"), Is.EqualTo(1));
        Assert.That(await Api.CountAsync("bounces"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_failed_because_the_window_had_closed_goes_out_again_as_a_template()
    {
        await WritesAsync(Text("Selamat pagi"));
        await AskedAsync();
        Assert.That(Catcher.Messages[^1].IsTemplate, Is.False);
        await TellAsync(WhatsAppCatcher.Status(Catcher.Messages[^1].Id, "failed", Clock.GetUtcNow(), error: 131047));
        await AllIsHeardAsync();
        Clock.Advance(TimeSpan.FromMinutes(2));
        await AllIsSaidAsync();
        Assert.That(Catcher.Messages[^1].IsTemplate, Is.True);
    }

    private async Task AskedAsync(bool said = true)
    {
        var report = await Given.ReportAsync(Given.Pollution with { Reporter = new ReporterDetails { Phone = "081234567890" } });
        await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di mana?" });
        await (said ? AllIsSaidAsync() : Api.OutboxIsDeliveredAsync());
    }

    private async Task<string> OutboxAsync(string state) => (await (await Given.StaffAsync("admin")).GetAsync("/api/v1/admin/outbox?state=" + state)).Text;
}
