using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KediriLapor.Exports.OpenData;
using KediriLapor.Accounts;
using KediriLapor.Api.Tests.Clients;
using KediriLapor.Clients;
using KediriLapor.Api.Tests.Reports;
using KediriLapor.Harness;
using KediriLapor.Merata;
using KediriLapor.Reports;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KediriLapor.Api.Tests.Privacy;

/// <summary>
/// Marked data in every field a reporter or an officer can write to, a whole life of the report, and then a search for the marks wherever
/// they must not be: every public answer, present and future, the log, and the columns that hold no words.
/// </summary>
public sealed partial class PlantedDataTests
{
    private const string Nik = "3571014402900007";

    /// <summary>Given as contact: in the vault and nowhere else.</summary>
    private static readonly string[] InContact = ["Kenariwati", "81298760001", "kenari.satu@contoh.id"];

    /// <summary>Written into texts, which staff read as they are.</summary>
    private static readonly string[] InWords = [Nik, "81298760002", "kenari.dua@contoh.id", "AG 4711 KN"];

    /// <summary>Where words stand by design, with the index over them.</summary>
    private static readonly string[] TablesOfWords = ["reports", "report_events", "works", "work_events", "work_plans"];

    private static readonly string Words = $"NIK {Nik}, HP 081298760002, kenari.dua@contoh.id, mobil AG 4711 KN.";

    private readonly LogBook log = new();
    /// <summary>Public questions that mean nothing without their parameters; put so that the planted reports are in the answer.</summary>
    private static readonly Dictionary<string, string> Questions = new()
    {
        ["/api/v1/public/reports"] = "?pageSize=100",
        ["/api/v1/whatsapp/webhook"] = $"?hub.mode=subscribe&hub.verify_token={WhatsAppCatcher.VerifyToken}&hub.challenge=1",
        ["/api/v1/public/map"] = "?bbox=111.9,-7.9,112.1,-7.7&zoom=12",
        ["/api/v1/public/reports/similar"] = FormattableString.Invariant($"?lat={Given.InBandarLor.Lat}&lng={Given.InBandarLor.Lng}&service=LGK-CEMAR&text=Kenariwati+{Nik}"),
        ["/api/v1/services/suggest"] = $"?text=Kenariwati+{Nik}",
        ["/api/v1/wards/locate"] = FormattableString.Invariant($"?lat={Given.InBandarLor.Lat}&lng={Given.InBandarLor.Lng}"),
    };

    private readonly MailCatcher catcher = new();
    private PushCatcher browsers = null!;
    private WhatsAppCatcher whatsApp = null!;
    private WebhookReceiver receiver = null!;
    private ApiHost api = null!;
    private Given given = null!;
    private FiledReport report = null!;
    private FiledReport open = null!;
    private FiledReport other = null!;
    private Guid photo;
    private Guid work;
    private Guid workPhoto;

