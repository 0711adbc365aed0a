using System.Net;
using System.Text.Json;
using KediriLapor.HandOvers;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.HandOvers;

/// <summary>The neighbour takes it over, sends it back, or says nothing.</summary>
public sealed class AnswerTests : HandOverStory
{
    [Test]
    public async Task What_the_neighbour_takes_over_is_told_with_its_number_and_day_to_reporter_officer_and_public()
    {
        var (report, id) = await HandedOverAsync(WithEmail);
        var waiting = await TrackedAsync(report);
        Assert.That(waiting.Value("dueReason"), Does.EndWith("diminta menjawab penyerahan ini paling lambat Jumat, 27 November 2026 pukul 16.00 WIB."));
        Assert.That(waiting.GetProperty("dueAt").ValueKind, Is.EqualTo(JsonValueKind.Null), "the city's own clock stands still");

        var link = await MailedAsync();
        var record = await Pln.ReceiveAsync(link);
        Assert.That(record.Id, Is.EqualTo(id));
        var answer = await Pln.AcknowledgeAsync(link, record, Today.AddDays(7));
        answer.HasStatus(HttpStatusCode.OK);
        var number = Pln.NumberOf(id);
        Assert.That((answer.Body.Value("state"), answer.Body.Value("mayAnswer"), answer.Body.GetProperty("answer").Value("number")), Is.EqualTo(("acknowledged", "false", number)));

        var tracked = await TrackedAsync(report);
        var taken = tracked.GetProperty("handedOverTo");
        Assert.That((taken.Value("reference"), taken.Value("expectedOn"), taken.Value("contact")), Is.EqualTo((number, $"{Today.AddDays(7):yyyy-MM-dd}", "123")));
        Assert.That(tracked.Value("dueReason"), Does.EndWith($"menindaklanjuti laporan ini paling lambat Selasa, 1 Desember 2026 (nomor {number})."));
        Assert.That(tracked.Values("timeline", "type")[^2..], Is.EqualTo(new[] { "handedOver", "handOverAcknowledged" }));
        Assert.That(tracked.Values("timeline", "actor")[^1], Is.EqualTo("neighbour"));

        var verifier = await Given.StaffAsync("verifikator");
        Assert.That((await verifier.GetAsync(report.StaffPath + "/deadline")).Body.Values("lines", "text"), Is.EqualTo(new[]
        {
            "Laporan diserahkan kepada PT PLN (Persero) UP3/ULP Kediri (123): tenggat kota berhenti.", tracked.Value("dueReason"),
        }));
        var staff = (await verifier.GetAsync(report.StaffPath)).Body.GetProperty("handedOverTo");
        Assert.That((staff.Value("state"), staff.GetProperty("answer").Value("by")), Is.EqualTo(("acknowledged", "Posko PLN")));
        await AllIsSaidAsync();
        var shown = (await Given.Citizen.GetAsync($"/api/v1/public/reports/{report.Id}")).Body;
        Assert.That((shown.Value("handedOverNumber"), shown.Value("handedOverUntil")), Is.EqualTo((number, $"{Today.AddDays(7):yyyy-MM-dd}")));
        Assert.That(Catcher.To(Reporter).Select(mail => mail.Message.Subject), Has.Some.Contains("diterima instansi yang berwenang"), "the reporter is told");
        var open311 = await Given.Citizen.GetAsync($"/open311/v2/requests/{report.Id}.json");
        Assert.That(open311.Text, Does.Contain(number));
    }

