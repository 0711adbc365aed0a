using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>What a client's webhooks tell, oldest first: a receiver that missed something reads on from the last event it has.</summary>
/// <param name="Webhook">What this one of the client's webhooks tells; narrows further.</param>
/// <param name="After">The id of an event, or a <c>next</c>; null for from the beginning.</param>
public sealed record ListEvents(Guid? Webhook, string[] Type, string[] Agency, string[] Service, int PageSize, string? After) : IQuery<Page<EventItem>>;

internal sealed class ListEventsHandler(AppDb db, WebhookDirectory directory, CityWatch watch, CurrentActor actor) : IRequestHandler<ListEvents, Page<EventItem>>
{
    /// <summary>Events looked at by one statement, and by one request: who may see few of very many is answered in short pages.</summary>
    private const int Batch = 500;

    private const int Most = 5000;

    public async Task<Page<EventItem>> Handle(ListEvents request, CancellationToken cancellationToken)
    {
        var (city, client, wishes) = (watch.Current, actor.Value.Client!, new List<Wish> { new(OrAll(request.Type), OrAll(request.Agency), OrAll(request.Service)) });
        if (request.Webhook is { } id)
        {
            wishes.Add((await directory.Find(id, cancellationToken)).Wish);
        }

        if (request.Type.FirstOrDefault(type => !EventTypes.All.Contains(type)) is not null)
        {
            throw new RuleViolation("unknown_value", StatusCodes.Status400BadRequest, "type").With("allowed", EventTypes.All);
        }

        var sight = Sight.Of(client.Scopes, await db.ApiClients.Where(c => c.Id == client.Id).Select(c => c.Agencies).SingleAsync(cancellationToken));
        var (position, told) = (FeedEvent.Parse(request.After, "after"), new List<Happened>());
        for (var looked = 0; looked < Most; looked += Batch)
        {
            var found = await Happened.Read(db, $"f.id > {position}", Batch, cancellationToken);
            told.AddRange(found.Where(happened => wishes.TrueForAll(happened.IsWanted) && happened.IsVisibleTo(sight, city)));
            if (told.Count > request.PageSize)
            {
                return Of(told.Take(request.PageSize), told[request.PageSize - 1].Id);
            }

            if (found.Count < Batch)
            {
                return Of(told, null);
            }

            position = found[^1].Id;
        }

        return Of(told, position);

        Page<EventItem> Of(IEnumerable<Happened> page, long? next) => new([.. page.Select(happened => happened.Told(city))], next is { } last ? FeedEvent.NameOf(last) : null);
    }

    private static string[]? OrAll(string[] values) => values.Length == 0 ? null : values;
}
