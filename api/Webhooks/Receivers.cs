using KediriLapor.Accounts;
using KediriLapor.Clients;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>A webhook that is to be told what happens, and what its client may see.</summary>
internal sealed record Receiver(Webhook Webhook, Sight Sight);

internal static class Receivers
{
    /// <returns>Null when the client is let in no more, or may have no webhooks.</returns>
    public static Sight? SightOf(ApiClient client, DateTimeOffset now) =>
        client.Disabled || client.ExpiresAt <= now || !client.Scopes.Contains(ClientScopes.ManageWebhooks) ? null : Sight.Of(client.Scopes, client.Agencies);

    /// <summary>Held until the transaction ends: who gives one of them up meanwhile waits, and then ends what was put on its way too.</summary>
    public static async Task<IReadOnlyList<Receiver>> Listening(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var active = await db.Webhooks.FromSql($"SELECT * FROM webhooks WHERE state = 'Active' FOR SHARE").AsNoTracking()
            .Join(db.ApiClients, w => w.ClientId, c => c.Id, (w, c) => new { Webhook = w, Client = c }).ToListAsync(ct);
        return [.. active.Select(one => (one.Webhook, Sight: SightOf(one.Client, now))).Where(one => one.Sight is not null).Select(one => new Receiver(one.Webhook, one.Sight!))];
    }
}
