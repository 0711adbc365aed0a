using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Webhooks;

/// <summary>Sends a <c>webhook.ping</c>, whatever state the webhook is in; it is tried once, and what came of it stands in the log.</summary>
public sealed record PingWebhook(Guid Id, Guid? IdempotencyKey) : IIdempotentCommand<DeliveryItem>;

internal sealed class PingWebhookHandler(AppDb db, WebhookDirectory directory, TimeProvider time) : IRequestHandler<PingWebhook, DeliveryItem>
{
    public async Task<DeliveryItem> Handle(PingWebhook request, CancellationToken cancellationToken)
    {
        var ping = Delivery.Ping(await directory.Find(request.Id, cancellationToken), time.Now());
        db.Deliveries.Add(ping);
        return DeliveryItem.Of(ping);
    }
}
