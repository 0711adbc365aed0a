using System.Net;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Merata;

/// <summary>A work on its way: what each stage stands on, who may say so, and what happens when many say it at once.</summary>
public sealed class StageTests : MerataStory
{
    private const int Many = 50;

    [Test]
    public async Task A_work_goes_from_the_musyawarah_to_its_evaluation()
    {
        var work = await UnderWayAsync("completed");
        work = await MovedAsync(work, new { to = "handedOver", number = "BAST/2026/7", documentIds = new[] { await PdfAsync() } });
        work = Kept(await (await Given.StaffAsync(Ward)).ReplaceAsync(
            work.Path + "/realisation", work.Version, new { volume = 118.5, budget = new[] { new { name = "Bahan", realised = 64_000_000 }, new { name = "Upah", realised = 30_000_000 } } }));
        work = await MovedAsync(work, new { to = "accounted", number = "SPJ/2026/7", documentIds = new[] { await PdfAsync() } });
        (await MoveAsync(work, new { to = "evaluated", note = "Sesuai", beneficiaries = 230 })).IsProblem(HttpStatusCode.Conflict, "stage_not_allowed", "to");
        work = await MovedAsync(work, new { to = "evaluated", note = "Sesuai rencana", beneficiaries = 230 }, City);

        var shown = (await (await Given.StaffAsync(Ward)).GetAsync(work.Path)).Body;
        Assert.That(
            (shown.Value("stage"), shown.GetProperty("papers").Value("handOverNumber"), shown.GetProperty("papers").Value("accountNumber"), shown.GetProperty("papers").Value("pokmasChair")),
            Is.EqualTo(("evaluated", "BAST/2026/7", "SPJ/2026/7", "Slamet Riyadi")));
        Assert.That(shown.Values("photos", "tag"), Is.EqualTo(new[] { "start", "half", "full" }));
        Assert.That(shown.Values("documents", "kind"), Is.EqualTo(new[] { "handOver", "account" }));
        Assert.That(shown.GetProperty("history").GetArrayLength(), Is.EqualTo(work.Version));
        Assert.That(shown.GetProperty("daysLate").GetInt32(), Is.EqualTo(4), "complete on 24 November, promised for the 20th");
        Assert.That(shown.GetProperty("allowedNext").GetArrayLength(), Is.Zero, "only the city opens it again");
    }

    [Test]
    public async Task Progress_without_a_photo_and_papers_without_their_number_are_refused_by_their_field()
    {
        var work = await ContractedAsync();
        foreach (var stage in new[] { "started", "halfway", "completed" })
        {
            (await MoveAsync(work, new { to = stage })).IsProblem(HttpStatusCode.UnprocessableEntity, "work_photo_required", "photoIds");
            work = await MovedAsync(work, new { to = stage, photoIds = new[] { await PhotoAsync() } });
        }

        (await MoveAsync(work, new { to = "handedOver" })).IsProblem(HttpStatusCode.UnprocessableEntity, "required", "number");
        (await MoveAsync(work, new { to = "handedOver", number = "BAST/1" })).IsProblem(HttpStatusCode.UnprocessableEntity, "work_document_required", "documentIds");
        (await MoveAsync(work, new { to = "handedOver", number = "BAST/1", documentIds = new[] { await PhotoAsync() } })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_attachment", "documentIds");
        work = await MovedAsync(work, new { to = "handedOver", number = "BAST/1", documentIds = new[] { await PdfAsync() } });
        (await MoveAsync(work, new { to = "accounted", number = "SPJ/1" })).IsProblem(HttpStatusCode.UnprocessableEntity, "work_document_required", "documentIds");
        (await MoveAsync(work, new { to = "accounted", number = "SPJ/1", documentIds = new[] { await PdfAsync() } })).IsProblem(HttpStatusCode.UnprocessableEntity, "work_realisation_required", "to");
        (await MoveAsync(work, new { to = "halfway", reason = "Keliru" })).IsProblem(HttpStatusCode.Conflict, "stage_not_allowed", "to");
    }

    [Test]
    public async Task Back_and_away_go_with_a_reason_and_what_is_not_open_is_told()
    {
        var work = await UnderWayAsync("halfway");
        (await MoveAsync(work, new { to = "started" })).IsProblem(HttpStatusCode.UnprocessableEntity, "work_reason_required", "reason");
        work = await MovedAsync(work, new { to = "started", reason = "Baru seperempat jadi" });
        var jump = await MoveAsync(work, new { to = "handedOver", number = "1" });
        jump.IsProblem(HttpStatusCode.Conflict, "stage_not_allowed", "to");
        Assert.That(jump.Body.GetProperty("allowedNext").EnumerateArray().Select(to => to.GetString()), Is.EquivalentTo(new[] { "halfway", "contracted" }));
        (await MoveAsync(work, new { to = "cancelled", reason = "Tidak jadi" })).IsProblem(HttpStatusCode.Conflict, "stage_not_allowed", "to");
        work = await MovedAsync(work, new { to = "cancelled", reason = "Lahan disengketakan" }, City);
        var history = (await (await Given.StaffAsync("inspektorat")).GetAsync(work.Path)).Body.GetProperty("history").EnumerateArray().ToArray();
        Assert.That((history[^1].Value("stage"), history[^1].Value("reason"), history[^2].Value("reason")), Is.EqualTo(("cancelled", "Lahan disengketakan", "Baru seperempat jadi")));
    }

    [Test]
    public async Task Of_fifty_who_move_a_work_at_once_one_does_and_the_others_are_told_the_version()
    {
        var (work, ward) = (await PlannedAsync(), await Given.StaffAsync(Ward));
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Task.Run(() => ward.ChangeAsync(
            work.Path + "/stage", work.Version, new { to = "contracted", number = $"SPK/{i}", pokmasName = $"Pokmas {i}", pokmasChair = "Slamet" }))));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
        foreach (var lost in answers.Where(answer => answer.Status != HttpStatusCode.OK))
        {
            lost.IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
            Assert.That(lost.Body.GetProperty("currentVersion").GetInt32(), Is.EqualTo(work.Version + 1));
        }

