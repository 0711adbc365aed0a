using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using Npgsql;

namespace KediriLapor.Api.Tests.Webhooks;

/// <summary>What becomes of a delivery that is not taken, and of a webhook that takes none.</summary>
public sealed class RetryTests : WebhookStory
{
    [Test]
    public async Task A_receiver_is_tried_again_at_a_growing_pace_until_it_takes_and_never_again_once_it_is_gone()
    {
        foreach (var says in new ReceiverSays[] { new(500, Body: "rusak"), new(500), new(429, RetryAfter: 1800), new(0, Hangs: true), new(200) })
        {
            Receiver.Plan.Enqueue(says);
        }

        await Api.ExecuteAsync("UPDATE accounts SET email = 'admin@kota.contoh.id' WHERE user_name = 'admin'");
        var webhook = await MakeAsync(wanted: new { url = Receiver.Url, events = new[] { "report.submitted" } });
        await Given.ReportAsync();
        var (gaps, sent) = (new List<double>(), new List<string>());
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            var failed = await TriedAsync(webhook, attempt);
            Assert.That((failed.Value("state"), failed.GetProperty("attempts").GetInt32()), Is.EqualTo(("pending", attempt)));
            var next = failed.GetProperty("nextAttemptAt").GetDateTimeOffset();
            gaps.Add((next - Clock.GetUtcNow()).TotalSeconds);
            sent.Add(Receiver.Caught[^1].Headers["webhook-timestamp"]);
            Clock.SetUtcNow(next);
            await Demo.SignedIn();
        }

        var taken = await TriedAsync(webhook, 5);
        Assert.That(taken.Value("state"), Is.EqualTo("delivered"));
        Assert.Multiple(() =>
        {
            Assert.That(gaps[0], Is.EqualTo(5).Within(20).Percent);
            Assert.That(gaps[1], Is.EqualTo(20).Within(20).Percent);
            Assert.That(gaps[2], Is.EqualTo(1800), "as long as it asks");
            Assert.That(gaps[3], Is.EqualTo(320).Within(20).Percent);
        });
        Assert.That(Receiver.Caught.Select(one => one.Id).Distinct().Single(), Is.EqualTo(taken.Value("messageId")));
        Assert.That(sent.Distinct().Count(), Is.EqualTo(4), "each attempt at its own time");
        Assert.That(Receiver.Caught[^1].IsSignedBy(webhook.Secret, Clock.GetUtcNow()));
        var attempts = await webhook.AttemptsAsync(taken);
        Assert.That(attempts.Select(one => one.Value("status")), Is.EqualTo(new[] { "500", "500", "429", null, "200" }));
        Assert.That(attempts[0].Value("responseBody"), Is.EqualTo("rusak"));
        Assert.That(attempts[2].GetProperty("responseHeaders").GetProperty("Retry-After").GetString(), Is.EqualTo("1800"));
        Assert.That(attempts[3].Value("error"), Is.EqualTo("no answer in time"));
        Assert.That(attempts[3].GetProperty("milliseconds").GetInt32(), Is.InRange(9_500, 20_000));
        Assert.That(attempts[4].GetProperty("requestHeaders").GetProperty("webhook-id").GetString(), Is.EqualTo(taken.Value("messageId")));

        Receiver.Otherwise = _ => new ReceiverSays(410);
        await Given.ReportAsync();
        var gone = await Eventually.SeeAsync(webhook.ShownAsync, shown => shown.Value("state") == "disabled");
        Assert.That((gone.Value("state"), gone.Value("disabledBecause")), Is.EqualTo(("disabled", "gone")));
        Assert.That((await webhook.DeliveriesAsync())[0].Value("state"), Is.EqualTo("dead"));
        // nobody is named for it
        await NoticedAsync("admin@kota.contoh.id");
        Assert.That(Mail.To("admin@kota.contoh.id").Single().Text, Does.Contain("410").And.Contain(webhook.Id.ToString()));

