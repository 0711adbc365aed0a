using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using KediriLapor.Accounts;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;

namespace KediriLapor.Live;

/// <summary>
/// The data of a server-sent event. <c>ready</c>: from here on nothing is missed. <c>report</c>: this report now has this version.
/// <c>gone</c>: it is out of sight. <c>reset</c>: more happened than is told, read everything again. <c>beat</c>: still here.
/// </summary>
public sealed record LiveEvent(Guid? Id = null, int? Version = null);

/// <summary>Who listens, since when, until when.</summary>
/// <param name="ReportId">Null: to everything the actor may see.</param>
/// <param name="Seen">Where an interrupted stream goes on.</param>
/// <param name="EndsAt">When the session ends unless it is used, or the token does.</param>
internal sealed record Listener(Actor Actor, AskAgain Again, Guid? ReportId, Snapshot? Seen, DateTimeOffset EndsAt);

internal sealed class LiveStream(IServiceScopeFactory scopes, EventReader events, CityWatch watch, TimeProvider time)
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
                    if (item is { EventType: "gone" } && listener.ReportId is not null)
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
    private async IAsyncEnumerable<SseItem<LiveEvent>> Tell(Happenings happenings, Actor actor, Listener listener, [EnumeratorCancellation] CancellationToken ct)
    {
        if (happenings.Rows is not { } rows)
        {
            yield return Item("reset", new LiveEvent(), happenings.Until);
            yield break;
        }

        var wanted = listener.ReportId is { } one ? [.. rows.Where(row => row.ReportId == one)] : rows;
        if (wanted.Count == 0)
        {
            yield break;
        }

        var (visible, city) = (await happenings.VisibleTo(actor, scopes).WaitAsync(ct), watch.Current);
        SseItem<LiveEvent>[] items =
        [
            .. wanted.Where(row => visible.Contains(row.ReportId)).Select(row => Item("report", new LiveEvent(row.ReportId, row.Version))),
            .. wanted.Where(row => !visible.Contains(row.ReportId) && (listener.ReportId is not null || Happenings.WasVisible(row, actor, city)))
                .Select(row => row.ReportId).Distinct().Select(id => Item("gone", new LiveEvent(id))),
        ];
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
        return actor?.May(Permission.ReadReports) == true ? actor : null;
    }

    private static SseItem<LiveEvent> Item(string type, LiveEvent data, Snapshot? until = null) => new(data, type) { EventId = until?.Text };
}
