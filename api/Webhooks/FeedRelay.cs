using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>
/// Brings what was committed to the history into the one order of the feed, and puts it on its way to the webhooks that are to hear it. One instance at a
/// time writes, whichever holds the position; where it stops, any other goes on. No request waits for it or writes a row for it.
/// </summary>
internal sealed class FeedRelay(IServiceScopeFactory scopes, TimeProvider time, ILogger<FeedRelay> log) : Relay(Pause, log)
{
    private const int Batch = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>How far back is looked when snapshots do not help.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    protected override async Task<int> CarryBatch(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<AppDb>(), time.Now());
        // looked first and locked then: a lock is a write, and most of the time nothing has happened
        if (await db.WebhookFeed.AsNoTracking().SingleAsync(ct) is var known && (await ReadSince(db, known, ct)).Rows.Count == 0)
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.WebhookFeed.FromSql($"SELECT * FROM webhook_feed FOR UPDATE SKIP LOCKED").SingleOrDefaultAsync(ct) is not { } position)
        {
            return 0;
        }

        var (until, rows) = await ReadSince(db, position, ct);
        if (rows.Count == 0)
        {
            return 0;
        }

        var first = position.LastId;
        foreach (var (reportId, sequence, at) in rows.Take(Batch))
        {
            db.WebhookEvents.Add(new FeedEvent { Id = ++position.LastId, ReportId = reportId, Sequence = sequence, At = at });
        }

        // the rest of what this snapshot shows is read next time: what is in the feed already is not read again
        position.Seen = rows.Count > Batch ? position.Seen : until;
        position.At = now;
        await db.SaveChangesAsync(ct);

        var city = scope.ServiceProvider.GetRequiredService<CityWatch>().Current;
        if (await Receivers.Listening(db, now, ct) is { Count: > 0 } receivers)
        {
            db.Deliveries.AddRange(
                from happened in await Happened.Read(db, $"f.id > {first}", Batch, ct)
                from receiver in receivers
                where happened.IsWanted(receiver.Webhook.Wish) && happened.IsVisibleTo(receiver.Sight, city)
                select Delivery.Of(receiver.Webhook, happened, replayed: false, now));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return rows.Count;
    }

    /// <summary>
    /// What is new by the snapshot of the last reading (docs/decisions/0021), one row more than a batch. A snapshot from another server (a restored
    /// database) tells nothing here: then what happened lately and is not in the feed is new.
    /// </summary>
    private static async Task<(string Until, List<(Guid ReportId, int Sequence, DateTimeOffset At)> Rows)> ReadSince(AppDb db, FeedPosition position, CancellationToken ct)
    {
        var (seen, lately) = (position.Seen, position.At - Overlap);
        Sql fresh = $"""
            SELECT s.now::text, e.report_id, e.sequence, e.at
            FROM (SELECT pg_current_snapshot() AS now, ({seen}::text)::pg_snapshot AS seen) AS s
            JOIN report_events AS e
              ON e.recorded_in >= pg_snapshot_xmin(({seen}::text)::pg_snapshot) AND NOT pg_visible_in_snapshot(e.recorded_in, s.seen) AND pg_visible_in_snapshot(e.recorded_in, s.now)
            WHERE NOT EXISTS (SELECT FROM webhook_events AS f WHERE f.report_id = e.report_id AND f.sequence = e.sequence)
            ORDER BY e.recorded_in, e.report_id, e.sequence
            """;
        Sql strange = $"""
            SELECT pg_current_snapshot()::text, e.report_id, e.sequence, e.at
            FROM report_events AS e
            WHERE e.at >= {lately} AND pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(({seen}::text)::pg_snapshot)
              AND NOT EXISTS (SELECT FROM webhook_events AS f WHERE f.report_id = e.report_id AND f.sequence = e.sequence)
            ORDER BY e.at, e.report_id, e.sequence
            """;
        await using var answers = await db.Read(ct, fresh.Add(Sql.Limit(Batch + 1)), strange.Add(Sql.Limit(Batch + 1)));
        var rows = await answers.All(Of, ct);
        rows = rows.Count > 0 ? rows : await answers.All(Of, ct);
        return (rows.Count > 0 ? rows[^1].Until : seen, rows.ConvertAll(row => row.Event));

        static (string Until, (Guid, int, DateTimeOffset) Event) Of(Row row) => (row.Text(), (row.Value<Guid>(), row.Value<int>(), row.Value<DateTimeOffset>()));
    }
}