    [Test]
    public async Task What_the_neighbour_declines_is_triaged_again_with_its_reason_and_a_clock_that_begins_anew()
    {
        var (report, _) = await HandedOverAsync();
        var link = await MailedAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        (await Pln.DeclineAsync(link, "Tiang ini milik kota, bukan PLN.")).HasStatus(HttpStatusCode.OK);

        var tracked = await TrackedAsync(report);
        Assert.That((tracked.Value("status"), tracked.GetProperty("outcome").ValueKind, tracked.GetProperty("agency").ValueKind), Is.EqualTo(("submitted", JsonValueKind.Null, JsonValueKind.Null)));
        Assert.That(tracked.GetProperty("dueAt").GetDateTimeOffset(), Is.GreaterThan(Clock.GetUtcNow()), "somebody of the city acts again, by a day");
        Assert.That(tracked.GetProperty("handedOverTo").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var (type, note) = (tracked.Values("timeline", "type")[^1], tracked.Values("timeline", "note")[^1]);
        Assert.That((type, note), Is.EqualTo(("reopened", note)).And.Not.Null);
        Assert.That(note, Does.EndWith("tidak dapat menerima laporan ini: Tiang ini milik kota, bukan PLN."));
        using var verifier = await AnewAsync("verifikator");
        var queue = await verifier.GetAsync("/api/v1/reports?status=submitted");
        Assert.That(queue.Body.Values("items", "id"), Does.Contain($"{report.Id}"));
    }

    [Test]
    public async Task A_neighbour_that_says_nothing_is_noted_once_after_its_days_and_the_verifiers_are_told()
    {
        var (report, id) = await HandedOverAsync();
        await MailedAsync();
        Assert.That(await Api.RunAsync(new NoteSilentHandOvers()), Is.Zero, "it has three working days");
        Clock.Advance(TimeSpan.FromDays(4));
        Assert.That(await Api.RunAsync(new NoteSilentHandOvers()), Is.EqualTo(1));
        Assert.That(await Api.RunAsync(new NoteSilentHandOvers()), Is.Zero, "once");

        var tracked = await TrackedAsync(report);
        Assert.That(tracked.Values("timeline", "type")[^1], Is.EqualTo("handOverUnanswered"));
        using var verifier = await AnewAsync("verifikator");
        Assert.That((await verifier.GetAsync($"{HandOvers}/{id}")).Body.Value("state"), Is.EqualTo("unanswered"));
        Assert.That((await verifier.GetAsync(HandOvers + "?unanswered=true")).Body.Values("items", "id"), Is.EqualTo(new[] { $"{id}" }));
        await Api.OutboxIsDeliveredAsync();
        Assert.That(await Api.CountAsync($"notifications WHERE subject_id = '{report.Id}' AND occasion = 'HandOverUnanswered' AND recipient = 'Verifiers'"), Is.Positive);
    }

    [Test]
    public async Task Of_two_answers_at_once_one_counts_and_the_same_answer_again_is_the_same()
    {
        var (report, id) = await HandedOverAsync();
        var link = await MailedAsync();
        var record = await Pln.ReceiveAsync(link);
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(clerk => Task.Run(() =>
            Pln.AnswerAsync(link, new { reply = "acknowledged", number = $"PLN-{clerk}", expectedOn = Today.AddDays(clerk), by = "Posko" }))));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != HttpStatusCode.OK).Select(answer => answer.Code), Is.All.EqualTo("hand_over_answered"));

        var first = answers.Single(answer => answer.Status == HttpStatusCode.OK).Body.GetProperty("answer");
        var (number, day) = (first.Value("number"), first.GetProperty("expectedOn").GetString());
        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            Pln.AnswerAsync(link, new { reply = "acknowledged", number = $" {number} ", expectedOn = day, by = "Posko" }))));
        Assert.That(again.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(await Api.CountAsync($"report_events WHERE report_id = '{report.Id}' AND type = 'HandOverAcknowledged'"), Is.EqualTo(1));
        (await Pln.DeclineAsync(link, "Berubah pikiran.")).IsProblem(HttpStatusCode.Conflict, "hand_over_answered");
        Assert.That(record.Id, Is.EqualTo(id));
        Assert.That(async () => await Api.ExecuteAsync("UPDATE hand_over_answers SET number = 'X'"), Throws.Exception.With.Message.Contains("append-only"));
    }

    [Test]
    public async Task An_answer_to_what_the_city_has_taken_up_again_comes_too_late()
    {
        var (report, _) = await HandedOverAsync();
        var link = await MailedAsync();
        (await Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.InProgress, Note = "Ini di dalam kota." }, report.SecretHeader))
            .HasStatus(HttpStatusCode.OK);
        Assert.That((await Pln.GetAsync(link, "")).Body.Value("isOver"), Is.EqualTo("true"), "and it can still be read");
        (await Pln.DeclineAsync(link, "Bukan kami.")).IsProblem(HttpStatusCode.Conflict, "hand_over_over");
        Clock.Advance(TimeSpan.FromDays(5));
        await Api.RunAsync(new NoteSilentHandOvers());
        Assert.That(await Api.CountAsync($"report_events WHERE report_id = '{report.Id}' AND type = 'HandOverUnanswered'"), Is.Zero, "nobody waits for it any more");
    }

    [Test]
    public async Task Bad_answers_are_refused_by_field_and_change_nothing()
    {
        var (report, _) = await HandedOverAsync();
        var link = await MailedAsync();
        var tomorrow = Today.AddDays(1);
        foreach (var (answer, status, code, field) in new (object, HttpStatusCode, string, string?)[]
        {
            (new { reply = "acknowledged", expectedOn = tomorrow, by = "Posko" }, HttpStatusCode.UnprocessableEntity, "required", "number"),
            (new { reply = "acknowledged", number = "1", by = "Posko" }, HttpStatusCode.UnprocessableEntity, "required", "expectedOn"),
            (new { reply = "acknowledged", number = "1", expectedOn = Today.AddDays(-1), by = "Posko" }, HttpStatusCode.UnprocessableEntity, "out_of_range", "expectedOn"),
            (new { reply = "acknowledged", number = "1", expectedOn = Today.AddDays(732), by = "Posko" }, HttpStatusCode.UnprocessableEntity, "out_of_range", "expectedOn"),
            (new { reply = "declined", by = "Posko" }, HttpStatusCode.UnprocessableEntity, "required", "reason"),
        })
        {
            (await Pln.AnswerAsync(link, answer)).IsProblem(status, code, field);
        }

        foreach (var unreadable in new object[]
        {
            new { reply = "acknowledged", number = "1", expectedOn = tomorrow }, new { reply = "mungkin", by = "Posko" }, new { by = "Posko" },
            new { reply = "acknowledged", number = new string('1', 101), expectedOn = tomorrow, by = "Posko" }, new { reply = "declined", by = "\u200b", reason = "Bukan kami." },
            new { reply = "acknowledged", number = "1", expectedOn = "besok", by = "Posko" }, new { reply = "declined", by = "Posko", reason = "x", karangan = 1 },
        })
        {
            (await Pln.AnswerAsync(link, unreadable)).HasStatus(HttpStatusCode.BadRequest);
        }

        Assert.That((await TrackedAsync(report)).Value("status"), Is.EqualTo("closed"));
    }
}
