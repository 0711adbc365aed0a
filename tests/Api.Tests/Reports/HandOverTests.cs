using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports;

public sealed class HandOverTests : Story
{
    private static readonly NewStatus NotOurs = new() { To = ReportStatus.Closed, Reason = ClosingReason.NotOurs, PublicNote = "Jaringan listrik dikelola PLN." };

    [Test]
    public async Task What_is_handed_to_a_known_agency_is_told_to_colleagues_reporter_and_public()
    {
        var report = await Given.ReportAsync();
        report = await Given.MovedAsync(report, "verifikator", NotOurs with
        {
            HandedOverTo = new NewHandOver { AgencyCode = "PLN", Contact = "Posko Kediri, 123", Reference = "G-4711", Note = "Sudah dikonfirmasi." },
        });

        var staff = (await (await Given.StaffAsync("verifikator")).GetAsync(report.StaffPath)).Body.GetProperty("handedOverTo");
        Assert.That((staff.Value("agency"), staff.Value("contact"), staff.Value("note"), staff.Value("reference")), Is.EqualTo(("PLN", "Posko Kediri, 123", "Sudah dikonfirmasi.", "G-4711")));
        var tracked = await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader);
        Assert.That(tracked.Body.GetProperty("handedOverTo").Value("name"), Does.Contain("PLN"));
        Assert.That(tracked.Body.GetProperty("handedOverTo").Value("reference"), Is.EqualTo("G-4711"));
        await Api.OutboxIsDeliveredAsync();
        var shown = await Given.Citizen.GetAsync("/api/v1/public/reports");
        Assert.That(shown.Body.GetProperty("items").EnumerateArray().Single(item => item.Value("id") == report.Id.ToString()).Value("handedOverTo"), Does.Contain("PLN"));
        Assert.That(tracked.Text + shown.Text, Does.Not.Contain("Posko").And.Not.Contain("dikonfirmasi"), "whom to reach there is for colleagues");
        Assert.That(async () => await Api.ExecuteAsync("UPDATE hand_overs SET name = 'Lain'"), Throws.Exception.With.Message.Contains("append-only"));
    }

    [Test]
    public async Task Others_are_named_and_a_reopened_report_is_with_nobody_outside()
    {
        var report = await Given.ReportAsync();
        report = await Given.MovedAsync(report, "verifikator", NotOurs with { HandedOverTo = new NewHandOver { Name = " Kabupaten Kediri " } });
        Assert.That((await TrackedAsync(report)).GetProperty("handedOverTo").Value("name"), Is.EqualTo("Kabupaten Kediri"));

        var reopened = await Given.Citizen.ChangeAsync(
            report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.InProgress, Note = "Ini di dalam kota." }, report.SecretHeader);
        reopened.HasStatus(HttpStatusCode.OK);
        Assert.That((await TrackedAsync(report)).GetProperty("handedOverTo").ValueKind, Is.EqualTo(JsonValueKind.Null));
        await Api.OutboxIsDeliveredAsync();
        Assert.That(await Api.CountAsync($"public_reports WHERE id = '{report.Id}' AND handed_over_to IS NOT NULL"), Is.Zero);
    }

    [Test]
    public async Task It_stays_optional_and_is_refused_where_it_means_nothing()
    {
        var report = await Given.ReportAsync();
        var verifier = await Given.StaffAsync("verifikator");
        foreach (var (move, code, field) in new[]
        {
            (NotOurs with { Reason = ClosingReason.Unclear, HandedOverTo = new NewHandOver { AgencyCode = "PLN" } }, "hand_over_not_ours", "handedOverTo"),
            (NotOurs with { HandedOverTo = new NewHandOver() }, "hand_over_to_whom", "handedOverTo"),
            (NotOurs with { HandedOverTo = new NewHandOver { AgencyCode = "PLN", Name = "PLN" } }, "hand_over_to_whom", "handedOverTo"),
            (NotOurs with { HandedOverTo = new NewHandOver { AgencyCode = "DPUPR" } }, "unknown_agency", "handedOverTo.agencyCode"),
            (NotOurs with { HandedOverTo = new NewHandOver { AgencyCode = "KARANGAN" } }, "unknown_agency", "handedOverTo.agencyCode"),
        })
        {
            (await verifier.ChangeAsync(report.StaffPath + "/status", report.Version, move)).IsProblem(HttpStatusCode.UnprocessableEntity, code, field);
        }

        Assert.That((await TrackedAsync(report)).Value("status"), Is.EqualTo("routed"), "a refused hand-over closes nothing");
        report = await Given.MovedAsync(report, "verifikator", NotOurs);
        Assert.That((await TrackedAsync(report)).GetProperty("handedOverTo").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task Of_several_who_hand_one_report_over_at_once_one_does()
    {
        var verifier = await Given.StaffAsync("verifikator");
        foreach (var report in await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Given.ReportAsync())))
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(clerk => Task.Run(() => verifier.ChangeAsync(
                report.StaffPath + "/status", report.Version, NotOurs with { HandedOverTo = new NewHandOver { Name = $"Instansi {clerk}" } }))));
            Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
            Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed), Is.EqualTo(5));
        }
    }

    private async Task<JsonElement> TrackedAsync(FiledReport report) => (await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body;
}
