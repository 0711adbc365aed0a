using System.Net;
using System.Text.Json;
using KediriLapor.Api.Tests.Merata;
using KediriLapor.Harness;
using KediriLapor.Monev;

namespace KediriLapor.Api.Tests.Monev;

/// <summary>What the technical team finds at a work of Bandar Lor, until it is closed. It is 24 November 2026 there, or later.</summary>
public sealed class FindingTests : MonevStory
{
    [Test]
    public async Task A_minor_finding_is_answered_by_the_ward_and_closed_by_the_team()
    {
        var finding = Kept(await RecordAsync(Found(await PlannedAsync())));
        (await StepAsync(finding, new { step = "close", note = "Sudah sesuai" }, Ward)).IsProblem(HttpStatusCode.Conflict, "finding_step_not_allowed", "step");
        (await StepAsync(finding, new { step = "followUp" }, Ward)).IsProblem(HttpStatusCode.UnprocessableEntity, "required", "note");
        finding = Kept(await StepAsync(finding, new { step = "followUp", note = "Sudah ditambah delapan meter" }, Ward));
        (await StepAsync(finding, new { step = "return", note = "Belum sampai ujung gang" })).IsProblem(HttpStatusCode.UnprocessableEntity, "required", "followUpBy");
        finding = Kept(await StepAsync(finding, new { step = "return", note = "Belum sampai ujung gang", followUpBy = InDays(20) }));
        finding = Kept(await StepAsync(finding, new { step = "followUp", note = "Kini sampai ujung gang" }, Ward));
        finding = Kept(await StepAsync(finding, new { step = "close", note = "Terukur 120 m" }));

        var shown = (await (await Given.StaffAsync("camat.mojoroto")).GetAsync(finding.Path)).Body;
        Assert.That((shown.Value("state"), shown.GetProperty("steps").GetArrayLength()), Is.EqualTo(("closed", 0)));
        Assert.That(shown.Values("history", "step"), Is.EqualTo(new[] { "record", "followUp", "return", "followUp", "close" }));
        Assert.That(shown.GetProperty("history")[2].Value("note"), Is.EqualTo("Belum sampai ujung gang"));
        Assert.That((await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(finding.Path)).Status, Is.EqualTo(HttpStatusCode.NotFound), "no department of the team");
    }

    [Test]
    public async Task A_serious_finding_is_decided_by_the_inspectorate_alone()
    {
        var finding = Kept(await RecordAsync(Found(await PlannedAsync(), grade: "serious")));
        var answered = Kept(await StepAsync(finding, new { step = "followUp", note = "Uang sudah dikembalikan" }, Ward));
        (await StepAsync(answered, new { step = "close", note = "Setuju" })).IsProblem(HttpStatusCode.Conflict, "finding_step_not_allowed", "step");
        (await StepAsync(answered, new { step = "close", note = "Setuju" }, "inspektorat")).HasStatus(HttpStatusCode.Forbidden);
        Kept(await StepAsync(answered, new { step = "close", note = "Setoran sudah masuk kas daerah" }, Inspectorate));
    }

