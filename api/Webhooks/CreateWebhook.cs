using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Clients;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>A webhook to be made.</summary>
public sealed record NewWebhook : WebhookSettingsGiven
{
    /// <summary>The <c>client_id</c> of whom it is for; only an admin says so, a client's are its own.</summary>
    [MaxLength(ApiClient.ClientIdMax, ErrorMessage = "too_long")]
    public string? Client { get; init; }
}

public sealed record CreateWebhook(NewWebhook Webhook, Guid? IdempotencyKey) : IIdempotentCommand<WebhookWithSecret>;

internal sealed class CreateWebhookHandler(AppDb db, WebhookDirectory directory, WebhookVault vault, CurrentActor actor, TimeProvider time)
    : IRequestHandler<CreateWebhook, WebhookWithSecret>
{
    public async Task<WebhookWithSecret> Handle(CreateWebhook request, CancellationToken cancellationToken)
    {
        var (clientId, name) = await Owner(request.Webhook.Client, cancellationToken);
        if (await db.Webhooks.CountAsync(w => w.ClientId == clientId, cancellationToken) >= Webhook.MostOfClient)
        {
            throw new RuleViolation("too_many_webhooks", StatusCodes.Status409Conflict);
        }

        var (wish, now) = (await directory.Check(request.Webhook, enabled: true, cancellationToken), time.Now());
        var (webhook, secret) = Webhook.Create(clientId, wish, vault, now);
        db.Webhooks.Add(webhook);
        directory.Note(webhook, null, WebhookDirectory.Told(webhook));
        return new WebhookWithSecret(WebhookItem.Of(webhook, name, now), secret);
    }

    private async Task<(Guid Id, string Name)> Owner(string? named, CancellationToken ct)
    {
        if (actor.Value.Client is not { } self)
        {
            return named is null ? throw new RuleViolation("required", field: "client")
                : await Of(await db.ApiClients.Where(c => c.ClientId == named).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct) ?? throw new RuleViolation("unknown_client", field: "client"));
        }

        var own = await Of(self.Id);
        return named is null || named == own.Name ? own : throw new RuleViolation("unknown_client", field: "client");

        async Task<(Guid, string Name)> Of(Guid id) => (id, await db.ApiClients.Where(c => c.Id == id).Select(c => c.ClientId).SingleAsync(ct));
    }
}
