using System.Text;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.House.Tests.Contract;

/// <summary>The part of the walk about people: who signs in, what is known of them, what they are told.</summary>
public sealed partial class AnswersTests
{
    private async Task Sessions(Person stranger)
    {
        var person = await SignedIn("operator");
        await Walk(person.Get("session"), stranger.Get("session"), stranger.Send("DELETE", "session"));
        await Walk(person.Send("DELETE", "session", null, ("X-XSRF-TOKEN", "karangan")), person.Send("DELETE", "session"));
        var wrong = new { userName = "siapa.ini", password = "bukan ini" };
        await Walk(
            stranger.Send("POST", "session", new { userName = "", password = "x" }),
            stranger.Send("POST", "session", wrong, ("Sec-Fetch-Site", "cross-site")));
        var demo = new { userName = "operator", password = "sandi untuk uji rumah", newPassword = "sepeda biru di tepi sungai" };
        await Walk(stranger.Send("POST", "session", demo));
        for (var tried = 0; tried <= 10; tried++)
        {
            await Walk(stranger.Send("POST", "session", wrong));
        }
    }

    private static async Task PersonalData(Person stranger, Person officer, Person auditor)
    {
        var report = await Given.RoutedReport(stranger);
        var (readings, own, secret) = ($"reports/{report.Id}/contact-readings", $"tracking/{report.TrackingCode}/personal-data", ("Report-Secret", report.Secret));
        var why = new { reason = "Menanyakan letaknya" };
        await Walk(
            officer.Send("POST", readings, why), officer.Send("POST", readings, new { reason = "" }),
            officer.Send("POST", readings.Replace(report.Id, Guid.CreateVersion7().ToString(), StringComparison.Ordinal), why));
        await Walk(auditor.Get("audit/access?report=" + report.Id), auditor.Get("audit/access?pageSize=0"));
        await Walk(
            stranger.Get(own, secret), stranger.Get(own), stranger.Get(own + "?karangan=1", secret),
            stranger.Send("PUT", own, new { name = "Sri" }, secret), stranger.Send("PUT", own, new { name = "Sri" }),
            stranger.Send("PUT", own, new { phone = "12" }, secret), stranger.Send("PUT", own, new { karangan = 1 }, secret));
        // what is sent in one walk meets: correcting and erasing at once would refuse one of them
        await Walk(stranger.Send("DELETE", own, null, secret), stranger.Send("DELETE", own));
        await Walk(stranger.Get(own, secret));
        await Walk(auditor.Get("audit/privacy-acts?report=" + report.Id), auditor.Get("audit/privacy-acts?pageSize=0"));
        await Walk(auditor.Get("audit/views?pageSize=1"), auditor.Get("audit/views?pageSize=0"));
    }

