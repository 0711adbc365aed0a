using Npgsql;

namespace KediriLapor.Live;

/// <summary>Reads what was committed since a snapshot, and the snapshot of that reading, by one statement.</summary>
internal sealed class EventReader(NpgsqlDataSource dataSource)
{
    /// <summary>More at once is not told one by one.</summary>
    private const int Most = 500;

    /// <remarks>
    /// A row's transaction must be visible to this reading too: the numbers of a database that was restored from a dump come from another
    /// server, and may lie in the future of this one.
    /// </remarks>
    private const string Since = """
        SELECT s.now::text, pg_snapshot_xmax(s.now) < pg_snapshot_xmax(s.seen), e.topic, e.id, e.sequence, former.agency_code, former.service_code
        FROM (SELECT pg_current_snapshot() AS now, ($1::text)::pg_snapshot AS seen) s
        LEFT JOIN LATERAL (
            (SELECT 'Report' AS topic, recorded_in, report_id AS id, sequence FROM report_events
             WHERE recorded_in >= pg_snapshot_xmin(($1::text)::pg_snapshot) AND NOT pg_visible_in_snapshot(recorded_in, s.seen)
               AND pg_visible_in_snapshot(recorded_in, s.now)
             ORDER BY recorded_in, report_id, sequence
             LIMIT $2)
            UNION ALL
            (SELECT 'Call', recorded_in, call_id, version FROM calls_history
             WHERE recorded_in >= pg_snapshot_xmin(($1::text)::pg_snapshot) AND NOT pg_visible_in_snapshot(recorded_in, s.seen)
               AND pg_visible_in_snapshot(recorded_in, s.now)
             ORDER BY recorded_in, call_id, version
             LIMIT $2)
            UNION ALL
            (SELECT 'Dispatch', recorded_in, dispatch_id, version FROM dispatch_events
             WHERE recorded_in >= pg_snapshot_xmin(($1::text)::pg_snapshot) AND NOT pg_visible_in_snapshot(recorded_in, s.seen)
               AND pg_visible_in_snapshot(recorded_in, s.now)
             ORDER BY recorded_in, dispatch_id, version
             LIMIT $2)) e ON true
        LEFT JOIN report_events former ON e.topic = 'Report' AND former.report_id = e.id AND former.sequence = e.sequence - 1
        ORDER BY e.recorded_in, e.id, e.sequence
        """;

    public async Task<Snapshot> Now(CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand("SELECT pg_current_snapshot()::text");
        return new Snapshot((string)(await command.ExecuteScalarAsync(ct))!);
    }

    public async Task<Happenings> ReadSince(Snapshot seen, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(Since);
        command.Parameters.AddWithValue(seen.Text);
        command.Parameters.AddWithValue(Most + 1);
        await using var row = await command.ExecuteReaderAsync(ct);
        var (until, isStrange, rows) = (seen, false, new List<Happening>());
        while (await row.ReadAsync(ct))
        {
            (until, isStrange) = (new Snapshot(row.GetString(0)), row.GetBoolean(1));
            if (!row.IsDBNull(2))
            {
                rows.Add(new Happening(
                    Enum.Parse<Topic>(row.GetString(2)), row.GetGuid(3), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6)));
            }
        }

        return new Happenings(until, isStrange || rows.Count > Most ? null : rows);
    }
}
