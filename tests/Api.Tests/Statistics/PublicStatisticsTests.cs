using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Statistics;

/// <summary>One story, told in order: the clock of the fixture only goes forward.</summary>
public sealed class PublicStatisticsTests : Story
{
    [Test]
    public async Task An_open_report_past_its_deadline_counts_as_late_and_one_that_is_not_due_does_not_count()
    {
        await Given.ReportAsync(Given.Pollution with { Confidential = true });
        var done = await Given.InProgressAsync(Given.Pollution);
        await Given.MovedAsync(done, "petugas.dlhkp", Resolved);
        var slow = await Given.InProgressAsync(Given.Pollution);
        await Given.ReportAsync(Given.Pollution);

        var fresh = await AllAsync();
        Assert.That(Numbers(fresh), Is.EqualTo((3, 2, 1, 0, 0)));
        Assert.That(fresh.GetProperty("onTimeShare").GetDouble(), Is.EqualTo(1));

        Clock.Advance(TimeSpan.FromDays(60));
        Assert.That(Numbers(await AllAsync()), Is.EqualTo((3, 2, 1, 0, 2)));

        using var later = new Given(Api); // nobody stays signed in for so long
        await later.MovedAsync(slow, "petugas.dlhkp", Resolved);
        var late = await AllAsync();
        Assert.That(Numbers(late), Is.EqualTo((3, 1, 1, 1, 1)));
        Assert.That(late.GetProperty("onTimeShare").GetDouble(), Is.EqualTo(0.3333));

        Assert.That(Numbers(await AllAsync("?days=30")), Is.EqualTo((0, 0, 0, 0, 0)), "sent before the period");
    }

    [TestCase("days=0")]
    [TestCase("days=99999")]
    public async Task A_period_that_is_none_is_refused(string query) =>
        (await Given.Citizen.GetAsync("/api/v1/statistics/public?" + query)).IsProblem(HttpStatusCode.BadRequest, "out_of_range", "days");

    private static NewStatus Resolved => new() { To = ReportStatus.Resolved, PublicNote = "Sudah kami bersihkan." };

    private async Task<JsonElement> AllAsync(string query = "")
    {
        await Api.EverythingIsCountedAsync();
        var statistics = await Given.Citizen.GetAsync("/api/v1/statistics/public" + query);
        statistics.HasStatus(HttpStatusCode.OK);
        var all = statistics.Body.GetProperty("all");
        Assert.That(
            statistics.Body.GetProperty("statuses").EnumerateArray().Sum(status => status.GetProperty("count").GetInt32()), Is.EqualTo(all.GetProperty("count").GetInt32()));
        return all;
    }

    private static (int Count, int Open, int InTime, int Late, int OverdueOpen) Numbers(JsonElement all)
    {
        return (Number("count"), Number("open"), Number("inTime"), Number("late"), Number("overdueOpen"));

        int Number(string name) => all.GetProperty(name).GetInt32();
    }
}
