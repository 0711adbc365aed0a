using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.WhatsApp;

/// <summary>What is told to reporters by WhatsApp, and what they answer to it.</summary>
public sealed class AnsweringTests : Chatting
{
    private static readonly NewReport WithPhone = Given.Pollution with { Reporter = new ReporterDetails { Phone = "081234567890" } };

    [Test]
    public async Task Who_has_not_written_for_a_day_is_told_by_a_template_with_its_parameters()
    {
        var report = await AskedAsync(await Given.ReportAsync(WithPhone));

        var sent = Catcher.To(Sri).Single();
        Assert.That((sent.IsTemplate, sent.Text), Is.EqualTo((true, "laporan_ditanyakan")));
        Assert.That(sent.Sent.GetProperty("template").GetProperty("language").GetProperty("code").GetString(), Is.EqualTo("id"));
        Assert.That((sent.Parameters.Length, sent.Parameters[0], sent.Parameters[2]), Is.EqualTo((3, report.TrackingCode, $"https://lapor.contoh.id/lacak/{report.TrackingCode}")));
        Assert.That(sent.Sent.ToString(), Does.Not.Contain("Di mana?").And.Not.Contain(report.Secret));
    }

    [Test]
    public async Task Who_wrote_within_a_day_is_told_in_free_words_and_after_it_by_a_template()
    {
        await WritesAsync(Text("Selamat pagi"));
        var report = await AskedAsync(await Given.ReportAsync(WithPhone));
        Assert.That(Catcher.To(Sri)[^1].IsTemplate, Is.False);
        Assert.That(LastWords(), Does.StartWith($"Ada pertanyaan untuk Anda tentang laporan {report.TrackingCode}"));

        // a day later everybody signs in anew
        Clock.Advance(TimeSpan.FromHours(25));
        using var tomorrow = new Given(Api);
        var again = await tomorrow.MovedAsync(await tomorrow.ReportAsync(WithPhone), "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di mana?" });
        await AllIsSaidAsync();
        Assert.That((Catcher.To(Sri)[^1].IsTemplate, Catcher.To(Sri)[^1].Parameters[0]), Is.EqualTo((true, again.TrackingCode)));
    }

    [Test]
    public async Task Where_WhatsApp_holds_the_window_for_closed_the_template_goes_out()
    {
        await WritesAsync(Text("Selamat pagi"));
        Catcher.RefusesWords = (HttpStatusCode.BadRequest, 131047);
        await AskedAsync(await Given.ReportAsync(WithPhone));
        Assert.That(Catcher.To(Sri)[^1].IsTemplate, Is.True);
    }

    [Test]
    public async Task An_answer_by_WhatsApp_is_the_reporters_answer()
    {
        var report = await AskedAsync(await Given.ReportAsync(WithPhone));
        await WritesAsync(Text("Di utara pasar, sebelah masjid"));

        Assert.That(LastWords(), Does.StartWith($"Terima kasih, jawaban Anda untuk laporan {report.TrackingCode}"));
        var seen = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body;
        var answer = seen.GetProperty("history").EnumerateArray().Last();
        Assert.That((seen.Value("status"), answer.Value("publicNote"), answer.Value("actor")), Is.EqualTo(("routed", "Di utara pasar, sebelah masjid", "Pelapor")));
        Assert.That(await Api.CountAsync("reports"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_time_of_day_is_a_greeting_unless_it_answers()
    {
        await WritesAsync(Text("Malam"));
        Assert.That(LastWords(), Does.StartWith("Ini Lapor Mbak Wali"));
        var report = await AskedAsync(await Given.ReportAsync(WithPhone));
        await WritesAsync(Text("Malam"));
        Assert.That((await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body.Value("status"), Is.EqualTo("routed"));
    }

    [Test]
    public async Task The_question_under_which_an_answer_was_put_is_answered_and_not_the_latest()
    {
        var first = await AskedAsync(await Given.ReportAsync(WithPhone));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await AskedAsync(await Given.ReportAsync(WithPhone));
        await WritesAsync(Text("Untuk yang pertama"), answerTo: Catcher.To(Sri).First(message => message.Parameters[0] == first.TrackingCode).Id);

        var officer = await Given.StaffAsync("petugas.dlhkp");
        Assert.That((await officer.GetAsync(first.StaffPath)).Body.Value("status"), Is.EqualTo("routed"));
        Assert.That((await officer.GetAsync(second.StaffPath)).Body.Value("status"), Is.EqualTo("needsInformation"));
    }

    [Test]
    public async Task A_location_answers_and_a_picture_is_kept_with_it()
    {
        var report = await AskedAsync(await Given.ReportAsync(WithPhone));
        await WritesAsync(Picture());
        Assert.That(LastWords(), Does.Contain("Mohon tulis jawaban Anda"));
        await WritesAsync(InBandarLor);

        var seen = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body;
        Assert.That(seen.GetProperty("history").EnumerateArray().Last().Value("publicNote"), Is.EqualTo("Lokasi: -7.818385, 112.003541 (Pasar Bandar)"));
        Assert.That(seen.GetProperty("attachments").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_wants_to_report_something_else_says_so()
    {
        var report = await AskedAsync(await Given.ReportAsync(WithPhone));
        await WritesAsync(Text("BARU"));
        await WritesAsync(Text("Lampu jalan mati di kelurahan Bandar Lor"));
        await SettlesAsync();

        Assert.That(await Api.CountAsync("reports"), Is.EqualTo(2));
        Assert.That((await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body.Value("status"), Is.EqualTo("needsInformation"));
    }

    [Test]
    public async Task The_question_is_told_in_words_to_the_phone_that_reported_and_to_another_only_where_it_stands()
    {
        await AskedAsync(await Given.ReportAsync(WithPhone));
        await WritesAsync(Text("tanya"));
        Assert.That(LastWords(), Does.Contain("/lacak/").And.Not.Contain("Di mana?"));
        await WritesAsync(Text("Di utara pasar"));

        await WritesAsync(Text("Lampu jalan mati di kelurahan Bandar Lor"));
        await SettlesAsync();
        var own = await ReceivedAsync();
        var asked = await (await Given.StaffAsync("verifikator")).ChangeAsync(own.StaffPath + "/status", own.Version, new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Tiang nomor berapa?" });
        asked.HasStatus(HttpStatusCode.OK);
        await AllIsSaidAsync();
        await WritesAsync(Text("TANYA"));
        Assert.That(LastWords(), Does.Contain("Tiang nomor berapa?"));
        await WritesAsync(Text("Nomor 12"));
        Assert.That((await Given.Citizen.GetAsync(own.TrackingPath, own.SecretHeader)).Body.Value("status"), Is.EqualTo("submitted"));
    }

    [Test]
    public async Task An_anonymous_reporter_is_told_and_answers_and_nobody_finds_them()
    {
        var report = await AskedAsync(await Given.ReportAsync(WithPhone with { Anonymous = true }));
        await WritesAsync(Text("Di utara pasar"));

        Assert.That((await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body.Value("status"), Is.EqualTo("routed"));
        Assert.That((await (await Given.StaffAsync("verifikator")).GetAsync("/api/v1/reports?q=081234567890")).Body.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_confidential_report_is_not_named_and_no_phone_no_message()
    {
        await AskedAsync(await Given.ReportAsync(WithPhone with { Confidential = true }));
        Assert.That(Catcher.To(Sri).Single().Parameters[1], Is.EqualTo("rahasia"));
        await AskedAsync(await Given.ReportAsync(Given.Pollution with { Reporter = new ReporterDetails { Email = "sri@contoh.id" } }));
        Assert.That(Catcher.Messages, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Who_says_stop_hears_nothing_until_they_say_start()
    {
        await WritesAsync(Text("Berhenti"));
        Assert.That(LastWords(), Does.Contain("tidak akan mengabari"));
        var before = Catcher.To(Sri).Length;
        var report = await AskedAsync(await Given.ReportAsync(WithPhone));
        Assert.That(Catcher.To(Sri), Has.Length.EqualTo(before));
        Assert.That(await Api.CountAsync("notifications WHERE medium = 'WhatsApp' AND state = 'Withheld' AND last_error = 'unsubscribed'"), Is.EqualTo(1));

        await WritesAsync(Text("MULAI"));
        (await Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.Closed, Note = "Sudah beres" }, report.SecretHeader)).HasStatus(HttpStatusCode.OK);
        await AllIsSaidAsync();
        Assert.That(LastWords(), Does.StartWith($"Laporan {report.TrackingCode}"));
    }

    [Test]
    public async Task At_night_nobody_is_told_but_who_writes_is_answered()
    {
        Clock.SetUtcNow(Given.WorkingMorning.AddHours(14));
        var report = await Given.ReportAsync(WithPhone);
        await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di mana?" });
        await WritesAsync(Text("Selamat malam"));
        await Api.OutboxIsDeliveredAsync();
        Assert.That(Catcher.To(Sri).Select(message => message.Text), Has.One.StartsWith("Ini Lapor Mbak Wali"));
        Assert.That(Catcher.To(Sri), Has.Length.EqualTo(1));

        Clock.SetUtcNow(Given.WorkingMorning.AddHours(21));
        await AllIsSaidAsync();
        Assert.That(LastWords(), Does.StartWith("Ada pertanyaan"));
    }

    [Test]
    public async Task Erasing_the_person_ends_the_conversation_too()
    {
        await WritesAsync(Text("Lampu jalan mati di kelurahan Bandar Lor"));
        await SettlesAsync();
        var report = await ReceivedAsync();
        (await Given.Citizen.WriteAsync(HttpMethod.Delete, report.TrackingPath + "/personal-data", report.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
        Assert.That((await Api.CountAsync("whatsapp_conversations"), await Api.CountAsync("reporter_contacts")), Is.EqualTo((0, 0)));
    }

    private async Task<FiledReport> AskedAsync(FiledReport report)
    {
        var asked = await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di mana?" });
        await AllIsSaidAsync();
        return asked;
    }
}
