using System.Net;
using System.Text;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.WhatsApp;

/// <summary>The door that Meta knocks at, and those who are not Meta.</summary>
public sealed class WebhookTests : Chatting
{
    private object Greeting => WhatsAppCatcher.Message(Sri, NewId(Sri), Clock.GetUtcNow(), Text("Selamat pagi"));

    [Test]
    public async Task Meta_gets_its_challenge_back_for_the_word_that_was_agreed_upon()
    {
        var verified = await Given.Citizen.GetAsync($"{WhatsAppCatcher.Webhook}?hub.mode=subscribe&hub.verify_token={WhatsAppCatcher.VerifyToken}&hub.challenge=1158201444");
        verified.HasStatus(HttpStatusCode.OK);
        Assert.That((verified.Text, verified.ContentType), Is.EqualTo(("1158201444", "text/plain")));
    }

    [TestCase("hub.mode=subscribe&hub.verify_token=karangan&hub.challenge=1")]
    [TestCase("hub.mode=unsubscribe&hub.verify_token=kata-verifikasi&hub.challenge=1")]
    [TestCase("hub.challenge=%3Cscript%3E")]
    [TestCase("")]
    public async Task Nobody_else_does(string query) =>
        (await Given.Citizen.GetAsync($"{WhatsAppCatcher.Webhook}?{query}")).IsProblem(HttpStatusCode.Forbidden, "invalid_signature");

    [TestCase(null)]
    [TestCase("bukan rahasia")]
    [TestCase("")]
    public async Task What_is_not_signed_by_Meta_is_not_taken(string? secret)
    {
        (await WhatsAppCatcher.TellAsync(Given.Citizen, Greeting, secret)).IsProblem(HttpStatusCode.Unauthorized, "invalid_signature");
        Assert.That(await Api.CountAsync("whatsapp_inbox"), Is.Zero);
    }

