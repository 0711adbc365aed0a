using System.Security.Cryptography;
using System.Text.Json;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KediriLapor.Webhooks;

/// <summary>One attempt at one delivery, and what became of it: for the delivery, for its webhook, for the log.</summary>
internal sealed class SendDelivery(AppDb db, CityWatch watch, WebhookVault vault, WebhookSender sender, IOptions<JsonOptions> json, TimeProvider time)
{
    private sealed record PingBody(string Id, string Type, DateTimeOffset Timestamp, PingData Data);

    private sealed record PingData(Guid WebhookId);

    /// <param name="leased">As it was taken: its attempt is counted.</param>
    public async Task Send(Delivery leased, CancellationToken ct)
    {
        var known = await db.Webhooks.AsNoTracking().Include(w => w.Secrets).Join(db.ApiClients, w => w.ClientId, c => c.Id, (w, c) => new { Webhook = w, Client = c })
            .SingleOrDefaultAsync(one => one.Webhook.Id == leased.WebhookId, ct);
        if (known is null)
        {
            return;
        }

        var sight = Receivers.SightOf(known.Client, time.Now());
        if (sight is null || await Body(leased, sight, ct) is not { } body)
        {
            await Record(leased, null, sight is null ? "the client may have no webhooks" : "the client may not see it", ct);
            return;
        }

        await Record(leased, await Attempt(known.Webhook, new Message(leased.MessageId, body, []), ct), null, ct);
    }

    private async Task<Attempted> Attempt(Webhook webhook, Message message, CancellationToken ct)
    {
        var now = time.Now();
        try
        {
            var keys = webhook.Secrets.Where(secret => secret.Signs(now)).OrderByDescending(secret => secret.Number).Select(vault.Open).ToArray();
            return await sender.Send(webhook.Url, message with { Keys = keys }, ct);
        }
        catch (Exception lost) when (lost is CryptographicException or UriFormatException)
        {
            // a key ring that is gone: told in the log, and given up like everything that does not arrive
            return new Attempted(now, 0, [], null, [], null, new Failure($"not sent ({lost.GetType().Name})"));
        }
    }

    /// <summary>The same as in <c>GET /events</c>.</summary>
    /// <returns>Null when the client may not see it by now.</returns>
    private async Task<byte[]?> Body(Delivery delivery, Sight sight, CancellationToken ct)
    {
        var options = json.Value.SerializerOptions;
        if (delivery.EventId is not { } id)
        {
            return JsonSerializer.SerializeToUtf8Bytes(new PingBody(delivery.MessageId, EventTypes.Ping, delivery.CreatedAt, new PingData(delivery.WebhookId)), options);
        }

        var (happened, city) = ((await Happened.Read(db, $"f.id = {id}", 1, ct)).Single(), watch.Current);
        return happened.IsVisibleTo(sight, city) ? JsonSerializer.SerializeToUtf8Bytes(happened.Told(city), options) : null;
    }

    /// <param name="withheld">Why nothing was sent, where nothing was.</param>
    private async Task Record(Delivery leased, Attempted? attempt, string? withheld, CancellationToken ct)
    {
        var now = time.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // the webhook before its deliveries, always: whoever gives it up ends them all. Rows that name it may be written meanwhile
        var webhook = await db.Webhooks.FromSql($"SELECT * FROM webhooks WHERE id = {leased.WebhookId} FOR NO KEY UPDATE").SingleOrDefaultAsync(ct);
        var delivery = await db.Deliveries.FromSql($"SELECT * FROM webhook_deliveries WHERE id = {leased.Id} FOR UPDATE").SingleOrDefaultAsync(ct);
        // removed meanwhile, or the lease ran out and somebody else has it
        if (webhook is null || delivery is null || delivery.Attempts != leased.Attempts || delivery.State is DeliveryState.Delivered or DeliveryState.Withheld)
        {
            return;
        }

        if (attempt is null)
        {
            delivery.Withhold(withheld!, now);
        }
        else
        {
            Log(delivery, attempt);
            if (Judge(webhook, delivery, attempt, now))
            {
                await GiveUp(webhook, ct);
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <returns>Whether the webhook is given up now.</returns>
    private static bool Judge(Webhook webhook, Delivery delivery, Attempted attempt, DateTimeOffset now)
    {
        // a ping is a question, and says nothing of how deliveries go
        var (isPing, status) = (delivery.EventId is null, attempt.Status);
        if (attempt.Failure is not { } failure)
        {
            delivery.Delivered(status!.Value, now);
            if (!isPing)
            {
                webhook.Succeeded(now);
            }

            return false;
        }

        delivery.Failed(failure, now);
        if (attempt.Gone)
        {
            return webhook.Left(now);
        }

        var rest = failure.RetryAfter ?? (failure.OfTheReceiver && delivery.DueAt > now ? TimeSpan.FromTicks(Math.Min(Webhook.Rest.Ticks, (delivery.DueAt - now).Ticks)) : null);
        return !isPing && webhook.Failed(delivery.FirstAttemptAt!.Value, now + rest, now);
    }

    /// <summary>What is on its way there will not arrive: it can be replayed once somebody is there again.</summary>
    private Task<int> GiveUp(Webhook webhook, CancellationToken ct)
    {
        var now = webhook.DisabledAt;
        return db.Deliveries.Where(d => d.WebhookId == webhook.Id && d.State == DeliveryState.Pending && d.EventId != null).ExecuteUpdateAsync(
            row => row.SetProperty(d => d.State, DeliveryState.Dead).SetProperty(d => d.FinishedAt, now).SetProperty(d => d.LastError, "the webhook was disabled"), ct);
    }

    private void Log(Delivery delivery, Attempted attempt) => db.DeliveryAttempts.Add(new DeliveryAttempt
    {
        DeliveryId = delivery.Id,
        Number = delivery.Attempts,
        At = attempt.At,
        Milliseconds = attempt.Milliseconds,
        RequestHeaders = attempt.RequestHeaders,
        Status = attempt.Status,
        ResponseHeaders = attempt.ResponseHeaders,
        ResponseBody = attempt.ResponseBody,
        Error = attempt.Failure?.Why,
    });
}
