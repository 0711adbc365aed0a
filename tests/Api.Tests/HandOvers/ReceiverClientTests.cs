using System.Net;
using KediriLapor.Api.Tests.Webhooks;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.HandOvers;

/// <summary>A receiver with a system of its own: it hears of a hand-over by webhook and answers by the API.</summary>
public sealed class ReceiverClientTests : WebhookStory
{
    private const string HandOvers = "/api/v1/hand-overs";

    [Test]
    public async Task Its_program_hears_of_it_reads_it_and_takes_it_over_and_the_history_says_who()
    {
        var pln = await LetInAsync(["PLN"], "reports:read", "updates:write", "webhooks:manage");
        await MakeAsync(pln);
        var report = await HandedOverAsync();
        var told = (await CaughtAsync(1)).Single();
        Assert.That((told.Type, told.Report), Is.EqualTo(("report.handed_over", report.Id)));
        Assert.That(told.Json.GetProperty("data").GetProperty("handedOverTo").Value("code"), Is.EqualTo("PLN"));

        var listed = (await pln.GetAsync(HandOvers + "?unanswered=true")).Body.GetProperty("items").EnumerateArray().Single();
        Assert.That((listed.Value("number"), listed.Value("state")), Is.EqualTo((report.TrackingCode, "waiting")));
        var own = $"{HandOvers}/{listed.Value("id")}";
        Assert.That((await pln.GetAsync(own)).Body.Value("mayAnswer"), Is.EqualTo("true"));
        var answer = await pln.SendAsync(HttpMethod.Put, own + "/answer", new { reply = "acknowledged", number = "G-1", expectedOn = new DateOnly(2026, 12, 1), by = "Sistem PLN" });
        answer.HasStatus(HttpStatusCode.OK);
        var history = (await (await Given.StaffAsync("verifikator")).GetAsync(report.StaffPath)).Body;
        Assert.That((history.Values("history", "type")[^1], history.Values("history", "actor")[^1]), Is.EqualTo(("handOverAcknowledged", "Klien uji")));
        Assert.That((await pln.GetAsync(HandOvers + "?unanswered=true")).Body.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task No_other_program_sees_it_and_one_that_only_reads_does_not_answer()
    {
        var report = await HandedOverAsync();
        var id = (await (await Given.StaffAsync("verifikator")).GetAsync(report.StaffPath)).Body.GetProperty("handedOverTo").Value("id");
        var reader = await LetInAsync(["PLN"], "reports:read");
        (await reader.GetAsync($"{HandOvers}/{id}")).HasStatus(HttpStatusCode.OK);
        (await reader.SendAsync(HttpMethod.Put, $"{HandOvers}/{id}/answer", new { reply = "declined", by = "Sistem", reason = "Bukan kami." })).IsProblem(HttpStatusCode.Forbidden, "permission_required");
        foreach (var other in new[] { await LetInAsync(["KAI"], "reports:read", "updates:write"), await LetInAsync(null, "reports:read", "updates:write"), await LetInAsync(["PLN"], "webhooks:manage") })
        {
            (await other.GetAsync($"{HandOvers}/{id}")).IsProblem(HttpStatusCode.NotFound, "not_found");
            (await other.SendAsync(HttpMethod.Put, $"{HandOvers}/{id}/answer", new { reply = "declined", by = "Sistem", reason = "Bukan kami." })).IsProblem(HttpStatusCode.NotFound, "not_found");
        }
    }

    private async Task<FiledReport> HandedOverAsync()
    {
        var report = await Given.MovedAsync(
            await Given.ReportAsync(), "verifikator",
            new NewStatus { To = ReportStatus.Closed, Reason = ClosingReason.NotOurs, PublicNote = "Tiang ini milik PLN.", HandedOverTo = new NewHandOver { AgencyCode = "PLN" } });
        await Api.OutboxIsDeliveredAsync();
        return report;
    }
}
