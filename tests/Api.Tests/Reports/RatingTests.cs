using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports;

public sealed class RatingTests : Story
{
    private static readonly NewRating Content = new() { Stars = 4, Reasons = [RatingReason.Quick], Comment = "Terima kasih." };

    [Test]
    public async Task A_resolved_report_is_rated_once_and_staff_read_it()
    {
        var report = await Given.ResolvedAsync();
        Assert.That((await TrackAsync(report)).GetProperty("mayRate").GetBoolean(), Is.True);

        var rated = await RateAsync(report, Content);
        rated.HasStatus(HttpStatusCode.OK);
        report = report with { Version = rated.Body.GetProperty("version").GetInt32() };

        (await RateAsync(report, Content)).IsProblem(HttpStatusCode.Conflict, "already_rated");
        var tracked = await TrackAsync(report);
        var detail = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body;
        Assert.Multiple(() =>
        {
            Assert.That((tracked.GetProperty("status").GetString(), tracked.GetProperty("mayRate").GetBoolean()), Is.EqualTo(("resolved", false)));
            Assert.That(tracked.GetProperty("rating").GetProperty("stars").GetInt32(), Is.EqualTo(4));
            Assert.That(detail.GetProperty("rating").GetProperty("comment").GetString(), Is.EqualTo("Terima kasih."));
            Assert.That(detail.GetProperty("history").EnumerateArray().Last().GetProperty("type").GetString(), Is.EqualTo("rated"));
        });
    }

    [Test]
    public async Task A_rated_report_shows_its_last_step_once_closed_and_may_be_rated_anew_after_a_reopening()
    {
        var report = await Given.ResolvedAsync();
        report = Now(report, await RateAsync(report, Content));
        report = Now(report, await MoveAsync(report, new ReporterMove { To = ReportStatus.Closed }));
        Assert.That((await TrackAsync(report)).GetProperty("step").GetString(), Is.EqualTo("rated"));

        report = Now(report, await MoveAsync(report, new ReporterMove { To = ReportStatus.InProgress, Note = "Rusak lagi." }));
        Assert.That((await TrackAsync(report)).GetProperty("rating").ValueKind, Is.EqualTo(JsonValueKind.Null));
        report = await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.Resolved, PublicNote = "Sudah diperbaiki." });
        (await RateAsync(report, Content with { Stars = 2, Reasons = [RatingReason.Slow, RatingReason.Slow] })).HasStatus(HttpStatusCode.OK);
        Assert.That((await TrackAsync(report)).GetProperty("rating").GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()), Is.EqualTo(new[] { "slow" }));
    }

    [TestCase(0, "stars", "out_of_range", 400)]
    [TestCase(6, "stars", "out_of_range", 400)]
    [TestCase(2, "reasons", "rating_reason_required", 422)]
    public async Task A_rating_outside_the_scale_or_unexplained_is_refused(int stars, string field, string code, int status)
    {
        var report = await Given.ResolvedAsync();
        var refused = await RateAsync(report, new NewRating { Stars = stars });
        Assert.That((int)refused.Status, Is.EqualTo(status), refused.Text);
        Assert.That(refused.Text, Does.Contain($"\"{field}\"").And.Contain(code));
        Assert.That((await TrackAsync(report)).GetProperty("version").GetInt32(), Is.EqualTo(report.Version), "a refused rating changes nothing");
    }

    [Test]
    public async Task What_is_not_done_cannot_be_rated()
    {
        var report = await Given.InProgressAsync();
        (await RateAsync(report, Content)).IsProblem(HttpStatusCode.Conflict, "rating_not_open");
    }

    [Test]
    public async Task Two_ratings_at_once_leave_one()
    {
        var report = await Given.ResolvedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(stars => RateAsync(report, Content with { Stars = stars })));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Select(answer => answer.Status), Is.All.AnyOf(HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.Conflict));
    }

    private static FiledReport Now(FiledReport report, Answer moved) => report with { Version = moved.Body.GetProperty("version").GetInt32() };

    private Task<Answer> RateAsync(FiledReport report, NewRating rating) =>
        Given.Citizen.ChangeAsync(report.TrackingPath + "/rating", report.Version, rating, report.SecretHeader);

    private Task<Answer> MoveAsync(FiledReport report, ReporterMove move) =>
        Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, move, report.SecretHeader);

    private async Task<JsonElement> TrackAsync(FiledReport report) => (await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body;
}
