using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Reports;

public sealed class ReporterMovesTests : Story
{
    private static readonly ReporterMove Closing = new() { To = ReportStatus.Closed };

    private static readonly ReporterMove Reopening = new() { To = ReportStatus.InProgress, Note = "Masih bau sampai sekarang." };

    [Test]
    public async Task Confirming_closes_it_as_fixed()
    {
        var report = await Given.ResolvedAsync();
        (await MoveAsync(report, Closing)).HasStatus(HttpStatusCode.OK);
        var tracked = await TrackAsync(report);
        Assert.That((tracked.Body.Value("status"), tracked.Body.Value("outcome")), Is.EqualTo(("closed", "fixed")));
    }

    [Test]
    public async Task Not_fixed_reopens_it_with_the_unit_that_had_it()
    {
        var report = await Given.ResolvedAsync();
        (await MoveAsync(report, Reopening with { Note = null })).IsProblem(HttpStatusCode.UnprocessableEntity, "public_note_required", "note");

        (await MoveAsync(report, Reopening)).HasStatus(HttpStatusCode.OK);

        var tracked = await TrackAsync(report);
        Assert.That((tracked.Body.Value("status"), tracked.Body.Value("agency")), Is.EqualTo(("inProgress", "DLHKP")));
        Assert.That(tracked.Body.Values("timeline", "type")[^1], Is.EqualTo("reopened"));
    }

    [Test]
    public async Task The_window_to_reopen_ends_when_the_report_says()
    {
        var report = await Given.ResolvedAsync();
        var until = (await TrackAsync(report)).Body.GetProperty("reopenUntil").GetDateTimeOffset();

        await using var later = await ApiHost.StartDemoAsync(new FakeTimeProvider(until), Api.Database);
        using var people = new Given(later);
        var tracked = await people.Citizen.GetAsync(report.TrackingPath, report.SecretHeader);
        Assert.That(tracked.Body.GetProperty("allowedNext").ToString(), Does.Not.Contain("inProgress"));
        (await people.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, Reopening, report.SecretHeader))
            .IsProblem(HttpStatusCode.Conflict, "transition_not_allowed", "to");
    }

    [Test]
    public async Task Withdrawing_an_open_report_closes_it_as_withdrawn()
    {
        var report = await Given.ReportAsync();
        (await MoveAsync(report, Closing)).HasStatus(HttpStatusCode.OK);
        Assert.That((await TrackAsync(report)).Body.Value("outcome"), Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task An_answer_goes_back_to_where_the_question_came_from()
    {
        var asked = await Given.MovedAsync(
            await Given.ReportAsync(), "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Selokan yang mana?" });
        Assert.That((await TrackAsync(asked)).Body.GetProperty("allowedNext").EnumerateArray().Select(s => s.GetString()), Is.EquivalentTo(new[] { "routed", "closed" }));

        var answered = await MoveAsync(asked, new ReporterMove { To = ReportStatus.Routed, Note = "Yang di belakang pasar." });

        Assert.That(answered.Body.Value("status"), Is.EqualTo("routed"));
        Assert.That((await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(asked.StaffPath)).Body.Values("history", "publicNote")[^1], Is.EqualTo("Yang di belakang pasar."));
    }

    [Test]
    public async Task An_answer_brings_photos_that_the_unit_sees_and_no_other_report_can_take()
    {
        var asked = await Given.MovedAsync(
            await Given.ReportAsync(), "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Selokan yang mana?" });
        var photo = await PhotoAsync();
        var answer = new ReporterMove { To = ReportStatus.Routed, Note = "Yang ini.", AttachmentIds = [photo] };
        (await MoveAsync(asked, answer with { AttachmentIds = [photo, Guid.CreateVersion7()] })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_attachment", "attachmentIds");

        (await MoveAsync(asked, answer)).HasStatus(HttpStatusCode.OK);

        Assert.That((await TrackAsync(asked)).Body.Values("attachments", "id"), Is.EqualTo(new[] { $"{photo}" }));
        var seen = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(asked.StaffPath)).Body;
        Assert.That((seen.Values("attachments", "id"), seen.Values("attachments", "phase")), Is.EqualTo((new[] { $"{photo}" }, new[] { "before" })));
        (await Given.SubmitAsync(Given.Pollution with { AttachmentIds = [photo] })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_attachment", "attachmentIds");
    }

    [Test]
    public async Task Who_reopens_shows_why_with_photos_and_not_without_end()
    {
        var report = await Given.ResolvedAsync();
        for (var sent = 0; sent < Attachment.ReporterPhotosMax; sent += Report.AttachmentsMax)
        {
            var photos = await Task.WhenAll(Enumerable.Range(0, Report.AttachmentsMax).Select(_ => PhotoAsync()));
            (await MoveAsync(report, Reopening with { AttachmentIds = photos })).HasStatus(HttpStatusCode.OK);
            report = await Given.MovedAsync(report with { Version = report.Version + 1 }, "petugas.dlhkp", new NewStatus { To = ReportStatus.Resolved, PublicNote = "Sudah dibersihkan lagi." });
        }

        (await MoveAsync(report, Reopening with { AttachmentIds = [await PhotoAsync()] })).IsProblem(HttpStatusCode.UnprocessableEntity, "too_many", "attachmentIds");
        (await MoveAsync(report, Reopening)).HasStatus(HttpStatusCode.OK);
        Assert.That((await TrackAsync(report)).Body.GetProperty("attachments").GetArrayLength(), Is.EqualTo(Attachment.ReporterPhotosMax));
    }

    [Test]
    public async Task The_timeline_tells_the_reporters_moves_from_the_units_and_the_programs()
    {
        var report = await Given.ResolvedAsync();
        (await MoveAsync(report, Reopening)).HasStatus(HttpStatusCode.OK);

        var tracked = await TrackAsync(report);

        Assert.That(
            tracked.Body.Values("timeline", "type").Zip(tracked.Body.Values("timeline", "actor")),
            Is.EqualTo(new[]
            {
                ("submitted", "reporter"), ("routed", "system"), ("statusChanged", "staff"), ("statusChanged", "staff"), ("reopened", "reporter"),
            }));
    }

    [Test]
    public async Task What_is_the_units_to_do_the_reporter_cannot()
    {
        var report = await Given.ReportAsync();
        (await MoveAsync(report, Reopening)).IsProblem(HttpStatusCode.Conflict, "transition_not_allowed", "to");
    }

    [Test]
    public async Task The_secret_and_the_version_are_asked_for_as_in_reading()
    {
        var report = await Given.ReportAsync();
        (await Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, Closing)).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await Given.Citizen.PostAsync(report.TrackingPath + "/status", Closing, report.SecretHeader)).IsProblem(HttpStatusCode.PreconditionRequired, "if_match_required");
        var stale = await Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version - 1, Closing, report.SecretHeader);
        stale.IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        Assert.That((await TrackAsync(report)).Body.Value("status"), Is.EqualTo("routed"));
    }

    private async Task<Guid> PhotoAsync() => (await Given.Citizen.UploadAsync(Photo.Png())).Body.GetProperty("id").GetGuid();

    private Task<Answer> MoveAsync(FiledReport report, ReporterMove move) =>
        Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, move, report.SecretHeader);

    private Task<Answer> TrackAsync(FiledReport report) => Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader);
}
