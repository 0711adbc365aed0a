using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using Npgsql;

namespace KediriLapor.Api.Tests.Privacy;

/// <summary>A contact is read by who handles the report, for a reason, and never without a trace.</summary>
public sealed class ContactReadingTests : Story
{
    private const string Audit = "/api/v1/audit/access";

    private static readonly object Why = new { reason = "Menanyakan letak tumpukan sampah" };

    private static readonly NewReport Named = Given.Pollution with
    {
        Reporter = new ReporterDetails { Name = "Sulastri Kenari", Phone = "081234567890", Email = "kenari@contoh.id" },
    };

    [TestCase("petugas.dlhkp")]
    [TestCase("verifikator")]
    public async Task Who_handles_the_report_reads_the_contact_and_the_auditor_sees_who_when_which_and_why(string userName)
    {
        var report = await Given.ReportAsync(Named);

        var contact = await ReadAsync(userName, report);

        contact.HasStatus(HttpStatusCode.OK);
        Assert.That(
            (contact.Body.Value("name"), contact.Body.Value("phone"), contact.Body.Value("email")),
            Is.EqualTo(("Sulastri Kenari", "+6281234567890", "kenari@contoh.id")));
        Assert.That(contact.Header("Cache-Control"), Does.Contain("no-store"));

        var log = await (await Given.StaffAsync("inspektorat")).GetAsync($"{Audit}?report={report.Id}");
        log.HasStatus(HttpStatusCode.OK);
        var reading = log.Body.GetProperty("items").EnumerateArray().Single();
        Assert.That((reading.Value("reportId"), reading.Value("reason")), Is.EqualTo((report.Id.ToString(), "Menanyakan letak tumpukan sampah")));
        Assert.That(reading.GetProperty("at").GetDateTimeOffset(), Is.EqualTo(Clock.GetUtcNow()));
        Assert.That(reading.Value("readerName"), Is.Not.Empty);
        Assert.That(log.Text, Does.Not.Contain("Kenari").And.Not.Contain("81234567890").And.Not.Contain("kenari@"));
    }

    [Test]
    public async Task Whoever_looks_into_the_log_is_written_down_too_and_nobody_takes_it_back()
    {
        var (auditor, report) = (await Given.StaffAsync("inspektorat"), Guid.CreateVersion7());
        (await auditor.GetAsync($"{Audit}?report={report}")).HasStatus(HttpStatusCode.OK);
        var view = (await auditor.GetAsync("/api/v1/audit/views?pageSize=100")).Body.GetProperty("items").EnumerateArray().Single(item => item.Value("reportId") == report.ToString());
        Assert.That(view.Value("log"), Is.EqualTo("contactReadings"));
        Assert.That(view.Value("viewerName"), Is.Not.Empty);
        Assert.That(async () => await Api.ExecuteAsync("DELETE FROM audit_views"), Throws.Exception);
        (await (await Given.StaffAsync("admin")).GetAsync("/api/v1/audit/views")).IsProblem(HttpStatusCode.Forbidden, "permission_required");
    }

    [Test]
    public async Task To_see_a_report_of_the_ward_is_not_enough()
    {
        var report = await Given.ReportAsync(Named);
        (await (await Given.StaffAsync("petugas.bandar-lor")).GetAsync(report.StaffPath)).HasStatus(HttpStatusCode.OK);
        (await ReadAsync("petugas.bandar-lor", report)).IsProblem(HttpStatusCode.Forbidden, "contact_withheld");
        Assert.That(await ReadingsOfAsync(report), Is.Zero);
    }

    [TestCase("petugas.dpupr", HttpStatusCode.NotFound, "not_found")]
    [TestCase("operator", HttpStatusCode.NotFound, "not_found")]
    [TestCase("admin", HttpStatusCode.Forbidden, "permission_required")]
    public async Task Nobody_else_reads_it(string userName, HttpStatusCode status, string code)
    {
        var report = await Given.ReportAsync(Named);
        (await ReadAsync(userName, report)).IsProblem(status, code);
        Assert.That(await ReadingsOfAsync(report), Is.Zero);
    }

