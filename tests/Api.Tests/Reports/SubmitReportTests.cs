using System.Net;
using System.Text;
using KediriLapor.Harness;
using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests.Reports;

public sealed class SubmitReportTests : Story
{
    [Test]
    public async Task The_receipt_holds_all_its_reporter_needs_to_follow_it()
    {
        var answer = await Given.SubmitAsync(Given.Garbage);

        answer.HasStatus(HttpStatusCode.Created);
        var receipt = answer.Body;
        var code = receipt.Value("trackingCode");
        Assert.That(code, Does.Match("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$"));
        Assert.That(receipt.Value("secret"), Has.Length.EqualTo(26));
        Assert.That(answer.Header("Location"), Is.EqualTo("/api/v1/tracking/" + code));
        Assert.That(answer.Header("ETag"), Is.EqualTo($"\"{receipt.Value("version")}\""));
        Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"));
        Assert.That(receipt.Value("service"), Is.EqualTo("SMP-ANGKUT"));
        Assert.That(receipt.Value("kelurahan"), Is.EqualTo(Given.BandarLor));

        var tracked = await Given.Citizen.GetAsync(answer.Header("Location")!, ("Report-Secret", receipt.Value("secret")!));
        tracked.HasStatus(HttpStatusCode.OK);
        Assert.That(tracked.Body.Value("id"), Is.EqualTo(receipt.Value("id")));
        Assert.That(tracked.Body.Value("description"), Is.EqualTo(Given.Garbage.Description));
    }

    [Test]
    public async Task Without_doubt_it_is_routed_at_once_with_the_reason_and_a_deadline()
    {
        var receipt = (await Given.SubmitAsync(Given.Garbage)).Body;

        Assert.That((receipt.Value("status"), receipt.Value("agency")), Is.EqualTo(("routed", "DLHKP")));
        Assert.That(receipt.GetProperty("routing").Value("rule"), Is.EqualTo("SMP-ANGKUT"));
        Assert.That(receipt.GetProperty("routing").Value("reason"), Does.Contain("DLHKP"));
        Assert.That(receipt.GetProperty("dueAt").GetDateTimeOffset(), Is.GreaterThan(Clock.GetUtcNow()));
    }

    [Test]
    public async Task In_doubt_it_waits_for_a_verifier()
    {
        var receipt = (await Given.SubmitAsync(Given.Unclear)).Body;

        Assert.That((receipt.Value("status"), receipt.Value("agency"), receipt.Value("version")), Is.EqualTo(("submitted", (string?)null, "1")));
        Assert.That(receipt.GetProperty("dueAt").GetDateTimeOffset(), Is.GreaterThan(Clock.GetUtcNow()), "the verifier has a clock too");
    }

    [TestCase("gang", Given.BandarLor)]
    [TestCase("kota", "DPUPR")]
    [TestCase("nasional", "BBPJN")]
    public async Task An_answer_decides_who_is_responsible(string road, string agency)
    {
        var receipt = (await Given.SubmitAsync(Given.Garbage with { ServiceCode = "JLN-RUSAK", Answers = new() { ["kelasJalan"] = road } })).Body;
        Assert.That(receipt.Value("agency"), Is.EqualTo(agency));
    }

    [Test]
    public async Task A_kelurahan_alone_says_where()
    {
        var receipt = (await Given.SubmitAsync(Given.Alley with { Location = null, KelurahanCode = Given.BandarKidul })).Body;
        Assert.That((receipt.Value("kelurahan"), receipt.Value("agency")), Is.EqualTo((Given.BandarKidul, Given.BandarKidul)));
    }

    [Test]
    public async Task Who_reports_is_sealed_and_no_member_of_staff_reads_it()
    {
        var report = await Given.ReportAsync(Given.Garbage with
        {
            Reporter = new ReporterDetails { Name = "Sulastri Kenari", Phone = "0812 3456 7890", Email = "kenari@contoh.id" },
        });

        var sealedContact = await Api.InDatabaseAsync(db => db.ReporterContacts.SingleAsync(contact => contact.ReportId == report.Id));
        Assert.That(Encoding.Latin1.GetString(sealedContact.Sealed), Does.Not.Contain("Kenari").And.Not.Contain("34567890"));
        foreach (var userName in new[] { "petugas.dlhkp", "verifikator", "inspektorat" })
        {
            var staff = await Given.StaffAsync(userName);
            foreach (var path in new[] { report.StaffPath, "/api/v1/reports" })
            {
                var answer = await staff.GetAsync(path);
                answer.HasStatus(HttpStatusCode.OK);
                Assert.That(answer.Text, Does.Not.Contain("enari").And.Not.Contain("34567890"), $"{userName} {path}");
            }
        }
    }

    [Test]
    public async Task Anonymous_with_a_name_is_a_contradiction() =>
        (await Given.SubmitAsync(Given.Garbage with { Anonymous = true, Reporter = new ReporterDetails { Name = "Sulastri" } }))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "anonymous_with_name", "reporter.name");

    [TestCase("081234567890")]
    [TestCase("62812-3456-7890")]
    [TestCase("+62 812 3456 7890")]
    public async Task Anonymous_with_a_phone_is_fine_however_it_is_written(string phone)
    {
        var report = await Given.ReportAsync(Given.Garbage with { Anonymous = true, Reporter = new ReporterDetails { Phone = phone } });
        var detail = await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath);
        Assert.That(detail.Body.Value("anonymous"), Is.EqualTo("true"));
    }

    [TestCase("SMP-ANGKUT", null, "false")]
    [TestCase("SMP-ANGKUT", true, "true")]
    [TestCase("PPA-KB", null, "true")]
    [TestCase("APR-PUNGLI", false, "true")]
    public async Task It_is_confidential_when_asked_or_by_its_nature(string service, bool? asked, string confidential)
    {
        var report = await Given.ReportAsync(Given.Garbage with { ServiceCode = service, Confidential = asked });
        var detail = await (await Given.StaffAsync("inspektorat")).GetAsync(report.StaffPath);
        Assert.That(detail.Body.Value("confidential"), Is.EqualTo(confidential));
    }

    [Test]
    public async Task The_secret_is_nowhere_in_the_database()
    {
        var report = await Given.ReportAsync();
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(report.Secret));
        var rows = await Api.AskAsync<string>(
            """
            SELECT concat((SELECT string_agg(r::text, ' ') FROM reports r), (SELECT string_agg(a::text, ' ') FROM idempotent_answers a),
                          (SELECT string_agg(o::text, ' ') FROM outbox o), (SELECT string_agg(e::text, ' ') FROM report_events e)) AS "Value"
            """);

        Assert.That(rows, Does.Contain(report.Id.ToString()));
        Assert.That(rows, Does.Not.Contain(report.Secret).And.Not.Contain(hex));
    }
}
