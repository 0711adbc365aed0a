using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports;

public sealed class TrackReportTests : Story
{
    [Test]
    public async Task The_reporter_sees_the_step_who_acts_by_when_and_the_timeline()
    {
        var report = await Given.InProgressAsync();

        var tracked = await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader);

        tracked.HasStatus(HttpStatusCode.OK);
        Assert.That(tracked.Header("ETag"), Is.EqualTo("\"3\""));
        Assert.That((tracked.Body.Value("status"), tracked.Body.Value("step"), tracked.Body.Value("agency")), Is.EqualTo(("inProgress", "inProgress", "DLHKP")));
        Assert.That(tracked.Body.Value("dueReason"), Does.Contain("paling lambat"));
        Assert.That(tracked.Body.Values("timeline", "type"), Is.EqualTo(new[] { "submitted", "routed", "statusChanged" }));
    }

    [Test]
    public async Task An_unknown_code_a_wrong_secret_and_none_are_one_and_the_same_answer()
    {
        var (mine, other) = (await Given.ReportAsync(), await Given.ReportAsync());
        var unknown = TrackingCode.New();

        Answer[] refusals =
        [
            await Given.Citizen.GetAsync($"/api/v1/tracking/{unknown}", mine.SecretHeader),
            await Given.Citizen.GetAsync(mine.TrackingPath, other.SecretHeader),
            await Given.Citizen.GetAsync(mine.TrackingPath),
            await Given.Citizen.GetAsync("/api/v1/tracking/bukan-kode", mine.SecretHeader),
            await Given.Citizen.GetAsync(mine.TrackingPath, ("Report-Secret", mine.Secret.ToLowerInvariant())),
        ];

        refusals[0].IsProblem(HttpStatusCode.NotFound, "not_found");
        Assert.That(refusals.Select(refusal => (refusal.Status, refusal.TextLessTraceId)), Is.All.EqualTo((refusals[0].Status, refusals[0].TextLessTraceId)));
        (await Given.Citizen.GetAsync(mine.TrackingPath, mine.SecretHeader)).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_code_is_read_as_people_type_it()
    {
        var report = await Given.ReportAsync();
        var code = report.TrackingCode;

        foreach (var typed in new[] { code.ToLowerInvariant(), code.Replace("-", ""), code.Replace("-", " "), code.Replace('0', 'O').Replace('1', 'l') })
        {
            var tracked = await Given.Citizen.GetAsync("/api/v1/tracking/" + Uri.EscapeDataString(typed), report.SecretHeader);
            Assert.That(tracked.Status, Is.EqualTo(HttpStatusCode.OK), typed);
        }
    }

    [Test]
    public async Task A_note_between_colleagues_never_reaches_the_reporter()
    {
        var report = await Given.ReportAsync();
        await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus
        {
            To = ReportStatus.NeedsInformation,
            PublicNote = "Di sisi mana pasar?",
            InternalNote = "pelapor ini sering mengeluh",
        });

        var tracked = await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader);
        var seenByStaff = await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath);

        Assert.That(tracked.Text, Does.Contain("Di sisi mana pasar?").And.Not.Contain("sering mengeluh").And.Not.Contain("Petugas DLHKP"));
        Assert.That(seenByStaff.Text, Does.Contain("sering mengeluh"));
    }

    [Test]
    public async Task The_secret_is_not_taken_from_an_address_that_gets_logged()
    {
        var report = await Given.ReportAsync();
        (await Given.Citizen.GetAsync($"{report.TrackingPath}?secret={report.Secret}")).IsProblem(HttpStatusCode.BadRequest, "unknown_parameter", "secret");
    }
}
