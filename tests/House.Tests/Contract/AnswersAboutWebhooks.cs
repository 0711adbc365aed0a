using Microsoft.EntityFrameworkCore;

namespace KediriLapor.House.Tests.Contract;

/// <summary>The part of the walk about programs that are told what happens.</summary>
public sealed partial class AnswersTests
{
    private async Task Webhooks(Person admin)
    {
        const string Hooks = "webhooks";
        var client = await people.Client(between: watch.Handler());
        var (wanted, key, unfit) = (new { url = Given.WebhookUrl }, ("Idempotency-Key", Guid.CreateVersion7().ToString()), new { karangan = 1 });
        using var answer = await client.Send("POST", Hooks, wanted, key);
        var made = (await Person.Read(answer))["webhook"]!["id"]!.GetValue<string>();
        var (own, absent, first, stale) = ($"{Hooks}/{made}", $"{Hooks}/{Guid.Empty}", ("If-Match", "\"1\""), ("If-Match", "\"99\""));
        await Walk(
            client.Send("POST", Hooks, wanted, key), client.Send("POST", Hooks, unfit, key), client.Send("POST", Hooks, new { url = "bukan alamat" }, ("Idempotency-Key", Guid.CreateVersion7().ToString())),
            client.Get(Hooks + "?pageSize=1"), client.Get(own), client.Get(absent), admin.Get(own),
            client.Send("PUT", own, wanted), client.Send("PUT", own, wanted, stale), client.Send("PUT", own, unfit, first), client.Send("PUT", absent, wanted, first),
            client.Send("PUT", own, new { url = Given.WebhookUrl, events = new[] { "karangan" } }, first),
            client.Send("POST", own + "/secrets", new { }), client.Send("POST", own + "/secrets", new { }, stale), client.Send("POST", own + "/secrets", unfit, first),
            client.Send("POST", absent + "/secrets", new { }, first),
            client.Send("DELETE", own), client.Send("DELETE", own, null, stale), client.Send("DELETE", own, null, ("If-Match", "*")), client.Send("DELETE", absent, null, first));
        await Walk(client.Send("PUT", own, wanted, first));
        await Walk(client.Send("POST", own + "/secrets", new { overlapHours = 1 }, ("If-Match", "\"2\"")));

        var from = TimeProvider.System.GetUtcNow().AddDays(-1);
        using var ping = await client.Send("POST", own + "/ping", null, Given.Key);
        var delivery = $"{own}/deliveries/{(await Person.Read(ping))["id"]!.GetValue<string>()}";
        Assert.That(
            async () =>
            {
                using var shown = await client.Get(delivery);
                return (await Person.Read(shown))["delivery"]!["state"]!.GetValue<string>();
            },
            Is.EqualTo("dead").After(20).Seconds.PollEvery(100).MilliSeconds);
        await Walk(
            client.Send("POST", absent + "/ping", null, Given.Key), client.Get(own + "/deliveries?pageSize=1"), client.Get(own + "/deliveries?state=karangan"), client.Get(absent + "/deliveries"),
            client.Get($"{own}/deliveries/{Guid.Empty}"), client.Send("POST", delivery + "/replay", null, Given.Key), client.Send("POST", $"{own}/deliveries/{Guid.Empty}/replay", null, Given.Key),
            client.Send("POST", own + "/replay", new { from }, Given.Key), client.Send("POST", own + "/replay", unfit, Given.Key), client.Send("POST", absent + "/replay", new { from }, Given.Key),
            client.Send("POST", own + "/replay", new { from, until = from.AddDays(-1) }, Given.Key),
            client.Get("events?pageSize=1"), client.Get("events?after=karangan"), client.Get($"events?webhook={Guid.Empty}"));
        await people.Api.InDatabaseAsync(db => db.Webhooks.ExecuteUpdateAsync(row => row.SetProperty(w => w.State, KediriLapor.Webhooks.WebhookState.Disabled)));
        await Walk(client.Send("POST", own + "/replay", new { from }, Given.Key), client.Send("POST", delivery + "/replay", null, Given.Key));
        var twice = Given.Key;
        await Walk(
            client.Send("POST", own + "/ping", null, ("Idempotency-Key", "1")), client.Send("POST", own + "/replay", new { from }, ("Idempotency-Key", "1")),
            client.Send("POST", delivery + "/replay", null, ("Idempotency-Key", "1")), client.Send("POST", own + "/ping"),
            client.Send("POST", own + "/ping", null, twice));
        await Walk(
            client.Send("POST", own + "/ping", null, twice), client.Send("POST", absent + "/ping", null, twice), client.Send("POST", own + "/replay", new { from }, twice),
            client.Send("POST", delivery + "/replay", null, twice));
        await Walk(client.Send("DELETE", own, null, ("If-Match", "\"3\"")));
    }
}
