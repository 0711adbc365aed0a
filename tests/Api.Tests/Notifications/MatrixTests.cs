using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;

namespace KediriLapor.Api.Tests.Notifications;

/// <summary>What an admin edits: who is told what, and in which words. Nothing is configured to send it.</summary>
public sealed class MatrixTests : Story
{
    private const string Matrix = "/api/v1/admin/notifications";

    private const string Received = Matrix + "/templates/received/reporter/id";

    [Test]
    public async Task Without_a_mail_server_everything_is_kept_in_sight_with_its_words_and_without_the_address()
    {
        var report = await Given.ReportAsync(Mails("sri.kept@contoh.id"));
        await Api.OutboxIsDeliveredAsync();
        var admin = await Given.StaffAsync("admin");
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("notifications WHERE state = 'Pending'"), pending => pending == 0), Is.Zero);
        var kept = await admin.GetAsync("/api/v1/admin/outbox?state=kept&pageSize=100");

        var mine = kept.Body.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("message").GetProperty("subject").GetString()!.Contains(report.TrackingCode, StringComparison.Ordinal)).ToArray();
        Assert.That(mine.Select(item => (item.Value("occasion"), item.Value("recipient"), item.Value("account"))), Is.EquivalentTo(new[] { ("received", "reporter", (string?)null), ("routed", "officers", "petugas.dlhkp") }));
        Assert.That(kept.Text, Does.Not.Contain("sri.kept@contoh.id"));
    }

    [Test]
    public async Task What_the_matrix_does_not_say_is_silence_and_its_language_is_spoken()
    {
        var admin = await Given.StaffAsync("admin");
        var before = await admin.GetAsync(Matrix);
        var version = before.Body.GetProperty("version").GetInt32();
        Assert.That(before.Header("ETag"), Is.EqualTo($"\"{version}\""));
        object[] english = [new { occasion = "received", recipient = "reporter", medium = "email", language = "en" }];
        (await admin.ReplaceAsync(Matrix, version, new { rules = english })).HasStatus(HttpStatusCode.OK);
        (await admin.ReplaceAsync(Matrix, version, new { rules = english })).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");

        var report = await Given.ReportAsync(Mails("sri.en@contoh.id"));
        await Api.OutboxIsDeliveredAsync();
        var said = (await admin.GetAsync("/api/v1/admin/outbox?pageSize=100")).Body.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("message").GetProperty("subject").GetString()!).Where(subject => subject.Contains(report.TrackingCode, StringComparison.Ordinal));
        Assert.That(said, Is.EqualTo(new[] { $"Report {report.TrackingCode} received" }));
        (await admin.ReplaceAsync(Matrix, version + 1, new { rules = before.Body.GetProperty("rules") })).HasStatus(HttpStatusCode.OK);
    }

    [TestCase("""[{"occasion":"digest","recipient":"reporter","medium":"email","language":"id"}]""", "no_template")]
    [TestCase("""[{"occasion":"resolved","recipient":"followers","medium":"email","language":"id"}]""", "no_template")]
    [TestCase("""[{"occasion":"routed","recipient":"officers","medium":"push","language":"id"}]""", "no_template")]
    [TestCase("""[{"occasion":"carRequested","recipient":"reporter","medium":"email","language":"id"}]""", "no_template")]
    [TestCase("""[{"occasion":"received","recipient":"reporter","medium":"email","language":"id"},{"occasion":"received","recipient":"reporter","medium":"email","language":"en"}]""", "one_language")]
    public async Task A_rule_that_nobody_could_follow_is_refused(string rules, string code)
    {
        var admin = await Given.StaffAsync("admin");
        var version = (await admin.GetAsync(Matrix)).Body.GetProperty("version").GetInt32();
        (await admin.ReplaceAsync(Matrix, version, new { rules = JsonSerializer.Deserialize<JsonElement>(rules) })).IsProblem(HttpStatusCode.UnprocessableEntity, code, "rules");
    }

    [TestCase("{}", "required")]
    [TestCase("""{"rules":null}""", "required")]
    [TestCase("""{"rules":[null]}""", "wrong_type")]
    [TestCase("""{"rules":[{"occasion":"received","recipient":"reporter","medium":"email"}]}""", "required")]
    public async Task A_matrix_that_is_not_whole_silences_nobody(string body, string code)
    {
        var admin = await Given.StaffAsync("admin");
        var before = await admin.GetAsync(Matrix);
        var refused = await admin.ReplaceAsync(Matrix, before.Body.GetProperty("version").GetInt32(), JsonSerializer.Deserialize<JsonElement>(body));
        Assert.That((refused.Status, refused.Code), Is.EqualTo((HttpStatusCode.BadRequest, code)));
        Assert.That((await admin.GetAsync(Matrix)).Text, Is.EqualTo(before.Text));
    }

    [TestCase("{{ code }", "template_syntax")]
    [TestCase("{% for i in (1..1000000000) %}{% endfor %}", "template_syntax")]
    [TestCase("{% if (1..1000000000) contains 5 %}x{% endif %}", "template_syntax")]
    [TestCase("{% tablerow i in code %}x{% endtablerow %}", "template_syntax")]
    [TestCase("{% assign s = code | append: code %}", "template_syntax")]
    [TestCase("{% include 'x' %}", "template_syntax")]
    [TestCase("{% liquid echo code %}", "template_syntax")]
    [TestCase("{{ code | replace: '', code }}", "unknown_filter")]
    [TestCase("{% if code == 1 | divided_by: 0 %}{% endif %}", "template_syntax")]
    [TestCase("{{ name }}", "unknown_variable")]
    [TestCase("{% if code == phone %}x{% endif %}", "unknown_variable")]
    [TestCase("{% unless description %}x{% endunless %}", "unknown_variable")]
    public async Task Words_that_cannot_be_said_are_refused_in_preview_and_in_earnest(string text, string code)
    {
        var admin = await Given.StaffAsync("admin");
        var words = new { subject = "Laporan {{ code }}", body = text };
        (await admin.PostAsync(Received + "/preview", words)).IsProblem(HttpStatusCode.UnprocessableEntity, code, "body");
        (await admin.ReplaceAsync(Received, await VersionAsync(admin), words)).IsProblem(HttpStatusCode.UnprocessableEntity, code, "body");
    }

    [Test]
    public async Task New_words_are_previewed_saved_and_spoken()
    {
        var admin = await Given.StaffAsync("admin");
        var words = new { subject = "Halo\n{{ code }}", body = "Diterima: {{ service }}" };
        var preview = await admin.PostAsync(Received + "/preview", words);
        Assert.That((preview.Body.Value("subject"), preview.Body.Value("body")), Is.EqualTo(("Halo 7F3K-9QX2-M4D", "Diterima: Jalan rusak")));

        var saved = await admin.ReplaceAsync(Received, await VersionAsync(admin), words);
        saved.HasStatus(HttpStatusCode.OK);
        Assert.That(saved.Header("ETag"), Is.EqualTo($"\"{saved.Body.GetProperty("version").GetInt32()}\""));
        var report = await Given.ReportAsync(Mails("sri.words@contoh.id"));
        await Api.OutboxIsDeliveredAsync();
        Assert.That((await admin.GetAsync("/api/v1/admin/outbox?pageSize=100")).Text, Does.Contain("Halo " + report.TrackingCode));
    }

    [TestCase("findingRecorded")]
    [TestCase("findingSerious")]
    [TestCase("findingEscalated")]
    [TestCase("unitAsked")]
    [TestCase("alarmRaised")]
    [TestCase("carRequested")]
    public async Task What_is_told_of_the_programmes_has_words_in_both_languages_and_is_previewed(string occasion)
    {
        var admin = await Given.StaffAsync("admin");
        var words = (await admin.GetAsync(Matrix + "/templates")).Body.GetProperty("items").EnumerateArray().Where(item => item.Value("occasion") == occasion).ToArray();
        Assert.That(words.Select(item => (item.Value("voice"), item.Value("language"))), Is.EquivalentTo(new[] { ("staff", "id"), ("staff", "en") }));
        foreach (var item in words)
        {
            var preview = await admin.PostAsync($"{Matrix}/templates/{occasion}/staff/{item.Value("language")}/preview", new { subject = item.Value("subject"), body = item.Value("body") });
            preview.HasStatus(HttpStatusCode.OK);
            Assert.That(preview.Body.Value("body"), Does.Contain("Bandar Lor").And.Not.Contain("  ").And.Not.Contain(" ,").And.Not.Contain(" ."), "no variable without a sample");
        }
    }

    [Test]
    public async Task An_event_that_was_given_up_is_listed_and_can_be_tried_again()
    {
        var admin = await Given.StaffAsync("admin");
        var report = await Given.ReportAsync();
        await Api.OutboxIsDeliveredAsync();
        await Api.ExecuteAsync("UPDATE outbox SET delivered_at = NULL, dead_at = now(), attempts = 12 WHERE subject_id = {0} AND sequence = 1 AND consumer = 'publish-report'", report.Id);
        var dead = (await admin.GetAsync("/api/v1/admin/outbox/events")).Body.GetProperty("items").EnumerateArray().Single();
        (await admin.PostAsync($"/api/v1/admin/outbox/events/{dead.GetProperty("id").GetInt64()}/retry", new { })).HasStatus(HttpStatusCode.NoContent);

        await Api.OutboxIsDeliveredAsync();
        (await admin.PostAsync($"/api/v1/admin/outbox/events/{dead.GetProperty("id").GetInt64()}/retry", new { })).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    private static NewReport Mails(string email) => Harness.Given.Pollution with { Reporter = new ReporterDetails { Email = email } };

    private static async Task<int> VersionAsync(Person admin) => (await admin.GetAsync(Matrix + "/templates")).Body.GetProperty("items").EnumerateArray()
        .Single(item => (item.Value("occasion"), item.Value("voice"), item.Value("language")) == ("received", "reporter", "id")).GetProperty("version").GetInt32();
}
