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
    public async Task A_template_is_tried_out_written_used_and_removed()
    {
        var (admin, path) = (await Given.StaffAsync("admin"), $"{Templates}/{Guid.CreateVersion7()}");
        var template = new NewReplyTemplate { Status = ReportStatus.Planned, ServiceCode = "SMP-ANGKUT", Title = "Armada", Body = "Armada {{ agency }} datang." };
        var preview = await admin.PostAsync(Templates + "/preview", template);
        Assert.That(preview.Body.Value("text"), Does.StartWith("Armada ").And.EndsWith(" datang.").And.Not.Contain("{{"));

        (await admin.ReplaceAsync(path, 0, template)).HasStatus(HttpStatusCode.OK);
        var report = await Given.InProgressAsync(Given.Garbage);
        var offered = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath + "/replies?to=planned")).Body;
        Assert.That(offered.Values("items", "text")[0], Is.EqualTo("Armada Dinas Lingkungan Hidup, Kebersihan, dan Pertamanan datang."));

        (await admin.RemoveAsync(path, 2)).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        (await admin.RemoveAsync(path, 1)).HasStatus(HttpStatusCode.NoContent);
        Assert.That((await admin.GetAsync(Templates)).Body.Values("items", "title"), Has.None.EqualTo("Armada"));
    }

    [Test]
    public async Task Of_several_who_write_one_template_at_once_one_does_and_the_others_hear_its_version()
    {
        var (admin, path) = (await Given.StaffAsync("admin"), $"{Templates}/{Guid.CreateVersion7()}");
        foreach (var seen in Enumerable.Range(0, 5))
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() => admin.ReplaceAsync(
                path, seen, new NewReplyTemplate { Status = ReportStatus.Planned, Title = $"Penulis {writer}", Body = "Terjadwal." }))));
            Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
            foreach (var late in answers.Where(answer => answer.Status != HttpStatusCode.OK))
            {
                late.IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
                Assert.That(late.Body.GetProperty("currentVersion").GetInt32(), Is.EqualTo(seen + 1));
            }
        }
    }

    [TestCase("{{ phone }}", "unknown_variable")]
    [TestCase("{% if agency %}{{ secret }}{% endif %}", "unknown_variable")]
    [TestCase("{% if %}", "template_syntax")]
    [TestCase("{% for i in (1..1000000000) %}{% endfor %}", "template_syntax")]
    [TestCase("{{ agency | replace: '', agency }}", "unknown_filter")]
    public async Task A_template_that_cannot_be_said_is_refused(string body, string code)
    {
        var admin = await Given.StaffAsync("admin");
        var answer = await admin.ReplaceAsync(
            $"{Templates}/{Guid.CreateVersion7()}", 0, new NewReplyTemplate { Status = ReportStatus.Resolved, Title = "Uji", Body = body });
        answer.IsProblem(HttpStatusCode.UnprocessableEntity, code, "body");
    }
}