    [OneTimeSetUp]
    public async Task Plant()
    {
        browsers = await PushCatcher.StartAsync();
        whatsApp = await WhatsAppCatcher.StartAsync();
        receiver = await WebhookReceiver.StartAsync();
        api = await ApiHost.StartAsync(settings: new Dictionary<string, string?>(whatsApp.Settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
        {
            ["environment"] = "Development",
            [DemoPeople.PasswordSetting] = ApiHost.DemoPassword,
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = $"{catcher.Port}",
            ["Smtp:Security"] = "None",
            ["WebPush:AllowLocal"] = "true",
            ["Webhooks:AllowLocal"] = "true",
            [DemoClient.KeySetting] = ApiHost.DemoApiKey,
            ["Logging:LogLevel:Default"] = "Debug",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Debug",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Debug",
        });
        api.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        given = new Given(api);
        using (var demo = await Machine.Demo(api))
        {
            (await demo.PostAsync("/api/v1/webhooks", new { url = receiver.Url }, ("Idempotency-Key", Guid.CreateVersion7().ToString()))).HasStatus(HttpStatusCode.Created);
        }

        photo = (await given.Citizen.UploadAsync(Photo.TellingJpeg(), Words[..20] + ".jpg")).Body.GetProperty("id").GetGuid();
        other = await given.ReportAsync();
        var told = Given.Pollution with
        {
            Description = "Saya Sulastri Kenariwati. " + Words,
            Address = "Jl. Dhoho 12. " + Words,
            Reporter = new ReporterDetails { Name = "Sulastri Kenariwati", Phone = "081298760001", Email = "kenari.satu@contoh.id" },
        };
        report = await given.InProgressAsync(told with { AttachmentIds = [photo] });
        open = await given.InProgressAsync(told);
        foreach (var (path, header) in new[] { (open.TrackingPath + "/push-subscriptions", open.SecretHeader), ($"/api/v1/public/reports/{report.Id}/follow", ("X", "x")) })
        {
            await api.OutboxIsDeliveredAsync();
            (await given.Citizen.PostAsync(path, browsers.NewBrowser().Subscription, header)).HasStatus(HttpStatusCode.NoContent);
        }

        // what is said to one reporter and told to another, who is a stranger to the first
        var officer = await given.StaffAsync("petugas.dlhkp");
        (await officer.ChangeAsync(other.StaffPath + "/merge", other.Version, new Merger { Into = open.Id })).HasStatus(HttpStatusCode.OK);
        (await officer.ChangeAsync(open.StaffPath + "/notes", open.Version + 1, new NewNote { PublicNote = "Ibu Sulastri Kenariwati, kami datang. " + Words, InternalNote = Words }))
            .HasStatus(HttpStatusCode.OK);
        report = await given.MovedAsync(
            report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Apakah benar " + Words, InternalNote = "Catatan: " + Words });
        report = report with
        {
            Version = (await given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.Routed, Note = "Ya, " + Words }, report.SecretHeader))
                .Body.GetProperty("version").GetInt32(),
        };
        report = await given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.InProgress });
        report = await given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.Resolved, PublicNote = "Selesai. " + Words });
        (await (await given.StaffAsync("petugas.dlhkp")).PostAsync(report.StaffPath + "/contact-readings", new { reason = "Mengabari selesai" })).HasStatus(HttpStatusCode.OK);
        await api.OutboxIsDeliveredAsync();
        await ChatAsync("Lampu jalan mati di kelurahan Bandar Lor. " + Words);
        await ChatAsync("KIRIM");
        await ChatAsync("Masih gelap. " + Words);
        await PlantWorkAsync(told with { ServiceCode = Given.Alley.ServiceCode });
    }

    /// <summary>A work of the ward that answers such a report; its chair and its reasons are told among colleagues.</summary>
    private async Task PlantWorkAsync(NewReport lane)
    {
        var (ward, year, linked) = (await given.StaffAsync("petugas.bandar-lor"), TimeProvider.System.GetUtcNow().Year, await given.ReportAsync(lane));
        var plan = new Dictionary<string, object>
        {
            ["title"] = "Paving Gang Kenanga",
            ["kind"] = "road",
            ["description"] = "Diminta warga. " + Words,
            ["volume"] = 120,
            ["unit"] = "m",
            ["startsOn"] = $"{year}-01-01",
            ["endsOn"] = $"{year}-12-31",
            ["address"] = "Gang Kenanga",
            ["beneficiaries"] = 240,
            ["budget"] = new[] { new { name = "Bahan", planned = 65_000_000 } },
        };
        var proposed = await ward.PostAsync(
            "/api/v1/merata/works", new Dictionary<string, object>(plan) { ["kelurahanCode"] = Given.BandarLor, ["year"] = year }, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        work = proposed.Body.GetProperty("id").GetGuid();
        workPhoto = (await ward.UploadAsync(Photo.TellingJpeg(), Words[..20] + ".jpg")).Body.GetProperty("id").GetGuid();
        var (path, version) = ($"/api/v1/merata/works/{work}", 1);
        await Changed(ward.ChangeAsync(path + "/stage", version++, new { to = "planned", number = "DPA/1", note = "Catatan: " + Words }));
        await Changed(ward.ChangeAsync(path + "/stage", version++, new { to = "contracted", number = "SPK/1", pokmasName = "Pokmas Kenanga", pokmasChair = "Sulastri Kenariwati" }));
        await Changed(ward.ReplaceAsync(path, version++, new Dictionary<string, object>(plan) { ["volume"] = 115, ["reason"] = "Diukur ulang. " + Words }));
        await Changed(ward.ChangeAsync(path + "/files", version++, new { attachmentIds = new[] { workPhoto }, photo = "before" }));
        await Changed(ward.ChangeAsync(path + "/reports", version++, new { report = linked.TrackingCode }));
        await api.RunAsync(new TellOfWorks());
        await api.OutboxIsDeliveredAsync();

        static async Task Changed(Task<Answer> change) => (await change).HasStatus(HttpStatusCode.OK);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        given.Dispose();
        await api.DisposeAsync();
        await catcher.DisposeAsync();
        await browsers.DisposeAsync();
        await whatsApp.DisposeAsync();
        await receiver.DisposeAsync();
        log.Dispose();
    }

    [Test]
    public async Task No_mail_tells_more_than_where_to_look()
    {
        // by the machine's own clock: at night they wait, and are sent here at once
        await api.ExecuteAsync("UPDATE notifications SET urgent = true");
        Assert.That(await Eventually.SeeAsync(() => api.CountAsync("notifications WHERE state <> 'Sent'"), unsent => unsent == 0), Is.Zero);
        Assert.That(catcher.To("kenari.satu@contoh.id"), Is.Not.Empty);
        foreach (var mail in catcher.Mails)
        {
            TellsNone(mail.Message.Subject + mail.Text, mail.To, [.. InContact, .. InWords, report.Secret]);
        }
    }

    [Test]
    public async Task No_WhatsApp_message_tells_more_than_where_to_look()
    {
        await api.ExecuteAsync("UPDATE notifications SET urgent = true");
        Assert.That(await Eventually.SeeAsync(() => api.CountAsync("notifications WHERE state <> 'Sent'"), unsent => unsent == 0), Is.Zero);
        Assert.That(whatsApp.Messages.Where(message => message.Text.Contains(report.TrackingCode, StringComparison.Ordinal) || (message.IsTemplate && message.Parameters.Contains(report.TrackingCode))), Is.Not.Empty);
        foreach (var message in whatsApp.Messages)
        {
            TellsNone(message.IsTemplate ? string.Join(' ', message.Parameters) : message.Text, message.Text, [.. InContact, .. InWords, report.Secret]);
        }
    }

    [Test]
    public async Task The_outbox_tells_no_address()
    {
        var outbox = await (await given.StaffAsync("admin")).GetAsync("/api/v1/admin/outbox?pageSize=100");
        outbox.HasStatus(HttpStatusCode.OK);
        TellsNone(outbox.Text, "outbox", [.. InContact, .. InWords, report.Secret]);
    }

    [Test]
    public async Task No_screen_shows_more_than_where_to_look()
    {
        await api.ExecuteAsync("UPDATE notifications SET urgent = true");
        Assert.That(await Eventually.SeeAsync(() => Task.FromResult(browsers.Pushes.Select(push => push.To).Distinct().Count()), reached => reached == 2), Is.EqualTo(2), "the reporter and who follows");
        foreach (var push in browsers.Pushes)
        {
            TellsNone(push.Shown.ToString(), "push", [.. InContact, .. InWords, report.Secret, open.Secret]);
        }
    }

    [Test]
    public async Task No_webhook_and_no_event_of_the_feed_tells_any_of_it()
    {
        string[] told = ["report.submitted", "report.routed", "report.status_changed", "report.noted", "report.merged", "report.absorbed", "report.work_linked"];
        Assert.That(await Eventually.SeeAsync(() => Task.FromResult(receiver.Caught.Select(one => one.Type).Distinct().ToArray()), types => types.Length >= told.Length), Is.EquivalentTo(told));
        using var demo = await Machine.Demo(api);
        var feed = await demo.GetAsync("/api/v1/events?pageSize=100");
        Assert.That(feed.Text, Does.Contain(report.Id.ToString()));
        var log = await (await given.StaffAsync("admin")).GetAsync($"/api/v1/webhooks/{(await demo.GetAsync("/api/v1/webhooks")).Body.Values("items", "id")[0]}/deliveries?pageSize=100");
        foreach (var text in receiver.Caught.Select(one => one.Json.ToString()).Append(feed.Text).Append(log.Text))
        {
            TellsNone(text, "webhook", [.. InContact, .. InWords, report.Secret, open.Secret, report.TrackingCode, open.TrackingCode]);
        }
    }

    [Test]
    public async Task No_public_answer_tells_any_of_it()
    {
        var paths = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => route.StartsWith("/api/", StringComparison.Ordinal) || route.StartsWith("/open", StringComparison.Ordinal))
            .Select(route => Parameter().Replace(route.TrimEnd('/'), parameter => parameter.Groups[1].Value switch
            {
                "trackingCode" => other.TrackingCode,
                "attachmentId" => photo.ToString(),
                "documentName" => "v1",
                "format" => route.Contains("/open-data/", StringComparison.Ordinal) ? "csv" : "json",
                "code" => "not_found",
                "photoId" => workPhoto.ToString(),
                "id" when route.Contains("/public/works/", StringComparison.Ordinal) => work.ToString(),
                _ => report.Id.ToString(),
            }))
            .Select(path => path + Questions.GetValueOrDefault(path))
            .ToArray();
        Assert.That(paths, Does.Contain("/openapi/v1.json").And.Contain("/api/v1/services").And.Contain($"/api/v1/public/reports/{report.Id}"));

        await api.RunAsync(new RebuildOpenData());
        var answers = new Dictionary<string, Answer>();
        foreach (var path in paths)
        {
            var answer = answers[path] = await given.Citizen.GetAsync(path, other.SecretHeader);
            TellsNone(answer.Text.Replace(open.Id.ToString(), "", StringComparison.Ordinal), path, [.. InContact, .. InWords, report.Secret, open.Secret, report.TrackingCode, open.TrackingCode]);
        }

        // a refusal tells nothing of anybody: it would pass whatever the answer held
        string[] nothingThere = ["/services/not_found.", "/tokens/", "/hand-overs/", "/mobmas/", "/open311/test/", "/open311/{**path}"];
        Assert.That(
            answers.Where(answer => answer.Value.Status != HttpStatusCode.OK).Select(answer => answer.Key).Where(path => !nothingThere.Any(one => path.Contains(one, StringComparison.Ordinal))),
            Is.EquivalentTo(new[] { $"{other.TrackingPath}/attachments/{photo}", "/api/v1/own-reports" }), "the photo is another report's, and nobody's session is shown");
        Assert.That(answers["/api/v1/public/reports?pageSize=100"].Text, Does.Contain(report.Id.ToString()).And.Contain(open.Id.ToString()));
        Assert.That(answers.Single(answer => answer.Key.Contains("/similar", StringComparison.Ordinal)).Value.Text, Does.Contain(open.Id.ToString()));
        Assert.That(answers[other.TrackingPath].Text, Does.Contain("Ibu [nama], kami datang. NIK [NIK], HP [nomor telepon]"), "what the other heard");
        var supported = await given.Citizen.WriteAsync(HttpMethod.Post, $"/api/v1/public/reports/{open.Id}/support", ("Supporter-Key", Guid.CreateVersion7().ToString()));
        supported.HasStatus(HttpStatusCode.OK);
        TellsNone(supported.Text, "support", [.. InContact, .. InWords, open.TrackingCode]);
    }

    [Test]
    public async Task Staff_who_read_the_report_read_no_contact_in_it()
    {
        foreach (var userName in new[] { "petugas.dlhkp", "verifikator", "inspektorat" })
        {
            var staff = await given.StaffAsync(userName);
            TellsNone((await staff.GetAsync("/api/v1/reports?pageSize=100")).Text, "list", [.. InContact, .. InWords, report.Secret]);
            var seen = await staff.GetAsync(report.StaffPath);
            seen.HasStatus(HttpStatusCode.OK);
            // the words are for staff to read, the name within them too
            TellsNone(seen.Text, "detail", [.. InContact[1..], report.Secret]);
        }
    }

    [TestCase("""{"reporter":{"name":"Sulastri Kenariwati","phone":"081298760001x"}}""")]
    [TestCase("""{"reporter":{"phone":"081298760001","email":"kenari.satu@contoh.id@"}}""")]
    [TestCase("""{"reporter":"Sulastri Kenariwati 081298760001"}""")]
    [TestCase("""{"description":["kenari.dua@contoh.id"]}""")]
    [TestCase("""{"answers":{"x":"081298760002"}}""")]
    [TestCase("""{"description":"NIK 3571014402900007, AG 4711 KN""")]
    public async Task No_problem_repeats_what_was_sent(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var refused = await given.Citizen.SendAsync(HttpMethod.Post, "/api/v1/reports", content, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        Assert.That((int)refused.Status, Is.InRange(400, 499));
        TellsNone(refused.Text, body, [.. InContact, .. InWords]);
    }

    [Test]
    public void The_log_tells_none_of_it()
    {
        Assert.That(log.Lines, Has.Some.Contain("INSERT INTO reporter_contacts").And.Some.Contain(report.StaffPath), "the log is told of what the marks went through");
        foreach (var line in log.Lines)
        {
            TellsNone(line, line, [.. InContact, .. InWords, report.Secret]);
        }
    }

    [Test]
    public async Task No_table_but_those_of_words_holds_it_in_the_clear_and_the_contact_is_in_none()
    {
        var tables = await api.InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().ToArray()));
        Assert.That(tables, Does.Contain("reporter_contacts").And.Contain("outbox").And.Contain("idempotent_answers"));
        foreach (var table in tables)
        {
            var words = TablesOfWords.Contains(table);
            foreach (var mark in words ? InContact[1..] : [.. InContact, .. InWords, report.Secret])
            {
                // the mark as a parameter: this question is logged too
                var rows = await api.AskAsync<int>($"SELECT count(*)::int AS \"Value\" FROM \"{table}\" t WHERE t::text ILIKE {{0}}", $"%{mark}%");
                Assert.That(rows, Is.Zero, $"{mark} in {table}");
            }
        }

        foreach (var table in TablesOfWords)
        {
            Assert.That(await api.AskAsync<int>($"SELECT count(*)::int AS \"Value\" FROM \"{table}\" t WHERE t::text LIKE {{0}}", $"%{Nik}%"), Is.Positive, $"this search finds what is in {table}");
        }

        Assert.That(
            await api.AskAsync<int>("SELECT count(*)::int AS \"Value\" FROM reports WHERE public_description ~ {0}", $"Kenariwati|{string.Join('|', InWords)}"), Is.Zero);
    }

    [Test]
    public async Task The_picture_tells_nothing_of_where_and_by_whom()
    {
        foreach (var size in new[] { "full", "thumb" })
        {
            var kept = await given.Citizen.GetAsync($"{report.TrackingPath}/attachments/{photo}?size={size}", report.SecretHeader);
            kept.HasStatus(HttpStatusCode.OK);
            Assert.That(kept.Text, Is.Not.Empty.And.Not.Contain("Kenari").And.Not.Contain("Exif").And.Not.Contain("<script"));
        }
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>From the phone that was given as contact.</summary>
    private async Task ChatAsync(string words)
    {
        var id = "wamid." + Convert.ToBase64String(Encoding.UTF8.GetBytes($"6281298760001 {Guid.CreateVersion7()}"));
        var told = WhatsAppCatcher.Message("6281298760001", id, TimeProvider.System.GetUtcNow(), new { type = "text", text = new { body = words } });
        (await WhatsAppCatcher.TellAsync(given.Citizen, told)).HasStatus(HttpStatusCode.OK);
        Assert.That(await Eventually.SeeAsync(() => api.CountAsync("whatsapp_inbox WHERE done_at IS NULL"), waiting => waiting == 0), Is.Zero);
        Assert.That(await Eventually.SeeAsync(() => api.CountAsync("whatsapp_messages WHERE state = 'Pending'"), waiting => waiting == 0), Is.Zero);
    }

    private static void TellsNone(string text, string where, string[] marks)
    {
        foreach (var mark in marks)
        {
            Assert.That(text.Contains(mark, StringComparison.OrdinalIgnoreCase), Is.False, $"{mark} in {where}");
        }
    }

    /// <summary>All that the program logs, state included.</summary>
    private sealed class LogBook : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
