using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports;

/// <summary>Who sees which reports, in the list and one by one. What one may not see does not exist.</summary>
public sealed class QueueScopeTests : Story
{
    private const string Queue = "/api/v1/reports";

    private readonly Dictionary<string, FiledReport> reports = [];

    [OneTimeSetUp]
    public async Task File()
    {
        var sent = new Dictionary<string, NewReport>
        {
            ["garbage"] = Given.Garbage,
            ["pothole"] = Given.Garbage with { ServiceCode = "JLN-RUSAK" },
            ["unclear"] = Given.Unclear,
            ["alley"] = Given.Alley,
            ["alley elsewhere"] = Given.Alley with { Location = null, KelurahanCode = Given.BandarKidul },
            ["violence"] = Given.Garbage with { ServiceCode = "PPA-KEKERASAN" },
            ["bribe"] = Given.Bribe,
        };
        foreach (var (name, report) in sent)
        {
            reports[name] = await Given.ReportAsync(report);
        }
    }

    [TestCase("petugas.dpupr", "pothole")]
    [TestCase("kepala.dpupr", "pothole")]
    [TestCase("petugas.dlhkp", "garbage")]
    [TestCase("petugas.bandar-lor", "garbage", "pothole", "unclear", "alley")]
    [TestCase("camat.mojoroto", "garbage", "pothole", "unclear", "alley", "alley elsewhere")]
    [TestCase("verifikator", "garbage", "pothole", "unclear", "alley", "alley elsewhere", "violence")]
    [TestCase("inspektorat", "garbage", "pothole", "unclear", "alley", "alley elsewhere", "violence", "bribe")]
    [TestCase("operator")]
    public async Task Sees_in_the_queue_and_can_open(string userName, params string[] visible)
    {
        var staff = await Given.StaffAsync(userName);
        var listed = (await staff.GetAsync(Queue)).Body.Values("items", "id");
        Assert.That(
            reports.Where(report => listed.Contains(report.Value.Id.ToString())).Select(report => report.Key),
            Is.EquivalentTo(visible));

        var absent = await staff.GetAsync($"{Queue}/{Guid.CreateVersion7()}");
        absent.IsProblem(HttpStatusCode.NotFound, "not_found");
        foreach (var (name, report) in reports)
        {
            var opened = await staff.GetAsync(report.StaffPath);
            Assert.That(opened.Status, Is.EqualTo(visible.Contains(name) ? HttpStatusCode.OK : HttpStatusCode.NotFound), name);
            if (!visible.Contains(name))
            {
                Assert.That(opened.TextLessTraceId, Is.EqualTo(absent.TextLessTraceId), "not yours and absent are the same answer");
            }
        }
    }

    [Test]
    public async Task An_admin_manages_accounts_and_reads_no_report()
    {
        var admin = await Given.StaffAsync("admin");
        foreach (var path in new[] { Queue, reports["garbage"].StaffPath })
        {
            (await admin.GetAsync(path)).IsProblem(HttpStatusCode.Forbidden, "permission_required");
        }
    }

    [Test]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        foreach (var path in new[] { Queue, reports["garbage"].StaffPath, "/api/v1/agencies" })
        {
            (await Given.Citizen.GetAsync(path)).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
        }
    }

    [Test]
    public async Task An_operator_sees_what_they_entered_for_a_caller()
    {
        var callTaker = await Given.StaffAsync("operator");
        var receipt = await callTaker.PostAsync(Queue, Given.Pollution, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        receipt.HasStatus(HttpStatusCode.Created);

        var id = receipt.Body.Value("id");
        Assert.That((await callTaker.GetAsync(Queue)).Body.Values("items", "id"), Does.Contain(id));
        var opened = await callTaker.GetAsync($"{Queue}/{id}");
        Assert.That(opened.Body.Value("channel"), Is.EqualTo("phone112"));
    }

    [Test]
    public async Task Those_who_may_not_see_a_report_cannot_move_it_either()
    {
        var garbage = reports["garbage"];
        foreach (var userName in new[] { "petugas.dpupr", "kepala.dpupr" })
        {
            var stranger = await Given.StaffAsync(userName);
            (await stranger.ChangeAsync(garbage.StaffPath + "/status", garbage.Version, new NewStatus { To = ReportStatus.InProgress }))
                .IsProblem(HttpStatusCode.NotFound, "not_found");
            (await stranger.ChangeAsync(garbage.StaffPath + "/disposisi", garbage.Version, new Disposisi { AgencyCode = "DPUPR" }))
                .IsProblem(HttpStatusCode.NotFound, "not_found");
        }

        var auditor = await Given.StaffAsync("inspektorat");
        (await auditor.ChangeAsync(garbage.StaffPath + "/status", garbage.Version, new NewStatus { To = ReportStatus.InProgress }))
            .IsProblem(HttpStatusCode.Forbidden, "permission_required");
    }
}
