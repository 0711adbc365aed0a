using System.Net;
using KediriLapor.Harness;
using KediriLapor.Notifications;
using KediriLapor.Reports;
using KediriLapor.Reports.Clocks;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Notifications;

public sealed class MailTests : Mailed
{
    private const string Officer = "petugas.dlhkp@contoh.invalid";

    [Test]
    public async Task The_reporter_hears_of_a_question_and_the_officer_of_the_answer()
    {
        var report = await Given.ReportAsync(WithEmail);
        report = await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di sebelah mana?" });
        (await Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.Routed, Note = "Di utara pasar" }, report.SecretHeader))
            .HasStatus(HttpStatusCode.OK);
        await AllIsSaidAsync();

        Assert.That(Catcher.To(Reporter).Select(mail => mail.Message.Subject), Is.EqualTo(new[]
        {
            $"Laporan {report.TrackingCode} kami terima", $"Laporan {report.TrackingCode} perlu dilengkapi",
        }));
        Assert.That(Catcher.To(Officer).Select(mail => mail.Message.Subject), Is.EqualTo(new[]
        {
            $"Laporan {report.TrackingCode} untuk unit Anda", $"Pelapor menjawab: {report.TrackingCode}",
        }));
    }

    [Test]
    public async Task A_mail_leads_to_the_report_and_tells_no_secret_no_words_and_no_name()
    {
        var report = await Given.ReportAsync(WithEmail);
        await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Rumah Bu Sri nomor berapa?" });
        await AllIsSaidAsync();

        Assert.That(Catcher.To(Reporter)[1].Text, Does.Contain($"https://lapor.contoh.id/lacak/{report.TrackingCode}"));
        Assert.That(Catcher.Mails, Has.Length.EqualTo(3));
        foreach (var mail in Catcher.Mails)
        {
            var all = mail.Message.ToString();
            Assert.That(all, Does.Not.Contain(report.Secret).And.Not.Contain("Wahyuni").And.Not.Contain("Rumah Bu Sri").And.Not.Contain("selokan"));
        }
    }

    [Test]
    public async Task An_anonymous_reporter_is_told_and_a_confidential_report_is_not_named_in_the_mail()
    {
        var report = await Given.ReportAsync(WithEmail with { Anonymous = true, Confidential = true, Reporter = new ReporterDetails { Email = Reporter } });
        await AllIsSaidAsync();

        Assert.That(Catcher.To(Reporter), Has.Length.EqualTo(1));
        foreach (var mail in Catcher.Mails)
        {
            Assert.That(mail.Text, Does.Contain(report.TrackingCode).And.Contain("rahasia").And.Not.Contain("Lingkungan").And.Not.Contain("ncemaran"));
        }
    }

    [Test]
    public async Task Of_an_integrity_case_only_those_hear_who_may_open_it()
    {
        var report = await Given.ReportAsync(Given.Bribe);
        foreach (var userName in new[] { "inspektorat", "pemeriksa" })
        {
            (await (await Given.StaffAsync(userName)).GetAsync(report.StaffPath)).HasStatus(HttpStatusCode.OK);
        }

        Clock.Advance(TimeSpan.FromDays(60));
        await Api.RunAsync(new ClimbEscalations());
        await AllIsSaidAsync();

        Assert.That(Catcher.Mails.Select(mail => mail.To).Distinct(), Is.SubsetOf(new[] { "inspektorat@contoh.invalid", "pemeriksa@contoh.invalid" }));
    }

    [Test]
    public async Task Each_step_of_the_ladder_is_told_to_those_it_names()
    {
        await Given.ReportAsync(Given.Alley);
        await AllIsSaidAsync();
        Clock.Advance(TimeSpan.FromDays(30));
        await Api.RunAsync(new ClimbEscalations());
        await AllIsSaidAsync();

        Assert.That(
            Catcher.Mails.Where(mail => mail.Message.Subject!.StartsWith("Tenggat", StringComparison.Ordinal)).Select(mail => mail.To),
            Is.EquivalentTo(new[] { "petugas.bandar-lor@contoh.invalid", "camat.mojoroto@contoh.invalid", "inspektorat@contoh.invalid" }));
    }

    [Test]
    public async Task A_mail_server_that_is_down_delays_the_mail_and_no_request()
    {
        Catcher.Down = true;
        var report = await Given.ReportAsync(WithEmail);
        await Api.OutboxIsDeliveredAsync();
        using var admin = await AdminAsync();
        var failed = await Eventually.SeeAsync(
            async () => (await admin.GetAsync("/api/v1/admin/outbox?state=pending")).Body.GetProperty("items").EnumerateArray().Select(item => item.Value("lastError")).ToArray(),
            errors => errors.Length == 2 && errors.All(error => error is not null));
        Assert.That(failed, Has.All.Contains("the mail server cannot be used"));

        Catcher.Down = false;
        Clock.Advance(TimeSpan.FromMinutes(2));
        await AllIsSaidAsync();
        Assert.That(Catcher.To(Reporter).Select(mail => mail.Message.Subject), Is.EqualTo(new[] { $"Laporan {report.TrackingCode} kami terima" }));
    }

    [Test]
    public async Task What_cannot_be_sent_for_a_day_dies_in_sight_and_can_be_tried_again()
    {
        Catcher.Down = true;
        await Given.ReportAsync(Given.Unclear with { Reporter = new ReporterDetails { Email = Reporter } });
        await Api.OutboxIsDeliveredAsync();
        var given = await Eventually.SeeAsync(
            () =>
            {
                Clock.Advance(TimeSpan.FromDays(1)); // the same hour: it is never quiet
                return Api.CountAsync($"notifications WHERE state = 'Dead' AND attempts = {Notification.MaxAttempts}");
            },
            dead => dead == 2);
        Assert.That(given, Is.EqualTo(2));

        Catcher.Down = false;
        using var admin = await AdminAsync();
        var dead = (await admin.GetAsync("/api/v1/admin/outbox?state=dead")).Body.GetProperty("items").EnumerateArray().ToArray();
        Assert.That(dead, Has.Length.EqualTo(2));
        foreach (var item in dead)
        {
            (await admin.PostAsync($"/api/v1/admin/outbox/{item.Value("id")}/retry", new { })).HasStatus(HttpStatusCode.NoContent);
        }

        await AllIsSaidAsync();
        Assert.That(Catcher.To(Reporter), Has.Length.EqualTo(1));
        (await admin.PostAsync($"/api/v1/admin/outbox/{dead[0].Value("id")}/retry", new { })).IsProblem(HttpStatusCode.Conflict, "already_sent");
    }

    [Test]
    public async Task An_address_that_does_not_exist_is_not_written_to_again_until_it_is_corrected()
    {
        Catcher.Refuses = Reporter;
        var report = await Given.InProgressAsync(WithEmail);
        await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di mana?" });
        await AllIsSaidAsync();
        Catcher.Refuses = null;
        using var admin = await AdminAsync();
        var withheld = (await admin.GetAsync("/api/v1/admin/outbox?state=withheld")).Text;
        Assert.That(withheld, Does.Contain("does not exist").And.Contain("undeliverable").And.Not.Contain(Reporter));

        using var corrected = System.Net.Http.Json.JsonContent.Create(new { email = "sri.baru@contoh.id" });
        (await Given.Citizen.SendAsync(HttpMethod.Put, report.TrackingPath + "/personal-data", corrected, report.SecretHeader)).HasStatus(HttpStatusCode.OK);
        (await Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version + 1, new ReporterMove { To = ReportStatus.Closed }, report.SecretHeader)).HasStatus(HttpStatusCode.OK);
        await AllIsSaidAsync();
        Assert.That(Catcher.To("sri.baru@contoh.id"), Has.Length.EqualTo(1));
        Assert.That(Catcher.To(Reporter), Is.Empty);
    }

    [Test]
    public async Task Two_relays_that_meet_one_refused_address_keep_it_once_and_neither_stumbles()
    {
        var seal = new byte[] { 1, 2, 3 };
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Api.InDatabaseAsync<int>(db => db.Bounced(seal, Clock.GetUtcNow(), CancellationToken.None))));
        Assert.That(await Api.CountAsync("bounces"), Is.EqualTo(1));
    }

    [Test]
    public async Task One_click_ends_the_mails_of_a_report_and_only_its_own()
    {
        var report = await Given.ReportAsync(WithEmail);
        await AllIsSaidAsync();
        var mail = Catcher.To(Reporter).Single().Message;
        Assert.That(mail.Headers["List-Unsubscribe-Post"], Is.EqualTo("List-Unsubscribe=One-Click"));
        var link = new Uri(mail.Headers["List-Unsubscribe"]!.Trim('<', '>')).PathAndQuery;

        using var click = new FormUrlEncodedContent(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" });
        // a mail program may click before its person does
        foreach (var clicked in await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Given.Citizen.SendAsync(HttpMethod.Post, link, null))))
        {
            clicked.HasStatus(HttpStatusCode.NoContent);
        }

        (await Given.Citizen.SendAsync(HttpMethod.Post, link, click)).HasStatus(HttpStatusCode.NoContent);
        (await Given.Citizen.SendAsync(HttpMethod.Post, link + "x", null)).IsProblem(HttpStatusCode.NotFound, "not_found");
        await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di mana?" });
        await Given.ReportAsync(WithEmail);
        await AllIsSaidAsync();

        Assert.That(Catcher.To(Reporter).Select(sent => sent.Message.Subject), Has.Exactly(2).Contains("kami terima").And.None.Contains("dilengkapi"));
    }

    [Test]
    public async Task At_night_only_an_emergency_is_told()
    {
        Clock.SetUtcNow(Given.WorkingMorning.AddHours(14));
        await Given.ReportAsync(WithEmail);
        var emergency = await Given.ReportAsync(WithEmail with { ServiceCode = "DAR-KEBAKARAN", Description = "Rumah terbakar di gang." });
        await Api.OutboxIsDeliveredAsync();
        Assert.That((await Eventually.SeeAsync(() => Task.FromResult(Catcher.To(Reporter)), mails => mails.Length > 0)).Single().Message.Subject, Does.Contain(emergency.TrackingCode));

        Clock.SetUtcNow(Given.WorkingMorning.AddHours(21));
        await AllIsSaidAsync();
        Assert.That(Catcher.To(Reporter), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task A_unit_with_work_waiting_gets_one_digest_a_morning()
    {
        await Given.ReportAsync();
        await Given.ReportAsync();
        await AllIsSaidAsync();
        Assert.That(await Api.RunAsync(new PrepareDigests()), Is.EqualTo(1));
        Assert.That(await Api.RunAsync(new PrepareDigests()), Is.Zero);
        await AllIsSaidAsync();

        var digest = Catcher.Mails.Single(mail => mail.Text.StartsWith("Selamat pagi", StringComparison.Ordinal));
        Assert.That((digest.To, digest.Text.Contains("2 laporan baru", StringComparison.Ordinal)), Is.EqualTo((Officer, true)));
    }
}
