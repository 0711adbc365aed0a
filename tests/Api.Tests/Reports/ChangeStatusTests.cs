using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports;

public sealed class ChangeStatusTests : Story
{
    private static readonly NewStatus Accept = new() { To = ReportStatus.InProgress };

    private static readonly NewStatus Resolve = new() { To = ReportStatus.Resolved, PublicNote = "Sudah diangkut pagi ini." };

    [Test]
    public async Task A_move_answers_where_the_report_stands_now()
    {
        var report = await Given.ReportAsync();
        var officer = await Given.StaffAsync("petugas.dlhkp");
        var seen = await officer.GetAsync(report.StaffPath);
        Assert.That(seen.Header("ETag"), Is.EqualTo("\"2\""));

        var moved = await officer.ChangeAsync(report.StaffPath + "/status", 2, Accept);

        moved.HasStatus(HttpStatusCode.OK);
        Assert.That((moved.Header("ETag"), moved.Body.Value("status"), moved.Body.Value("version")), Is.EqualTo(("\"3\"", "inProgress", "3")));
        Assert.That(AllowedNext(moved.Body), Is.EquivalentTo(new[] { "planned", "resolved", "needsInformation", "routed", "closed" }));
        var detail = (await officer.GetAsync(report.StaffPath)).Body;
        Assert.That(detail.Values("history", "sequence"), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(detail.Values("history", "actor")[2], Is.EqualTo("Petugas DLHKP"));
    }

    [Test]
    public async Task Without_the_version_one_saw_nothing_moves()
    {
        var report = await Given.ReportAsync();
        var officer = await Given.StaffAsync("petugas.dlhkp");
        (await officer.PostAsync(report.StaffPath + "/status", Accept)).IsProblem(HttpStatusCode.PreconditionRequired, "if_match_required", "If-Match");
        foreach (var vague in new[] { "*", "2", "W/\"2\"", "\"2\", \"3\"", "\"-2\"", "\"99999999999\"" })
        {
            (await officer.PostAsync(report.StaffPath + "/status", Accept, ("If-Match", vague))).IsProblem(HttpStatusCode.BadRequest, "if_match_invalid", "If-Match");
        }
    }

    [Test]
    public async Task Who_saw_an_older_version_is_told_the_current_one()
    {
        var report = await Given.InProgressAsync();
        var late = await (await Given.StaffAsync("petugas.dlhkp")).ChangeAsync(report.StaffPath + "/status", report.Version - 1, Accept);
        late.IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        Assert.That(late.Body.Value("currentVersion"), Is.EqualTo("3"));
    }

    [Test]
    public async Task A_move_that_does_not_exist_names_those_that_do()
    {
        var report = await Given.ReportAsync();
        var jumped = await (await Given.StaffAsync("petugas.dlhkp")).ChangeAsync(report.StaffPath + "/status", report.Version, Resolve);
        jumped.IsProblem(HttpStatusCode.Conflict, "transition_not_allowed", "to");
        Assert.That(AllowedNext(jumped.Body), Is.EquivalentTo(new[] { "inProgress", "submitted", "needsInformation", "closed" }));
    }

    [Test]
    public async Task A_move_of_the_unit_is_not_the_verifiers()
    {
        var report = await Given.ReportAsync();
        (await (await Given.StaffAsync("verifikator")).ChangeAsync(report.StaffPath + "/status", report.Version, Accept))
            .IsProblem(HttpStatusCode.Conflict, "transition_not_allowed", "to");
    }

    [Test]
    public async Task Passing_it_on_is_done_by_disposisi()
    {
        var report = await Given.InProgressAsync();
        (await (await Given.StaffAsync("petugas.dlhkp")).ChangeAsync(report.StaffPath + "/status", report.Version, new NewStatus { To = ReportStatus.Routed }))
            .IsProblem(HttpStatusCode.Conflict, "use_disposisi", "to");
    }

    [TestCase("""{"to":"resolved"}""", "public_note_required", "publicNote")]
    [TestCase("""{"to":"resolved","publicNote":"   "}""", "public_note_required", "publicNote")]
    [TestCase("""{"to":"planned","publicNote":"Kami jadwalkan."}""", "planned_date_required", "plannedFor")]
    [TestCase("""{"to":"planned","publicNote":"Kami jadwalkan.","plannedFor":"2026-11-23"}""", "planned_date_required", "plannedFor")]
    [TestCase("""{"to":"planned","publicNote":"Kami jadwalkan.","plannedFor":"2206-11-25"}""", "planned_too_far", "plannedFor")]
    [TestCase("""{"to":"closed","publicNote":"Tidak dapat diproses."}""", "reason_required", "reason")]
    [TestCase("""{"to":"closed","publicNote":"Tidak dapat diproses.","reason":"withdrawn"}""", "reason_required", "reason")]
    [TestCase("""{"to":"resolved","publicNote":"Selesai.","attachmentIds":["0199d000-0000-7000-8000-000000000000"]}""", "unknown_attachment", "attachmentIds")]
    public async Task What_a_move_demands_is_named(string move, string code, string field)
    {
        var report = await Given.InProgressAsync();
        var refused = await (await Given.StaffAsync("petugas.dlhkp")).ChangeAsync(report.StaffPath + "/status", report.Version, JsonSerializer.Deserialize<JsonElement>(move));
        refused.IsProblem(HttpStatusCode.UnprocessableEntity, code, field);
    }

    [Test]
    public async Task Work_can_be_planned_from_today_on()
    {
        var report = await Given.InProgressAsync();
        var planned = await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.Planned, PublicNote = "Dijadwalkan.", PlannedFor = new DateOnly(2026, 11, 24) });
        var tracked = await Given.Citizen.GetAsync(planned.TrackingPath, planned.SecretHeader);
        Assert.That((tracked.Body.Value("status"), tracked.Body.Value("plannedFor")), Is.EqualTo(("planned", "2026-11-24")));
    }

    [Test]
    public async Task Finished_work_that_can_be_seen_needs_a_photo_of_it()
    {
        var report = await Given.InProgressAsync(Given.Garbage);
        var officer = await Given.StaffAsync("petugas.dlhkp");
        (await officer.ChangeAsync(report.StaffPath + "/status", report.Version, Resolve)).IsProblem(HttpStatusCode.UnprocessableEntity, "photo_required", "attachmentIds");

        var photo = (await officer.UploadAsync(Photo.Jpeg())).Body.GetProperty("id").GetGuid();
        (await officer.ChangeAsync(report.StaffPath + "/status", report.Version, Resolve with { AttachmentIds = [photo] })).HasStatus(HttpStatusCode.OK);

        var shown = (await officer.GetAsync(report.StaffPath)).Body;
        Assert.That((shown.Values("attachments", "id"), shown.Values("attachments", "phase")), Is.EqualTo((new[] { photo.ToString() }, new[] { "after" })));
    }

    [Test]
    public async Task Of_two_officers_at_once_one_wins_and_the_other_is_told()
    {
        var (officer, head) = (await Given.StaffAsync("petugas.dpupr"), await Given.StaffAsync("kepala.dpupr"));
        for (var round = 0; round < 10; round++)
        {
            var report = await Given.ReportAsync(Given.Garbage with { ServiceCode = "JLN-RUSAK" });

            var answers = await Task.WhenAll(
                officer.ChangeAsync(report.StaffPath + "/status", report.Version, Accept),
                head.ChangeAsync(report.StaffPath + "/status", report.Version, Accept));

            Assert.That(answers.Select(answer => answer.Status), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed }));
            Assert.That(answers.Single(answer => answer.Status != HttpStatusCode.OK).Body.Value("currentVersion"), Is.EqualTo("3"));
            Assert.That((await officer.GetAsync(report.StaffPath)).Body.Values("history", "sequence"), Is.EqualTo(new[] { "1", "2", "3" }));
        }
    }

    [Test]
    public async Task A_write_by_cookie_alone_is_refused()
    {
        var report = await Given.ReportAsync();
        var officer = await Given.StaffAsync("petugas.dlhkp");
        using var body = new StringContent("""{"to":"inProgress"}""", System.Text.Encoding.UTF8, "application/json");
        (await officer.SendAsync(HttpMethod.Post, report.StaffPath + "/status", body, ("If-Match", "\"2\""))).IsProblem(HttpStatusCode.Forbidden, "antiforgery");
    }

    private static string?[] AllowedNext(JsonElement json) => [.. json.GetProperty("allowedNext").EnumerateArray().Select(status => status.GetString())];
}