        await Given.ReportAsync();
        await FeedIsReadAsync();
        Assert.That(await webhook.DeliveriesAsync(), Has.Length.EqualTo(2), "nothing new is put on its way");
    }

    [Test]
    public async Task What_nobody_takes_for_three_days_is_dead_and_its_webhook_is_disabled_with_notice_until_it_is_mended()
    {
        Receiver.Otherwise = _ => new ReceiverSays(500);
        var webhook = await MakeAsync(wanted: new { url = Receiver.Url, events = new[] { "report.submitted" }, noticeEmail = "teknis@klien.contoh.id" });
        await Given.ReportAsync();
        var (began, attempts) = (Clock.GetUtcNow(), 0);
        var delivery = default(JsonElement);
        do
        {
            attempts++;
            delivery = await TriedAsync(webhook, attempts);
            if (delivery.Value("state") == "pending")
            {
                Clock.SetUtcNow(delivery.GetProperty("nextAttemptAt").GetDateTimeOffset());
                await Demo.SignedIn();
            }
        }
        while (delivery.Value("state") == "pending" && attempts < 30);

        Assert.That(delivery.Value("state"), Is.EqualTo("dead"));
        Assert.That(attempts, Is.InRange(12, 16));
        Assert.That(Clock.GetUtcNow() - began, Is.EqualTo(TimeSpan.FromDays(3)));
        var shown = await webhook.ShownAsync();
        Assert.That((shown.Value("state"), shown.Value("disabledBecause")), Is.EqualTo(("disabled", "failing")));
        await NoticedAsync("teknis@klien.contoh.id");
        (await Demo.PostAsync($"{webhook.Path}/replay", new { from = began }, Key())).IsProblem(HttpStatusCode.Conflict, "webhook_disabled");
        (await Demo.PostAsync($"{webhook.Path}/deliveries/{delivery.GetProperty("id").GetGuid()}/replay", new { }, Key())).IsProblem(HttpStatusCode.Conflict, "webhook_disabled");

        Receiver.Otherwise = _ => new ReceiverSays(204);
        await Given.ReportAsync();
        await FeedIsReadAsync();
        var enabled = await webhook.ChangedAsync(shown.GetProperty("version").GetInt32(), new { url = Receiver.Url, events = new[] { "report.submitted" } });
        Assert.That((enabled.Value("state"), enabled.Value("disabledBecause"), enabled.Value("failingSince")), Is.EqualTo(("active", (string?)null, (string?)null)));
        var replayed = await Demo.PostAsync($"{webhook.Path}/replay", new { from = began, undeliveredOnly = true }, Key());
        Assert.That((replayed.Status, replayed.Body.GetProperty("queued").GetInt32()), Is.EqualTo((HttpStatusCode.Accepted, 2)), replayed.Text);
        var states = await Eventually.SeeAsync(webhook.DeliveriesAsync, all => all.Count(one => one.Value("state") == "delivered") == 2);
        Assert.That(states.Select(one => (one.Value("state"), one.Value("replayed"))), Is.EqualTo(new[] { ("delivered", "true"), ("delivered", "true"), ("dead", "false") }));
    }

    [Test]
    public async Task Of_one_report_nothing_overtakes_what_has_not_arrived_and_other_reports_go_on()
    {
        Receiver.Plan.Enqueue(new ReceiverSays(500));
        var webhook = await MakeAsync();
        var stuck = await Given.ReportAsync();
        await Eventually.SeeAsync(() => Api.CountAsync("webhook_attempts"), count => count == 1);
        var other = await Given.ReportAsync();
        await Eventually.SeeAsync(webhook.DeliveriesAsync, all => all.Count(one => one.Value("state") == "delivered") == 2);
        Assert.That(Receiver.Caught.Select(one => (one.Report, one.Sequence)), Is.EqualTo(new[] { (stuck.Id, 1), (other.Id, 1), (other.Id, 2) }));

        Clock.Advance(TimeSpan.FromSeconds(10));
        await CaughtAsync(5);
        Assert.That(Receiver.Caught.Where(one => one.Report == stuck.Id).Select(one => one.Sequence), Is.EqualTo(new[] { 1, 1, 2 }));
    }

    [Test]
    public async Task What_is_put_on_its_way_while_a_webhook_is_given_up_does_not_wait_there_for_ever()
    {
        var webhook = await MakeAsync(wanted: new { url = Receiver.Url, events = new[] { "report.submitted" } });
        await Given.ReportAsync();
        await CaughtAsync(1);
        await AllIsTakenAsync();
        var sent = (await webhook.DeliveriesAsync()).Single().GetProperty("id").GetGuid();

        await using var session = new NpgsqlConnection(Api.Database);
        await session.OpenAsync();
        await using var transaction = await session.BeginTransactionAsync();
        // as an attempt does that was answered 410, before it commits: it ends what it sees, and what comes then it does not see
        await using (var givingUp = new NpgsqlCommand($"UPDATE webhooks SET state = 'Disabled', trouble = 'Gone', disabled_at = now(), version = version + 1 WHERE id = '{webhook.Id}'", session))
        {
            await givingUp.ExecuteNonQueryAsync();
        }

        await Given.ReportAsync();
        var replays = Task.WhenAll(
            Demo.PostAsync($"{webhook.Path}/replay", new { from = Given.WorkingMorning }, Key()),
            Demo.PostAsync($"{webhook.Path}/deliveries/{sent}/replay", new { }, Key()));
        await Eventually.SeeAsync(() => Api.CountAsync("pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"), waiting => waiting >= 2);
        await transaction.CommitAsync();

        foreach (var replay in await replays)
        {
            replay.IsProblem(HttpStatusCode.Conflict, "webhook_disabled");
        }

        await FeedIsReadAsync();
        Assert.That(await webhook.DeliveriesAsync(), Has.Length.EqualTo(1));
    }

    /// <summary>The only delivery, once this many attempts are written down.</summary>
    private async Task<JsonElement> TriedAsync(Made webhook, int attempts)
    {
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("webhook_attempts"), count => count == attempts), Is.EqualTo(attempts));
        return (await webhook.DeliveriesAsync()).Single();
    }

    private async Task NoticedAsync(string address) =>
        Assert.That(await Eventually.SeeAsync(() => Task.FromResult(Mail.To(address).Length), count => count == 1), Is.EqualTo(1));
}