    [Test]
    public async Task The_contact_of_an_anonymous_reporter_is_open_to_nobody()
    {
        var report = await Given.ReportAsync(Given.Pollution with { Anonymous = true, Reporter = new ReporterDetails { Phone = "081234567890" } });
        foreach (var userName in new[] { "petugas.dlhkp", "verifikator", "inspektorat" })
        {
            (await ReadAsync(userName, report)).IsProblem(HttpStatusCode.Forbidden, "contact_withheld");
        }

        Assert.That(await ReadingsOfAsync(report), Is.Zero);
    }

    [TestCase("", "required")]
    [TestCase("   ", "required")]
    [TestCase("ada", "too_short")]
    [TestCase("a         ", "too_short")]
    public async Task No_reason_no_contact(string reason, string code)
    {
        var report = await Given.ReportAsync(Named);
        var refused = await (await Given.StaffAsync("petugas.dlhkp")).PostAsync(report.StaffPath + "/contact-readings", new { reason });
        Assert.That((refused.Status, refused.Code), Is.EqualTo((HttpStatusCode.BadRequest, reason.StartsWith("a  ", StringComparison.Ordinal) ? "too_short" : "validation_failed")));
        Assert.That(refused.Text, Does.Contain(code).And.Not.Contain("Kenari"));
        Assert.That(await ReadingsOfAsync(report), Is.Zero);
    }

    [Test]
    public async Task No_log_no_contact()
    {
        var report = await Given.ReportAsync(Named);
        await Api.ExecuteAsync("ALTER TABLE contact_readings ADD CONSTRAINT full_log CHECK (report_id <> '" + report.Id + "')");
        var refused = await ReadAsync("petugas.dlhkp", report);
        Assert.That((int)refused.Status, Is.GreaterThanOrEqualTo(500));
        Assert.That(refused.Text, Does.Not.Contain("Kenari").And.Not.Contain("81234567890"));
    }

    [TestCase("UPDATE contact_readings SET reason = 'lain'")]
    [TestCase("DELETE FROM contact_readings")]
    [TestCase("TRUNCATE contact_readings")]
    [TestCase("DELETE FROM privacy_acts")]
    public async Task Even_sql_cannot_rewrite_the_log(string sql)
    {
        var report = await Given.ReportAsync(Named);
        (await ReadAsync("petugas.dlhkp", report)).HasStatus(HttpStatusCode.OK);
        (await Given.Citizen.SendAsync(HttpMethod.Delete, report.TrackingPath + "/personal-data", null, report.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
        Assert.That(
            () => Api.ExecuteAsync(sql),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.RestrictViolation));
    }

    [Test]
    public async Task The_log_is_paged_and_filtered_by_reader_and_time()
    {
        var report = await Given.ReportAsync(Named);
        for (var time = 0; time < 3; time++)
        {
            (await ReadAsync("petugas.dlhkp", report)).HasStatus(HttpStatusCode.OK);
        }

        var auditor = await Given.StaffAsync("inspektorat");
        var first = await auditor.GetAsync($"{Audit}?report={report.Id}&pageSize=2");
        var second = await auditor.GetAsync($"{Audit}?report={report.Id}&pageSize=2&after={first.Body.Value("next")}");
        Assert.That(first.Body.Values("items", "id").Concat(second.Body.Values("items", "id")).Distinct().Count(), Is.EqualTo(3));
        Assert.That(second.Body.Value("next"), Is.Null);

        var reader = first.Body.GetProperty("items")[0].Value("accountId");
        var later = Uri.EscapeDataString(Clock.GetUtcNow().AddMinutes(1).ToString("O"));
        Assert.That((await auditor.GetAsync($"{Audit}?report={report.Id}&account={reader}&until={later}")).Body.Values("items", "id"), Has.Length.EqualTo(3));
        Assert.That((await auditor.GetAsync($"{Audit}?report={report.Id}&since={later}")).Body.Values("items", "id"), Is.Empty);
        Assert.That((await auditor.GetAsync($"{Audit}?account={Guid.CreateVersion7()}")).Body.Values("items", "id"), Is.Empty);
    }

    private async Task<Answer> ReadAsync(string userName, FiledReport report) =>
        await (await Given.StaffAsync(userName)).PostAsync(report.StaffPath + "/contact-readings", Why);

    private Task<int> ReadingsOfAsync(FiledReport report) => Api.CountAsync($"contact_readings WHERE report_id = '{report.Id}'");
}
