using System.Buffers.Text;
using System.Net;
using System.Text;
using KediriLapor.Harness;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Reports;

public sealed class QueueFilterTests : Story
{
    private const string Queue = "/api/v1/reports";

    private readonly Dictionary<string, FiledReport> reports = [];

    [OneTimeSetUp]
    public async Task File()
    {
        reports["unclear"] = await Given.ReportAsync(Given.Unclear);
        reports["alley"] = await Given.ReportAsync(Given.Alley with { Location = null, KelurahanCode = Given.BandarKidul, Address = "dekat Langgar Al-Ikhlas" });
        reports["garbage"] = await Given.InProgressAsync(Given.Garbage);
        reports["fire"] = await Given.ReportAsync(Given.Garbage with { ServiceCode = "DAR-KEBAKARAN", Description = "Rumah terbakar di gang sebelah." });
    }

    [Test]
    public async Task A_row_tells_its_place_to_the_map_beside_the_list()
    {
        var row = (await (await Given.StaffAsync("verifikator")).GetAsync("/api/v1/reports?pageSize=100")).Body.GetProperty("items").EnumerateArray().Single(item => item.Value("id") == reports["garbage"].Id.ToString());
        Assert.That(row.GetProperty("location").GetProperty("lat").GetDouble(), Is.EqualTo(Given.InBandarLor.Lat).Within(1e-9));
    }

    [TestCase("status=submitted", "unclear")]
    [TestCase("status=submitted&status=inProgress", "unclear", "garbage")]
    [TestCase("service=SMP-ANGKUT", "garbage")]
    [TestCase("kelurahan=35.71.01.1002", "alley")]
    [TestCase("agency=DLHKP", "garbage")]
    [TestCase("agency=DLHKP&status=submitted")]
    [TestCase("q=langgar", "alley")]
    [TestCase("q=sampah%20diangkut", "garbage")]
    [TestCase("q=samp", "garbage")]
    [TestCase("q=diangkut%20samp", "garbage")]
    [TestCase("q=langgar%20samp")]
    [TestCase("q=samp%20OR%20langgar", "alley")]
    [TestCase("q=sampah%20or%20langgar", "garbage", "alley")]
    [TestCase("q=%22sampah%20diang%22")]
    [TestCase("q=-sampah", "unclear", "alley", "fire")]
    [TestCase("q=sa")]
    [TestCase("q=%25%25%25")]
    [TestCase("overdue=false", "unclear", "alley", "garbage", "fire")]
    [TestCase("overdue=true")]
    public async Task A_filter_keeps(string query, params string[] kept)
    {
        var verifier = await Given.StaffAsync("verifikator");
        var answer = await verifier.GetAsync($"{Queue}?{query}");
        answer.HasStatus(HttpStatusCode.OK);
        Assert.That(answer.Body.Values("items", "id"), Is.EquivalentTo(kept.Select(name => reports[name].Id.ToString())));
    }

    [Test]
    public async Task A_tracking_code_read_out_on_the_phone_finds_its_report()
    {
        var verifier = await Given.StaffAsync("verifikator");
        var answer = await verifier.GetAsync($"{Queue}?q={reports["alley"].TrackingCode.Replace("-", "%20").ToLowerInvariant()}");
        Assert.That(answer.Body.Values("items", "id"), Is.EqualTo(new[] { reports["alley"].Id.ToString() }));
    }

    [Test]
    public async Task The_most_urgent_comes_first()
    {
        var verifier = await Given.StaffAsync("verifikator");
        var items = (await verifier.GetAsync(Queue)).Body.GetProperty("items").EnumerateArray().ToList();
        Assert.That(items[0].Value("id"), Is.EqualTo(reports["fire"].Id.ToString()));
        Assert.That(items.Select(item => item.GetProperty("dueAt").GetDateTimeOffset()), Is.Ordered);
    }

    [Test]
    public async Task What_is_past_its_deadline_is_overdue()
    {
        await using var nextMonth = await ApiHost.StartDemoAsync(new FakeTimeProvider(Given.WorkingMorning.AddDays(40)), Api.Database);
        using var people = new Given(nextMonth);
        var verifier = await people.StaffAsync("verifikator");

        Assert.That((await verifier.GetAsync($"{Queue}?overdue=true")).Body.Values("items", "id"), Is.EquivalentTo(reports.Values.Select(report => report.Id.ToString())));
        Assert.That((await verifier.GetAsync($"{Queue}?overdue=false")).Body.Values("items", "id"), Is.Empty);
    }

    [TestCase("agencies=DLHKP", "unknown_parameter", "agencies")]
    [TestCase("status=lost", "unknown_value", "status")]
    [TestCase("status=1", "unknown_value", "status")]
    [TestCase("overdue=ya", "wrong_type", "overdue")]
    [TestCase("pageSize=0", "out_of_range", "pageSize")]
    [TestCase("pageSize=-1", "out_of_range", "pageSize")]
    [TestCase("pageSize=101", "out_of_range", "pageSize")]
    [TestCase("pageSize=2147483648", "wrong_type", "pageSize")]
    [TestCase("pageSize=sepuluh", "wrong_type", "pageSize")]
    [TestCase("service=A&service=B", "duplicate_field", "service")]
    [TestCase("q=%00", "invalid_characters", "q")]
    [TestCase("after=%00", "invalid_characters", "after")]
    [TestCase("after=bukan-penanda", "invalid_cursor", "after")]
    [TestCase("after=bnVsbA", "invalid_cursor", "after")]
    public async Task A_parameter_that_means_nothing_is_refused_by_name(string query, string code, string field) =>
        (await (await Given.StaffAsync("verifikator")).GetAsync($"{Queue}?{query}")).IsProblem(HttpStatusCode.BadRequest, code, field);

    [TestCase("""{"Due":"2026-11-24T09:00:00+07:00","Id":"0199d000-0000-7000-8000-000000000000"}""")]
    [TestCase("""{"Due":"0001-01-01T00:00:00+14:00","Id":"0199d000-0000-7000-8000-000000000000"}""")]
    [TestCase("{}")]
    public async Task A_cursor_that_somebody_made_up_breaks_nothing(string cursor)
    {
        var after = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor));
        var answer = await (await Given.StaffAsync("verifikator")).GetAsync($"{Queue}?after={after}");
        Assert.That((int)answer.Status, Is.LessThan(500), answer.Text);
    }

    [Test]
    public async Task Too_many_words_are_refused() =>
        (await (await Given.StaffAsync("verifikator")).GetAsync($"{Queue}?q={new string('a', 201)}")).IsProblem(HttpStatusCode.BadRequest, "too_long", "q");
}
