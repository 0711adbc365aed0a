using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports;

public sealed class PublicReportsTests : Story
{
    private const string Public = "/api/v1/public/reports";

    /// <summary>Words that stand nowhere else: each would show if it slipped out.</summary>
    private static readonly string[] Canaries = ["Kenari", "34567890", "kenari@contoh.id", "3571012345678901", "AG 1234 XY", "Langgar", "rahasia dapur", "Petugas DLHKP"];

    [Test]
    public async Task Nothing_personal_is_public()
    {
        var report = await Given.InProgressAsync(Given.Pollution with
        {
            Description = "Saya Ibu Kenari, hubungi 081234567890 atau kenari@contoh.id, NIK 3571012345678901, mobil AG 1234 XY.",
            Address = "sebelah Langgar",
            Reporter = new ReporterDetails { Name = "Sulastri Kenari", Phone = "081234567890", Email = "kenari@contoh.id" },
        });
        await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus
        {
            To = ReportStatus.NeedsInformation,
            PublicNote = "Ibu Kenari, di mana?",
            InternalNote = "rahasia dapur",
        });

        var shown = await ShownAsync(report, item => item.Value("status") == "needsInformation");

        Assert.That(shown.Text, Does.Contain(report.Id.ToString()));
        foreach (var canary in Canaries.Append(report.TrackingCode).Append(report.Secret))
        {
            Assert.That(shown.Text, Does.Not.Contain(canary));
        }
    }

    [Test]
    public async Task Who_has_the_current_list_is_sent_nothing_until_it_changes()
    {
        await Given.ReportAsync();
        await Api.OutboxIsDeliveredAsync();
        var first = await Given.Citizen.GetAsync(Public);
        Assert.That(first.Header("Cache-Control"), Does.StartWith("public"));

        var again = await Given.Citizen.GetAsync(Public, ("If-None-Match", "W/" + first.Header("ETag")));
        Assert.That((again.Status, again.Bytes.Length, again.Header("ETag"), again.Header("Cache-Control")), Is.EqualTo((HttpStatusCode.NotModified, 0, first.Header("ETag"), first.Header("Cache-Control"))));

        await Given.ReportAsync();
        await Api.OutboxIsDeliveredAsync();
        (await Given.Citizen.GetAsync(Public, ("If-None-Match", first.Header("ETag")!))).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task Confidential_reports_and_those_confidential_by_nature_are_absent()
    {
        FiledReport[] hidden =
        [
            await Given.ReportAsync(Given.Pollution with { Confidential = true }),
            await Given.ReportAsync(Given.Pollution with { ServiceCode = "PPA-KEKERASAN" }),
            await Given.ReportAsync(Given.Pollution with { ServiceCode = "PPA-KB", Confidential = false }),
            await Given.ReportAsync(Given.Bribe),
        ];
        var open = await Given.ReportAsync();
        await Api.OutboxIsDeliveredAsync();

        var ids = await AllIdsAsync(Public);

        Assert.That(ids, Does.Contain(open.Id.ToString()));
        Assert.That(ids.Intersect(hidden.Select(report => report.Id.ToString())), Is.Empty);
        Assert.That(await AllIdsAsync(Public + "?service=PPA-KB"), Is.Empty);
    }

    [Test]
    public async Task What_turns_out_to_be_a_confidential_matter_is_taken_away()
    {
        var report = await Given.ReportAsync(Given.Unclear);
        await ShownAsync(report, _ => true);

        (await (await Given.StaffAsync("verifikator")).ChangeAsync(
            report.StaffPath + "/disposisi", report.Version, new Disposisi { AgencyCode = "DP3AP2KB", ServiceCode = "PPA-KEKERASAN" })).HasStatus(HttpStatusCode.OK);
        await Api.OutboxIsDeliveredAsync();

        Assert.That(await AllIdsAsync(Public), Does.Not.Contain(report.Id.ToString()));
    }

    [Test]
    public async Task The_point_of_an_anonymous_report_is_coarse_and_that_of_a_named_one_is_not()
    {
        var (anonymous, named) = (await Given.ReportAsync(Given.Pollution with { Anonymous = true }), await Given.ReportAsync());

        var coarse = Item(await ShownAsync(anonymous, _ => true), anonymous).GetProperty("location");
        var exact = Item(await ShownAsync(named, _ => true), named).GetProperty("location");

        Assert.That((coarse.GetProperty("lat").GetDouble(), coarse.GetProperty("lng").GetDouble()), Is.EqualTo((-7.818, 112.004)));
        Assert.That((exact.GetProperty("lat").GetDouble(), exact.GetProperty("lng").GetDouble()), Is.EqualTo((Given.InBandarLor.Lat, Given.InBandarLor.Lng)));
    }

    [TestCase("bbox=112.003,-7.819,112.005,-7.817", true)]
    [TestCase("bbox=112.010,-7.819,112.020,-7.817", false)]
    [TestCase("status=routed", true)]
    [TestCase("status=closed", false)]
    [TestCase("service=LGK-CEMAR", true)]
    [TestCase("service=PJU-PADAM", false)]
    public async Task A_filter_keeps_or_drops(string query, bool kept)
    {
        var report = await Given.ReportAsync();
        await ShownAsync(report, _ => true);
        Assert.That(await AllIdsAsync($"{Public}?{query}"), kept ? Does.Contain(report.Id.ToString()) : Does.Not.Contain(report.Id.ToString()));
    }

    [TestCase("bbox=1,2,3", "invalid_format", "bbox")]
    [TestCase("bbox=112.1,-7.8,112.0,-7.9", "invalid_format", "bbox")]
    [TestCase("bbox=NaN,NaN,NaN,NaN", "invalid_format", "bbox")]
    [TestCase("bbox=-181,0,0,0", "invalid_format", "bbox")]
    [TestCase("q=sampah", "unknown_parameter", "q")]
    [TestCase("status=hilang", "unknown_value", "status")]
    [TestCase("service=%00", "invalid_characters", "service")]
    [TestCase("after=e30x", "invalid_cursor", "after")]
    public async Task A_parameter_that_means_nothing_is_refused_by_name(string query, string code, string field) =>
        (await Given.Citizen.GetAsync($"{Public}?{query}")).IsProblem(HttpStatusCode.BadRequest, code, field);

    private Task<Answer> ShownAsync(FiledReport report, Func<JsonElement, bool> asWanted) => Eventually.SeeAsync(
        () => Given.Citizen.GetAsync(Public + "?pageSize=100"),
        list => list.Body.Values("items", "id").Contains(report.Id.ToString()) && asWanted(Item(list, report)));

    private static JsonElement Item(Answer list, FiledReport report) =>
        list.Body.GetProperty("items").EnumerateArray().Single(item => item.Value("id") == report.Id.ToString());

    private async Task<string?[]> AllIdsAsync(string path)
    {
        var list = await Given.Citizen.GetAsync(path + (path.Contains('?') ? "&" : "?") + "pageSize=100");
        list.HasStatus(HttpStatusCode.OK);
        Assert.That(list.Body.Value("next"), Is.Null, "one page holds all of this fixture");
        return list.Body.Values("items", "id");
    }
}
