using System.Net;
using KediriLapor.Harness;
using KediriLapor.Replies;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports;

public sealed class ReplyTests : Story
{
    private const string Templates = "/api/v1/admin/reply-templates";

    [Test]
    public async Task An_officer_is_offered_replies_in_the_report_s_own_words_those_for_its_service_first()
    {
        var report = await Given.InProgressAsync(Given.Garbage);
        var replies = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath + "/replies?to=resolved")).Body;
        Assert.Multiple(() =>
        {
            Assert.That(replies.Values("items", "title"), Is.EqualTo(new[] { "Sampah sudah diangkut", "Sudah selesai" }));
            Assert.That(replies.Values("items", "text")[0], Does.Contain("Kelurahan Bandar Lor"));
            Assert.That(replies.Values("items", "text")[1], Does.StartWith($"Laporan {report.TrackingCode} (Sampah menumpuk / tidak diangkut)"));
        });
    }

    [Test]
    public async Task Who_may_not_see_the_report_is_told_no_reply()
    {
        var report = await Given.InProgressAsync(Given.Garbage);
        (await (await Given.StaffAsync("petugas.dpupr")).GetAsync(report.StaffPath + "/replies?to=resolved")).HasStatus(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_template_is_written_seen_used_and_changed_by_one_of_two()
    {
        var (admin, path) = (await Given.StaffAsync("admin"), $"{Templates}/{Guid.CreateVersion7()}");
        var template = new NewReplyTemplate { Status = ReportStatus.Planned, ServiceCode = "SMP-ANGKUT", Title = "Armada", Body = "Armada {{ agency }} datang." };
        var preview = await admin.PostAsync(Templates + "/preview", template);
        Assert.That(preview.Body.Value("text"), Does.StartWith("Armada ").And.EndsWith(" datang.").And.Not.Contain("{{"));

        (await WriteAsync(template, 0)).HasStatus(HttpStatusCode.OK);
        var report = await Given.InProgressAsync(Given.Garbage);
        var offered = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath + "/replies?to=planned")).Body;
        Assert.That(offered.Values("items", "text")[0], Is.EqualTo("Armada Dinas Lingkungan Hidup, Kebersihan, dan Pertamanan datang."));

        var both = await Task.WhenAll(WriteAsync(template with { Title = "Truk" }, 1), WriteAsync(template with { Title = "Gerobak" }, 1));
        Assert.That(both.Select(answer => answer.Status), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed }));

        Task<Answer> WriteAsync(NewReplyTemplate written, int version) => admin.ReplaceAsync(path, version, written);
    }

    [TestCase("{{ phone }}", "unknown_variable")]
    [TestCase("{% if agency %}{{ secret }}{% endif %}", "unknown_variable")]
    [TestCase("{% if %}", "template_syntax")]
    public async Task A_template_that_cannot_be_said_is_refused(string body, string code)
    {
        var admin = await Given.StaffAsync("admin");
        var answer = await admin.ReplaceAsync(
            $"{Templates}/{Guid.CreateVersion7()}", 0, new NewReplyTemplate { Status = ReportStatus.Resolved, Title = "Uji", Body = body });
        answer.IsProblem(HttpStatusCode.UnprocessableEntity, code, "body");
    }
}