    private async Task OwnReports(Person stranger)
    {
        var token = new string('a', 43);
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(token));
        await people.Api.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO reporter_links (id, person, medium, language, token_hash, due_at, attempts, ends_at)
            VALUES ({Guid.CreateVersion7()}, {hash}, 'Email', 'Id', {hash}, now(), 1, now() + interval '1 hour')
            """));
        await Walk(stranger.Get("own-reports/links"), stranger.Get("own-reports/links?karangan=1"), stranger.Get("own-reports"), stranger.Get("own-reports?pageSize=0"));
        await Walk(stranger.Send("POST", "own-reports/links", new { email = "sri@contoh.id" }), stranger.Send("POST", "own-reports/links", new { karangan = 1 }));
        await Walk(stranger.Send("POST", "own-reports/session", new { token = "" }), stranger.Send("POST", "own-reports/session", new { token = new string('b', 43) }));
        using var opened = await stranger.Send("POST", "own-reports/session", new { token });
        var session = ("Reporter-Session", (string?)(await Person.Read(opened))["session"]!.GetValue<string>());
        await Walk(stranger.Get("own-reports", session));
        await Walk(stranger.Send("DELETE", "own-reports/session", null, session));
    }

    private static async Task Notifications(Person stranger, Person admin)
    {
        const string Matrix = "admin/notifications";
        const string Template = Matrix + "/templates/received/reporter/id";
        var words = new { subject = "Laporan {{ code }}", body = "{{ link }}" };
        var (current, stale) = (("If-Match", "\"1\""), ("If-Match", "\"99\""));
        object[] mute = [new { occasion = "digest", recipient = "reporter", medium = "email", language = "id" }];
        await Walk(admin.Get(Matrix), admin.Get(Matrix + "/templates"), admin.Get("admin/outbox/events"), admin.Get("admin/outbox?state=karangan"));
        await Walk(
            admin.Send("PUT", Matrix, new { rules = mute }, current), admin.Send("PUT", Matrix, new { rules = mute }), admin.Send("PUT", Matrix, new { rules = mute }, stale),
            admin.Send("PUT", Matrix, new { karangan = 1 }, current), admin.Send("POST", Template + "/preview", new { karangan = 1 }),
            admin.Send("PUT", Template, words), admin.Send("PUT", Template, words, stale), admin.Send("PUT", Template, new { subject = "", body = "" }, current),
            admin.Send("PUT", Template, words with { body = "{{ karangan }}" }, current),
            admin.Send("PUT", Matrix + "/templates/digest/reporter/id", words, current),
            admin.Send("POST", Template + "/preview", words), admin.Send("POST", Template + "/preview", words with { body = "{{ karangan }}" }),
            admin.Send("POST", Matrix + "/templates/karangan/reporter/id/preview", words));
        await Walk(admin.Send("PUT", Template, words, current));
        await Walk(admin.Send("PUT", Matrix, new { rules = Array.Empty<object>() }, current));

        using var outbox = await admin.Get("admin/outbox?pageSize=1");
        var kept = (await Person.Read(outbox))["items"]![0]!["id"]!.GetValue<string>();
        await Walk(
            admin.Send("POST", $"admin/outbox/{kept}/retry"), admin.Send("POST", $"admin/outbox/{Guid.Empty}/retry"), admin.Send("POST", "admin/outbox/events/0/retry"),
            stranger.Send("POST", "notifications/unsubscribe?token=karangan"), stranger.Send("POST", "notifications/unsubscribe?karangan=1"));
    }

    private static async Task WhatsApp(Person stranger)
    {
        const string Webhook = "whatsapp/webhook";
        await Walk(
            stranger.Get($"{Webhook}?hub.mode=subscribe&hub.verify_token={Given.WhatsAppWord}&hub.challenge=1158201444"), stranger.Get(Webhook + "?hub.mode=subscribe"),
            stranger.Get(Webhook + "?karangan=1"),
            Signed("""{"entry":[]}"""), Signed("karangan"), Signed(new string('x', (3 * 1024 * 1024) + 1)), stranger.Send("POST", Webhook, new { entry = Array.Empty<object>() }, Given.WrongSignature));

        Task<HttpResponseMessage> Signed(string body)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            return stranger.Send("POST", Webhook, new ByteArrayContent(bytes), ("X-Hub-Signature-256", KediriLapor.Harness.WhatsAppCatcher.Sign(bytes, Given.WhatsAppSecret)));
        }
    }

    private static async Task Browsers(Person stranger)
    {
        var report = await Given.RoutedReport(stranger);
        var (own, shown, absent, secret) = ($"tracking/{report.TrackingCode}/push-subscriptions", $"public/reports/{report.Id}/follow", $"public/reports/{Guid.Empty}/follow", ("Report-Secret", report.Secret));
        var unfit = new { endpoint = "http://push.contoh.invalid/p/1", keys = new { p256dh = "karangan", auth = "karangan" } };
        await Walk(
            stranger.Get("notifications/push-key"), stranger.Get("notifications/push-key?karangan=1"),
            stranger.Send("POST", own, Given.Browser, secret), stranger.Send("POST", own, Given.Browser), stranger.Send("POST", own, unfit, secret),
            stranger.Send("POST", own, new { endpoint = "" }, secret),
            stranger.Send("DELETE", own, null, secret), stranger.Send("DELETE", own, null, Given.PushEndpoint));
        await Walk(stranger.Send("DELETE", own, null, secret, Given.PushEndpoint));

        Given.Published(stranger, report);
        await Walk(
            stranger.Send("POST", shown, Given.Browser), stranger.Send("POST", absent, Given.Browser), stranger.Send("POST", shown, unfit), stranger.Send("POST", shown, new { endpoint = "" }),
            stranger.Send("DELETE", shown), stranger.Send("DELETE", absent, null, Given.PushEndpoint));
        await Walk(stranger.Send("DELETE", shown, null, Given.PushEndpoint));
    }

    private static async Task Replies(Person stranger, Person admin, Person officer)
    {
        var report = await Given.RoutedReport(stranger);
        await Walk(
            officer.Get($"reports/{report.Id}/replies?to=resolved"), officer.Get($"reports/{report.Id}/replies?to=karangan"), officer.Get($"reports/{Guid.Empty}/replies?to=resolved"),
            officer.Get($"reports/{report.Id}/replies"));

        const string Templates = "admin/reply-templates";
        var (reply, template) = (new { status = "resolved", title = "Selesai", body = "Laporan {{ code }} sudah selesai." }, $"{Templates}/{Guid.CreateVersion7()}");
        var (none, first) = (("If-Match", "\"0\""), ("If-Match", "\"1\""));
        await Walk(
            admin.Get(Templates), admin.Send("POST", Templates + "/preview", reply), admin.Send("POST", Templates + "/preview", reply with { body = "{{ karangan }}" }),
            admin.Send("POST", Templates + "/preview", reply with { title = "" }), admin.Send("PUT", template, reply with { title = "" }, none),
            admin.Send("PUT", template, reply), admin.Send("PUT", template, reply, first), admin.Send("PUT", template, reply with { body = "{{ karangan }}" }, none));
        await Walk(admin.Send("PUT", template, reply, none));
        await Walk(
            admin.Send("PUT", template, reply, none), admin.Send("DELETE", template, null, ("If-Match", "*")), admin.Send("DELETE", template), admin.Send("DELETE", template, null, none));
        await Walk(admin.Send("DELETE", template, null, first));
        await Walk(admin.Send("DELETE", template, null, first));
    }
}
