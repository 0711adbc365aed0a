using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KediriLapor.Accounts;
using KediriLapor.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.House.Tests.Endpoints;

/// <summary>
/// Who may do what, as one table: <c>authz.csv</c> holds for every operation the status each principal gets about a report of
/// DPUPR that a citizen sent. "Not your function" is 403, "not yours to see" is 404, "not signed in" is 401.
/// </summary>
public sealed partial class AccessTests
{
    /// <summary>A debug build looks there for assets younger than itself. It says nothing about access and so is closed.</summary>
    private const string AssetsOfADebugBuild = "Fallback {**path:file}";

    private static readonly Dictionary<string, string?> Principals = new()
    {
        ["anonymous"] = null,
        ["reporter"] = null,
        ["officerOwn"] = "petugas.dpupr",
        ["officerOther"] = "petugas.dlhkp",
        ["head"] = "kepala.dpupr",
        ["verifier"] = "verifikator",
        ["operator"] = "operator",
        ["auditor"] = "inspektorat",
        ["admin"] = "admin",
        // every scope and the whole city; every scope and another agency's reports; the whole city and a scope that reads no report
        ["client"] = null,
        ["clientOther"] = null,
        ["clientNarrow"] = null,
    };

    private static readonly object Words = new { subject = "Laporan {{ code }}", body = "{{ link }}" };

    private static readonly object Reply = new { status = "resolved", title = "Selesai", body = "Laporan {{ code }} sudah selesai." };

    private readonly Dictionary<string, Person> persons = [];
    private People people = null!;
    private string webhook = "";
    private string delivery = "";
    private string handOver = "";
    private GivenReport? published;

    [OneTimeSetUp]
    public async Task Start()
    {
        people = await People.ArriveAsync();
        foreach (var (principal, userName) in Principals)
        {
            persons[principal] = userName is null ? people.Stranger() : await people.SignedIn(userName);
        }

        persons["client"] = await people.Client();
        persons["clientOther"] = await Client(["DLHKP"]);
        persons["clientNarrow"] = await Client(null, "exports:read");

        webhook = "webhooks/" + (await Given.Webhook(persons["admin"]))["webhook"]!["id"]!.GetValue<string>();
        using var ping = await persons["client"].Send("POST", webhook + "/ping", null, Given.Key);
        delivery = $"{webhook}/deliveries/{(await Person.Read(ping))["id"]!.GetValue<string>()}";

        handOver = "hand-overs/" + await Given.HandOver(persons["reporter"], persons["officerOwn"]);

        async Task<Person> Client(string[]? agencies, params string[] scopes)
        {
            var made = await Given.Client(persons["admin"], agencies, scopes);
            return await people.Client(made["client"]!["clientId"]!.GetValue<string>(), made["secret"]!.GetValue<string>());
        }
    }

    [OneTimeTearDown]
    public async Task Stop() => await people.DisposeAsync();

    [Test]
    public void Every_operation_of_the_contract_has_a_row()
    {
        var operations = OperationId().Matches(File.ReadAllText(Path.Combine(Source.Root, "openapi.yaml"))).Select(match => match.Groups[1].Value).ToArray();
        Assert.That(operations, Is.Not.Empty);
        Assert.That(Table.Rows.Select(row => row.OperationId), Is.EquivalentTo(operations));
        Assert.That(Table.Columns, Is.EqualTo(Principals.Keys));
    }

