using System.Net;
using KediriLapor.Api.Tests.Reports;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Privacy;

/// <summary>Whom a confidential case is about does not learn that it exists, by no list, count, search, picture or contact.</summary>
public sealed class AccusedUnitTests : Story
{
    private const string Word = "gratifikasi";

    [TestCase("APR-PUNGLI", null)]
    [TestCase("PPA-KEKERASAN", null)]
    [TestCase("LGK-CEMAR", true)]
    public async Task The_unit_of_the_place_finds_nothing(string serviceCode, bool? confidential)
    {
        var photo = (await Given.Citizen.UploadAsync(Photo.Jpeg())).Body.GetProperty("id").GetGuid();
        var hidden = await Given.ReportAsync(Given.Pollution with
        {
            ServiceCode = serviceCode,
            Description = $"Soal {Word} di kantor kelurahan.",
            Confidential = confidential,
            AttachmentIds = [photo],
            Reporter = new ReporterDetails { Name = "Sulastri Kenari" },
        });
        var absent = Guid.CreateVersion7();

        foreach (var userName in new[] { "petugas.bandar-lor", "camat.mojoroto", "kepala.dpupr" })
        {
            var staff = await Given.StaffAsync(userName);
            foreach (var way in new[] { "", "?q=" + Word, "?q=" + hidden.TrackingCode, "?service=" + serviceCode, "?kelurahan=" + Given.BandarLor })
            {
                var list = await staff.GetAsync("/api/v1/reports" + way + (way.Length == 0 ? "?" : "&") + "pageSize=100");
                list.HasStatus(HttpStatusCode.OK);
                Assert.That(list.Text, Does.Not.Contain(hidden.Id.ToString()).And.Not.Contain(hidden.TrackingCode), $"{userName} {way}");
            }

            await SameAsync(staff.GetAsync(hidden.StaffPath), staff.GetAsync($"/api/v1/reports/{absent}"));
            await SameAsync(staff.GetAsync($"{hidden.StaffPath}/attachments/{photo}"), staff.GetAsync($"/api/v1/reports/{absent}/attachments/{photo}"));
            var why = new { reason = "Ingin tahu siapa" };
            await SameAsync(staff.PostAsync(hidden.StaffPath + "/contact-readings", why), staff.PostAsync($"/api/v1/reports/{absent}/contact-readings", why));
        }

        Assert.That(await Api.CountAsync($"contact_readings WHERE report_id = '{hidden.Id}'"), Is.Zero);
        await Api.OutboxIsDeliveredAsync();
        Assert.That((await Given.Citizen.GetAsync("/api/v1/public/reports?pageSize=100")).Text, Does.Not.Contain(hidden.Id.ToString()));
    }

    [Test]
    public async Task A_verifier_cannot_make_the_accused_unit_responsible_for_an_integrity_case()
    {
        var report = await Given.ReportAsync(Given.Unclear);
        var verifier = await Given.StaffAsync("verifikator");

        var refused = await verifier.ChangeAsync(report.StaffPath + "/disposisi", report.Version, new Disposisi { AgencyCode = "DLHKP", ServiceCode = "APR-PUNGLI" });
        refused.IsProblem(HttpStatusCode.UnprocessableEntity, "integrity_elsewhere", "agencyCode");

        (await verifier.ChangeAsync(report.StaffPath + "/disposisi", report.Version, new Disposisi { AgencyCode = "INSPEKTORAT", ServiceCode = "APR-PUNGLI" }))
            .HasStatus(HttpStatusCode.OK);
        (await verifier.GetAsync(report.StaffPath)).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task An_integrity_case_that_comes_back_a_second_time_goes_to_nobody_else()
    {
        var report = await Given.MovedAsync(
            await Given.ReportAsync(), "petugas.dlhkp", new NewStatus { To = ReportStatus.Submitted, InternalNote = "Bukan kewenangan kami." });
        var forwarded = await (await Given.StaffAsync("verifikator"))
            .ChangeAsync(report.StaffPath + "/disposisi", report.Version, new Disposisi { AgencyCode = "INSPEKTORAT", ServiceCode = "APR-PUNGLI" });
        await Api.ExecuteAsync("UPDATE accounts SET agency_code = 'INSPEKTORAT' WHERE user_name = 'petugas.dpupr'");
        var inspector = await Given.StaffAsync("petugas.dpupr");

        var returned = await inspector.ChangeAsync(
            report.StaffPath + "/status", forwarded.Body.GetProperty("version").GetInt32(), new NewStatus { To = ReportStatus.Routed, InternalNote = "Bukan kewenangan kami." });

        returned.IsProblem(HttpStatusCode.UnprocessableEntity, "integrity_elsewhere", "to");
        Assert.That((await inspector.GetAsync(report.StaffPath)).Body.Value("agency"), Is.EqualTo("INSPEKTORAT"));
    }

    [Test]
    public async Task An_integrity_case_is_not_returned_to_where_nobody_could_take_it_up()
    {
        var bribe = await Given.ReportAsync(Given.Bribe);
        await Api.ExecuteAsync("UPDATE accounts SET agency_code = 'INSPEKTORAT' WHERE user_name = 'petugas.dpupr'");
        var inspector = await Given.StaffAsync("petugas.dpupr");

        var returned = await inspector.ChangeAsync(bribe.StaffPath + "/status", bribe.Version, new NewStatus { To = ReportStatus.Submitted, InternalNote = "Bukan kewenangan kami." });

        returned.IsProblem(HttpStatusCode.UnprocessableEntity, "integrity_elsewhere", "to");
        Assert.That((await inspector.GetAsync(bribe.StaffPath)).Body.Value("status"), Is.EqualTo("routed"));
    }

    [Test]
    public async Task The_inspectorate_reads_the_contact_of_an_integrity_case_and_leaves_its_trace()
    {
        var bribe = await Given.ReportAsync(Given.Bribe with { Reporter = new ReporterDetails { Name = "Sulastri Kenari" } });
        var inspector = await Given.StaffAsync("inspektorat");
        Assert.That((await inspector.PostAsync(bribe.StaffPath + "/contact-readings", new { reason = "Meminta keterangan" })).Body.Value("name"), Is.EqualTo("Sulastri Kenari"));
        Assert.That((await inspector.GetAsync("/api/v1/audit/access?report=" + bribe.Id)).Body.Values("items", "reason"), Is.EqualTo(new[] { "Meminta keterangan" }));
    }

    private static async Task SameAsync(Task<Answer> hidden, Task<Answer> absent)
    {
        var (seen, nothing) = (await hidden, await absent);
        seen.IsProblem(HttpStatusCode.NotFound, "not_found");
        Assert.That(seen.TextLessTraceId, Is.EqualTo(nothing.TextLessTraceId));
    }
}
