using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>One delivery with its attempts.</summary>
public sealed record ShowDelivery(Guid WebhookId, Guid Id) : IQuery<DeliveryDetail>;

public sealed record DeliveryDetail(DeliveryItem Delivery, IReadOnlyList<AttemptItem> Attempts);

/// <summary>What was sent and what came back, as far as heads tell; the body that was sent is the event's in <c>GET /events</c>.</summary>
/// <param name="Status">Null without an answer.</param>
/// <param name="ResponseBody">Its beginning, at most 1,024 characters.</param>
/// <param name="Error">Null when it was taken.</param>
public sealed record AttemptItem(
    int Number, DateTimeOffset At, int Milliseconds, IReadOnlyDictionary<string, string> RequestHeaders, int? Status, IReadOnlyDictionary<string, string> ResponseHeaders, string? ResponseBody,
    string? Error);

internal sealed class ShowDeliveryHandler(AppDb db, WebhookDirectory directory) : IRequestHandler<ShowDelivery, DeliveryDetail>
{
    public async Task<DeliveryDetail> Handle(ShowDelivery request, CancellationToken cancellationToken)
    {
        var webhook = await directory.Find(request.WebhookId, cancellationToken);
        var delivery = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.Id && d.WebhookId == webhook.Id, cancellationToken) ?? throw RuleViolation.NotFound();
        var attempts = await db.DeliveryAttempts.AsNoTracking().Where(a => a.DeliveryId == delivery.Id).OrderBy(a => a.Number).ToListAsync(cancellationToken);
        return new DeliveryDetail(
            DeliveryItem.Of(delivery),
            [.. attempts.Select(a => new AttemptItem(a.Number, a.At, a.Milliseconds, a.RequestHeaders, a.Status, a.ResponseHeaders, a.ResponseBody, a.Error))]);
    }
}
