using System.Net;
using KediriLapor.Api.Tests.Clients;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Webhooks;

/// <summary>Who hears what: by delivery and by the feed alike.</summary>
public sealed class EventTests : WebhookStory
{
    [Test]
    public async Task A_receiver_reads_on_from_the_last_event_it_has_and_misses_none()
    {
        await Given.ReportAsync();
        await FeedIsReadAsync();
        var first = await Demo.GetAsync(Events + "?pageSize=1");
        Assert.That(first.Body.Values("items", "type"), Is.EqualTo(new[] { "report.submitted" }));
        Assert.That(first.Body.Value("next"), Is.EqualTo(first.Body.Values("items", "id")[0]), "an event's own id is the cursor");
        Assert.That(first.Header("Link"), Does.Contain("rel=\"next\""));

        await Given.ReportAsync();
        await FeedIsReadAsync();
        var rest = await Demo.GetAsync($"{Events}?after={first.Body.Value("next")}");
        Assert.That(rest.Body.Values("items", "type"), Is.EqualTo(new[] { "report.routed", "report.submitted", "report.routed" }));
        Assert.That(rest.Body.Value("next"), Is.Null);
        Assert.That((await Demo.GetAsync($"{Events}?after={rest.Body.Values("items", "id")[^1]}")).Body.GetProperty("items").GetArrayLength(), Is.Zero);
        Assert.That((await Demo.GetAsync($"{Events}?type=report.routed")).Body.GetProperty("items").GetArrayLength(), Is.EqualTo(2));
        Assert.That((await Demo.GetAsync($"{Events}?service=SMP-ANGKUT")).Body.GetProperty("items").GetArrayLength(), Is.Zero);
        Assert.That((await Demo.GetAsync($"{Events}?agency=DLHKP&agency=DPUPR")).Body.GetProperty("items").GetArrayLength(), Is.EqualTo(2), "it was nobody's when it came in");

        (await Demo.GetAsync(Events + "?after=karangan")).IsProblem(HttpStatusCode.BadRequest, "invalid_cursor", "after");
        (await Demo.GetAsync(Events + "?after=evt_99999999999999999999")).IsProblem(HttpStatusCode.BadRequest, "invalid_cursor", "after");
        (await Demo.GetAsync(Events + "?type=report.karangan")).IsProblem(HttpStatusCode.BadRequest, "unknown_value", "type");
        (await Demo.GetAsync($"{Events}?webhook={Guid.CreateVersion7()}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await (await Given.StaffAsync("admin")).GetAsync(Events)).IsProblem(HttpStatusCode.Forbidden, "permission_required");
    }

    [Test]
    public async Task A_client_hears_of_its_agencies_alone_also_that_a_report_left_them_and_never_of_integrity_cases()
    {
        var dlhkp = await LetInAsync(["DLHKP"], "webhooks:manage", "reports:read");
        await MakeAsync(dlhkp);
        var (own, secret) = (await Given.ReportAsync(), await Given.ReportAsync(Given.Garbage with { Confidential = true }));
        await Given.ReportAsync(Given.Alley);
        await Given.ReportAsync(Given.Bribe);
        var left = await ForwardedAsync(own, "DPUPR");
        await ForwardedAsync(left, "DISHUB");
        await FeedIsReadAsync();
        await AllIsTakenAsync();

        var heard = Receiver.Caught.Select(one => (one.Report, one.Sequence)).ToArray();
        Assert.That(heard, Is.EquivalentTo(new[] { (own.Id, 2), (secret.Id, 2), (own.Id, 3) }), "from when it was theirs until it left");
        Assert.That(Receiver.Caught.Single(one => one.Report == own.Id && one.Sequence == 3).Json.GetProperty("data").Value("agency"), Is.EqualTo("DPUPR"));
        Assert.That(await FeedOfAsync(dlhkp), Is.EquivalentTo(heard));
    }

    [Test]
    public async Task Who_may_not_read_reports_hears_what_everybody_may_see_and_the_whole_city_nothing_confidential()
    {
        var (narrow, narrowOfOne) = (await LetInAsync(null, "webhooks:manage"), await LetInAsync(["DLHKP"], "webhooks:manage"));
        var (shown, secret, bribe) = (await Given.ReportAsync(), await Given.ReportAsync(Given.Garbage with { Confidential = true }), await Given.ReportAsync(Given.Bribe));
        await FeedIsReadAsync();
        Assert.That(await FeedOfAsync(narrow), Is.EqualTo(new[] { (shown.Id, 1), (shown.Id, 2) }));
        Assert.That(await FeedOfAsync(Demo), Is.EqualTo(new[] { (shown.Id, 1), (shown.Id, 2) }));
        Assert.That(await FeedOfAsync(narrowOfOne), Is.EqualTo(new[] { (shown.Id, 2) }));
        Assert.That(new[] { secret.Id, bribe.Id }, Is.Unique);
    }

    [Test]
    public async Task What_became_confidential_and_what_a_client_may_no_longer_hear_is_withheld_although_it_was_on_its_way()
    {
        Receiver.Plan.Enqueue(new ReceiverSays(500));
        var machine = await LetInAsync(null, "webhooks:manage", "reports:read");
        var webhook = await MakeAsync(machine, new { url = Receiver.Url, events = new[] { "report.submitted" } });
        var report = await Given.ReportAsync();
        await Eventually.SeeAsync(() => Api.CountAsync("webhook_attempts"), count => count == 1);
        await Api.ExecuteAsync("UPDATE reports SET confidential = true WHERE id = {0}", report.Id);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await AllIsTakenAsync();
        var withheld = (await webhook.DeliveriesAsync()).Single();
        Assert.That((withheld.Value("state"), withheld.Value("lastError"), Receiver.Caught.Length), Is.EqualTo(("withheld", "the client may not see it", 1)));

        await Api.ExecuteAsync("UPDATE api_clients SET scopes = '{{reports:read}}' WHERE client_id = {0}", machine.ClientId);
        await Given.ReportAsync();
        await FeedIsReadAsync();
        Assert.That(await Api.CountAsync("webhook_deliveries"), Is.EqualTo(1), "nothing is put on its way for it");
    }

    [Test]
    public async Task A_webhook_tells_the_events_agencies_and_services_that_it_asks_for()
    {
        await MakeAsync(wanted: new { url = Receiver.Url, events = new[] { "report.routed", "report.submitted" }, services = new[] { "LGK-CEMAR" }, agencies = new[] { "DLHKP" } });
        var report = await Given.InProgressAsync();
        await Given.ReportAsync(Given.Garbage);
        await FeedIsReadAsync();
        await AllIsTakenAsync();
        Assert.That(Receiver.Caught.Select(one => (one.Report, one.Type)), Is.EqualTo(new[] { (report.Id, "report.routed") }));
    }

    [Test]
    public async Task A_client_manages_its_own_webhooks_and_an_admin_those_of_all_and_each_change_is_written_down()
    {
        var other = await LetInAsync(["DLHKP"], "webhooks:manage");
        var webhook = await MakeAsync(other, new { url = Receiver.Url, name = "Papan" });
        foreach (var path in new[] { webhook.Path, webhook.Path + "/deliveries" })
        {
            (await Demo.GetAsync(path)).IsProblem(HttpStatusCode.NotFound, "not_found");
        }

        (await Demo.PostAsync(webhook.Path + "/ping", new { }, Key())).IsProblem(HttpStatusCode.NotFound, "not_found");
        Assert.That((await Demo.GetAsync(Webhooks)).Body.GetProperty("items").GetArrayLength(), Is.Zero);
        (await Demo.PostAsync(Webhooks, new { url = Receiver.Url, client = other.ClientId }, Key())).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_client", "client");

        var admin = await Given.StaffAsync("admin");
        (await admin.PostAsync(Webhooks, new { url = Receiver.Url }, Key())).IsProblem(HttpStatusCode.UnprocessableEntity, "required", "client");
        (await admin.PostAsync(Webhooks, new { url = Receiver.Url, client = "demo" }, Key())).HasStatus(HttpStatusCode.Created);
        Assert.That((await admin.GetAsync(Webhooks)).Body.Values("items", "client"), Is.EquivalentTo(new[] { "demo", other.ClientId }));
        Assert.That((await admin.GetAsync($"{Webhooks}?client={other.ClientId}")).Body.Values("items", "name"), Is.EqualTo(new[] { "Papan" }));
        (await admin.ReplaceAsync(webhook.Path, 9, new { url = Receiver.Url })).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        (await admin.ReplaceAsync(webhook.Path, 1, new { url = Receiver.Url, name = "Papan", enabled = false })).HasStatus(HttpStatusCode.OK);
        (await admin.RemoveAsync(webhook.Path, 2)).HasStatus(HttpStatusCode.NoContent);
        (await other.GetAsync(webhook.Path)).IsProblem(HttpStatusCode.NotFound, "not_found");

        var changes = (await admin.GetAsync($"/api/v1/admin/changes?subject=webhook&key={webhook.Id}")).Body.GetProperty("items").EnumerateArray().ToArray();
        Assert.That(changes.Select(change => change.Value("by")), Is.EqualTo(new[] { "Admin Sistem", "Admin Sistem", "Klien uji" }));
        Assert.That(changes[1].GetProperty("facts").EnumerateArray().Select(fact => fact.Value("field")), Is.EqualTo(new[] { "state" }));
        var kept = await Api.AskAsync<string>("SELECT (SELECT string_agg(t::text, ' ') FROM webhook_secrets t) || (SELECT string_agg(t::text, ' ') FROM admin_changes t) AS \"Value\"");
        Assert.That(kept, Does.Not.Contain(webhook.Secret["whsec_".Length..]));
    }

    [Test]
    public async Task A_client_has_no_more_webhooks_than_can_be_served_and_the_same_request_makes_one()
    {
        var key = Key();
        var (first, again) = (await Demo.PostAsync(Webhooks, new { url = Receiver.Url }, key), await Demo.PostAsync(Webhooks, new { url = Receiver.Url }, key));
        Assert.That((again.Status, again.Text, again.Header("Idempotency-Replayed")), Is.EqualTo((HttpStatusCode.Created, first.Text, "true")));
        await Api.ExecuteAsync(
            "INSERT INTO webhooks (id, client_id, name, url, state, failures, notice_attempts, created_at, version) SELECT gen_random_uuid(), client_id, '', url, 'Paused', 0, 0, created_at, 1 FROM webhooks, generate_series(2, {0})",
            KediriLapor.Webhooks.Webhook.MostOfClient);
        (await Demo.PostAsync(Webhooks, new { url = Receiver.Url }, Key())).IsProblem(HttpStatusCode.Conflict, "too_many_webhooks");
    }

    [TestCase("events", "karangan", "unknown_value")]
    [TestCase("agencies", "KARANGAN", "unknown_agency")]
    [TestCase("services", "KARANGAN", "unknown_service")]
    public async Task What_no_webhook_can_tell_is_refused_by_field(string field, string value, string code) => (await Demo.PostAsync(
        Webhooks, new Dictionary<string, object> { ["url"] = Receiver.Url, [field] = new[] { value } }, Key())).IsProblem(HttpStatusCode.UnprocessableEntity, code, field);

    [Test]
    public async Task A_month_after_it_was_finished_a_delivery_is_forgotten_and_can_still_be_replayed()
    {
        var webhook = await MakeAsync(wanted: new { url = Receiver.Url, events = new[] { "report.submitted" } });
        var began = Clock.GetUtcNow();
        await Given.ReportAsync();
        await CaughtAsync(1);
        await AllIsTakenAsync();
        Clock.Advance(TimeSpan.FromDays(31));
        Assert.That(await Api.RunAsync(new KediriLapor.Webhooks.SweepDeliveries()), Is.EqualTo(1));
        Assert.That(await Api.CountAsync("webhook_attempts"), Is.Zero);
        await Demo.SignedIn();
        Assert.That((await Demo.PostAsync(webhook.Path + "/replay", new { from = began.ToOffset(TimeSpan.FromHours(7)), undeliveredOnly = true }, Key())).Body.GetProperty("queued").GetInt32(), Is.EqualTo(1));
        await CaughtAsync(2);
        (await Demo.PostAsync(webhook.Path + "/replay", new { from = began, until = began.AddHours(-1) }, Key())).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "until");
        foreach (var unsaid in new[] { "2026-11-24", "2026-11-24T08:00:00", "2026-11-24T08:00:00+7", "kemarin" })
        {
            (await Demo.PostAsync(webhook.Path + "/replay", new { from = unsaid }, Key())).IsProblem(HttpStatusCode.BadRequest, "wrong_type", "from");
        }
    }

    private static async Task<(Guid, int)[]> FeedOfAsync(Machine machine)
    {
        var answer = await machine.GetAsync(Events + "?pageSize=100");
        answer.HasStatus(HttpStatusCode.OK);
        return [.. answer.Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("data")).Select(data => (data.GetProperty("reportId").GetGuid(), data.GetProperty("sequence").GetInt32()))];
    }
}
