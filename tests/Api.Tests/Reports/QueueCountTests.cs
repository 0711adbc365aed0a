using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports;

public sealed class QueueCountTests : Story
{
    [Test]
    public async Task A_queue_counts_what_its_owner_may_see_and_what_waits()
    {
        var handled = await Given.InProgressAsync();
        await Given.ReportAsync();
        var waiting = await Given.ReportAsync();
        await Given.ReportAsync(Given.Unclear);
        await Given.MovedAsync(waiting, "petugas.dlhkp", new NewStatus { To = ReportStatus.Closed, Reason = ClosingReason.NotOurs, PublicNote = "Bukan kewenangan kota." });
        await Given.MovedAsync(handled, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di sebelah mana?" });
        Clock.Advance(TimeSpan.FromDays(8));

        var own = await CountAsync("petugas.dlhkp");
        Assert.That(own, Is.EqualTo("2 open, 1 overdue: needsInformation 1/0 routed 1/1"));
        Assert.That(await CountAsync("petugas.dpupr"), Is.EqualTo("0 open, 0 overdue: "));
        Assert.That(await CountAsync("verifikator", "?q=aneh"), Is.EqualTo("1 open, 1 overdue: submitted 1/1"));
        Assert.That(await CountAsync("verifikator", "?agency=DLHKP&service=LGK-CEMAR"), Is.EqualTo(own));
    }

    private async Task<string> CountAsync(string userName, string query = "")
    {
        using var person = new Person(Api); // the days that passed have ended every session
        await person.SignInAsync(userName, ApiHost.DemoPassword);
        var answer = await person.GetAsync("/api/v1/reports/counts" + query);
        answer.HasStatus(HttpStatusCode.OK);
        var statuses = answer.Body.GetProperty("statuses").EnumerateArray().Where(count => count.GetProperty("count").GetInt32() > 0)
            .Select(count => $"{count.Value("status")} {count.Value("count")}/{count.Value("overdue")}");
        return $"{answer.Body.Value("open")} open, {answer.Body.Value("overdue")} overdue: {string.Join(' ', statuses)}";
    }
}
