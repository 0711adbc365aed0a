using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports.Duplicates;

namespace KediriLapor.Api.Tests.Reports.Duplicates;

public sealed class SupportTests : Story
{
    [Test]
    public async Task A_supporter_counts_once_however_often_they_say_so_and_can_take_it_back()
    {
        var report = await PublishedAsync();
        var (key, another) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var said = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SupportAsync(report, key)));
        Assert.That(said.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That((await SupportAsync(report, another)).Body.Value("supports"), Is.EqualTo("2"));
        Assert.That(await ShownAsync(report), Is.EqualTo(("2", "2", "2")));

        Assert.That((await WithdrawAsync(report, key)).Body.Value("supports"), Is.EqualTo("1"));
        Assert.That((await WithdrawAsync(report, key)).Body.Value("supports"), Is.EqualTo("1"), "nothing more to take back");
        Assert.That(await Api.CountAsync($"report_supports t WHERE t::text LIKE '%{another.ToString()[..8]}%'"), Is.Zero, "the key itself is not kept");
    }

    [Test]
    public async Task Supporters_of_a_merged_report_count_for_its_survivor()
    {
        var (report, survivor) = (await PublishedAsync(), await PublishedAsync());
        var (key, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await SupportAsync(report, key)).HasStatus(HttpStatusCode.OK);
        (await (await Given.StaffAsync("verifikator")).ChangeAsync(report.StaffPath + "/merge", report.Version, new Merger { Into = survivor.Id })).HasStatus(HttpStatusCode.OK);
        await Api.OutboxIsDeliveredAsync();

        var supported = await SupportAsync(report, late);
        Assert.That((supported.Body.Value("reportId"), supported.Body.Value("supports")), Is.EqualTo((survivor.Id.ToString(), "2")));
        Assert.That((await SupportAsync(survivor, key)).Body.Value("supports"), Is.EqualTo("2"), "who had said so of the merged one says nothing new");
        Assert.That(await ShownAsync(survivor), Is.EqualTo(("2", "2", "2")));
        Assert.That((await WithdrawAsync(survivor, key)).Body.Value("supports"), Is.EqualTo("1"), "taken back where it is counted");
        Assert.That((await WithdrawAsync(report, late)).Body.Value("supports"), Is.EqualTo("0"));
    }

    [Test]
    public async Task What_is_not_public_or_done_cannot_be_supported()
    {
        var hidden = await Given.ReportAsync(Given.Pollution with { Confidential = true });
        var done = await Given.ResolvedAsync();
        await Api.OutboxIsDeliveredAsync();
        (await SupportAsync(hidden, Guid.CreateVersion7())).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await SupportAsync(done, Guid.CreateVersion7())).IsProblem(HttpStatusCode.Conflict, "report_not_open");
        (await WithdrawAsync(done, Guid.CreateVersion7())).HasStatus(HttpStatusCode.OK);
        (await SupportAsync(done, Guid.Empty)).IsProblem(HttpStatusCode.BadRequest, "invalid_format", "Supporter-Key");
        (await Given.Citizen.WriteAsync(HttpMethod.Post, Path(done))).IsProblem(HttpStatusCode.BadRequest, "required", "Supporter-Key");
    }

    private static string Path(FiledReport report) => $"/api/v1/public/reports/{report.Id}/support";

    private Task<Answer> SupportAsync(FiledReport report, Guid key) => Given.Citizen.WriteAsync(HttpMethod.Post, Path(report), ("Supporter-Key", key.ToString()));

    private Task<Answer> WithdrawAsync(FiledReport report, Guid key) => Given.Citizen.WriteAsync(HttpMethod.Delete, Path(report), ("Supporter-Key", key.ToString()));

    private async Task<FiledReport> PublishedAsync()
    {
        var report = await Given.ReportAsync();
        await Api.OutboxIsDeliveredAsync();
        return report;
    }

    /// <summary>In the public list, the staff list and the detail.</summary>
    private async Task<(string?, string?, string?)> ShownAsync(FiledReport report)
    {
        var officer = await Given.StaffAsync("petugas.dlhkp");
        return (Item((await Given.Citizen.GetAsync("/api/v1/public/reports?pageSize=100")).Body), Item((await officer.GetAsync("/api/v1/reports?pageSize=100")).Body),
            (await officer.GetAsync(report.StaffPath)).Body.Value("supports"));

        string? Item(System.Text.Json.JsonElement list) =>
            list.GetProperty("items").EnumerateArray().Single(item => item.Value("id") == report.Id.ToString()).Value("supports");
    }
}