    [TestCase("sha256=")]
    [TestCase("sha256=00")]
    [TestCase("sha256=zz")]
    [TestCase("sha1=0123456789abcdef0123456789abcdef01234567")]
    [TestCase("karangan")]
    public async Task A_signature_of_another_form_is_none(string signature)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(Greeting));
        (await Given.Citizen.SendAsync(HttpMethod.Post, WhatsAppCatcher.Webhook, content, ("X-Hub-Signature-256", signature))).IsProblem(HttpStatusCode.Unauthorized, "invalid_signature");
    }

    [Test]
    public async Task The_very_bytes_are_signed()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Greeting);
        using var content = new ByteArrayContent([.. body, (byte)' ']);
        (await Given.Citizen.SendAsync(HttpMethod.Post, WhatsAppCatcher.Webhook, content, ("X-Hub-Signature-256", WhatsAppCatcher.Sign(body, WhatsAppCatcher.AppSecret)))).IsProblem(HttpStatusCode.Unauthorized, "invalid_signature");
    }

    [Test]
    public async Task Without_settings_everything_works_but_nothing_is_taken_and_what_is_to_be_said_is_kept_in_sight()
    {
        await using var bare = await ApiHost.StartDemoAsync(Clock);
        using var person = new Person(bare);
        using var given = new Given(bare);
        (await WhatsAppCatcher.TellAsync(person, Greeting, "")).IsProblem(HttpStatusCode.Unauthorized, "invalid_signature");
        (await person.GetAsync($"{WhatsAppCatcher.Webhook}?hub.mode=subscribe&hub.verify_token=&hub.challenge=1")).IsProblem(HttpStatusCode.Forbidden, "invalid_signature");
        var report = await given.ReportAsync(Given.Pollution with { Reporter = new ReporterDetails { Phone = "081234567890" } });
        await given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di mana?" });
        await bare.OutboxIsDeliveredAsync();
        Assert.That(await Eventually.SeeAsync(() => bare.CountAsync("notifications WHERE medium = 'WhatsApp' AND state = 'Kept'"), kept => kept == 1), Is.EqualTo(1));
        Assert.That((await (await given.StaffAsync("admin")).GetAsync("/api/v1/admin/outbox?state=kept")).Text, Does.Contain("laporan_ditanyakan").And.Not.Contain("81234567890"));
    }

    [Test]
    public async Task A_body_beyond_measure_is_refused()
    {
        var body = Encoding.UTF8.GetBytes("{\"x\":\"" + new string('x', (3 * 1024 * 1024) + 1) + "\"}");
        (await WhatsAppCatcher.TellAsync(Given.Citizen, body)).IsProblem(HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
    }

    [TestCase("bukan json", HttpStatusCode.BadRequest)]
    [TestCase("", HttpStatusCode.BadRequest)]
    [TestCase("null", HttpStatusCode.OK)]
    [TestCase("[1]", HttpStatusCode.OK)]
    [TestCase("""{"entry":[{"changes":[{"value":{"messages":[{"id":"x"}]}}]}]}""", HttpStatusCode.OK)]
    [TestCase("""{"entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"106540352242922"},"messages":[null,1,{"id":5},{"id":"a","from":"bukan nomor","timestamp":"1","type":"text"},{"id":"b","from":"6281","timestamp":"99999999999999999999","type":"text"}],"statuses":[{"id":"c","status":"terbang"}]}}]}]}""", HttpStatusCode.OK)]
    [TestCase("""{"entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"999"},"messages":[{"id":"d","from":"6281234567890","timestamp":"1764000000","type":"text","text":{"body":"Nomor lain"}}]}}]}]}""", HttpStatusCode.OK)]
    public async Task Whatever_is_signed_breaks_nothing(string body, HttpStatusCode status)
    {
        (await WhatsAppCatcher.TellAsync(Given.Citizen, Encoding.UTF8.GetBytes(body))).HasStatus(status);
        Assert.That(await Api.CountAsync("whatsapp_inbox"), Is.Zero);
    }

    [Test]
    public async Task Odd_words_are_taken_as_they_are()
    {
        await WritesAsync(Text("Jalan\0 berlubang \ud83d\ude21 {{ link }} di kelurahan Bandar Lor 'x'); DROP TABLE reports;--"));
        await WritesAsync(Text("KIRIM"));
        Assert.That(await Api.AskAsync<string>("SELECT description AS \"Value\" FROM reports"), Does.StartWith("Jalan berlubang \ud83d\ude21 {{ link }}"));
    }

    [Test]
    public async Task What_was_told_lies_sealed_and_is_gone_once_it_was_worked_on()
    {
        await WritesAsync(Text("Jalan berlubang di kelurahan Bandar Lor"));
        foreach (var table in new[] { "whatsapp_inbox", "whatsapp_conversations", "whatsapp_messages", "reporter_contacts" })
        {
            Assert.That(await Api.AskAsync<int>($"SELECT count(*)::int AS \"Value\" FROM {table} t WHERE t::text ~ '81234567890|berlubang'"), Is.Zero, table);
        }

        Assert.That(await Api.CountAsync("whatsapp_inbox WHERE sealed IS NOT NULL"), Is.Zero);
        Assert.That(await Api.CountAsync("whatsapp_messages WHERE sealed IS NOT NULL"), Is.Zero);
        Assert.That(await Api.CountAsync("whatsapp_conversations WHERE draft IS NOT NULL"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_month_later_it_is_forgotten_and_only_the_wish_for_silence_stays()
    {
        await WritesAsync(Text("Selamat pagi"));
        await WritesAsync(Text("STOP"), "6285700000001");
        Clock.Advance(TimeSpan.FromDays(31));
        await Api.RunAsync(new KediriLapor.WhatsApp.SweepWhatsApp());
        Assert.That(
            (await Api.CountAsync("whatsapp_inbox"), await Api.CountAsync("whatsapp_messages"), await Api.CountAsync("whatsapp_conversations"), await Api.CountAsync("whatsapp_conversations WHERE phone IS NULL AND stopped_at IS NOT NULL")),
            Is.EqualTo((0, 0, 1, 1)));
    }
}
