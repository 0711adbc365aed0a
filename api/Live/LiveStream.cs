using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using KediriLapor.Accounts;
using KediriLapor.Platform;

namespace KediriLapor.Live;

/// <summary>
/// The data of a server-sent event. <c>ready</c>: from here on nothing is missed. <c>report</c>: this report now has this version.
/// <c>call</c>, <c>dispatch</c>: so has this call, this emergency. <c>gone</c>: it is out of sight. <c>reset</c>: more happened than is told, read everything again. <c>beat</c>: still here.
/// </summary>
public sealed record LiveEvent(Guid? Id = null, int? Version = null);

/// <summary>What one listener is told of what happened.</summary>
internal sealed record News(string Type, LiveEvent Data);

/// <summary>Picks it, as the actor may see it now.</summary>
/// <param name="happened">With rows.</param>
internal delegate Task<IReadOnlyList<News>> PickNews(Happenings happened, Actor actor, CancellationToken ct);

/// <summary>Who listens to what, since when, until when.</summary>
/// <param name="StillMay">Asked again and again while the stream is open.</param>
/// <param name="EndsWhenGone">It is about one thing, and over when that is out of sight.</param>
/// <param name="Seen">Where an interrupted stream goes on.</param>
/// <param name="EndsAt">When the session ends unless it is used, or the token does.</param>
internal sealed record Listener(Actor Actor, AskAgain Again, PickNews Pick, Func<Actor, bool> StillMay, bool EndsWhenGone, Snapshot? Seen, DateTimeOffset EndsAt);

internal sealed class LiveStream(IServiceScopeFactory scopes, EventReader events, TimeProvider time)
{
    private const int BeatEvery = 5; // looks; proxies give a silent stream about a minute

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    public async IAsyncEnumerable<SseItem<LiveEvent>> Read(Listener listener, LiveStreams.Place place, [EnumeratorCancellation] CancellationToken ct)
    {
        var actor = listener.Actor;
        // the place is taken already: what is committed from here on waits there, what was committed before is read here
        var first = listener.Seen is { } seen ? await events.ReadSince(seen, ct) : new Happenings(await events.Now(ct), []);
        yield return Item("ready", new LiveEvent(), first.Rows is null or { Count: 0 } ? first.Until : null) with { ReconnectionInterval = Retry };
        await foreach (var item in Tell(first, actor, listener, ct))
        {
            yield return item;
        }

        var (looks, until) = (0, first.Until);
        await foreach (var happenings in place.ReadAll(ct))
        {
            if (place.HasLost())
            {
                yield return Item("reset", new LiveEvent());
            }

            if (happenings is not null)
            {
                until = happenings.Until;
                await foreach (var item in Tell(happenings, actor, listener, ct))
                {
                    yield return item;
                    if (item is { EventType: "gone" } && listener.EndsWhenGone)
                    {
                        yield break;
                    }
                }

                continue;
            }

            if (await StillMay(listener, ct) is not { } still)
            {
                yield break;
            }

            actor = still;
            if (++looks % BeatEvery == 0)
            {
                yield return Item("beat", new LiveEvent(), until); // so that resuming after a long calm is no long way back
            }
        }
    }

    /// <summary>The last of what belongs together carries the id, so that whoever was cut off in the midst hears all of it again.</summary>
    private static async IAsyncEnumerable<SseItem<LiveEvent>> Tell(Happenings happenings, Actor actor, Listener listener, [EnumeratorCancellation] CancellationToken ct)
    {
        if (happenings.Rows is not { } rows)
        {
            yield return Item("reset", new LiveEvent(), happenings.Until);
            yield break;
        }

        var items = rows.Count == 0 ? [] : (await listener.Pick(happenings, actor, ct)).Select(news => Item(news.Type, news.Data)).ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            yield return i == items.Length - 1 ? Item(items[i].EventType, items[i].Data, happenings.Until) : items[i];
        }
    }

    /// <returns>The actor as of now; null when the session or the token has ended or its right to read.</returns>
    private async Task<Actor?> StillMay(Listener listener, CancellationToken ct)
    {
        if (time.Now() >= listener.EndsAt)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var actor = await listener.Again(scope.ServiceProvider, ct);
        return actor is not null && listener.StillMay(actor) ? actor : null;
    }

    private static SseItem<LiveEvent> Item(string type, LiveEvent data, Snapshot? until = null) => new(data, type) { EventId = until?.Text };
}
