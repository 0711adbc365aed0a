using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.House.Tests.Contract;

/// <summary>
/// A walk through every operation, successes and refusals: each answer keeps to the contract, and each declared answer happens.
/// </summary>
public sealed class AnswersTests
{
    private const string Sentence = "Jalan berlubang di depan pasar";

    /// <summary>Declared, true, and not to be had by one request after another.</summary>
    private static readonly Dictionary<(string OperationId, string Status), string> NotSeenHere = new()
    {
        [("uploadAttachment", "503")] = "the place of the files has to be away; tests/Api.Tests/Reports does that",
        [("uploadAttachment", "507")] = "and its disk full",
        [("readReportAttachment", "503")] = "and again",
        [("readReportDocument", "503")] = "and again",
        [("readTrackedAttachment", "503")] = "and again",
        [("signIn", "422")] = "a one-time password has to be given first; tests/Api.Tests/Accounts does that",
        [("submitReport", "409")] = "two reports naming one upload have to meet within a transaction",
        [("correctPersonalData", "409")] = "two corrections have to meet within a transaction",
        [("correctPersonalData", "412")] = "two first corrections have to meet within a transaction",
        [("erasePersonalData", "409")] = "two erasures have to meet within a transaction",
        [("unsubscribeFromMail", "204")] = "the token is in a mail; tests/Api.Tests/Notifications reads it there",
        [("askForLink", "202")] = "no way to send one is set up here; tests/Api.Tests/Reporters sends",
        [("askForLink", "429")] = "and again",
        [("subscribeToReport", "409")] = "a report has to be closed for a year first",
        [("followReport", "409")] = "a thousand browsers have to follow first",
        [("hearQueue", "200")] = "a stream does not end; tests/Api.Tests/Live listens",
        [("hearReport", "200")] = "a stream does not end; tests/Api.Tests/Live listens",
        [("hearQueue", "429")] = "many streams have to stand open; tests/Api.Tests/Live opens them",
        [("hearReport", "429")] = "many streams have to stand open; tests/Api.Tests/Live opens them",
        [("retryNotification", "409")] = "nothing is sent here; tests/Api.Tests/Notifications sends",
        [("retryDeadEvent", "204")] = "an event has to fail for hours first",
        [("erasePersonalData", "412")] = "an officer's move and an erasure have to meet within a transaction",
    };

