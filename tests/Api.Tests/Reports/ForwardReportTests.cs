using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests.Reports;

public sealed class ForwardReportTests : Story
{
    [Test]
    public async Task The_verifiers_disposisi_brings_it_to_a_unit()
    {
        var report = await Given.ReportAsync(Given.Unclear);
        var verifier = await Given.StaffAsync("verifikator");

        var forwarded = await verifier.ChangeAsync(report.StaffPath + "/disposisi", report.Version, new Disposisi { AgencyCode = "DLHKP", Note = "mohon dicek" });

        forwarded.HasStatus(HttpStatusCode.OK);
        Assert.That((forwarded.Body.Value("status"), forwarded.Header("ETag")), Is.EqualTo(("routed", "\"2\"")));
        var seen = await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath);
        Assert.That(seen.Body.Values("history", "internalNote")[1], Is.EqualTo("mohon dicek"));
        Assert.That(seen.Body.GetProperty("routing").Value("reason"), Does.Contain("disposisi"));
    }

    [Test]
    public async Task Against_the_rules_it_keeps_what_they_said()
    {
        var report = await Given.ReportAsync(Given.Garbage);
        var verifier = await Given.StaffAsync("verifikator");
        (await verifier.ChangeAsync(report.StaffPath + "/disposisi", report.Version, new Disposisi { AgencyCode = "DPUPR" })).HasStatus(HttpStatusCode.OK);

        var routing = (await verifier.GetAsync(report.StaffPath)).Body.GetProperty("routing");
        Assert.That((routing.Value("agency"), routing.GetProperty("runnerUp").Value("agency")), Is.EqualTo(("DPUPR", "DLHKP")));
    }

    [Test]
    public async Task A_corrected_service_teaches_the_suggestions()
    {
        var report = await Given.ReportAsync(Given.Unclear with { Description = "Genderuwo berjoget di tiang, hubungi 081234567890." });
        (await (await Given.StaffAsync("verifikator")).ChangeAsync(
            report.StaffPath + "/disposisi", report.Version, new Disposisi { AgencyCode = "DISHUB", ServiceCode = "PJU-PADAM" })).HasStatus(HttpStatusCode.OK);

        var learned = await Eventually.SeeAsync(
            () => Api.InDatabaseAsync(db => db.LearnedCorrections.Where(correction => correction.ReportId == report.Id).ToListAsync()), rows => rows.Count > 0);

        Assert.That(learned.Select(correction => correction.ServiceCode), Is.EqualTo(new[] { "PJU-PADAM" }));
        Assert.That(learned[0].Text, Does.Contain("Genderuwo").And.Not.Contain("081234567890"));
        Assert.That((await (await Given.StaffAsync("verifikator")).GetAsync(report.StaffPath)).Body.Value("service"), Is.EqualTo("PJU-PADAM"));
    }

    [Test]
    public async Task A_disposisi_that_corrects_nothing_teaches_nothing()
    {
        var report = await Given.ReportAsync(Given.Unclear);
        (await (await Given.StaffAsync("verifikator")).ChangeAsync(
            report.StaffPath + "/disposisi", report.Version, new Disposisi { AgencyCode = "DLHKP", ServiceCode = "LAIN-LAIN" })).HasStatus(HttpStatusCode.OK);

        await Api.OutboxIsDeliveredAsync();
        Assert.That(await Api.InDatabaseAsync(db => db.LearnedCorrections.AnyAsync(correction => correction.ReportId == report.Id)), Is.False);
    }

    [Test]
    public async Task A_unit_may_return_it_once_and_then_no_more()
    {
        var report = await Given.ReportAsync();
        (await (await Given.StaffAsync("petugas.dlhkp")).ChangeAsync(report.StaffPath + "/status", report.Version, new NewStatus { To = ReportStatus.Submitted }))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "internal_note_required", "internalNote");
        var returned = await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.Submitted, InternalNote = "bukan kewenangan kami" });
        var verifier = await Given.StaffAsync("verifikator");
        Assert.That((await verifier.GetAsync(report.StaffPath)).Body.Value("agency"), Is.Null);

        (await verifier.ChangeAsync(report.StaffPath + "/disposisi", returned.Version, new Disposisi { AgencyCode = "DLHKP" })).HasStatus(HttpStatusCode.OK);

        (await (await Given.StaffAsync("petugas.dlhkp")).ChangeAsync(
            report.StaffPath + "/status", returned.Version + 1, new NewStatus { To = ReportStatus.Submitted, InternalNote = "tetap bukan kami" }))
            .IsProblem(HttpStatusCode.Conflict, "transition_not_allowed", "to");
    }

    [TestCase("TIDAK-ADA", null, null, "unknown_agency", "agencyCode")]
    [TestCase("DLHKP", "TIDAK-ADA", null, "unknown_service", "serviceCode")]
    [TestCase("DLHKP", null, "99.99.99.9999", "unknown_kelurahan", "kelurahanCode")]
    public async Task What_does_not_exist_is_named(string agency, string? service, string? kelurahan, string code, string field)
    {
        var report = await Given.ReportAsync(Given.Unclear);
        var disposisi = new Disposisi { AgencyCode = agency, ServiceCode = service, KelurahanCode = kelurahan };
        (await (await Given.StaffAsync("verifikator")).ChangeAsync(report.StaffPath + "/disposisi", report.Version, disposisi))
            .IsProblem(HttpStatusCode.UnprocessableEntity, code, field);
    }

    [Test]
    public async Task Without_a_version_or_with_an_old_one_nothing_is_forwarded()
    {
        var report = await Given.ReportAsync();
        var verifier = await Given.StaffAsync("verifikator");
        var disposisi = new Disposisi { AgencyCode = "DPUPR" };
        (await verifier.PostAsync(report.StaffPath + "/disposisi", disposisi)).IsProblem(HttpStatusCode.PreconditionRequired, "if_match_required");
        (await verifier.ChangeAsync(report.StaffPath + "/disposisi", 1, disposisi)).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
    }

    [Test]
    public async Task A_closed_report_cannot_be_forwarded()
    {
        var report = await Given.ReportAsync();
        var closed = await Given.MovedAsync(
            report, "petugas.dlhkp", new NewStatus { To = ReportStatus.Closed, PublicNote = "Sudah ditangani.", Reason = ClosingReason.AlreadyHandled });
        (await (await Given.StaffAsync("verifikator")).ChangeAsync(report.StaffPath + "/disposisi", closed.Version, new Disposisi { AgencyCode = "DPUPR" }))
            .IsProblem(HttpStatusCode.Conflict, "transition_not_allowed", "agencyCode");
    }
}