        Assert.That(await Api.CountAsync($"work_events WHERE work_id = '{work.Id}' AND stage = 'Contracted'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_change_needs_the_version_that_its_author_saw()
    {
        var (work, ward) = (await PlannedAsync(), await Given.StaffAsync(Ward));
        (await ward.PostAsync(work.Path + "/stage", new { to = "cancelled", reason = "Tidak jadi" })).IsProblem(HttpStatusCode.PreconditionRequired, "if_match_required", "If-Match");
        (await ward.ChangeAsync(work.Path + "/stage", 1, new { to = "cancelled", reason = "Tidak jadi" })).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        Assert.That((await ward.GetAsync(work.Path)).Header("ETag"), Is.EqualTo("\"2\""));
    }

    [Test]
    public async Task Photos_and_papers_are_the_works_own_and_are_taken_away_with_a_reason()
    {
        var (work, ward, photo) = (await ContractedAsync(), await Given.StaffAsync(Ward), await PhotoAsync());
        (await ward.ChangeAsync(work.Path + "/files", work.Version, new { attachmentIds = new[] { photo } })).IsProblem(HttpStatusCode.UnprocessableEntity, "photo_or_document", "photo");
        work = Kept(await ward.ChangeAsync(work.Path + "/files", work.Version, new { attachmentIds = new[] { photo }, photo = "before" }));
        (await ward.ChangeAsync(work.Path + "/files", work.Version, new { attachmentIds = new[] { photo }, photo = "start" })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_attachment", "attachmentIds");
        var paper = await PdfAsync();
        work = Kept(await ward.ChangeAsync(work.Path + "/files", work.Version, new { attachmentIds = new[] { paper }, document = "contract" }));

        var read = await (await Given.StaffAsync("inspektorat")).GetAsync($"{work.Path}/photos/{photo}?size=thumb");
        Assert.That((read.Status, read.ContentType), Is.EqualTo((HttpStatusCode.OK, "image/jpeg")));
        Assert.That((await ward.GetAsync($"{work.Path}/documents/{paper}")).ContentType, Is.EqualTo("application/pdf"));
        (await ward.GetAsync($"{work.Path}/photos/{paper}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync($"{work.Path}/documents/{paper}")).IsProblem(HttpStatusCode.NotFound, "not_found");

        // a day later nobody sweeps what is a work's
        Assert.That(await Api.CountAsync($"attachments WHERE id = '{photo}' AND work_id = '{work.Id}'"), Is.EqualTo(1));
        (await ward.ChangeAsync($"{work.Path}/files/{photo}/removal", work.Version, new { reason = "x" })).IsProblem(HttpStatusCode.BadRequest, "validation_failed", "reason");
        work = Kept(await ward.ChangeAsync($"{work.Path}/files/{photo}/removal", work.Version, new { reason = "Wajah warga terlihat" }));
        (await ward.GetAsync($"{work.Path}/photos/{photo}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await ward.ChangeAsync($"{work.Path}/files/{photo}/removal", work.Version, new { reason = "Wajah warga terlihat" })).IsProblem(HttpStatusCode.NotFound, "not_found");
    }
}
