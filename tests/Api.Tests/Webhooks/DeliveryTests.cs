using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Npgsql;

namespace KediriLapor.Api.Tests.Webhooks;

/// <summary>What happens is told: signed, once, in the order of each report, on any number of instances.</summary>
public sealed class DeliveryTests : WebhookStory
{
    [Test]
    public async Task What_happens_is_told_signed_and_just_as_the_feed_has_it()
    {
        var webhook = await MakeAsync();
        var report = await Given.InProgressAsync();
        var caught = await CaughtAsync(3);
        Assert.That(caught.Select(one => (one.Report, one.Sequence, one.Type)), Is.EqualTo(new[]
        {
            (report.Id, 1, "report.submitted"), (report.Id, 2, "report.routed"), (report.Id, 3, "report.status_changed"),
        }));
        Assert.That(caught.Select(one => one.IsSignedBy(webhook.Secret, Clock.GetUtcNow())), Is.All.True);
        Assert.That(caught[0].IsSignedBy((await MakeAsync()).Secret, Clock.GetUtcNow()), Is.False);
        Assert.That(caught[0].Headers["Content-Type"], Is.EqualTo("application/json"));
        Assert.That(caught[0].Headers.Keys, Has.None.EqualTo("traceparent"));

        var feed = await Demo.GetAsync($"{Events}?webhook={webhook.Id}");
        Assert.That(
            feed.Body.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()), Is.EqualTo(caught.Select(one => JsonSerializer.Serialize(one.Json))).Using<string>(SameJson));
        Assert.That(caught.Select(one => one.Id), Is.EqualTo(feed.Body.Values("items", "id")));
        var data = caught[2].Json.GetProperty("data");
        Assert.That((data.Value("formerStatus"), data.Value("status"), data.Value("agency"), data.Value("service")), Is.EqualTo(("routed", "inProgress", "DLHKP", "LGK-CEMAR")));
    }

    [Test]
    public async Task Two_secrets_sign_while_one_takes_the_place_of_the_other()
    {
        var webhook = await MakeAsync();
        var rotated = await Demo.SendAsync(HttpMethod.Post, webhook.Path + "/secrets", new { overlapHours = 1 }, ("If-Match", "\"1\""));
        rotated.HasStatus(HttpStatusCode.OK);
        var second = rotated.Body.GetProperty("secret").GetString()!;
        Assert.That(second, Does.StartWith("whsec_").And.Not.EqualTo(webhook.Secret));
        Assert.That(await SignedAsync(), Is.EqualTo((true, true)));

        Clock.Advance(TimeSpan.FromHours(2));
        await Demo.SignedIn();
        Assert.That(await SignedAsync(), Is.EqualTo((false, true)));

        async Task<(bool Old, bool New)> SignedAsync()
        {
            var before = Receiver.Caught.Length;
            (await Demo.PostAsync(webhook.Path + "/ping", new { }, Key())).HasStatus(HttpStatusCode.Accepted);
            var ping = (await CaughtAsync(before + 1))[^1];
            Assert.That(ping.Type, Is.EqualTo("webhook.ping"));
            return (ping.IsSignedBy(webhook.Secret, Clock.GetUtcNow()), ping.IsSignedBy(second, Clock.GetUtcNow()));
        }
    }

    [Test]
    public async Task Asked_twice_under_one_key_a_ping_goes_out_once()
    {
        var webhook = await MakeAsync();
        var key = Key();
        var first = await Demo.PostAsync(webhook.Path + "/ping", new { }, key);
        var again = await Demo.PostAsync(webhook.Path + "/ping", new { }, key);
        Assert.That((again.Status, again.Body.Value("id"), again.Header("Idempotency-Replayed")), Is.EqualTo((HttpStatusCode.Accepted, first.Body.Value("id"), "true")));
        Assert.That(await webhook.DeliveriesAsync(), Has.Length.EqualTo(1));
        (await Demo.PostAsync(webhook.Path + "/ping", new { }, ("Idempotency-Key", "1"))).IsProblem(HttpStatusCode.BadRequest, "idempotency_key_invalid");
    }

    [Test]
    public async Task A_ping_is_tried_once_also_while_the_webhook_is_paused_and_its_answer_stands_in_the_log()
    {
        var webhook = await MakeAsync();
        await webhook.ChangedAsync(1, new { url = Receiver.Url, enabled = false });
        Receiver.Plan.Enqueue(new ReceiverSays(503, Body: "\0sebentar", RetryAfter: 60));
        var ping = (await Demo.PostAsync(webhook.Path + "/ping", new { }, Key())).Body;
        await Given.ReportAsync();
        await FeedIsReadAsync();
        await AllIsTakenAsync();

        var logged = (await webhook.DeliveriesAsync()).Single();
        Assert.That((logged.Value("id"), logged.Value("state"), logged.Value("lastStatus"), logged.Value("lastError")), Is.EqualTo((ping.Value("id"), "dead", "503", "answered 503")));
        Assert.That((await webhook.AttemptsAsync(logged)).Single().Value("responseBody"), Is.EqualTo(" sebentar"));
        Assert.That(Receiver.Caught.Single().Id, Is.EqualTo(logged.Value("messageId")));
        Assert.That((await webhook.ShownAsync()).Value("state"), Is.EqualTo("paused"));
    }

    [Test]
    public async Task One_delivery_is_sent_again_under_its_own_id()
    {
        var webhook = await MakeAsync(wanted: new { url = Receiver.Url, events = new[] { "report.submitted" } });
        await Given.ReportAsync();
        var first = (await CaughtAsync(1)).Single();
        await AllIsTakenAsync();
        var delivery = (await webhook.DeliveriesAsync()).Single().GetProperty("id").GetGuid();
        (await Demo.PostAsync($"{webhook.Path}/deliveries/{delivery}/replay", new { }, Key())).HasStatus(HttpStatusCode.Accepted);
        var again = (await CaughtAsync(2))[1];
        Assert.That((again.Id, JsonSerializer.Serialize(again.Json)), Is.EqualTo((first.Id, JsonSerializer.Serialize(first.Json))));
        await AllIsTakenAsync();
        Assert.That(await webhook.DeliveriesAsync(), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Spans_that_follow_one_another_replay_each_event_once()
    {
        var webhook = await MakeAsync(wanted: new { url = Receiver.Url, events = new[] { "report.submitted" } });
        await Given.ReportAsync();
        await FeedIsReadAsync();
        var at = Clock.GetUtcNow();
        Assert.That(await QueuedAsync(new { from = at.AddHours(-1), until = at }), Is.Zero, "before this, it says");
        Assert.That(await QueuedAsync(new { from = at, until = at.AddHours(1) }), Is.EqualTo(1));

        async Task<int> QueuedAsync(object span) => (await Demo.PostAsync(webhook.Path + "/replay", span, Key())).Body.GetProperty("queued").GetInt32();
    }

    [Test]
    public async Task A_receiver_that_never_answers_holds_up_nobody_else()
    {
        await using var stuck = await WebhookReceiver.StartAsync();
        stuck.Otherwise = _ => new ReceiverSays(0, Hangs: true);
        await MakeAsync(wanted: new { url = stuck.Url });
        await MakeAsync();
        for (var i = 0; i < 20; i++)
        {
            await Given.ReportAsync();
        }

        var began = System.Diagnostics.Stopwatch.StartNew();
        await CaughtAsync(40);
        Assert.That(began.Elapsed, Is.LessThan(TimeSpan.FromSeconds(9)), "none of them waited for the ten seconds of another");
        Assert.That(stuck.Caught, Has.Length.InRange(1, 8), "a few at a time, and it is left alone for a while");
    }

    [Test]
    public async Task Two_instances_send_each_once_and_never_two_at_once()
    {
        await using var twin = await ApiHost.StartDemoAsync(Clock, Api.Database, Settings);
        Receiver.Thinks = TimeSpan.FromMilliseconds(40);
        await MakeAsync();
        using var there = new Given(twin);
        await Task.WhenAll(Enumerable.Range(0, 15).SelectMany(_ => new[] { Given.ReportAsync(), there.ReportAsync() }));
        var caught = await CaughtAsync(60);
        await AllIsTakenAsync();
        Assert.That((Receiver.Overlaps, Receiver.Caught.Length), Is.EqualTo((0, 60)));
        Assert.That(caught.Select(one => one.Id).Distinct().Count(), Is.EqualTo(60));
        foreach (var report in caught.GroupBy(one => one.Report))
        {
            Assert.That(report.Select(one => one.Sequence), Is.Ordered);
        }

        Assert.That(
            await Api.AskAsync<string>("SELECT string_agg(id::text, ' ' ORDER BY id) AS \"Value\" FROM webhook_events"), Is.EqualTo(string.Join(' ', Enumerable.Range(1, 60))), "without a gap");
    }

    [Test]
    public async Task What_an_instance_left_behind_when_it_died_is_sent_again_when_its_lease_is_over()
    {
        await MakeAsync(wanted: new { url = Receiver.Url, events = new[] { "report.submitted" } });
        Receiver.Plan.Enqueue(new ReceiverSays(200));
        await Given.ReportAsync();
        await CaughtAsync(1);
        await AllIsTakenAsync();
        // as it lies there when whoever took it is gone
        await Api.ExecuteAsync("UPDATE webhook_deliveries SET state = 'Pending', finished_at = NULL, due_at = {0}", Clock.GetUtcNow().AddMinutes(1));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var caught = await CaughtAsync(2);
        Assert.That(caught[0].Id, Is.EqualTo(caught[1].Id));
    }

    [Test]
    public async Task What_began_earlier_and_was_committed_later_is_told_too_and_a_restored_database_goes_on()
    {
        await MakeAsync();
        var slow = await Given.ReportAsync();
        await CaughtAsync(2);
        await using var session = new NpgsqlConnection(Api.Database);
        await session.OpenAsync();
        await using var transaction = await session.BeginTransactionAsync();
        await using (var insert = new NpgsqlCommand(
            """
            INSERT INTO report_events (report_id, sequence, type, at, actor_kind, actor_name, status, service_code, agency_code, public_note_digest, internal_note_digest, staff_salt, staff_digest, previous_hash, hash)
            SELECT report_id, 99, 'Rated', at, actor_kind, actor_name, status, service_code, agency_code, public_note_digest, internal_note_digest, staff_salt, staff_digest, previous_hash, hash
            FROM report_events WHERE report_id = $1 AND sequence = 1
            """, session, transaction))
        {
            insert.Parameters.AddWithValue(slow.Id);
            await insert.ExecuteNonQueryAsync();
        }

        await Given.ReportAsync();
        await CaughtAsync(4);
        await transaction.CommitAsync();
        Assert.That((await CaughtAsync(5))[4].Sequence, Is.EqualTo(99));

        // the numbers of another server, far ahead of this one's
        await Api.ExecuteAsync("UPDATE webhook_feed SET seen = '900000000:900000000:'");
        var after = await Given.ReportAsync();
        Assert.That((await CaughtAsync(7))[5..].Select(one => (one.Report, one.Sequence)), Is.EqualTo(new[] { (after.Id, 1), (after.Id, 2) }));
        Assert.That(await Api.AskAsync<string>("SELECT seen AS \"Value\" FROM webhook_feed"), Does.Not.StartWith("900000000"));
    }

    [Test]
    public async Task A_report_that_was_split_merged_noted_and_rated_tells_each_by_its_name_and_no_word_of_it()
    {
        await MakeAsync();
        var (report, other) = (await Given.InProgressAsync(), await Given.InProgressAsync());
        var officer = await Given.StaffAsync("petugas.dlhkp");
        (await officer.ChangeAsync(report.StaffPath + "/notes", report.Version, new NewNote { InternalNote = "Rahasia kantor" })).HasStatus(HttpStatusCode.OK);
        (await officer.ChangeAsync(report.StaffPath + "/notes", report.Version + 1, new NewNote { PublicNote = "Kami datang besok" })).HasStatus(HttpStatusCode.OK);
        (await officer.ChangeAsync(other.StaffPath + "/merge", other.Version, new KediriLapor.Reports.Duplicates.Merger { Into = report.Id })).HasStatus(HttpStatusCode.OK);
        await Given.MovedAsync(report with { Version = report.Version + 3 }, "petugas.dlhkp", new NewStatus { To = ReportStatus.Resolved, PublicNote = "Selesai" });
        await FeedIsReadAsync();
        await AllIsTakenAsync();

        Assert.That(Receiver.Caught.Select(one => one.Type).Distinct(), Is.EquivalentTo(new[]
        {
            "report.submitted", "report.routed", "report.status_changed", "report.noted", "report.merged", "report.absorbed",
        }));
        Assert.That(Receiver.Caught.Where(one => one.Report == report.Id && one.Type == "report.noted"), Has.Exactly(1).Items, "what colleagues tell each other is not told");
        Assert.That(Receiver.Caught.Select(one => one.Json.ToString()), Has.None.Contains("Rahasia kantor").And.None.Contains("besok").And.None.Contains("selokan").And.None.Contains("Petugas DLHKP"));
    }

    private static bool SameJson(string one, string other) => JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(one), JsonSerializer.Deserialize<JsonElement>(other));
}