    private People people = null!;
    private ContractDocument contract = null!;
    private ContractWatch watch = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        people = await People.ArriveAsync();
        using var client = people.Api.NewClient();
        contract = await ContractDocument.Read(client);
        watch = new ContractWatch(contract);
    }

    [OneTimeTearDown]
    public async Task Stop() => await people.DisposeAsync();

    [Test]
    public async Task Every_answer_keeps_to_the_contract_and_every_declared_answer_happens()
    {
        var stranger = people.Stranger(watch.Handler());
        var (officer, verifier, admin) = (await SignedIn("petugas.dpupr"), await SignedIn("verifikator"), await SignedIn("admin"));

        await ReferenceData(stranger, officer);
        await Sessions(stranger);
        await Sending(stranger);
        await Reading(stranger, officer);
        await Moving(stranger, officer, verifier);
        await Tracking(stranger, officer);
        await Rating(stranger, officer);
        await Duplicates(stranger, officer);
        await Supporting(stranger, officer);
        await PersonalData(stranger, officer, await SignedIn("inspektorat"));
        await OwnReports(stranger);
        await Calendar(stranger, admin, verifier);
        await Notifications(stranger, admin);
        await Browsers(stranger);
        await WhatsApp(stranger);
        await Replies(stranger, admin, officer);
        await Administration(admin);
        await Knocking(stranger, admin, verifier);

        var declared = contract.Operations.SelectMany(operation => operation.Responses.Keys.Select(status => (operation.Id, status))).ToArray();
        Assert.That(declared, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(watch.Faults, Is.Empty);
            Assert.That(declared.Except(watch.Seen).Except(NotSeenHere.Keys), Is.Empty, "declared, never seen");
        });
    }

    private static async Task ReferenceData(Person stranger, Person officer)
    {
        await Walk(stranger.Get("problems"), stranger.Get("problems/not_found"), stranger.Get("problems/karangan"));
        await Walk(stranger.Get("services"), stranger.Get("wards"), officer.Get("agencies?q=jalan"), officer.Get("agencies?q=" + new string('x', 201)));
        foreach (var list in new[] { "services", "wards" })
        {
            using var first = await stranger.Get(list);
            await Walk(stranger.Get(list, ("If-None-Match", first.Headers.ETag!.Tag)));
        }

        await Walk(stranger.Get("services/suggest?text=lampu%20jalan%20mati%20di%20kelurahan%20Bandar%20Lor"), stranger.Get("services/suggest"));
        await Walk(stranger.Get("wards/locate?lat=-7.8166&lng=112.0119"), stranger.Get("wards/locate?lat=-7&lng=110"), stranger.Get("wards/locate?lat=91&lng=1"));
    }

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

    private static async Task Sending(Person stranger)
    {
        await Walk(stranger.Upload(Given.Photo), stranger.Upload([1, 2, 3]), stranger.Upload(new byte[(10 * 1024 * 1024) + 1]));
        await Walk(stranger.Send("POST", "attachments", new MultipartFormDataContent { { new StringContent("x"), "lain" } }));

        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        await Walk(
            Submit(new { serviceCode = "JLN-RUSAK", description = Sentence, location = Given.Place, reporter = new { name = "Sri", phone = "081234567890" } }));
        await Walk(
            Submit(new { serviceCode = "JLN-RUSAK", description = Sentence, location = Given.Place, reporter = new { name = "Sri", phone = "081234567890" } }),
            Submit(new { serviceCode = "JLN-RUSAK", description = "Isi yang lain", location = Given.Place }),
            Submit(new { serviceCode = "JLN-RUSAK", description = Sentence, location = new { lat = -7.0, lng = 110.0 } }),
            Submit(new { serviceCode = "", description = "" }),
            Submit(new { serviceCode = "JLN-RUSAK", description = Sentence, status = "closed" }));

        Task<HttpResponseMessage> Submit(object report) => stranger.Send("POST", "reports", report, key);
    }

    private static async Task Reading(Person stranger, Person officer)
    {
        var report = await Given.RoutedReport(stranger);
        await Walk(
            officer.Get("reports?status=routed&pageSize=1"), officer.Get("reports?status=karangan"), officer.Get("reports/" + report.Id),
            officer.Get($"reports/{report.Id}/attachments/{report.Photo}?size=thumb"), officer.Get($"reports/{report.Id}/attachments/{report.Photo}?size=karangan"),
            officer.Get($"reports/{report.Id}/attachments/{Guid.CreateVersion7()}"), officer.Get("reports/" + Guid.CreateVersion7()),
            officer.Get($"reports/{report.Id}/deadline"), officer.Get($"reports/{Guid.CreateVersion7()}/deadline"));
        var documented = await Given.DocumentedReport(stranger, officer);
        await Walk(
            officer.Get($"reports/{documented.Id}/documents/{documented.Document}"), officer.Get($"reports/{documented.Id}/documents/{documented.Document}?karangan=1"),
            officer.Get($"reports/{documented.Id}/documents/{report.Photo}"), officer.Get("reports/" + documented.Id));
        await Walk(
            officer.Get("reports/counts?service=JLN-RUSAK"), officer.Get("reports/counts?q=" + new string('x', 201)), officer.Get($"reports/{Guid.CreateVersion7()}/events"),
            officer.Get("queue/events", ("Last-Event-ID", "karangan")));
        Given.Published(stranger, report);
        await Walk(stranger.Get("public/history-roots"), stranger.Get("public/history-roots/keys"));
        await Walk(stranger.Get("public/reports?bbox=1,2"), stranger.Get("public/reports?pageSize=1&bbox=111,-8,113,-7"));
        await Walk(stranger.Get("public/map?zoom=12"), stranger.Get("public/map?zoom=12&bbox=111.9,-7.9,112.1,-7.7"));
        await Walk(stranger.Get("map/base"), stranger.Get("map/base?karangan=1"));
        await Walk(stranger.Get("statistics/public?days=0"), stranger.Get("statistics/public"));
    }

    private static async Task Moving(Person stranger, Person officer, Person verifier)
    {
        var report = await Given.RoutedReport(stranger);
        var (status, disposisi) = ($"reports/{report.Id}/status", $"reports/{report.Id}/disposisi");
        foreach (var (path, fitting, closed, unfit) in new (string, object, object, object)[]
        {
            (status, new { to = "inProgress" }, new { to = "resolved", publicNote = "Sudah" }, new { to = "submitted" }),
            (disposisi, new { agencyCode = "DLHKP" }, new { agencyCode = "DLHKP" }, new { agencyCode = "KARANGAN" }),
        })
        {
            await Walk(
                officer.Send("POST", path, fitting), officer.Send("POST", path, fitting, ("If-Match", "\"99\"")), officer.Send("POST", path, fitting, ("If-Match", "*")),
                officer.Send("POST", path.Replace(report.Id, Guid.CreateVersion7().ToString(), StringComparison.Ordinal), fitting, ("If-Match", report.ETag)),
                officer.Send("POST", path, closed, ("If-Match", report.ETag)), officer.Send("POST", path, unfit, ("If-Match", report.ETag)));
        }

        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        object Batch(string note) => new { items = new object[] { new { id = report.Id, version = 99, note = new { internalNote = note } } } };
        await Walk(officer.Send("POST", "reports:batch", Batch("Besok"), key));
        await Walk(
            officer.Send("POST", "reports:batch", Batch("Besok"), key), officer.Send("POST", "reports:batch", Batch("Lusa"), key), officer.Send("POST", "reports:batch", Batch("Besok")),
            officer.Send("POST", "reports:batch", new { items = Array.Empty<object>() }, key));

        var notes = $"reports/{report.Id}/notes";
        await Walk(
            officer.Send("POST", notes, new { publicNote = "" }, ("If-Match", report.ETag)), officer.Send("POST", notes, new { publicNote = "Besok" }),
            officer.Send("POST", notes, new { karangan = 1 }, ("If-Match", report.ETag)),
            officer.Send("POST", notes, new { publicNote = "Besok" }, ("If-Match", "\"99\"")),
            officer.Send("POST", $"reports/{Guid.CreateVersion7()}/notes", new { publicNote = "Besok" }, ("If-Match", report.ETag)));
        await Walk(verifier.Send("POST", disposisi, new { agencyCode = "DLHKP", serviceCode = "SMP-LIAR", note = "Ini sampah" }, ("If-Match", report.ETag)));
        var other = await Given.RoutedReport(stranger);
        await Walk(officer.Send("POST", $"reports/{other.Id}/status", new { to = "inProgress" }, ("If-Match", other.ETag)), officer.Get("reports/" + other.Id));
        await Walk(officer.Send("POST", $"reports/{other.Id}/notes", new { publicNote = "Besok" }, ("If-Match", (other with { Version = other.Version + 1 }).ETag)));
    }

    private static async Task Tracking(Person stranger, Person officer)
    {
        var report = await Given.AcceptedReport(stranger, officer);
        var (own, secret, version) = ("tracking/" + report.TrackingCode, ("Report-Secret", report.Secret), ("If-Match", report.ETag));
        await Walk(
            stranger.Get(own, secret), stranger.Get(own), stranger.Get(own + "?karangan=1", secret), stranger.Get(own + "/proof", secret), stranger.Get(own + "/proof"),
            stranger.Get($"{own}/attachments/{report.Photo}", secret), stranger.Get($"{own}/attachments/{report.Photo}?size=karangan", secret),
            stranger.Get($"{own}/attachments/{Guid.CreateVersion7()}", secret),
            Move(new { to = "closed" }, version, secret), Move(new { to = "closed" }, version), Move(new { to = "closed" }, secret),
            Move(new { to = "closed" }, ("If-Match", "\"99\""), secret), Move(new { to = "karangan" }, version, secret));
        await Walk(officer.Send("POST", $"reports/{report.Id}/status", new { to = "needsInformation", publicNote = "Di sebelah mana?" }, version));
        var asked = report with { Version = report.Version + 1 };
        await Walk(Move(new { to = "routed" }, ("If-Match", asked.ETag), secret));
        await Walk(Move(new { to = "routed", note = "Di depan pasar" }, ("If-Match", asked.ETag), secret));
        await Walk(stranger.Get(own, secret));

        Task<HttpResponseMessage> Move(object move, params (string, string?)[] headers) => stranger.Send("POST", own + "/status", move, headers);
    }

    private static async Task Rating(Person stranger, Person officer)
    {
        var report = await Given.ResolvedReport(stranger, officer);
        var (secret, version) = (("Report-Secret", report.Secret), ("If-Match", report.ETag));
        await Walk(
            Rate(new { stars = 1 }, version, secret), Rate(new { stars = 9 }, version, secret), Rate(new { stars = 5 }, version), Rate(new { stars = 5 }, secret),
            Rate(new { stars = 5 }, ("If-Match", "\"99\""), secret));
        await Walk(Rate(new { stars = 5, comment = "Terima kasih" }, version, secret));
        await Walk(Rate(new { stars = 5 }, ("If-Match", (report with { Version = report.Version + 1 }).ETag), secret));

        Task<HttpResponseMessage> Rate(object rating, params (string, string?)[] headers) =>
            stranger.Send("POST", $"tracking/{report.TrackingCode}/rating", rating, headers);
    }

    private static async Task Duplicates(Person stranger, Person officer)
    {
        var (report, survivor) = (await Given.RoutedReport(stranger), await Given.RoutedReport(stranger));
        var (own, absent, version, old) = ("reports/" + report.Id, "reports/" + Guid.CreateVersion7(), ("If-Match", report.ETag), ("If-Match", "\"99\""));
        await Walk(officer.Get(own + "/similar"), officer.Get(absent + "/similar"), officer.Get(own + "/similar?karangan=1"));
        var rejection = $"/similar/{survivor.Id}/rejection";
        await Walk(officer.Send("PUT", own + rejection), officer.Send("PUT", absent + rejection));
        await Walk(officer.Send("DELETE", own + rejection), officer.Send("DELETE", absent + rejection));

        var children = new { children = new[] { new { description = "Trotoarnya juga rusak" } } };
        var done = await Given.ResolvedReport(stranger, officer);
        await Walk(
            officer.Send("POST", own + "/split", children), officer.Send("POST", own + "/split", children, old), officer.Send("POST", absent + "/split", children, version),
            officer.Send("POST", own + "/split", new { children = Array.Empty<object>() }, version),
            officer.Send("POST", own + "/split", new { children = new[] { new { description = "Trotoarnya juga rusak", serviceCode = "KARANGAN" } } }, version),
            officer.Send("POST", $"reports/{done.Id}/split", children, ("If-Match", done.ETag)));
        var parent = await Given.RoutedReport(stranger);
        await Walk(officer.Send("POST", $"reports/{parent.Id}/split", children, ("If-Match", parent.ETag)));
        await Walk(officer.Get("reports/" + parent.Id), stranger.Get("tracking/" + parent.TrackingCode, ("Report-Secret", parent.Secret)));

        var into = new { into = survivor.Id };
        await Walk(
            officer.Send("POST", own + "/merge", into), officer.Send("POST", own + "/merge", into, old), officer.Send("POST", absent + "/merge", into, version),
            officer.Send("POST", own + "/merge", new { into = Guid.CreateVersion7() }, version), officer.Send("POST", own + "/merge", new { into = "karangan" }, version),
            officer.Send("POST", own + "/merge", new { into = done.Id }, version), officer.Send("DELETE", own + "/merge", null, version));
        await Walk(officer.Send("POST", own + "/merge", into, version));
        await Walk(officer.Get(own), officer.Get("reports/" + survivor.Id), stranger.Get("tracking/" + report.TrackingCode, ("Report-Secret", report.Secret)));
        var merged = ("If-Match", (report with { Version = report.Version + 1 }).ETag);
        await Walk(
            officer.Send("DELETE", own + "/merge"), officer.Send("DELETE", own + "/merge", null, ("If-Match", "*")), officer.Send("DELETE", own + "/merge", null, old),
            officer.Send("DELETE", absent + "/merge", null, merged));
        await Walk(officer.Send("DELETE", own + "/merge", null, merged));
    }

    private static async Task Supporting(Person stranger, Person officer)
    {
        var (report, done) = (await Given.RoutedReport(stranger), await Given.ResolvedReport(stranger, officer));
        Given.Published(stranger, report);
        Given.Published(stranger, done);
        var (shown, key) = ("public/reports/" + report.Id, ("Supporter-Key", Guid.CreateVersion7().ToString()));
        await Walk(
            stranger.Get(shown), stranger.Get("public/reports/" + Guid.CreateVersion7()), stranger.Get(shown + "?karangan=1"),
            stranger.Get("public/reports/similar?lat=-7.8166&lng=112.0119&service=JLN-RUSAK&text=jalan%20berlubang"), stranger.Get("public/reports/similar?lat=-7.8166"));
        await Walk(stranger.Send("POST", shown + "/support", null, key), stranger.Send("POST", shown + "/support"),
            stranger.Send("POST", $"public/reports/{Guid.CreateVersion7()}/support", null, key), stranger.Send("DELETE", shown + "/support"),
            stranger.Send("DELETE", $"public/reports/{Guid.CreateVersion7()}/support", null, key));
        await Walk(stranger.Send("DELETE", shown + "/support", null, key));
        Assert.That(
            async () =>
            {
                using var answer = await stranger.Send("POST", $"public/reports/{done.Id}/support", null, key);
                return (int)answer.StatusCode;
            },
            Is.EqualTo(409).After(20).Seconds.PollEvery(100).MilliSeconds);
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

    private static async Task Calendar(Person stranger, Person admin, Person verifier)
    {
        await Walk(
            admin.Get("admin/calendar"), verifier.Get("admin/calendar?year=2026"), admin.Get("admin/calendar?year=99999"), admin.Get("admin/calendar/changes?pageSize=1"),
            admin.Get("admin/calendar/changes?pageSize=0"));
        foreach (var (method, path, fitting, unfit) in new (string, string, Func<object?>, Func<object?>?)[]
        {
            ("PUT", "2026-12-01", () => new { name = "Libur", kind = "national" }, null),
            ("DELETE", "2026-12-01", () => null, null),
            ("PUT", "office-hours/2026-12-01", () => new { opens = "08:00:00", closes = "14:00:00" }, () => new { opens = "08:00:00", closes = "07:00:00" }),
            ("DELETE", "office-hours/2026-12-01", () => null, null),
            ("POST", "import", () => Given.Calendar(), () => Given.Calendar("DTSTART:20280101T080000")),
        })
        {
            using var seen = await admin.Get("admin/calendar");
            var version = ("If-Match", seen.Headers.ETag!.Tag);
            var edit = "admin/calendar/" + path;
            await Walk(
                admin.Send(method, edit, fitting()), admin.Send(method, edit, fitting(), ("If-Match", "*")), admin.Send(method, edit, fitting(), ("If-Match", "\"0\"")),
                admin.Send(method, edit + "?karangan=1", fitting(), version), admin.Send(method, Elsewhere(edit), fitting(), version),
                admin.Send(method, edit, unfit?.Invoke() ?? fitting(), unfit is null ? ("If-Match", "\"0\"") : version));
            // an admin alone comes as far as the body, and only an admin is not refused at the door
            using var longBody = new StringContent(JsonSerializer.Serialize(new { panjang = new string('x', 300 * 1024) }), Encoding.UTF8, "application/json");
            await Walk(
                admin.Send(method, edit.Replace("2026-12-01", "karangan", StringComparison.Ordinal), fitting(), version),
                verifier.Send(method, edit, fitting(), version), stranger.Send(method, edit, fitting(), version));
            if (method == "PUT")
            {
                await Walk(admin.Send(method, edit, longBody, version));
            }

            // what is sent in one walk meets, and only one edit of a version wins
            await Walk(admin.Send(method, edit, fitting(), version));
        }

        using var present = await admin.Get("admin/calendar");
        await Walk(admin.Send(
            "POST", "admin/calendar/import", new MultipartFormDataContent { { new ByteArrayContent(new byte[300 * 1024]), "file", "libur.ics" } },
            ("If-Match", present.Headers.ETag!.Tag)));

        static string Elsewhere(string path) => path.Replace("2026-12-01", "2050-12-01", StringComparison.Ordinal);
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

    /// <summary>What every operation of a kind answers: nobody signed in, nobody's right, a parameter or a body it does not know.</summary>
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

    private static async Task Administration(Person admin)
    {
        const string Agency = "admin/agencies/UJI";
        var (none, first) = (("If-Match", "\"0\""), ("If-Match", "\"1\""));
        var unit = new { kind = "opd", shortName = "Uji", name = "Unit uji", active = true };
        await Walk(
            admin.Get("admin/agencies"), admin.Get("admin/changes?pageSize=1"), admin.Get("admin/changes?subject=karangan"), admin.Send("PUT", Agency, unit), admin.Send("PUT", Agency, unit, first),
            admin.Send("PUT", Agency, unit with { name = "" }, none), admin.Send("PUT", "admin/agencies/DPUPR", unit with { active = false }, first), admin.Send("PUT", "admin/agencies/DPUPR", unit, none),
            admin.Send("PUT", "admin/agencies/karangan", unit, none));
        await Walk(admin.Send("PUT", Agency, unit, none));
        await Walk(admin.Get("admin/changes?subject=agency&key=UJI"));

        const string Service = "admin/services/UJI";
        const string Group = "admin/service-groups/UJI";
        var question = new { code = "apa", text = "Apa?", choices = new[] { new { value = "a", text = "A" } } };
        var service = new { groupCode = "UJI", name = "Uji", questions = new[] { question } };
        await Walk(
            admin.Get("admin/services"), admin.Send("PUT", Group, new { name = "" }, none), admin.Send("PUT", Group, new { name = "Uji" }), admin.Send("PUT", Group, new { name = "Uji" }, first),
            admin.Send("PUT", "admin/service-groups/JLN", new { name = "Jalan" }, none), admin.Send("PUT", "admin/service-groups/karangan", new { name = "Uji" }, none));
        await Walk(admin.Send("PUT", Group, new { name = "Uji" }, none));
        await Walk(
            admin.Send("PUT", Service, service), admin.Send("PUT", Service, service, first), admin.Send("PUT", Service, service with { name = "" }, none),
            admin.Send("PUT", "admin/services/JLN-RUSAK", service, none), admin.Send("PUT", Service, service with { groupCode = "TIADA" }, none),
            // its rules ask for the road's class
            admin.Send("PUT", "admin/services/JLN-RUSAK", service with { groupCode = "JLN" }, first));
        await Walk(admin.Send("PUT", Service, service, none));

        const string Activate = "admin/routing-rules:activate";
        const string Replay = "admin/routing-rules:replay";
        var (draft, clash) = (Given.NewRule(40, "DLHKP"), Given.NewRule(40, "DISHUB"));
        await Walk(
            admin.Get("admin/routing-rules"), admin.Send("POST", Replay, new { changes = draft }), admin.Send("POST", Replay, new { changes = Array.Empty<object>() }),
            admin.Send("POST", Replay, new { changes = draft, from = "2020-01-01" }), admin.Send("POST", Replay, new { changes = draft.Concat(clash) }),
            admin.Send("POST", Activate, new { changes = draft }), admin.Send("POST", Activate, new { karangan = 1 }, first), admin.Send("POST", Activate, new { changes = draft, withoutReplay = "Uji" }, ("If-Match", "\"99\"")),
            admin.Send("POST", Activate, new { changes = draft }, first), admin.Send("POST", Activate, new { changes = draft, replayToken = "karangan" }, first));
        await Walk(admin.Send("POST", Activate, new { changes = draft, withoutReplay = "Uji" }, first));

        const string User = "admin/users/uji";
        var person = new { name = "Uji", role = "officer", agencyCode = "DPUPR" };
        await Walk(
            admin.Get("admin/roles"), admin.Get("admin/users?role=admin"), admin.Get("admin/users?role=karangan"), admin.Get("admin/users/operator"), admin.Get("admin/users/tiada"),
            admin.Send("PUT", User, person), admin.Send("PUT", User, person, first), admin.Send("PUT", User, person with { name = "" }, none), admin.Send("PUT", User, person with { agencyCode = "TIADA" }, none),
            admin.Send("PUT", "admin/users/operator", person, first), admin.Send("PUT", "admin/users/operator", person, none));
        await Walk(admin.Send("PUT", User, person, none));
        foreach (var (method, path) in new[] { ("POST", "password-reset"), ("DELETE", "lockout") })
        {
            using var shown = await admin.Get(User);
            await Walk(
                admin.Send(method, $"{User}/{path}"), admin.Send(method, $"{User}/{path}", null, ("If-Match", "*")), admin.Send(method, $"{User}/{path}", null, ("If-Match", "\"99\"")),
                admin.Send(method, $"admin/users/tiada/{path}", null, first), admin.Send(method, $"admin/users/operator/{path}", null, first));
            await Walk(admin.Send(method, $"{User}/{path}", null, ("If-Match", shown.Headers.ETag!.Tag)));
        }
    }

    private async Task Knocking(Person stranger, Person admin, Person verifier)
    {
        foreach (var operation in contract.Operations)
        {
            var path = operation.Path["/api/v1/".Length..].Replace("{code}", "not_found", StringComparison.Ordinal)
                .Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{otherId}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{attachmentId}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{documentId}", Guid.Empty.ToString(), StringComparison.Ordinal)
                .Replace("{date}", "2026-12-25", StringComparison.Ordinal).Replace("{validFrom}", "2026-02-19", StringComparison.Ordinal)
                .Replace("{trackingCode}", "0000-0000-000", StringComparison.Ordinal).Replace("{userName}", "tiada", StringComparison.Ordinal)
                .Replace("{occasion}/{voice}/{language}", "received/reporter/id", StringComparison.Ordinal).Replace("{eventId}", "0", StringComparison.Ordinal);
            // what is an admin's is nobody else's, and the other way round
            var (may, mayNot) = operation.Path.StartsWith("/api/v1/admin/", StringComparison.Ordinal) ? (admin, verifier) : (verifier, admin);
            if (operation.RequestBody is not null)
            {
                // with its length told in advance, as browsers do, a body is refused before it is read
                var longBody = JsonSerializer.Serialize(new { panjang = new string('x', 300 * 1024) });
                await Walk(
                    may.Send(operation.Method, path, new StringContent("karangan")),
                    may.Send(operation.Method, path, new StringContent(longBody, Encoding.UTF8, "application/json")));
            }
            else if (operation.Method == "GET")
            {
                await Walk(may.Get(path + "?karangan=1"));
            }

            // signing out is walked above; here it would send the admin away
            if (operation.NeedsSession && operation.Id != "signOut")
            {
                object? body = operation.RequestBody is null ? null : new { to = "closed", agencyCode = "DPUPR" };
                await Walk(stranger.Send(operation.Method, path, body), mayNot.Send(operation.Method, path, body));
            }
        }
    }

    private static async Task Walk(params Task<HttpResponseMessage>[] steps)
    {
        foreach (var step in steps)
        {
            using var answer = await step;
        }
    }

    private Task<Person> SignedIn(string userName) => people.SignedIn(userName, watch.Handler());
}
