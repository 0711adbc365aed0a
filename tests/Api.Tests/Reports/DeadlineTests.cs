using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Reports;

public sealed class DeadlineTests : Story
{
    /// <summary>Signed in anew for each test: who signs in later ends their sessions of before.</summary>
    private Given people = null!;

    [SetUp]
    public void Meet() => people = new Given(Api);

    [TearDown]
    public void Part() => people.Dispose();

    [Test]
    public async Task A_deadline_tells_its_arithmetic_line_by_line()
    {
        var report = await people.ReportAsync();
        var deadline = await DeadlineAsync(report);
        var detail = (await (await people.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body;
        Assert.Multiple(() =>
        {
            Assert.That(deadline.Body.GetProperty("clock").GetString(), Is.EqualTo("firstResponse"));
            Assert.That(deadline.Body.GetProperty("dueAt").GetDateTimeOffset(), Is.EqualTo(detail.GetProperty("dueAt").GetDateTimeOffset()));
            Assert.That(deadline.Body.GetProperty("lines")[0].GetProperty("text").GetString(), Does.StartWith("Diterima "));
            Assert.That(deadline.Body.GetProperty("alsoRunning")[0].GetProperty("clock").GetString(), Is.EqualTo("resolve"));
        });
    }

    [Test]
    public async Task Waiting_for_the_reporter_stops_the_clock_and_is_told()
    {
        var report = await people.InProgressAsync();
        var before = (await DeadlineAsync(report)).Body.GetProperty("dueAt").GetDateTimeOffset();
        report = await people.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di sisi mana?" });
        Assert.That((await DeadlineAsync(report)).Body.GetProperty("clock").GetString(), Is.EqualTo("answer"));

        await using var later = await LaterAsync(TimeSpan.FromDays(7));
        using var then = new Given(later);
        var answered = await then.Citizen.ChangeAsync(
            report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.Routed, Note = "Di sisi timur." }, report.SecretHeader);
        answered.HasStatus(HttpStatusCode.OK);
        report = await then.MovedAsync(report with { Version = answered.Body.GetProperty("version").GetInt32() }, "petugas.dlhkp", new NewStatus { To = ReportStatus.InProgress });

        var after = (await DeadlineAsync(report, then)).Body;
        Assert.That(after.GetProperty("dueAt").GetDateTimeOffset(), Is.EqualTo(before.AddDays(4)), "Wednesday, Thursday, Friday and Monday were waited; the day of receipt never counts");
        Assert.That(after.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("text").GetString()), Has.Some.Contains("4 hari kerja tidak dihitung"));
    }

    [Test]
    public async Task A_closed_report_has_no_deadline_and_says_so()
    {
        var report = await people.ResolvedAsync();
        (await people.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.Closed }, report.SecretHeader)).HasStatus(HttpStatusCode.OK);
        var deadline = (await DeadlineAsync(report)).Body;
        Assert.That((deadline.GetProperty("dueAt").ValueKind, deadline.GetProperty("lines").GetArrayLength()), Is.EqualTo((System.Text.Json.JsonValueKind.Null, 1)));
    }

    [Test]
    public async Task The_second_return_goes_to_Bagian_Pemerintahan_with_its_reason()
    {
        var report = await people.ReportAsync();
        report = await people.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.Submitted, InternalNote = "Bukan kewenangan kami." });
        var verifier = await people.StaffAsync("verifikator");
        var forwarded = await verifier.ChangeAsync(report.StaffPath + "/disposisi", report.Version, new Disposisi { AgencyCode = "DPUPR" });
        forwarded.HasStatus(HttpStatusCode.OK);
        report = report with { Version = forwarded.Body.GetProperty("version").GetInt32() };
        await people.MovedAsync(report, "petugas.dpupr", new NewStatus { To = ReportStatus.Routed, InternalNote = "Bukan kewenangan kami juga." });

        var detail = (await verifier.GetAsync(report.StaffPath)).Body;
        Assert.Multiple(() =>
        {
            Assert.That(detail.GetProperty("agency").GetProperty("code").GetString(), Is.EqualTo("BAGPEM"));
            Assert.That(detail.GetProperty("routing").GetProperty("rule").GetString(), Is.EqualTo("second-return"));
            Assert.That(detail.GetProperty("history").EnumerateArray().Last().GetProperty("type").GetString(), Is.EqualTo("returned"));
        });
    }

    [Test]
    public async Task A_report_cannot_be_returned_after_a_working_day()
    {
        var report = await people.ReportAsync();
        await using var later = await LaterAsync(TimeSpan.FromDays(2));
        using var then = new Given(later);
        var refused = await (await then.StaffAsync("petugas.dlhkp")).ChangeAsync(report.StaffPath + "/status", report.Version, new NewStatus { To = ReportStatus.Submitted, InternalNote = "Bukan kewenangan kami." });
        refused.IsProblem(HttpStatusCode.Conflict, "transition_not_allowed");
        Assert.That(refused.Body.GetProperty("allowedNext").EnumerateArray().Select(next => next.GetString()), Has.None.EqualTo("submitted"));
    }

    [Test]
    public async Task Nobody_learns_of_a_deadline_outside_their_scope()
    {
        var report = await people.ReportAsync();
        (await (await people.StaffAsync("petugas.dpupr")).GetAsync(report.StaffPath + "/deadline")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await people.Citizen.GetAsync(report.StaffPath + "/deadline")).HasStatus(HttpStatusCode.Unauthorized);
    }

    /// <summary>The program as it runs that much later on the same data.</summary>
    private Task<ApiHost> LaterAsync(TimeSpan time) => ApiHost.StartDemoAsync(new FakeTimeProvider(Clock.GetUtcNow() + time), Api.Database);

    private async Task<Answer> DeadlineAsync(FiledReport report, Given? then = null) => await (await (then ?? people).StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath + "/deadline");
}