    [Test]
    public async Task A_finding_that_nobody_answers_in_time_goes_to_the_inspectorate()
    {
        var finding = Kept(await RecordAsync(Found(await PlannedAsync(), followUpBy: InDays(3))));
        Assert.That(await Api.RunAsync(new EscalateFindings()), Is.Zero);
        DaysPass(4);
        Assert.That(await Api.RunAsync(new EscalateFindings()), Is.EqualTo(1));
        Assert.That(await Api.RunAsync(new EscalateFindings()), Is.Zero, "once");

        var overdue = (await (await Given.StaffAsync(Inspectorate)).GetAsync(Findings + "?overdue=true&atInspectorate=true&kelurahan=" + Given.BandarLor)).Body;
        var listed = overdue.GetProperty("items").EnumerateArray().Single(item => item.Value("id") == finding.Id.ToString());
        Assert.That((listed.GetProperty("daysLate").GetInt32(), listed.Value("atInspectorateSince")), Is.EqualTo((1, Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture))));
        var seen = new KeptFinding(finding.Id, finding.Version + 1);
        (await StepAsync(seen, new { step = "postpone", note = "Menunggu bahan", followUpBy = InDays(10) })).IsProblem(HttpStatusCode.Conflict, "finding_step_not_allowed", "step");
        Kept(await StepAsync(seen, new { step = "postpone", note = "Menunggu bahan", followUpBy = InDays(10) }, Inspectorate));
    }

    [Test]
    public async Task The_report_of_a_day_tells_since_when_a_finding_was_the_inspectorate_s()
    {
        var (graver, late) = (Kept(await RecordAsync(Found(await PlannedAsync(), grade: "serious"))), Kept(await RecordAsync(Found(await PlannedAsync(), followUpBy: InDays(0)))));
        var recorded = Clock.GetUtcNow();
        DaysPass(1);
        Kept(await StepAsync(graver, new { step = "regrade", grade = "minor", note = "Hanya administrasi" }, Inspectorate));
        await Api.RunAsync(new EscalateFindings());

        Assert.That((await SinceAsync(graver, InDays(-1)), await SinceAsync(late, InDays(-1))), Is.EqualTo(((DateTimeOffset?)recorded, default(DateTimeOffset?))));
        Assert.That((await SinceAsync(graver, InDays(0)), await SinceAsync(late, InDays(0))), Is.EqualTo((default(DateTimeOffset?), (DateTimeOffset?)Clock.GetUtcNow())));

        async Task<DateTimeOffset?> SinceAsync(KeptFinding finding, string day)
        {
            var report = (await (await Given.StaffAsync(Team)).GetAsync("/api/v1/monev/report?year=2026&asOf=" + day)).Body;
            var since = report.GetProperty("findings").EnumerateArray().Single(one => one.Value("id") == finding.Id.ToString()).GetProperty("atInspectorateSince");
            return since.ValueKind == JsonValueKind.Null ? null : since.GetDateTimeOffset();
        }
    }

    [Test]
    public async Task What_is_written_down_badly_is_refused_by_its_field()
    {
        var work = await PlannedAsync();
        (await RecordAsync(Found(work, followUpBy: null))).IsProblem(HttpStatusCode.UnprocessableEntity, "required", "followUpBy");
        (await RecordAsync(Found(work, followUpBy: InDays(61)))).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "followUpBy");
        (await RecordAsync(Found(work, followUpBy: InDays(-1)))).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "followUpBy");
        (await RecordAsync(Found(work, InDays(30), "none"))).IsProblem(HttpStatusCode.UnprocessableEntity, "not_expected", "followUpBy");
        (await RecordAsync(Found(work, InDays(30), foundOn: InDays(1)))).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "foundOn");
        (await RecordAsync(Found(await ProposedAsync()))).IsProblem(HttpStatusCode.UnprocessableEntity, "work_not_planned", "workId");
        (await RecordAsync(Found(new KeptWork(Guid.CreateVersion7(), 1)))).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_work", "workId");
        (await RecordAsync(Found(work), Ward)).HasStatus(HttpStatusCode.Forbidden);
    }

    [TestCase(Team, true)]
    [TestCase(Inspectorate, true)]
    [TestCase(Ward, false)]
    [TestCase("inspektorat", false)]
    public async Task A_work_tells_who_may_examine_it(string userName, bool may) =>
        Assert.That((await (await Given.StaffAsync(userName)).GetAsync((await PlannedAsync()).Path)).Body.GetProperty("mayExamine").GetBoolean(), Is.EqualTo(may));

    [Test]
    public async Task A_finding_is_recorded_once_however_often_it_is_sent()
    {
        var (work, key) = (await PlannedAsync(), Guid.CreateVersion7());
        var first = await RecordAsync(Found(work), key: key);
        var again = await RecordAsync(Found(work), key: key);
        Assert.That((Kept(again), again.Header("Idempotency-Replayed")), Is.EqualTo((Kept(first), "true")));
        Assert.That((await (await Given.StaffAsync(Team)).GetAsync($"{Findings}?work={work.Id}")).Body.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_database_keeps_the_history_of_findings_as_it_was()
    {
        Kept(await RecordAsync(Found(await PlannedAsync())));
        Assert.That(async () => await Api.ExecuteAsync("UPDATE finding_events SET note = 'lain'"), Throws.Exception.Message.Contains("append-only"));
        Assert.That(async () => await Api.ExecuteAsync("DELETE FROM indicators"), Throws.Exception.Message.Contains("append-only"));
    }
}
