using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>The webhooks that the asker manages, newest first.</summary>
/// <param name="Client">Those of one <c>client_id</c>.</param>
public sealed record ListWebhooks(string? Client, int PageSize, string? After) : IQuery<Page<WebhookItem>>;

internal sealed class ListWebhooksHandler(AppDb db, WebhookDirectory directory, TimeProvider time) : IRequestHandler<ListWebhooks, Page<WebhookItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<WebhookItem>> Handle(ListWebhooks request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var webhooks = directory.Managed.AsNoTracking().Include(w => w.Secrets).Join(db.ApiClients, w => w.ClientId, c => c.Id, (w, c) => new { Webhook = w, Client = c.ClientId });
        webhooks = request.Client is { } client ? webhooks.Where(one => one.Client == client) : webhooks;
        webhooks = Cursor.Read<Key>(request.After) is { } after ? webhooks.Where(one => one.Webhook.Id < after.Id) : webhooks;
        var rows = await webhooks.OrderByDescending(one => one.Webhook.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, one => WebhookItem.Of(one.Webhook, one.Client, now), one => new Key(one.Webhook.Id));
    }
}
