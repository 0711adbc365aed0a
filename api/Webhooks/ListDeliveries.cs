using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>What was sent to a webhook, newest first; what is finished stays for <see cref="SweepDeliveries.Kept"/>.</summary>
public sealed record ListDeliveries(Guid WebhookId, DeliveryState[] State, int PageSize, string? After) : IQuery<Page<DeliveryItem>>;

/// <param name="MessageId">The <c>webhook-id</c>; of an event it is its <c>id</c> in <c>GET /events</c>.</param>
/// <param name="NextAttemptAt">Null once it is finished.</param>
/// <param name="LastStatus">Null where there was no answer.</param>
/// <param name="LastError">Why it has not arrived, in English.</param>
public sealed record DeliveryItem(
    Guid Id, string MessageId, string Type, DeliveryState State, bool Replayed, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset? NextAttemptAt, DateTimeOffset? FinishedAt, int? LastStatus,
    string? LastError)
{
    internal static DeliveryItem Of(Delivery delivery) => new(
        delivery.Id, delivery.MessageId, delivery.Type, delivery.State, delivery.Replayed, delivery.CreatedAt, delivery.Attempts,
        delivery.State == DeliveryState.Pending ? delivery.DueAt : null, delivery.FinishedAt, delivery.LastStatus, delivery.LastError);
}

internal sealed class ListDeliveriesHandler(AppDb db, WebhookDirectory directory) : IRequestHandler<ListDeliveries, Page<DeliveryItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<DeliveryItem>> Handle(ListDeliveries request, CancellationToken cancellationToken)
    {
        var webhook = await directory.Find(request.WebhookId, cancellationToken);
        var deliveries = db.Deliveries.AsNoTracking().Where(d => d.WebhookId == webhook.Id);
        deliveries = request.State is { Length: > 0 } states ? deliveries.Where(d => states.Contains(d.State)) : deliveries;
        deliveries = Cursor.Read<Key>(request.After) is { } after ? deliveries.Where(d => d.Id < after.Id) : deliveries;
        var rows = await deliveries.OrderByDescending(d => d.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, DeliveryItem.Of, delivery => new Key(delivery.Id));
    }
}
