using System.Text;
using System.Text.Json;
using KediriLapor.Exports.OpenData;

namespace KediriLapor.House.Tests.Contract;

/// <summary>The part of the walk about what the city keeps, and who takes it away.</summary>
public sealed partial class AnswersTests
{
    private async Task Exports(Person stranger, Person officer)
    {
        await Walk(
            officer.Get("exports/reports.xlsx"), officer.Get("exports/reports.pdf"), officer.Get("exports/reports.csv?overdue=karangan"),
            stranger.Get("open-data"), stranger.Get("open-data/reports.csv"), stranger.Get("open-data?karangan=1"), stranger.Get("open-data/reports.csv?karangan=1"));
        await people.Api.RunAsync(new RebuildOpenData());
        await Walk(stranger.Get("open-data"));
        using var file = await stranger.Get("open-data/reports.csv");
        await Walk(stranger.Get("open-data/reports.csv", ("If-None-Match", file.Headers.ETag!.Tag)));
    }

    private static async Task ReferenceData(Person stranger, Person officer)
    {
        await Walk(stranger.Get("problems"), stranger.Get("problems/not_found"), stranger.Get("problems/karangan"));
        await Walk(stranger.Get("services"), stranger.Get("wards"), officer.Get("agencies?q=jalan"), officer.Get("agencies?q=" + new string('x', 201)));
        foreach (var list in new[]
        {
            "services", "wards", "wards/locate?lat=-7.8166&lng=112.0119", "map/base", "public/reports", "public/map?bbox=112,-7.9,112.1,-7.7&zoom=12",
            "public/history-roots", "public/history-roots/keys",
        })
        {
            using var first = await stranger.Get(list);
            await Walk(stranger.Get(list, ("If-None-Match", first.Headers.ETag!.Tag)));
        }

        await Walk(stranger.Get("services/suggest?text=lampu%20jalan%20mati%20di%20kelurahan%20Bandar%20Lor"), stranger.Get("services/suggest"));
        await Walk(stranger.Get("wards/locate?lat=-7.8166&lng=112.0119"), stranger.Get("wards/locate?lat=-7&lng=110"), stranger.Get("wards/locate?lat=91&lng=1"));
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

    private async Task Clients(Person stranger, Person admin)
    {
        var client = await people.Client(between: watch.Handler());
        var report = await Given.RoutedReport(client);
        await Walk(client.Get("reports"), client.Get("reports/" + report.Id));

        const string Clients = "admin/clients";
        var (key, unfit, stale, first) = (("Idempotency-Key", Guid.CreateVersion7().ToString()), new { karangan = 1 }, ("If-Match", "\"99\""), ("If-Match", "\"1\""));
        var wanted = Given.NewClient();
        using var answer = await admin.Send("POST", Clients, wanted, key);
        var made = (await Person.Read(answer))["client"]!;
        var (own, absent, settings) = ($"{Clients}/{made["id"]}", $"{Clients}/{Guid.Empty}", new { name = "Klien uji", scopes = new[] { "reports:read" } });
        var secret = $"/secrets/{made["secrets"]![0]!["id"]}";
        await Walk(
            admin.Send("POST", Clients, wanted, key), admin.Send("POST", Clients, wanted, ("Idempotency-Key", Guid.CreateVersion7().ToString())), admin.Send("POST", Clients, unfit, key),
            admin.Send("POST", Clients, Given.NewClient(["KARANGAN"]), ("Idempotency-Key", Guid.CreateVersion7().ToString())),
            admin.Get(Clients + "?pageSize=1"), admin.Get(own), admin.Get(absent), admin.Get(own + "/changes?pageSize=1"), admin.Get(absent + "/changes"),
            admin.Send("PUT", own, settings), admin.Send("PUT", own, settings, stale), admin.Send("PUT", own, unfit, first), admin.Send("PUT", absent, settings, first),
            admin.Send("PUT", own, settings with { scopes = ["karangan"] }, first),
            admin.Send("POST", own + "/secrets", new { }), admin.Send("POST", own + "/secrets", new { }, stale), admin.Send("POST", own + "/secrets", unfit, first),
            admin.Send("POST", absent + "/secrets", new { }, first),
            admin.Send("DELETE", own + secret), admin.Send("DELETE", own + secret, null, stale), admin.Send("DELETE", own + secret, null, ("If-Match", "*")),
            admin.Send("DELETE", absent + secret, null, first));
        await Walk(admin.Send("PUT", own, settings, first));
        await Walk(admin.Send("POST", own + "/secrets", new { overlapHours = 1 }, ("If-Match", "\"2\"")));
        await Walk(admin.Send("DELETE", own + secret, null, ("If-Match", "\"3\"")));

        var narrow = await Given.Client(admin, null, "exports:read");
        var other = await people.Client(narrow["client"]!["clientId"]!.GetValue<string>(), narrow["secret"]!.GetValue<string>(), watch.Handler());
        await Walk(other.Send("POST", "reports", new { serviceCode = "JLN-RUSAK", description = Sentence, location = Given.Place }, key));
        await Walk(stranger.Send("POST", "reports", new { serviceCode = "JLN-RUSAK", description = Sentence, location = Given.Place }, key, ("Authorization", "Bearer karangan")));
    }
}
