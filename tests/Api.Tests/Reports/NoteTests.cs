using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;

namespace KediriLapor.Api.Tests.Reports;

public sealed class NoteTests : Story
{
    private static readonly NewNote ToReporter = new() { PublicNote = "Petugas kami datang besok pagi." };

    private static readonly NewNote ToColleagues = new() { PublicNote = "", InternalNote = "Truk 2 sedang di bengkel." };

    [Test]
    public async Task A_public_note_reaches_the_reporter_and_moves_nothing()
    {
        var report = await Given.InProgressAsync();
        var due = (await TrackAsync(report)).Body.GetProperty("dueAt").GetDateTimeOffset();

        var noted = await NoteAsync(report, ToReporter);
        noted.HasStatus(HttpStatusCode.OK);

        var tracked = (await TrackAsync(report)).Body;
        Assert.Multiple(() =>
        {
            Assert.That((tracked.Value("status"), tracked.GetProperty("dueAt").GetDateTimeOffset()), Is.EqualTo(("inProgress", due)));
            Assert.That(tracked.Values("timeline", "type")[^1], Is.EqualTo("noted"));
            Assert.That(tracked.Values("timeline", "note")[^1], Is.EqualTo(ToReporter.PublicNote));
        });
    }

    [Test]
    public async Task An_internal_note_is_in_the_history_and_not_a_word_of_it_in_the_reporter_s_view()
    {
        var report = await Given.InProgressAsync();
        (await NoteAsync(report, ToColleagues)).HasStatus(HttpStatusCode.OK);

        var detail = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body;
        var tracked = await TrackAsync(report);
        Assert.Multiple(() =>
        {
            Assert.That(detail.Values("history", "internalNote")[^1], Is.EqualTo(ToColleagues.InternalNote));
            Assert.That(tracked.Text, Does.Not.Contain("bengkel").And.Not.Contain("noted"), "not even that something was noted");
        });
    }

    [Test]
    public async Task An_empty_note_a_stale_one_and_one_of_another_unit_are_refused()
    {
        var report = await Given.InProgressAsync();
        (await NoteAsync(report, new NewNote { PublicNote = "  " })).IsProblem(HttpStatusCode.UnprocessableEntity, "note_required", "publicNote");
        (await NoteAsync(report with { Version = 1 }, ToReporter)).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        (await (await Given.StaffAsync("petugas.dpupr")).ChangeAsync(report.StaffPath + "/notes", report.Version, ToReporter))
            .IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_ward_that_only_reads_a_report_writes_nothing_into_it()
    {
        var report = await Given.InProgressAsync();
        var ward = await Given.StaffAsync("petugas.bandar-lor");
        (await ward.GetAsync(report.StaffPath)).HasStatus(HttpStatusCode.OK);
        (await ward.ChangeAsync(report.StaffPath + "/notes", report.Version, ToReporter)).IsProblem(HttpStatusCode.Forbidden, "permission_required");
    }

    private async Task<Answer> NoteAsync(FiledReport report, NewNote note) =>
        await (await Given.StaffAsync("petugas.dlhkp")).ChangeAsync(report.StaffPath + "/notes", report.Version, note);

    private Task<Answer> TrackAsync(FiledReport report) => Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader);
}
