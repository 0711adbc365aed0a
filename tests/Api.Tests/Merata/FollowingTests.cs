using System.Net;
using KediriLapor.Harness;
using KediriLapor.Merata;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Merata;

/// <summary>Reports that a work answers follow it to the end, and their reporters hear of each stage.</summary>
public sealed class FollowingTests : MerataStory
{
    [Test]
    public async Task A_report_that_is_linked_follows_the_work_and_its_reporter_hears_of_each_stage()
    {
        var (report, work) = (await Given.ReportAsync(Given.Alley with { Reporter = new() { Name = "Sulastri", Email = "sulastri@contoh.id" } }), await PlannedAsync());
        work = Kept(await LinkAsync(work, report.TrackingCode));
        work = await MovedAsync(work, new { to = "contracted", number = "SPK/9", pokmasName = "Pokmas Kenanga", pokmasChair = "Slamet" });
        Assert.That(await Api.RunAsync(new TellOfWorks()), Is.EqualTo(2));
        Assert.That(await Api.RunAsync(new TellOfWorks()), Is.Zero, "each is told once");

        var tracked = (await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body;
        Assert.That((tracked.GetProperty("work").Value("title"), tracked.GetProperty("work").Value("stage")), Is.EqualTo(("Paving Gang Kenanga RT 03", "contracted")));
        Assert.That(tracked.Values("timeline", "type")[^2..], Is.EqualTo(new[] { "workLinked", "workMoved" }));
        Assert.That(tracked.GetProperty("timeline")[tracked.GetProperty("timeline").GetArrayLength() - 1].Value("note"), Does.Contain("dikontrak"));
        Assert.That((await (await Given.StaffAsync(Ward)).GetAsync(report.StaffPath)).Body.GetProperty("work").Value("id"), Is.EqualTo(work.Id.ToString()));
        foreach (var occasion in new[] { "WorkLinked", "WorkMoved" })
        {
            await Eventually.SeeAsync(() => Api.CountAsync($"notifications WHERE subject_id = '{report.Id}' AND occasion = '{occasion}' AND recipient = 'Reporter'"), told => told > 0);
        }

        var shown = (await (await Given.StaffAsync(Ward)).GetAsync(work.Path)).Body;
        Assert.That(shown.Values("reports", "trackingCode"), Is.EqualTo(new[] { report.TrackingCode }));
        Assert.That(shown.GetProperty("history")[3].Value("trackingCode"), Is.Null, "the move names no report");
    }

    [Test]
    public async Task Why_it_no_longer_follows_is_told_and_it_may_follow_another()
    {
        var (report, work) = (await Given.ReportAsync(Given.Alley), await PlannedAsync());
        work = Kept(await LinkAsync(work, report.Id.ToString()));
        var other = await PlannedAsync(Proposal("Paving Gang Mawar"));
        (await LinkAsync(other, report.TrackingCode)).IsProblem(HttpStatusCode.Conflict, "report_linked", "report");
        var ward = await Given.StaffAsync(Ward);
        (await ward.ChangeAsync($"{work.Path}/reports/{report.Id}/removal", work.Version, new { reason = "" })).IsProblem(HttpStatusCode.BadRequest, "validation_failed", "reason");
        work = Kept(await ward.ChangeAsync($"{work.Path}/reports/{report.Id}/removal", work.Version, new { reason = "Ini gang yang lain" }));
        (await ward.ChangeAsync($"{work.Path}/reports/{report.Id}/removal", work.Version, new { reason = "Ini gang yang lain" })).IsProblem(HttpStatusCode.NotFound, "not_found");
        Kept(await LinkAsync(other, report.TrackingCode));
        await Api.RunAsync(new TellOfWorks());

        var tracked = (await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body;
        Assert.That(tracked.GetProperty("work").Value("title"), Is.EqualTo("Paving Gang Mawar"));
        Assert.That(tracked.GetProperty("timeline").EnumerateArray().Single(entry => entry.Value("type") == "workUnlinked").Value("note"), Does.Contain("Ini gang yang lain"));
    }

    [Test]
    public async Task Only_open_reports_of_the_ward_that_one_sees_can_be_linked()
    {
        var work = await PlannedAsync();
        var elsewhere = await Given.ReportAsync(Given.Alley with { Location = new() { Lat = -7.829657, Lng = 112.000247 }, Description = "Paving gang di Bandar Kidul rusak." });
        (await LinkAsync(work, elsewhere.TrackingCode)).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_report", "report");
        (await LinkAsync(work, elsewhere.TrackingCode, City)).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_report", "report");
        (await LinkAsync(work, elsewhere.TrackingCode, "camat.mojoroto")).IsProblem(HttpStatusCode.UnprocessableEntity, "report_of_another_ward", "report");
        (await LinkAsync(work, "karangan")).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_report", "report");
        var bribe = await Given.ReportAsync(Given.Bribe);
        (await LinkAsync(work, bribe.Id.ToString())).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_report", "report");

        var closed = await Given.ReportAsync(Given.Alley with { Description = "Paving gang rusak, sudah ditarik." });
        (await Given.Citizen.ChangeAsync(closed.TrackingPath + "/status", closed.Version, new { to = "closed" }, closed.SecretHeader)).HasStatus(HttpStatusCode.OK);
        (await LinkAsync(work, closed.TrackingCode)).IsProblem(HttpStatusCode.Conflict, "report_not_open", "report");
        work = await MovedAsync(work, new { to = "cancelled", reason = "Tidak jadi" });
        (await LinkAsync(work, (await Given.ReportAsync(Given.Alley)).TrackingCode)).IsProblem(HttpStatusCode.Conflict, "work_over");
    }

    [Test]
    public async Task Two_who_link_one_report_at_once_link_it_once()
    {
        var (report, first, second) = (await Given.ReportAsync(Given.Alley), await PlannedAsync(), await PlannedAsync());
        var answers = await Task.WhenAll(new[] { first, second, first, second }.Select(work => Task.Run(() => LinkAsync(work, report.TrackingCode))));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != HttpStatusCode.OK).Select(answer => answer.Code).Distinct(), Is.SubsetOf(new[] { "report_linked", "stale_version" }));
        Assert.That(await Api.CountAsync($"work_links WHERE report_id = '{report.Id}'"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_was_rejected_has_no_work_to_wait_for()
    {
        var (report, work) = (await Given.ReportAsync(Given.Alley), await PlannedAsync());
        work = Kept(await LinkAsync(work, report.TrackingCode));
        await Api.RunAsync(new TellOfWorks());
        var now = (await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body.GetProperty("version").GetInt32();
        (await Given.Citizen.ChangeAsync(report.TrackingPath + "/status", now, new { to = "closed" }, report.SecretHeader)).HasStatus(HttpStatusCode.OK);
        await MovedAsync(work, new { to = "contracted", number = "SPK/9", pokmasName = "Pokmas Kenanga", pokmasChair = "Slamet" });
        await Api.RunAsync(new TellOfWorks());
        Assert.That(await Api.CountAsync($"report_events WHERE report_id = '{report.Id}' AND type = '{ReportEventType.WorkMoved}'"), Is.Zero);
        Assert.That(await Api.CountAsync($"work_news WHERE report_id = '{report.Id}'"), Is.Zero);
    }

    private async Task<Answer> LinkAsync(KeptWork work, string report, string userName = Ward) =>
        await (await Given.StaffAsync(userName)).ChangeAsync(work.Path + "/reports", work.Version, new { report });
}
