using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using KediriLapor.House.Tests.Contract;

namespace KediriLapor.House.Tests.Endpoints;

/// <summary>
/// Two who saw the same version and write at the same instant: one is stored, the other is told which version there is now. This holds
/// for every operation of the contract that carries <c>If-Match</c>; who removes what is gone may also be told just that.
/// </summary>
[NonParallelizable]
public sealed class RaceTests
{
    /// <summary>Two requests rarely meet in the narrowest place at the first try.</summary>
    private const int Rounds = 8;

    private static readonly object Closing = new { to = "closed" };

    private People people = null!;
    private ContractDocument contract = null!;
    private Person[] reporters = [];
    private Person[] officers = [];
    private Person[] verifiers = [];
    private Person[] admins = [];
    private Person[] operators = [];
    private Person[] camats = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        people = await People.ArriveAsync();
        using var client = people.Api.NewClient();
        contract = await ContractDocument.Read(client);
        reporters = [people.Stranger(), people.Stranger()];
        officers = [await people.SignedIn("petugas.dpupr"), await people.SignedIn("petugas.dpupr")];
        verifiers = [await people.SignedIn("verifikator"), await people.SignedIn("verifikator")];
        admins = [await people.SignedIn("admin"), await people.SignedIn("admin")];
        operators = [await people.SignedIn("operator"), await people.SignedIn("operator")];
        camats = [await people.SignedIn("camat.mojoroto"), await people.SignedIn("camat.mojoroto")];
    }

    [OneTimeTearDown]
    public async Task Stop() => await people.DisposeAsync();

    [Test]
    public async Task Of_two_writers_at_once_one_wins_and_the_other_is_told_the_version()
    {
        foreach (var operation in contract.Operations.Where(operation => operation.Parameters("header").Contains("If-Match")))
        {
            for (var round = 0; round < Rounds; round++)
            {
                var race = await Prepared(operation.Id, round);
                var answers = await Task.WhenAll(race.Writers.Select((writer, i) => Task.Run(() => race.Change(writer, i))));
                var (won, lost) = (answers.MinBy(answer => answer.StatusCode)!, answers.MaxBy(answer => answer.StatusCode)!);
                Assert.That(won.IsSuccessStatusCode, operation.Id);
                if (!operation.Id.StartsWith("remove", StringComparison.Ordinal) || lost.StatusCode != HttpStatusCode.NotFound)
                {
                    Assert.That(lost.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed), operation.Id);
                    Assert.That((await Person.Read(lost))["currentVersion"]!.GetValue<int>(), Is.Positive, operation.Id);
                }

                Array.ForEach(answers, answer => answer.Dispose());
            }
        }
    }

    /// <summary>Who writes, and how each of them does it, on something made for this round.</summary>
    private async Task<Race> Prepared(string operationId, int round)
    {
        var day = new DateOnly(2027, 3, 1).AddDays(round).ToString("O", CultureInfo.InvariantCulture);
        var template = $"admin/reply-templates/{Guid.CreateVersion7()}";
        const string words = "admin/notifications/templates/received/reporter/id";
        return operationId switch
        {
            "changeReportStatus" => OnReport(await Given.AcceptedReport(reporters[0], officers[0]), "POST", "status", _ => new { to = "needsInformation", publicNote = "Di sebelah mana?" }),
            // not the unit's own people: for who is slower of them, the report has gone
            "forwardReport" => OnReport(await Given.AcceptedReport(reporters[0], officers[0]), "POST", "disposisi", _ => new { agencyCode = "DLHKP" }) with { Writers = verifiers },
            "noteReport" => OnReport(await Given.RoutedReport(reporters[0]), "POST", "notes", i => new { internalNote = $"Catatan {i}" }),
            "mergeReport" => await Merging(),
            "separateReport" => OnReport(await Merged(), "DELETE", "merge", _ => null),
            "splitReport" => OnReport(
                await Given.RoutedReport(reporters[0]), "POST", "split", i => new { children = new[] { new { description = $"Trotoarnya juga rusak, bagian {i}" } } }),
            "moveReportAsReporter" => AsReporter(await Given.RoutedReport(reporters[0]), "status", Closing),
            "rateReport" => AsReporter(await Given.ResolvedReport(reporters[0], officers[0]), "rating", new { stars = 5 }),
            "changeReplyTemplate" => ByAdmin("PUT", template, "\"0\"", i => Reply(i)),
            "removeReplyTemplate" => ByAdmin("DELETE", template, await Made(template), _ => null),
            "changeNotificationMatrix" => await Matrix(),
            "changeNotificationTemplate" => ByAdmin("PUT", words, await Seen(words[..words.IndexOf("/received", StringComparison.Ordinal)], Received), i => Words(i)),
            "changeHoliday" => ByAdmin("PUT", "admin/calendar/" + day, await CalendarSeen(), i => new { name = $"Libur {i}", kind = "national" }),
            "removeHoliday" => ByAdmin("DELETE", "admin/calendar/" + day, await CalendarSeen(), _ => null),
            "changeOfficeHours" => ByAdmin("PUT", "admin/calendar/office-hours/" + day, await CalendarSeen(), i => new { opens = $"0{i + 7}:00:00", closes = "14:00:00" }),
            "removeOfficeHours" => ByAdmin("DELETE", "admin/calendar/office-hours/" + day, await CalendarSeen(), _ => null),
            "importCalendar" => ByAdmin("POST", "admin/calendar/import", await CalendarSeen(), i => Given.Calendar($"DTSTART;VALUE=DATE:2028{round + 1:00}{i + 2:00}")),
            "changeService" => ByAdmin("PUT", $"admin/services/UJI-{round}", "\"0\"", i => new { groupCode = "JLN", name = $"Uji {i}" }),
            "changeServiceGroup" => ByAdmin("PUT", $"admin/service-groups/UJI-{round}", "\"0\"", i => new { name = $"Uji {i}" }),
            "activateRoutingRules" => ByAdmin("POST", "admin/routing-rules:activate", await Seen("admin/routing-rules", rules => rules), i => new { changes = Given.NewRule((2 * round) + i + 2, "DLHKP"), withoutReplay = "Uji" }),
            "changeUser" => ByAdmin("PUT", $"admin/users/uji.{round}", "\"0\"", i => Officer(i)),
            "resetPassword" => ByAdmin("POST", $"admin/users/sandi.{round}/password-reset", await Hired($"admin/users/sandi.{round}"), _ => null),
            "liftLockout" => ByAdmin("DELETE", $"admin/users/kunci.{round}/lockout", await Hired($"admin/users/kunci.{round}"), _ => null),
            "changeAgency" => ByAdmin("PUT", $"admin/agencies/UNIT-{round}", "\"0\"", i => new { kind = "opd", shortName = $"Unit {i}", name = $"Unit {i}" }),
            "changeClient" => ByAdmin("PUT", await AClient(), "\"1\"", i => new { name = $"Klien {i}", scopes = new[] { "reports:read" } }),
            "rotateClientSecret" => ByAdmin("POST", await AClient("secrets"), "\"1\"", _ => new { overlapHours = 1 }),
            "revokeClientSecret" => await Revoking(),
            "changeWebhook" => ByAdmin("PUT", await AWebhook(), "\"1\"", i => new { url = Given.WebhookUrl, name = $"Papan {i}" }),
            "removeWebhook" => ByAdmin("DELETE", await AWebhook(), "\"1\"", _ => null),
            "rotateWebhookSecret" => ByAdmin("POST", await AWebhook() + "/secrets", "\"1\"", _ => new { overlapHours = 1 }),
            "correctCall" => AtDesk($"calls/{await ACall()}/correction", i => new { note = $"Catatan {i}" }),
            "createReportFromCall" => AtDesk($"calls/{await ACall()}/report", i => new { serviceCode = "JLN-RUSAK", description = $"Jalan berlubang {i}", location = Given.Place }),
            "reviewMark" => AtDesk($"calls/marks/{(await Given.Mark(operators[0]))["id"]}/review", i => new { review = "confirmed", note = $"Didengar {i}" }) with { Writers = verifiers },
            "changeDispatch" => AtDesk($"dispatches/{await AFire()}/changes", i => new { note = $"Dari arah {i}" }),
            "askUnit" => AtDesk($"dispatches/{await AFire()}/units", _ => new { agencyCode = "BPBD" }),
            "moveUnit" => AtDesk($"dispatches/{await AFire()}/units/DPUPR/steps", _ => new { step = "dispatched" }),
            "cancelDispatch" => AtDesk($"dispatches/{await AFire()}/cancellation", i => new { reason = $"Salah lapor {i}" }),
            "changeCarRequestStatus" => await OnCarRequest(),
            "withdrawCarRequest" => AsCarRequester(await Given.CarRequest(reporters[0])),
            "changeCar" => ByAdmin("PUT", $"mobmas/cars/{Guid.CreateVersion7()}", "\"0\"", i => Given.NewCar($"AG {(10 * round) + i + 1} UJ")),
            "rotateCarFeed" => ByAdmin("POST", await ACar() + "/feed", "\"1\"", _ => null),
            "changeWork" => ByAdmin("PUT", await AWork(), "\"1\"", i => Given.ChangedWork(volume: 90 + i)),
            "changeWorkStage" => ByAdmin("POST", await AWork() + "/stage", "\"1\"", i => new { to = "planned", number = $"DPA/{i}" }),
            "recordRealisation" => ByAdmin("PUT", $"merata/works/{await Given.ContractedWork(admins[0])}/realisation", "\"3\"", i => new { volume = i + 1 }),
            "addWorkFiles" => await Filing(),
            "moveFinding" => ByAdmin("POST", $"merata/findings/{await Given.Finding(admins[0])}/steps", "\"1\"", i => new { step = "close", note = $"Sudah sesuai {i}" }),
            "changeIndicator" => ByAdmin("PUT", $"monev/indicators/LOMBA_{round}", "\"0\"", i => Given.NewIndicator(80 + i)),
            "linkReport" => await Linking(),
            "removeReportLink" => await Letting(),
            "removeWorkFile" => await Taking(),
            _ => throw new NotSupportedException($"{operationId} is new: tell here what two who write at once would send."),
        };

        async Task<string> AWork() => "merata/works/" + await Given.Work(admins[0]);

        async Task<Race> Filing()
        {
            var (work, photos) = (await AWork(), new[] { await Given.Upload(reporters[0], Given.Photo), await Given.Upload(reporters[0], Given.Photo) });
            return ByAdmin("POST", work + "/files", "\"1\"", i => new { attachmentIds = new[] { photos[i] }, photo = "before" });
        }

        // of Bandar Lor: the camat sees them and their works
        async Task<Race> Linking()
        {
            var (work, reports) = (await AWork(), new[] { (await Given.WardReport(reporters[0])).Id, (await Given.WardReport(reporters[0])).Id });
            return new(camats, (camat, i) => camat.Send("POST", work + "/reports", new { report = reports[i] }, ("If-Match", "\"1\"")));
        }

        async Task<Race> Letting()
        {
            var (work, report) = (await AWork(), (await Given.WardReport(reporters[0])).Id);
            (await camats[0].Send("POST", work + "/reports", new { report }, ("If-Match", "\"1\""))).EnsureSuccessStatusCode().Dispose();
            return new(camats, (camat, i) => camat.Send("POST", $"{work}/reports/{report}/removal", new { reason = $"Gang yang lain {i}" }, ("If-Match", "\"2\"")));
        }

        async Task<Race> Taking()
        {
            var (work, photo) = (await AWork(), await Given.Upload(reporters[0], Given.Photo));
            (await admins[0].Send("POST", work + "/files", new { attachmentIds = new[] { photo }, photo = "before" }, ("If-Match", "\"1\""))).EnsureSuccessStatusCode().Dispose();
            return ByAdmin("POST", $"{work}/files/{photo}/removal", "\"2\"", i => new { reason = $"Wajah warga {i}" });
        }

        async Task<string> ACall() => (await Given.Call(operators[0]))["id"]!.GetValue<string>();

        async Task<string> AFire() => (await Given.Dispatch(operators[0]))["id"]!.GetValue<string>();

        Race AtDesk(string path, Func<int, object?> body) => new(operators, (person, i) =>
            person.Send("POST", path, body(i), ("If-Match", "\"1\""), ("Idempotency-Key", Guid.CreateVersion7().ToString())));

        async Task<string> AClient(string? below = null) => $"admin/clients/{(await Given.Client(admins[0]))["client"]!["id"]!.GetValue<string>()}/{below}".TrimEnd('/');

        async Task<string> AWebhook() => $"webhooks/{(await Given.Webhook(admins[0]))["webhook"]!["id"]!.GetValue<string>()}";

        async Task<string> ACar()
        {
            var car = $"mobmas/cars/{Guid.CreateVersion7()}";
            (await admins[0].Send("PUT", car, Given.NewCar($"AG {round + 1} UK"), ("If-Match", "\"0\""))).EnsureSuccessStatusCode().Dispose();
            return car;
        }

        async Task<Race> OnCarRequest()
        {
            // one that serves a report: its news lie in the same change
            var request = await Given.CarRequest(camats[0], Given.NewCarRequest(reportId: (await Given.WardReport(reporters[0])).Id));
            return new(camats, (camat, i) => camat.Send("POST", $"mobmas/requests/{request.Id}/status", new { to = "cancelled", note = $"Batal {i}" }, ("If-Match", request.ETag)));
        }

        async Task<Race> Revoking()
        {
            var client = (await Given.Client(admins[0]))["client"]!;
            return ByAdmin("DELETE", $"admin/clients/{client["id"]}/secrets/{client["secrets"]![0]!["id"]}", "\"1\"", _ => null);
        }

        async Task<Race> Merging()
        {
            var survivor = await Given.RoutedReport(reporters[0]);
            return OnReport(await Given.RoutedReport(reporters[0]), "POST", "merge", _ => new { into = survivor.Id });
        }
    }

    private Race OnReport(GivenReport report, string method, string path, Func<int, object?> body) =>
        new(officers, (officer, i) => officer.Send(method, $"reports/{report.Id}/{path}", body(i), ("If-Match", report.ETag)));

    private Race AsReporter(GivenReport report, string path, object body) =>
        new(reporters, (person, _) => person.Send(
            "POST", $"tracking/{report.TrackingCode}/{path}", body, ("If-Match", report.ETag), ("Report-Secret", report.Secret)));

    private Race AsCarRequester(GivenReport request) => new(reporters, (person, _) => person.Send(
        "POST", $"mobmas/tracking/{request.TrackingCode}/cancellation", null, ("If-Match", request.ETag), ("Report-Secret", request.Secret)));

    private Race ByAdmin(string method, string path, string seen, Func<int, object?> body) =>
        new(admins, (admin, i) => admin.Send(method, path, body(i), ("If-Match", seen)));

    private async Task<Race> Matrix()
    {
        using var answer = await admins[0].Get("admin/notifications");
        var matrix = await Person.Read(answer);
        return ByAdmin("PUT", "admin/notifications", ETag(matrix), _ => new { rules = matrix["rules"] });
    }

    private async Task<GivenReport> Merged()
    {
        var (report, survivor) = (await Given.RoutedReport(reporters[0]), await Given.RoutedReport(reporters[0]));
        using var answer = await officers[0].Send("POST", $"reports/{report.Id}/merge", new { into = survivor.Id }, ("If-Match", report.ETag));
        return report with { Version = (await Person.Read(answer))["version"]!.GetValue<int>() };
    }

    private async Task<string> Made(string template)
    {
        using var answer = await admins[0].Send("PUT", template, Reply(0), ("If-Match", "\"0\""));
        return ETag(await Person.Read(answer));
    }

    private async Task<string> Hired(string user)
    {
        using var answer = await admins[0].Send("PUT", user, Officer(0), ("If-Match", "\"0\""));
        return ETag((await Person.Read(answer))["user"]!);
    }

    private Task<string> CalendarSeen() => Seen("admin/calendar", calendar => calendar);

    private async Task<string> Seen(string path, Func<JsonNode, JsonNode> versioned)
    {
        using var answer = await admins[0].Get(path);
        return ETag(versioned(await Person.Read(answer)));
    }

    private static JsonNode Received(JsonNode templates) => templates["items"]!.AsArray().Single(
        template => (template!["occasion"]!.GetValue<string>(), template["voice"]!.GetValue<string>(), template["language"]!.GetValue<string>()) == ("received", "reporter", "id"))!;

    private static string ETag(JsonNode versioned) => string.Create(CultureInfo.InvariantCulture, $"\"{versioned["version"]!.GetValue<int>()}\"");

    private static object Reply(int i) => new { status = "resolved", title = $"Selesai {i}", body = "Laporan {{ code }} sudah selesai." };

    private static object Officer(int i) => new { name = $"Petugas {i}", role = "officer", agencyCode = "DPUPR" };

    private static object Words(int i) => new { subject = $"Laporan {{{{ code }}}} ({i})", body = "{{ link }}" };

    /// <param name="Change">By whom, and which of the two it is.</param>
    private sealed record Race(Person[] Writers, Func<Person, int, Task<HttpResponseMessage>> Change);
}
