using System.Net;
using KediriLapor.Api.Tests.Reports;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.WhatsApp;

/// <summary>A conversation becomes one report.</summary>
public sealed class ReportingTests : Chatting
{
    [Test]
    public async Task Text_place_and_pictures_in_a_row_become_one_report_with_its_receipt()
    {
        await WritesAsync(Text("Sampah di depan pasar sudah lima hari tidak diangkut"));
        Assert.That(LastWords(), Does.StartWith("Terima kasih. Di mana letaknya?"));
        await WritesAsync(InBandarLor);
        await WritesAsync(Picture());
        await WritesAsync(Picture(caption: "Baunya sampai ke sekolah"));
        await SettlesAsync();

        var report = await ReceivedAsync();
        Assert.That(LastWords(), Does.Contain(report.TrackingCode).And.Contain("Verifikator memeriksa").And.Contain("https://lapor.contoh.id/lacak/"));
        var seen = (await (await Given.StaffAsync("verifikator")).GetAsync(report.StaffPath)).Body;
        Assert.That((seen.Value("status"), seen.Value("channel"), seen.Value("service"), seen.Value("kelurahan")), Is.EqualTo(("submitted", "whatsApp", "SMP-ANGKUT", Given.BandarLor)));
        Assert.That(seen.Value("description"), Is.EqualTo("Sampah di depan pasar sudah lima hari tidak diangkut\nBaunya sampai ke sekolah"));
        Assert.That(seen.Value("address"), Is.EqualTo("Pasar Bandar"));
        Assert.That(seen.GetProperty("attachments").GetArrayLength(), Is.EqualTo(2));
        Assert.That(seen.GetProperty("routing").Value("rule"), Is.EqualTo("guessed-service"));
        Assert.That(await Api.CountAsync("reports"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_kelurahan_that_is_named_is_place_enough()
    {
        await WritesAsync(Text("Lampu jalan mati di kelurahan Bandar Lor, gelap sekali"));
        Assert.That(LastWords(), Does.Contain("kami catat"));
        await SettlesAsync();

        var seen = (await (await Given.StaffAsync("verifikator")).GetAsync((await ReceivedAsync()).StaffPath)).Body;
        Assert.That(seen.Value("kelurahan"), Is.EqualTo(Given.BandarLor));
    }

    [Test]
    public async Task What_is_answered_to_where_is_the_place_by_its_bare_name_too()
    {
        await WritesAsync(Text("Pohon besar hampir tumbang"));
        await WritesAsync(Text("Bandar Lor, sebelah balai RW"));
        await SettlesAsync();

        var seen = (await (await Given.StaffAsync("verifikator")).GetAsync((await ReceivedAsync()).StaffPath)).Body;
        Assert.That((seen.Value("kelurahan"), seen.Value("address"), seen.Value("description")), Is.EqualTo((Given.BandarLor, "Bandar Lor, sebelah balai RW", "Pohon besar hampir tumbang")));
    }

    [Test]
    public async Task A_matter_whose_place_was_never_told_is_not_lost()
    {
        await WritesAsync(Text("Ada pohon tumbang ngarep pasar, ora iso lewat"));
        Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("reports"), made => made == 1), Is.EqualTo(1));
        await AllIsHeardAsync();
        await Api.OutboxIsDeliveredAsync();

        var report = await ReceivedAsync();
        var seen = (await (await Given.StaffAsync("verifikator")).GetAsync(report.StaffPath)).Body;
        Assert.That((seen.Value("status"), seen.Value("kelurahan"), seen.Value("location")), Is.EqualTo(("submitted", (string?)null, (string?)null)));
        (await Given.Citizen.GetAsync("/api/v1/public/reports")).HasStatus(HttpStatusCode.OK);
        var forwarded = await (await Given.StaffAsync("verifikator")).ChangeAsync(report.StaffPath + "/disposisi", report.Version, new { agencyCode = "DLHKP", kelurahanCode = Given.BandarLor });
        forwarded.HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task Messages_that_come_out_of_order_are_told_in_order()
    {
        var (first, second) = (Clock.GetUtcNow(), Clock.GetUtcNow().AddSeconds(5));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await TellAsync(WhatsAppCatcher.Message(Sri, NewId(Sri), second, Text("dan airnya masuk ke rumah di kelurahan Bandar Lor")));
        await AllIsHeardAsync();
        await TellAsync(WhatsAppCatcher.Message(Sri, NewId(Sri), first, Text("Saluran air di gang kami mampet")));
        await AllIsHeardAsync();
        await SettlesAsync();

        var seen = (await (await Given.StaffAsync("verifikator")).GetAsync((await ReceivedAsync()).StaffPath)).Body;
        Assert.That(seen.Value("description"), Does.StartWith("Saluran air").And.EndWith("Bandar Lor"));
    }

    [Test]
    public async Task A_message_told_twice_on_two_instances_is_one()
    {
        await using var other = await ApiHost.StartDemoAsync(Clock, Api.Database, Catcher.Settings);
        using var meta = new Person(other);
        var told = WhatsAppCatcher.Message(Sri, NewId(Sri), Clock.GetUtcNow(), Text("Jalan berlubang di kelurahan Bandar Lor"));
        await Task.WhenAll(TellAsync(told), TellAsync(told), WhatsAppCatcher.TellAsync(meta, told), WhatsAppCatcher.TellAsync(meta, told));
        await AllIsHeardAsync();
        await SettlesAsync();
        await TellAsync(told);
        await AllIsHeardAsync();

        Assert.That(await Api.CountAsync("reports"), Is.EqualTo(1));
        Assert.That(await Api.AskAsync<string>("SELECT description AS \"Value\" FROM reports"), Is.EqualTo("Jalan berlubang di kelurahan Bandar Lor"));
        Assert.That(Catcher.To(Sri), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task An_emergency_is_sent_to_the_telephone_at_once_and_reported_without_waiting_for_a_place()
    {
        await WritesAsync(Text("Tolong rumah kebakaran api besar sekali"));
        Assert.That(Catcher.To(Sri)[0].Text, Does.Contain("Telepon 112 SEKARANG"));
        await SettlesAsync();

        Assert.That(await Api.AskAsync<string>("SELECT service_code AS \"Value\" FROM reports"), Is.EqualTo("DAR-KEBAKARAN"));
    }

    [Test]
    public async Task A_picture_that_follows_the_receipt_is_added_to_the_report()
    {
        await WritesAsync(Text("Jalan berlubang di kelurahan Bandar Lor"));
        await WritesAsync(Text("KIRIM"));
        await WritesAsync(Picture(), after: 600);

        var report = await ReceivedAsync();
        Assert.That(LastWords(), Is.EqualTo($"Foto kami tambahkan pada laporan {report.TrackingCode}."));
        Assert.That((await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body.GetProperty("attachments").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Only_six_pictures_belong_to_a_report_and_no_bomb_is_one()
    {
        await WritesAsync(Text("Jalan berlubang di kelurahan Bandar Lor"));
        await WritesAsync(Picture(Photo.Bomb()));
        Assert.That(LastWords(), Does.Contain("tidak dapat kami baca"));
        await WritesAsync(Picture([1, 2, 3]), after: 30);
        await WritesAsync(Picture(new byte[(10 * 1024 * 1024) + 1]));
        for (var nth = 0; nth < 7; nth++)
        {
            await WritesAsync(Picture());
        }

        Assert.That(LastWords(), Does.Contain("paling banyak 6 foto"));
        await SettlesAsync();
        Assert.That(await Api.CountAsync("attachments WHERE report_id IS NOT NULL"), Is.EqualTo(6));
    }

    [TestCase("http://169.254.169.254/latest/meta-data")]
    [TestCase("https://jahat.contoh.invalid/foto.jpg")]
    [TestCase("https://kunci@lookaside.fbsbx.com/foto.jpg")]
    [TestCase("file:///etc/passwd")]
    public async Task A_picture_is_fetched_from_nowhere_but_the_graph_and_the_token_goes_nowhere_else(string address)
    {
        Catcher.PicturesAt = address;
        await WritesAsync(Picture(caption: "Jalan rusak di kelurahan Bandar Lor"));
        Assert.That(Catcher.To(Sri)[0].Text, Does.Contain("tidak dapat kami baca"));
        await SettlesAsync();

        Assert.That((Catcher.Fetched, await Api.CountAsync("attachments"), await Api.CountAsync("reports")), Is.EqualTo((0, 0, 1)));
    }

    [Test]
    public async Task A_picture_that_cannot_be_had_for_now_is_waited_for_and_what_follows_keeps_its_order()
    {
        Catcher.RefusesPictures = HttpStatusCode.ServiceUnavailable;
        await TellAsync(WhatsAppCatcher.Message(Sri, NewId(Sri), Clock.GetUtcNow(), Picture(caption: "Jalan rusak di kelurahan Bandar Lor")));
        Assert.That(await Eventually.SeeAsync(FailedAsync, tried => tried == 1), Is.EqualTo(1));
        await TellAsync(WhatsAppCatcher.Message(Sri, NewId(Sri), Clock.GetUtcNow().AddSeconds(1), Text("KIRIM")));
        Catcher.RefusesPictures = null;
        Clock.Advance(TimeSpan.FromMinutes(3));
        await AllIsHeardAsync();

        Assert.That((await Api.CountAsync("reports"), await Api.CountAsync("attachments WHERE report_id IS NOT NULL")), Is.EqualTo((1, 1)));

        // tried, and due again before a lease would have ended
        Task<int> FailedAsync() => Api.AskAsync<int>("SELECT count(*)::int AS \"Value\" FROM whatsapp_inbox WHERE attempts = 1 AND due_at < {0}", Clock.GetUtcNow().AddMinutes(1));
    }

    [Test]
    public async Task What_lies_outside_the_city_is_told_kindly()
    {
        await WritesAsync(Text("Jalan berlubang di dekat sawah"));
        await WritesAsync(new { type = "location", location = new { latitude = -7.5, longitude = 112.5 } });
        Assert.That(LastWords(), Does.Contain("di luar Kota Kediri"));
    }

    [TestCase("audio")]
    [TestCase("sticker")]
    [TestCase("contacts")]
    [TestCase("kelak_ada")]
    public async Task What_is_not_understood_is_answered_kindly_and_not_over_and_over(string kind)
    {
        await WritesAsync(new { type = kind });
        await WritesAsync(new { type = kind });
        Assert.That(Catcher.To(Sri).Select(message => message.Text), Has.One.Contains("hanya dapat membaca teks, foto, dan lokasi"));
        Assert.That(Catcher.To(Sri), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_thumb_is_not_answered_and_a_greeting_begins_no_report()
    {
        await WritesAsync(new { type = "reaction", reaction = new { message_id = "wamid.x", emoji = "👍" } });
        Assert.That(Catcher.Messages, Is.Empty);
        await WritesAsync(Text("Selamat pagi"));
        Assert.That(LastWords(), Does.StartWith("Ini Lapor Mbak Wali 112"));
        Assert.That(await Api.CountAsync("whatsapp_conversations WHERE draft IS NOT NULL"), Is.Zero);
    }

    [Test]
    public async Task What_is_taken_back_is_not_reported_and_who_stays_anonymous_is_found_by_nobody()
    {
        await WritesAsync(Text("Jalan berlubang di kelurahan Bandar Lor"));
        await WritesAsync(Text("batal"));
        Assert.That(await Api.CountAsync("whatsapp_conversations WHERE draft IS NOT NULL"), Is.Zero);
        await WritesAsync(Text("ANONIM"));
        await WritesAsync(Text("Lampu jalan mati di kelurahan Bandar Lor"));
        await SettlesAsync();

        Assert.That(await Api.CountAsync("reports"), Is.EqualTo(1));
        Assert.That(await Api.CountAsync("reports WHERE anonymous"), Is.EqualTo(1));
        Assert.That(await Api.CountAsync("reporter_contacts WHERE phone_index IS NULL"), Is.EqualTo(1));
    }

    [Test]
    public async Task An_eleventh_report_within_a_day_is_not_taken()
    {
        for (var nth = 0; nth < 11; nth++)
        {
            await WritesAsync(Text($"Jalan berlubang nomor {nth} di kelurahan Bandar Lor"));
            await WritesAsync(Text("KIRIM"));
        }

        Assert.That(await Api.CountAsync("reports"), Is.EqualTo(10));
        Assert.That(LastWords(), Does.StartWith("Kami sudah menerima banyak laporan"));
    }
}
