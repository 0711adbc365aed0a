using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>Sends one delivery again, under the same <c>webhook-id</c>, with attempts of its own.</summary>
public sealed record ReplayDelivery(Guid WebhookId, Guid Id, Guid? IdempotencyKey) : IIdempotentCommand<DeliveryItem>, ITakesTurns
{
    string ITakesTurns.Turn => WebhookDirectory.TurnOf(WebhookId);
}

internal sealed class ReplayDeliveryHandler(AppDb db, WebhookDirectory directory, TimeProvider time) : IRequestHandler<ReplayDelivery, DeliveryItem>
{
    public async Task<DeliveryItem> Handle(ReplayDelivery request, CancellationToken cancellationToken)
    {
        var webhook = await directory.ToReplay(request.WebhookId, cancellationToken);
        var delivery = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.Id && d.WebhookId == webhook.Id, cancellationToken) ?? throw RuleViolation.NotFound();
        if (delivery.State == DeliveryState.Pending)
        {
            throw new RuleViolation("delivery_pending", StatusCodes.Status409Conflict);
        }

        var again = delivery.Again(time.Now());
        db.Deliveries.Add(again);
        return DeliveryItem.Of(again);
    }
}
