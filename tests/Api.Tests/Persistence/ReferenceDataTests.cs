using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Persistence;

public sealed class ReferenceDataTests : Story
{
    [Test]
    public async Task What_an_admin_edited_or_deleted_stays_so_when_a_new_release_starts()
    {
        await Api.ExecuteAsync("UPDATE services SET name = 'Nama dari admin', resolve_days = 4 WHERE code = 'SMP-ANGKUT'");
        Assert.That(await Api.ExecuteAsync("DELETE FROM holidays WHERE date = '2026-12-25'"), Is.EqualTo(1));
        var (services, holidays, rules) = (await Api.CountAsync("services"), await Api.CountAsync("holidays"), await Api.CountAsync("routing_rules"));
        // as if the release brought other files: without its fingerprint the loader looks at every row again
        await Api.ExecuteAsync("DELETE FROM seeded_rows WHERE kind = 'files'");

        await using var restarted = await ApiHost.StartAsync(database: Api.Database);

        Assert.That(await restarted.CountAsync("seeded_rows WHERE kind = 'files'"), Is.EqualTo(1), "the loader has run");
        Assert.That(await restarted.AskAsync<string>("SELECT name || resolve_days AS \"Value\" FROM services WHERE code = 'SMP-ANGKUT'"), Is.EqualTo("Nama dari admin4"));
        Assert.That(await restarted.CountAsync("holidays WHERE date = '2026-12-25'"), Is.Zero);
        Assert.That(
            (await restarted.CountAsync("services"), await restarted.CountAsync("holidays"), await restarted.CountAsync("routing_rules")),
            Is.EqualTo((services, holidays, rules)));
    }

    [Test]
    public async Task A_question_from_before_it_had_English_words_gets_them_unless_an_admin_has_worded_it_anew()
    {
        await Api.ExecuteAsync(
            """
            UPDATE services SET questions = replace(regexp_replace(questions::text, '"textEn": "[^"]*", ', '', 'g'), 'Tidak tahu', 'Entahlah')::jsonb WHERE code = 'JLN-RUSAK';
            UPDATE services SET questions = jsonb_set(questions, ARRAY['0', 'textEn'], '"Where?"') WHERE code = 'PJU-PADAM';
            DELETE FROM seeded_rows WHERE kind IN ('files', 'question_en');
            """);

        await using var restarted = await ApiHost.StartDemoAsync(Clock, Api.Database);
        using var given = new Given(restarted);
        var questions = (await given.Citizen.GetAsync("/api/v1/services")).Body.GetProperty("items").EnumerateArray()
            .ToDictionary(service => service.Value("code")!, service => service.GetProperty("questions"));

        Assert.That(questions["JLN-RUSAK"][0].Value("textEn"), Is.EqualTo("Which road is damaged?"));
        Assert.That(
            questions["JLN-RUSAK"][0].GetProperty("choices").EnumerateArray().Select(choice => (choice.Value("text"), choice.Value("textEn"))),
            Does.Contain(("Jalan kota", "A city road")).And.Contain(("Entahlah", (string?)null)));
        Assert.That(questions["PJU-PADAM"][0].Value("textEn"), Is.EqualTo("Where?"));
    }

    [Test]
    public async Task A_rule_of_a_new_release_is_offered_once_and_what_an_admin_left_silent_stays_silent()
    {
        const string Matrix = "/api/v1/admin/notifications";
        var admin = await Given.StaffAsync("admin");
        var shipped = (await admin.GetAsync(Matrix)).Body;
        object[] two = [new { occasion = "asked", recipient = "reporter", medium = "email", language = "en" }, new { occasion = "noted", recipient = "reporter", medium = "email", language = "id" }];
        (await admin.ReplaceAsync(Matrix, shipped.GetProperty("version").GetInt32(), new { rules = two })).HasStatus(System.Net.HttpStatusCode.OK);
        // as if the release knew one rule that none before it had, and one about which the admin says something else
        await Api.ExecuteAsync("DELETE FROM seeded_rows WHERE kind = 'files' OR (kind = 'notification_rule' AND key IN ('Noted.Followers.Push', 'Asked.Reporter.Email'))");

        await using var restarted = await ApiHost.StartDemoAsync(Clock, Api.Database);
        using var given = new Given(restarted);
        var after = (await (await given.StaffAsync("admin")).GetAsync(Matrix)).Body;

        Assert.That(
            after.GetProperty("rules").EnumerateArray().Select(rule => $"{rule.Value("occasion")} {rule.Value("recipient")} {rule.Value("medium")} {rule.Value("language")}"),
            Is.EquivalentTo(new[] { "asked reporter email en", "noted reporter email id", "noted followers push id" }));
        Assert.That(after.GetProperty("version").GetInt32(), Is.EqualTo(shipped.GetProperty("version").GetInt32() + 2));
        Assert.That(await restarted.CountAsync("seeded_rows WHERE kind = 'notification_rule'"), Is.EqualTo(shipped.GetProperty("rules").GetArrayLength()));
    }

    [Test]
    public async Task A_city_from_before_staff_heard_of_the_programmes_is_given_their_rules_and_their_words()
    {
        await Api.ExecuteAsync(
            """
            DELETE FROM notification_templates WHERE occasion IN ('FindingRecorded', 'FindingSerious', 'FindingEscalated', 'UnitAsked', 'AlarmRaised', 'CarRequested');
            UPDATE notification_matrix SET rules = (SELECT jsonb_agg(rule) FROM jsonb_array_elements(rules) rule WHERE (rule->>'occasion')::int <= 20);
            DELETE FROM seeded_rows WHERE kind = 'files' OR (kind IN ('notification_rule', 'notification_template') AND key ~ '^(Finding|UnitAsked|AlarmRaised|CarRequested)');
            """);

        await using var restarted = await ApiHost.StartDemoAsync(Clock, Api.Database);
        using var given = new Given(restarted);
        var admin = await given.StaffAsync("admin");
        string[] told = ["findingRecorded", "findingSerious", "findingEscalated", "unitAsked", "alarmRaised", "carRequested"];
        var rules = (await admin.GetAsync("/api/v1/admin/notifications")).Body.GetProperty("rules").EnumerateArray().Select(rule => rule.Value("occasion")!).Where(told.Contains).ToArray();
        Assert.That(rules, Has.Length.EqualTo(14));
        Assert.That(rules.Distinct(), Is.EqualTo(told));
        var words = (await admin.GetAsync("/api/v1/admin/notifications/templates")).Body.GetProperty("items").EnumerateArray().Select(item => item.Value("occasion")!).Where(told.Contains).ToArray();
        Assert.That((words.Length, words.Distinct().Count()), Is.EqualTo((12, 6)));
    }

    [Test]
    public async Task A_new_holiday_moves_the_deadline_of_the_next_report()
    {
        var before = (await Given.SubmitAsync(Given.Garbage)).Body.GetProperty("dueAt").GetDateTimeOffset();
        await Api.ExecuteAsync("INSERT INTO holidays (date, name, kind) VALUES ('2026-11-25', 'Hari jadi', 'National')");

        var after = await Eventually.SeeAsync(
            async () => (await Given.SubmitAsync(Given.Garbage)).Body.GetProperty("dueAt").GetDateTimeOffset(), due => due > before);

        Assert.That(after, Is.GreaterThan(before));
    }
}
