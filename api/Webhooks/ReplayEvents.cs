using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>Which events a webhook is to be told again.</summary>
public sealed record EventRange
{
    /// <summary>Of what happened then or later.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>And before this; null for up to now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only what this webhook has not taken yet.</summary>
    public bool UndeliveredOnly { get; init; }

    /// <summary>Where the answer before this one said that it goes on.</summary>
    public string? After { get; init; }
}

/// <summary>Sends again what happened in a span of time and fits the webhook as it is now, whether or not it was sent before.</summary>
public sealed record ReplayEvents(Guid WebhookId, EventRange Range, Guid? IdempotencyKey) : IIdempotentCommand<ReplayedEvents>, ITakesTurns
{
    string ITakesTurns.Turn => WebhookDirectory.TurnOf(WebhookId);
}

/// <param name="Queued">Deliveries that are on their way now.</param>
/// <param name="Next">The <c>after</c> to go on with; null when the span is done.</param>
public sealed record ReplayedEvents(int Queued, string? Next);

internal sealed class ReplayEventsHandler(AppDb db, WebhookDirectory directory, CityWatch watch, TimeProvider time) : IRequestHandler<ReplayEvents, ReplayedEvents>
{
    /// <summary>Events that one request looks at.</summary>
    private const int Most = 1000;

    public async Task<ReplayedEvents> Handle(ReplayEvents request, CancellationToken cancellationToken)
    {
        var (range, city, now) = (request.Range, watch.Current, time.Now());
        var after = FeedEvent.Parse(range.After, "after");
        var webhook = await directory.ToReplay(request.WebhookId, cancellationToken);
        if (range.Until < range.From)
        {
            throw new RuleViolation("out_of_range", field: "until");
        }

        var client = await db.ApiClients.AsNoTracking().SingleAsync(c => c.Id == webhook.ClientId, cancellationToken);
        Sql span = $"f.id > {after} AND f.at >= {range.From.ToUniversalTime()}";
        if (range.Until is { } until)
        {
            span.And($"f.at < {until.ToUniversalTime()}");
        }

        var found = await Happened.Read(db, span, Most + 1, cancellationToken);
        var told = found.Take(Most).Where(happened => happened.IsWanted(webhook.Wish) && Receivers.SightOf(client, now) is { } sight && happened.IsVisibleTo(sight, city)).ToArray();
        var taken = range.UndeliveredOnly ? await Taken(webhook.Id, [.. told.Select(happened => happened.Id)], cancellationToken) : [];
        Delivery[] again = [.. told.Where(happened => !taken.Contains(happened.Id)).Select(happened => Delivery.Of(webhook, happened, replayed: true, now))];
        db.Deliveries.AddRange(again);
        return new ReplayedEvents(again.Length, found.Count > Most ? FeedEvent.NameOf(found[Most - 1].Id) : null);
    }

    /// <summary>Or is about to take.</summary>
    private async Task<HashSet<long>> Taken(Guid webhookId, long[] ids, CancellationToken ct) => [.. await db.Deliveries
        .Where(d => d.WebhookId == webhookId && ids.Contains(d.EventId!.Value) && (d.State == DeliveryState.Delivered || d.State == DeliveryState.Pending))
        .Select(d => d.EventId!.Value).ToListAsync(ct)];
}
