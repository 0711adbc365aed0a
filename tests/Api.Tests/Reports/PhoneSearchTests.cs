using System.Net;
using KediriLapor.Harness;
using KediriLapor.Privacy;
using KediriLapor.Reports;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Reports;

/// <summary>Those who may look a phone up find its reports, and leave a trace with each.</summary>
public sealed class PhoneSearchTests : Story
{
    private const string Queue = "/api/v1/reports?q=";

    [TestCase("081298760010", "081298760010")]
    [TestCase("081298760011", "6281298760011")]
    [TestCase("081298760012", "+62 812-9876-0012")]
    [TestCase("+6281298760013", "0812 9876 0013")]
    [TestCase("0354-681234", "(0354) 681234")]
    public async Task A_phone_finds_its_reports_in_any_spelling(string left, string sought)
    {
        var report = await ReportAsync(left);
        await ReportAsync("081298760099");
        Assert.That(await FoundAsync("verifikator", sought), Is.EqualTo(new[] { report.Id.ToString() }));
    }

    [Test]
    public async Task Each_find_is_a_reading_that_the_auditor_and_the_reporter_see()
    {
        var report = await ReportAsync("081298760020");
        await FoundAsync("verifikator", "0812 9876 0020");
        var reading = (await (await Given.StaffAsync("inspektorat")).GetAsync($"/api/v1/audit/access?report={report.Id}")).Body.GetProperty("items").EnumerateArray().Single();
        Assert.That((reading.Value("reportId"), reading.Value("reason")), Is.EqualTo((report.Id.ToString(), ContactReading.SoughtByPhone)));
        Assert.That(reading.Value("readerName"), Is.Not.Empty);
        var told = (await Given.Citizen.GetAsync(report.TrackingPath + "/personal-data", report.SecretHeader)).Body;
        Assert.That(told.Values("readings", "reason"), Is.EqualTo(new[] { ContactReading.SoughtByPhone }));
    }

    [Test]
    public async Task Who_may_not_look_phones_up_finds_words_and_leaves_no_trace()
    {
        var (report, worded) = (await ReportAsync("081298760030"), await Given.ReportAsync(Given.Pollution with { Description = "Hubungi 081298760030 untuk letaknya" }));
        foreach (var userName in new[] { "petugas.dlhkp", "kepala.dpupr", "inspektorat" })
        {
            Assert.That(await FoundAsync(userName, "081298760030"), Is.SubsetOf(new[] { worded.Id.ToString() }), userName);
        }

        Assert.That(await Api.CountAsync($"contact_readings WHERE report_id = '{report.Id}'"), Is.Zero);
    }

    [Test]
    public async Task An_anonymous_reporter_is_found_by_nobody_and_neither_is_what_one_may_not_see()
    {
        await Given.ReportAsync(Given.Pollution with { Anonymous = true, Reporter = new ReporterDetails { Phone = "081298760040" } });
        await Given.ReportAsync(Given.Bribe with { Reporter = new ReporterDetails { Phone = "081298760040" } });
        Assert.That(await FoundAsync("verifikator", "081298760040"), Is.Empty);
        Assert.That(await FoundAsync("operator", "081298760040"), Is.Empty);
    }

    [Test]
    public async Task An_operator_finds_what_they_took_down_for_a_caller()
    {
        var sent = await (await Given.StaffAsync("operator")).PostAsync(
            "/api/v1/reports", Given.Pollution with { Reporter = new ReporterDetails { Phone = "081298760050" } }, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        sent.HasStatus(HttpStatusCode.Created);
        await ReportAsync("081298760050");
        Assert.That(await FoundAsync("operator", "081298760050"), Is.EqualTo(new[] { sent.Body.Value("id") }));
    }

    [Test]
    public async Task A_phone_goes_with_the_contact_when_it_is_corrected_and_when_it_is_erased()
    {
        var report = await ReportAsync("081298760060");
        using var corrected = System.Net.Http.Json.JsonContent.Create(new { phone = "081298760061" });
        (await Given.Citizen.SendAsync(HttpMethod.Put, report.TrackingPath + "/personal-data", corrected, report.SecretHeader)).HasStatus(HttpStatusCode.OK);
        Assert.That(await FoundAsync("verifikator", "081298760060"), Is.Empty);
        Assert.That(await FoundAsync("verifikator", "081298760061"), Is.EqualTo(new[] { report.Id.ToString() }));
        (await Given.Citizen.WriteAsync(HttpMethod.Delete, report.TrackingPath + "/personal-data", report.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
        Assert.That(await FoundAsync("verifikator", "081298760061"), Is.Empty);
    }

    [Test]
    public async Task Contacts_from_before_the_index_get_their_place_in_it_by_resealing_and_anonymous_ones_none()
    {
        var report = await ReportAsync("081298760070");
        await Given.ReportAsync(Given.Pollution with { Anonymous = true, Reporter = new ReporterDetails { Phone = "081298760070" } });
        await Api.ExecuteAsync("UPDATE reporter_contacts SET phone_index = NULL");
        Assert.That(await FoundAsync("verifikator", "081298760070"), Is.Empty);
        await using (var scope = Api.Services.CreateAsyncScope())
        {
            Assert.That((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ResealContacts())).Resealed, Is.Positive);
        }

        Assert.That(await FoundAsync("verifikator", "081298760070"), Is.EqualTo(new[] { report.Id.ToString() }));
        Assert.That(await Api.CountAsync("reporter_contacts c JOIN reports r ON r.id = c.report_id WHERE r.anonymous AND c.phone_index IS NOT NULL"), Is.Zero);
    }

    [Test]
    public async Task Another_instance_finds_what_this_one_indexed_and_other_filters_go_with_it()
    {
        var report = await ReportAsync("081298760080");
        await using var other = await ApiHost.StartDemoAsync(Clock, Api.Database);
        using var given = new Given(other);
        var verifier = await given.StaffAsync("verifikator");
        Assert.That((await verifier.GetAsync(Queue + "081298760080&agency=DLHKP")).Body.Values("items", "id"), Is.EqualTo(new[] { report.Id.ToString() }));
        Assert.That((await verifier.GetAsync(Queue + "081298760080&agency=DPUPR")).Body.Values("items", "id"), Is.Empty);
    }

    private Task<FiledReport> ReportAsync(string phone) => Given.ReportAsync(Given.Pollution with { Reporter = new ReporterDetails { Name = "Sri", Phone = phone } });

    private async Task<string?[]> FoundAsync(string userName, string sought)
    {
        var answer = await (await Given.StaffAsync(userName)).GetAsync(Queue + Uri.EscapeDataString(sought));
        answer.HasStatus(HttpStatusCode.OK);
        return answer.Body.Values("items", "id");
    }
}