    [Test]
    public async Task Every_endpoint_is_open_or_for_staff_or_asks_for_a_permission_and_only_one_of_these()
    {
        await using var production = await ApiHost.StartAsync();
        var endpoints = production.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.DisplayName != AssetsOfADebugBuild).ToArray();
        Assert.That(endpoints, Is.Not.Empty);
        Assert.That(
            endpoints.Where(endpoint => new[] { IsOpen(endpoint), IsForStaff(endpoint), AsksPermission(endpoint) }.Count(said => said) != 1).Select(endpoint => endpoint.DisplayName),
            Is.Empty);
    }

    [TestCaseSource(typeof(Table), nameof(Table.Rows))]
    public async Task The_table_holds_for(AccessRow row)
    {
        var answered = new Dictionary<string, int>();
        foreach (var (principal, person) in persons)
        {
            using var answer = await Knock(row.OperationId, principal, person);
            answered[principal] = (int)answer.StatusCode;
        }

        Assert.That(answered, Is.EqualTo(row.Expected));
    }

    [Test]
    public async Task A_report_of_another_agency_answers_like_one_that_does_not_exist()
    {
        var report = await Given.RoutedReport(persons["reporter"]);
        using var hidden = await persons["officerOther"].Get("reports/" + report.Id);
        using var absent = await persons["officerOther"].Get("reports/" + Guid.CreateVersion7());
        Assert.That(hidden.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await WithoutTrace(hidden), Is.EqualTo(await WithoutTrace(absent)));

        static async Task<string> WithoutTrace(HttpResponseMessage answer) => TraceId().Replace(await answer.Content.ReadAsStringAsync(), "");
    }

    private static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsForStaff(RouteEndpoint endpoint) => !AsksPermission(endpoint) && endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null;

    private static bool AsksPermission(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AuthorizationPolicy>()?.Requirements.OfType<PermissionRequirement>().Any() ?? false;

    private async Task<HttpResponseMessage> Knock(string operationId, string principal, Person person) =>
        await AtCalls(operationId, person) ?? await AtCars(operationId, principal, person) ?? await AtWorks(operationId, person) ?? await AtTheRest(operationId, principal, person);

    private async Task<HttpResponseMessage> AtTheRest(string operationId, string principal, Person person)
    {
        var (reporter, officer) = (persons["reporter"], persons["officerOwn"]);
        return operationId switch
        {
            "listProblems" => await person.Get("problems"),
            "showProblem" => await person.Get("problems/not_found"),
            "signIn" => await people.Stranger().Send("POST", "session", new { userName = Principals[principal] ?? "siapa.saja", password = "bukan ini" }),
            "showSession" => await person.Get("session"),
            "signOut" => await (Principals[principal] is { } userName ? await people.SignedIn(userName) : person).Send("DELETE", "session"),
            "submitReport" => await person.Send(
                "POST", "reports", new { serviceCode = "JLN-RUSAK", description = "Jalan berlubang", location = Given.Place }, ("Idempotency-Key", Guid.CreateVersion7().ToString())),
            "listReports" => await person.Get("reports"),
            "countReports" => await person.Get("reports/counts"),
            "hearQueue" => await person.Open("queue/events"),
            "changeReports" => await Batch(await Given.AcceptedReport(reporter, officer)),
            "uploadAttachment" => await person.Upload(Given.Photo),
            "listPublicReports" => await person.Get("public/reports"),
            "listHistoryRoots" => await person.Get("public/history-roots"),
            "listHistoryKeys" => await person.Get("public/history-roots/keys"),
            "listPrivacyActs" => await person.Get("audit/privacy-acts"),
            "listContactReadings" => await person.Get("audit/access"),
            "listAuditViews" => await person.Get("audit/views"),
            "listReplies" => await person.Get($"reports/{(await Given.RoutedReport(reporter)).Id}/replies?to=resolved"),
            "listReplyTemplates" => await person.Get("admin/reply-templates"),
            "changeReplyTemplate" => await person.Send("PUT", $"admin/reply-templates/{Guid.CreateVersion7()}", Reply, ("If-Match", "\"0\"")),
            "removeReplyTemplate" => await person.Send("DELETE", $"admin/reply-templates/{Guid.Empty}", null, ("If-Match", "\"1\"")),
            "previewReply" => await person.Send("POST", "admin/reply-templates/preview", Reply),
            "showCalendar" => await person.Get("admin/calendar"),
            "listCalendarChanges" => await person.Get("admin/calendar/changes"),
            // tried out only: who may is the same, and the rows of this table run side by side
            "changeHoliday" => await Edit("PUT", "2026-12-01", new { name = "Libur", kind = "national" }),
            "removeHoliday" => await Edit("DELETE", "2026-12-25", null),
            "changeOfficeHours" => await Edit("PUT", "office-hours/2026-12-01", new { opens = "08:00:00", closes = "14:00:00" }),
            "removeOfficeHours" => await Edit("DELETE", "office-hours/2026-02-19", null),
            "importCalendar" => await Edit("POST", "import", Given.Calendar()),
            "listAgencies" => await person.Get("agencies"),
            "listAllAgencies" => await person.Get("admin/agencies"),
            "changeAgency" => await person.Send("PUT", "admin/agencies/karangan", new { kind = "opd", shortName = "Baru", name = "Unit baru" }, ("If-Match", "\"0\"")),
            "listAllServices" => await person.Get("admin/services"),
            "changeService" => await person.Send("PUT", "admin/services/karangan", new { groupCode = "JLN", name = "Baru" }, ("If-Match", "\"0\"")),
            "changeServiceGroup" => await person.Send("PUT", "admin/service-groups/karangan", new { name = "Baru" }, ("If-Match", "\"0\"")),
            "listRoutingRules" => await person.Get("admin/routing-rules"),
            "replayRoutingRules" => await person.Send("POST", "admin/routing-rules:replay", new { changes = Given.NewRule(2, "DLHKP") }),
            "activateRoutingRules" => await person.Send("POST", "admin/routing-rules:activate", new { changes = Given.NewRule(2, "DLHKP"), withoutReplay = "Uji" }, ("If-Match", "\"99\"")),
            "listRoles" => await person.Get("admin/roles"),
            "listUsers" => await person.Get("admin/users"),
            "showUser" => await person.Get("admin/users/operator"),
            "changeUser" => await person.Send("PUT", "admin/users/operator", new { name = "Lain", role = "operator" }, ("If-Match", "\"1\"")),
            "resetPassword" => await person.Send("POST", "admin/users/operator/password-reset", null, ("If-Match", "\"1\"")),
            "liftLockout" => await person.Send("DELETE", "admin/users/operator/lockout", null, ("If-Match", "\"1\"")),
            "listAdminChanges" => await person.Get("admin/changes"),
            "listServices" => await person.Get("services"),
            "suggestServices" => await person.Get("services/suggest?text=jalan%20rusak"),
            "listWards" => await person.Get("wards"),
            "locateWard" => await person.Get("wards/locate?lat=-7.8166&lng=112.0119"),
            "showNotificationMatrix" => await person.Get("admin/notifications"),
            "changeNotificationMatrix" => await person.Send("PUT", "admin/notifications", new { rules = Array.Empty<object>() }, ("If-Match", "\"99\"")),
            "listNotificationTemplates" => await person.Get("admin/notifications/templates"),
            "changeNotificationTemplate" => await person.Send("PUT", "admin/notifications/templates/received/reporter/id", Words, ("If-Match", "\"99\"")),
            "previewNotification" => await person.Send("POST", "admin/notifications/templates/received/reporter/id/preview", Words),
            "listOutbox" => await person.Get("admin/outbox"),
            "retryNotification" => await person.Send("POST", $"admin/outbox/{Guid.CreateVersion7()}/retry"),
            "listDeadEvents" => await person.Get("admin/outbox/events"),
            "retryDeadEvent" => await person.Send("POST", "admin/outbox/events/0/retry"),
            "showWhatsAppChallenge" => await person.Get("whatsapp/webhook?hub.mode=subscribe&hub.verify_token=karangan&hub.challenge=1"),
            "submitWhatsAppEvents" => await person.Send("POST", "whatsapp/webhook", new { entry = Array.Empty<object>() }, Given.WrongSignature),
            "listOwnReports" => await person.Get("own-reports"),
            "showLinkWays" => await person.Get("own-reports/links"),
            "askForLink" => await person.Send("POST", "own-reports/links", new { email = "sri@contoh.id" }),
            "openLink" => await person.Send("POST", "own-reports/session", new { token = "karangan" }),
            "endReporterSession" => await person.Send("DELETE", "own-reports/session"),
            "unsubscribeFromMail" => await person.Send("POST", "notifications/unsubscribe?token=karangan"),
            "moveReportAsReporter" => await Move(await Given.RoutedReport(reporter)),
            "rateReport" => await Rate(await Given.ResolvedReport(reporter, officer)),
            "changeReportStatus" => await Change(await Given.AcceptedReport(reporter, officer)),
            "readReportDocument" => await Look(await Given.DocumentedReport(reporter, officer)),
            "noteReport" => await Note(await Given.AcceptedReport(reporter, officer)),
            "forwardReport" => await Forward(await Given.AcceptedReport(reporter, officer)),
            "listSimilarPublicReports" => await person.Get("public/reports/similar?lat=-7.8166&lng=112.0119&service=JLN-RUSAK"),
            "showPublicMap" => await person.Get("public/map?zoom=12&bbox=111.9,-7.9,112.1,-7.7"),
            "showMapBase" => await person.Get("map/base"),
            "showStatistics" => await person.Get("statistics/reports"),
            "exportStatistics" => await person.Get("statistics/reports.csv"),
            "showOwnStatistics" => await person.Get("statistics/own"),
            "showHotSpots" => await person.Get("statistics/hot-spots"),
            "showFairness" => await person.Get("statistics/fairness"),
            "listAlarms" => await person.Get("statistics/alarms"),
            "exportReports" => await person.Get("exports/reports.csv"),
            "showOpenData" => await person.Get("open-data"),
            "readOpenData" => await person.Get("open-data/reports.csv"),
            "showPublicStatistics" => await person.Get("statistics/public"),
            "showPublicReport" => await person.Get("public/reports/" + (await Published()).Id),
            "supportReport" => await Support("POST", await Published()),
            "withdrawSupport" => await Support("DELETE", await Published()),
            "showPushKey" => await person.Get("notifications/push-key"),
            "followReport" => await person.Send("POST", $"public/reports/{(await Published()).Id}/follow", Given.Browser),
            "unfollowReport" => await person.Send("DELETE", $"public/reports/{(await Published()).Id}/follow", null, Given.PushEndpoint),
            "rejectSimilarity" => await person.Send("PUT", await Pair()),
            "restoreSimilarity" => await person.Send("DELETE", await Pair()),
            "mergeReport" => await Merge(person, await Given.RoutedReport(reporter), await Given.RoutedReport(reporter)),
            "separateReport" => await Separate(await Given.RoutedReport(reporter), await Given.RoutedReport(reporter)),
            "splitReport" => await Split(await Given.RoutedReport(reporter)),
            "listClients" => await person.Get("admin/clients"),
            "createClient" => await person.Send("POST", "admin/clients", Given.NewClient(), ("Idempotency-Key", Guid.CreateVersion7().ToString())),
            "showClient" => await person.Get("admin/clients/" + await AClient()),
            "changeClient" => await person.Send("PUT", "admin/clients/" + await AClient(), new { name = "Klien uji", scopes = new[] { "reports:read" } }, ("If-Match", "\"1\"")),
            "rotateClientSecret" => await person.Send("POST", $"admin/clients/{await AClient()}/secrets", new { overlapHours = 0 }, ("If-Match", "\"1\"")),
            "revokeClientSecret" => await person.Send("DELETE", $"admin/clients/{await AClient()}/secrets/{Guid.Empty}", null, ("If-Match", "\"1\"")),
            "listClientChanges" => await person.Get($"admin/clients/{await AClient()}/changes"),
            "listHandOvers" => await person.Get("hand-overs"),
            "showHandOver" => await person.Get(handOver),
            "answerHandOver" => await person.Send("PUT", handOver + "/answer", new { reply = "acknowledged", by = "Uji" }),
            "exportHandOver" => await person.Get(handOver + "/request.json"),
            "readHandOverDocument" => await person.Get(handOver + "/document"),
            "createHandOverLink" => await person.Send("POST", handOver + "/links", new { email = "karangan" }, Given.Key),
            "revokeHandOverLink" => await person.Send("DELETE", $"{handOver}/links/{Guid.Empty}"),
            "listWebhooks" => await person.Get("webhooks"),
            "createWebhook" => await person.Send(
                "POST", "webhooks", new { url = Given.WebhookUrl, client = principal == "admin" ? "demo" : null }, ("Idempotency-Key", Guid.CreateVersion7().ToString())),
            "showWebhook" => await person.Get(webhook),
            "changeWebhook" => await person.Send("PUT", webhook, new { url = Given.WebhookUrl }, ("If-Match", "\"99\"")),
            "removeWebhook" => await person.Send("DELETE", webhook, null, ("If-Match", "\"99\"")),
            "rotateWebhookSecret" => await person.Send("POST", webhook + "/secrets", new { overlapHours = 0 }, ("If-Match", "\"99\"")),
            "pingWebhook" => await person.Send("POST", webhook + "/ping", null, Given.Key),
            "replayEvents" => await person.Send("POST", webhook + "/replay", new { from = TimeProvider.System.GetUtcNow() }, Given.Key),
            "listDeliveries" => await person.Get(webhook + "/deliveries"),
            "showDelivery" => await person.Get(delivery),
            "replayDelivery" => await person.Send("POST", $"{webhook}/deliveries/{Guid.Empty}/replay", null, Given.Key),
            "listEvents" => await person.Get("events"),
            _ => await Look(await Given.RoutedReport(reporter)),
        };

        async Task<string> AClient() => (await Given.Client(persons["admin"]))["client"]!["id"]!.GetValue<string>();

        Task<HttpResponseMessage> Edit(string method, string path, object? body) =>
            person.Send(method, $"admin/calendar/{path}?preview=true", body, ("If-Match", "\"1\""));

        // one for all: nobody who knocks takes it away, and it takes a moment to be seen
        async Task<GivenReport> Published()
        {
            if (published is null)
            {
                published = await Given.RoutedReport(reporter);
                Given.Published(people.Stranger(), published);
            }

            return published;
        }

        Task<HttpResponseMessage> Support(string method, GivenReport report) =>
            person.Send(method, $"public/reports/{report.Id}/support", null, ("Supporter-Key", Guid.CreateVersion7().ToString()));

        async Task<string> Pair() => $"reports/{(await Given.RoutedReport(reporter)).Id}/similar/{(await Given.RoutedReport(reporter)).Id}/rejection";

        static Task<HttpResponseMessage> Merge(Person person, GivenReport report, GivenReport survivor) =>
            person.Send("POST", $"reports/{report.Id}/merge", new { into = survivor.Id }, ("If-Match", report.ETag));

        async Task<HttpResponseMessage> Separate(GivenReport report, GivenReport survivor)
        {
            (await Merge(officer, report, survivor)).Dispose();
            return await person.Send("DELETE", $"reports/{report.Id}/merge", null, ("If-Match", (report with { Version = report.Version + 1 }).ETag));
        }

        Task<HttpResponseMessage> Split(GivenReport report) =>
            person.Send("POST", $"reports/{report.Id}/split", new { children = new[] { new { description = "Trotoarnya juga rusak" } } }, ("If-Match", report.ETag));

        (string, string?) Secret(GivenReport report) => ("Report-Secret", principal == "reporter" ? report.Secret : null);

        Task<HttpResponseMessage> Move(GivenReport report) =>
            person.Send("POST", $"tracking/{report.TrackingCode}/status", new { to = "closed" }, ("If-Match", report.ETag), Secret(report));

        Task<HttpResponseMessage> Rate(GivenReport report) =>
            person.Send("POST", $"tracking/{report.TrackingCode}/rating", new { stars = 5 }, ("If-Match", report.ETag), Secret(report));

        Task<HttpResponseMessage> Change(GivenReport report) =>
            person.Send("POST", $"reports/{report.Id}/status", new { to = "needsInformation", publicNote = "Di sebelah mana?" }, ("If-Match", report.ETag));

        // an item that is not the sender's to change is refused within the answer
        Task<HttpResponseMessage> Batch(GivenReport report) => person.Send(
            "POST", "reports:batch", new { items = new[] { new { id = report.Id, version = report.Version, note = new { internalNote = "Sudah ditelepon." } } } },
            ("Idempotency-Key", Guid.CreateVersion7().ToString()));

        Task<HttpResponseMessage> Note(GivenReport report) =>
            person.Send("POST", $"reports/{report.Id}/notes", new { internalNote = "Sudah ditelepon." }, ("If-Match", report.ETag));

        Task<HttpResponseMessage> Forward(GivenReport report) =>
            person.Send("POST", $"reports/{report.Id}/disposisi", new { agencyCode = "DLHKP" }, ("If-Match", report.ETag));

        Task<HttpResponseMessage> Look(GivenReport report) => operationId switch
        {
            "readContact" => person.Send("POST", $"reports/{report.Id}/contact-readings", new { reason = "Menanyakan letaknya" }),
            "showReport" => person.Get("reports/" + report.Id),
            "hearReport" => person.Open($"reports/{report.Id}/events"),
            "listSimilarReports" => person.Get($"reports/{report.Id}/similar"),
            "showReportDeadline" => person.Get($"reports/{report.Id}/deadline"),
            "readReportDocument" => person.Get($"reports/{report.Id}/documents/{report.Document}"),
            "readReportAttachment" => person.Get($"reports/{report.Id}/attachments/{report.Photo}"),
            "showPersonalData" => person.Get($"tracking/{report.TrackingCode}/personal-data", Secret(report)),
            "correctPersonalData" => person.Send("PUT", $"tracking/{report.TrackingCode}/personal-data", new { name = "Sri" }, Secret(report)),
            "erasePersonalData" => person.Send("DELETE", $"tracking/{report.TrackingCode}/personal-data", null, Secret(report)),
            "subscribeToReport" => person.Send("POST", $"tracking/{report.TrackingCode}/push-subscriptions", Given.Browser, Secret(report)),
            "unsubscribeFromReport" => person.Send("DELETE", $"tracking/{report.TrackingCode}/push-subscriptions", null, Secret(report), Given.PushEndpoint),
            "trackReport" => person.Get("tracking/" + report.TrackingCode, Secret(report)),
            "proveReport" => person.Get($"tracking/{report.TrackingCode}/proof", Secret(report)),
            "readTrackedAttachment" => person.Get($"tracking/{report.TrackingCode}/attachments/{report.Photo}", Secret(report)),
            _ => throw new NotSupportedException($"{operationId} is new: tell here how to call it, and in authz.csv who may."),
        };
    }

    [GeneratedRegex(@"operationId: (\w+)")]
    private static partial Regex OperationId();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();

    private static class Table
    {
        private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Source.Root, "tests/House.Tests/Endpoints/authz.csv"));

        public static string[] Columns => Lines[0].Split(',')[1..];

        public static IEnumerable<AccessRow> Rows => Lines.Skip(1).Select(line => line.Split(',')).Select(cells => new AccessRow(
            cells[0], Columns.Zip(cells[1..], (principal, status) => (principal, status)).ToDictionary(cell => cell.principal, cell => int.Parse(cell.status, CultureInfo.InvariantCulture))));
    }
}

/// <summary>One operation and the status it answers to each principal.</summary>
public sealed record AccessRow(string OperationId, IReadOnlyDictionary<string, int> Expected)
{
    public override string ToString() => OperationId;
}
