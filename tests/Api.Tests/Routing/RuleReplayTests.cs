using System.Net;
using System.Text.Json;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Routing;

/// <summary>The clock stands still on 24 November 2026; every test uses a service of its own.</summary>
public sealed class RuleReplayTests : Story
{
    private const string Rules = "/api/v1/admin/routing-rules";
    private const string Today = "2026-11-24";

    private Person admin = null!;

    [OneTimeSetUp]
    public async Task SignIn() => admin = await Given.StaffAsync("admin");

    [Test]
    public async Task A_replay_counts_from_where_to_where_and_the_activation_routes_the_next_report()
    {
        var first = await Given.ReportAsync(Given.Garbage);
        await Given.ReportAsync(Given.Garbage);
        var changes = await SuccessorAsync("SMP-ANGKUT", "DPUPR");
        var replay = (await ReplayAsync(changes)).Body;
        var shift = replay.GetProperty("shifts")[0];
        Assert.That((replay.Value("considered"), replay.Value("moved"), replay.Value("truncated"), replay.Value("on")), Is.EqualTo(("2", "2", "false", Today)));
        Assert.That((shift.Value("from"), shift.Value("to"), shift.Value("count")), Is.EqualTo(("DLHKP", "DPUPR", "2")));
        Assert.That(shift.Values("examples", "trackingCode"), Does.Contain(first.TrackingCode));
        Assert.That(await AgencyAsync(await Given.ReportAsync(Given.Garbage)), Is.EqualTo("DLHKP"), "a replay stores nothing");

        (await ActivateAsync(changes, await VersionAsync(), new { replayToken = replay.Value("token") })).HasStatus(HttpStatusCode.OK);
        var routed = await Eventually.SeeAsync(async () => await AgencyAsync(await Given.ReportAsync(Given.Garbage)), agency => agency == "DPUPR");
        Assert.That(routed, Is.EqualTo("DPUPR"));
        Assert.That(await AgencyAsync(first), Is.EqualTo("DLHKP"), "what was routed stays");

        var change = (await admin.GetAsync("/api/v1/admin/changes?subject=routingRules&pageSize=1")).Body.GetProperty("items")[0];
        Assert.That(change.Value("note"), Does.Match("^Diuji dengan 2 laporan .*: 2 berpindah unit.$"));
        Assert.That(change.GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("after").GetString()), Has.Some.Contains("menjadi tugas DPUPR sejak 24 November 2026"));
    }

    [Test]
    public async Task Without_a_replay_one_says_why_and_a_token_is_good_for_what_was_tried_alone()
    {
        var changes = await SuccessorAsync("LGK-CEMAR", "DPUPR");
        var version = await VersionAsync();
        (await ActivateAsync(changes, version, new { })).IsProblem(HttpStatusCode.UnprocessableEntity, "replay_required", "withoutReplay");
        var token = (await ReplayAsync(changes)).Body.Value("token");
        (await ActivateAsync(await SuccessorAsync("LGK-CEMAR", "DISHUB"), version, new { replayToken = token })).IsProblem(HttpStatusCode.Conflict, "replay_stale", "replayToken");
        (await ActivateAsync(changes, version, new { replayToken = "karangan" })).IsProblem(HttpStatusCode.Conflict, "replay_stale", "replayToken");
        (await ActivateAsync(changes, version + 1, new { replayToken = token })).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");

        (await ActivateAsync(changes, version, new { withoutReplay = "SK Wali Kota 188/2026" })).HasStatus(HttpStatusCode.OK);
        var change = (await admin.GetAsync("/api/v1/admin/changes?subject=routingRules&pageSize=1")).Body.GetProperty("items")[0];
        Assert.That(change.Value("note"), Is.EqualTo("Tanpa uji: SK Wali Kota 188/2026"));
    }

    [Test]
    public async Task Two_rules_for_one_case_are_refused_with_the_other_one_named()
    {
        object[] changes = [Add("SMP-LIAR", "DISHUB", Today)];
        var refused = await ReplayAsync(changes);
        refused.IsProblem(HttpStatusCode.Conflict, "rule_overlaps", "changes[0]");
        Assert.That(refused.Body.GetProperty("rule").Value("explanation"), Does.StartWith("“"));
        (await ActivateAsync(changes, await VersionAsync(), new { withoutReplay = "Uji" })).IsProblem(HttpStatusCode.Conflict, "rule_overlaps", "changes[0]");

        object other = new { kind = "add", rule = new { serviceCode = "JLN-RUSAK", questionCode = "karangan", answerValue = "x", target = "verifier", validFrom = Today } };
        (await ReplayAsync([other])).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_question", "changes[0].rule.questionCode");
    }

    [TestCase("2026-11-24", "2026-11-23", "from")]
    [TestCase("2025-11-01", "2026-11-24", "from")]
    [TestCase("2026-11-01", "2026-11-25", "until")]
    [TestCase("0001-01-01", "0001-01-02", "until")]
    [TestCase("9999-12-01", "9999-12-31", "until")]
    public async Task A_period_lies_within_a_year_of_the_past(string from, string until, string field) =>
        (await admin.PostAsync(Rules + ":replay", new { changes = await SuccessorAsync("AIR-KERUH", "DPUPR"), from, until }))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", field);

    [Test]
    public async Task What_has_routed_reports_is_not_rewritten()
    {
        var id = (await RuleAsync("AIR-MATI")).Value("id");
        (await ReplayAsync([new { kind = "remove", ruleId = id }])).IsProblem(HttpStatusCode.UnprocessableEntity, "rule_in_force", "changes[0].ruleId");
        (await ReplayAsync([new { kind = "end", ruleId = id, validUntil = "2026-11-23" }])).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "changes[0].validUntil");
        (await ReplayAsync([Add("AIR-MATI", "PDAM", "2026-11-23")])).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "changes[0].rule.validFrom");
    }

    [Test]
    public async Task A_rule_to_come_is_written_anew_or_taken_away()
    {
        object[] coming = [new { kind = "add", rule = new { serviceCode = "PHN-PANGKAS", kelurahanCode = Given.BandarLor, target = "kelurahan", validFrom = "2027-01-01", validUntil = "2027-02-01" } }];
        var added = (await ActivateAsync(coming, await VersionAsync(), new { withoutReplay = "Uji" })).Body;
        var rule = added.GetProperty("items").EnumerateArray().Single(one => one.Value("service") == "PHN-PANGKAS" && one.Value("kelurahan") == Given.BandarLor);
        Assert.That((rule.Value("state"), rule.Value("rank")), Is.EqualTo(("coming", "2")));
        Assert.That(rule.Value("explanation"), Does.EndWith(", di Kelurahan Bandar Lor: ditangani kelurahan tempat kejadian sejak 1 Januari 2027 sampai 31 Januari 2027."));

        object anew = new { kind = "change", ruleId = rule.Value("id"), rule = new { serviceCode = "PHN-PANGKAS", kelurahanCode = Given.BandarLor, target = "verifier", validFrom = "2027-01-15" } };
        (await ActivateAsync([anew], await VersionAsync(), new { withoutReplay = "Uji" })).HasStatus(HttpStatusCode.OK);
        var removed = await ActivateAsync([new { kind = "remove", ruleId = rule.Value("id") }], await VersionAsync(), new { withoutReplay = "Uji" });
        Assert.That(removed.Body.Values("items", "id"), Does.Not.Contain(rule.Value("id")));
    }

    [Test]
    public async Task No_example_is_told_of_a_confidential_service()
    {
        await Given.ReportAsync(Given.Bribe);
        var shift = (await ReplayAsync(await SuccessorAsync("APR-PUNGLI", "SETDA"))).Body.GetProperty("shifts")[0];
        Assert.That((shift.Value("count"), shift.GetProperty("examples").GetArrayLength()), Is.EqualTo(("1", 0)));
    }

    /// <summary>The general rule of a service ends today, and another unit takes over.</summary>
    private async Task<object[]> SuccessorAsync(string service, string agency) =>
        [new { kind = "end", ruleId = (await RuleAsync(service)).Value("id"), validUntil = Today }, Add(service, agency, Today)];

    private static object Add(string service, string agency, string from) =>
        new { kind = "add", rule = new { serviceCode = service, target = "agency", agencyCode = agency, validFrom = from } };

    private async Task<JsonElement> RuleAsync(string service) => (await admin.GetAsync(Rules)).Body.GetProperty("items").EnumerateArray()
        .Single(rule => rule.Value("service") == service && rule.Value("rank") == "0" && rule.Value("state") == "current");

    private async Task<int> VersionAsync() => (await admin.GetAsync(Rules)).Body.GetProperty("version").GetInt32();

    private Task<Answer> ReplayAsync(object[] changes) => admin.PostAsync(Rules + ":replay", new { changes, from = "2026-11-01" });

    private Task<Answer> ActivateAsync(object[] changes, int version, object how)
    {
        var said = JsonSerializer.SerializeToNode(how)!.AsObject();
        said["changes"] = JsonSerializer.SerializeToNode(changes);
        return admin.ChangeAsync(Rules + ":activate", version, said);
    }

    private async Task<string?> AgencyAsync(FiledReport report) => (await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body.Value("agency");
}
