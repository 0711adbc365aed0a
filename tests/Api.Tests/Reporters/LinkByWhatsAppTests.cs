using System.Net;
using KediriLapor.Api.Tests.WhatsApp;
using KediriLapor.Harness;
using KediriLapor.Reports;

namespace KediriLapor.Api.Tests.Reporters;

/// <summary>The same link, to the phone that stands in the reports.</summary>
public sealed class LinkByWhatsAppTests : Chatting
{
    private const string Own = "/api/v1/own-reports";

    [Test]
    public async Task A_phone_gets_the_approved_template_with_the_link_and_opens_its_reports_by_it()
    {
        var report = await Given.ReportAsync(Given.Pollution with { Reporter = new ReporterDetails { Phone = "0812 3456 7890" } });
        (await Given.Citizen.PostAsync(Own + "/links", new { phone = "+62 812-3456-7890" })).HasStatus(HttpStatusCode.Accepted);
        var sent = await Eventually.SeeAsync(() => Task.FromResult(Catcher.Messages.FirstOrDefault(message => message.IsTemplate && message.Text == "laporan_saya")), seen => seen is not null);
        Assert.That((sent!.To, sent.Parameters[0]), Is.EqualTo((Sri, "15")));

        var opened = await Given.Citizen.PostAsync(Own + "/session", new { token = sent.Parameters[1].Split('#')[1] });
        opened.HasStatus(HttpStatusCode.OK);
        var listed = await Given.Citizen.GetAsync(Own, ("Reporter-Session", opened.Body.Value("session")!));
        Assert.That(listed.Body.Values("items", "trackingCode"), Is.EqualTo(new[] { report.TrackingCode }));
    }

    [Test]
    public async Task A_phone_that_wants_to_hear_nothing_gets_no_link_either()
    {
        await Given.ReportAsync(Given.Pollution with { Reporter = new ReporterDetails { Phone = Sri } });
        await WritesAsync(Text("STOP"));
        var before = Catcher.Messages.Length;
        (await Given.Citizen.PostAsync(Own + "/links", new { phone = Sri })).HasStatus(HttpStatusCode.Accepted);
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("reporter_links"), waiting => waiting == 0), Is.Zero);
        Assert.That(Catcher.Messages, Has.Length.EqualTo(before));
    }
}
