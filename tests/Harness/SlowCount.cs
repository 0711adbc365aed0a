using Npgsql;

namespace KediriLapor.Harness;

/// <summary>The figures of a group of reports, counted from the reports themselves in one statement that shares nothing with the program's own counting.</summary>
public sealed record SlowCount(
    string Key, int Received, int Merged, int Open, int OverdueOpen, int InTime, int Late, int Reopened, int Ratings, double? Stars, int Responses, double? ResponseMedianHours, int Resolutions,
    double? ResolutionMedianHours, double? ResolutionP90Hours)
{
    /// <param name="database">Of the program.</param>
    /// <param name="key">SQL on <c>reports AS r</c> that tells the groups apart.</param>
    /// <param name="condition">The same: what is counted.</param>
    /// <param name="at">"Overdue" refers to it.</param>
    public static async Task<List<SlowCount>> ReadAsync(NpgsqlDataSource database, string key, string condition, DateTimeOffset at)
    {
        await using var command = database.CreateCommand(
            $"""
            WITH seen AS (
                SELECT r.*, coalesce({key}, '') AS key, r.merged_into IS NULL AS stands, r.status NOT IN ('Resolved', 'Closed') AS is_open,
                    coalesce(r.outcome, '') NOT IN ('Withdrawn', 'NoAnswer', 'Duplicate') AS by_the_city,
                    extract(epoch FROM (SELECT e.at FROM report_events e WHERE e.report_id = r.id AND e.actor_kind = 'Staff' AND e.agency_code IS NOT NULL
                        AND (e.type = 'StatusChanged' OR e.type = 'Noted' AND e.public_note IS NOT NULL) ORDER BY e.at LIMIT 1) - r.submitted_at) / 3600 AS answered_after,
                    CASE WHEN r.status = 'Resolved' OR r.outcome = 'Fixed' THEN extract(epoch FROM r.settled_at - r.submitted_at) / 3600 END AS resolved_after,
                    (SELECT count(*) FROM report_events e WHERE e.report_id = r.id AND e.type = 'Reopened') > 0 AS reopened
                FROM reports AS r WHERE {condition})
            SELECT key, (count(*) FILTER (WHERE stands))::int, (count(*) FILTER (WHERE NOT stands))::int, (count(*) FILTER (WHERE stands AND is_open))::int,
                (count(*) FILTER (WHERE stands AND is_open AND due_at < $1))::int, (count(*) FILTER (WHERE stands AND by_the_city AND settled_in_time))::int,
                (count(*) FILTER (WHERE stands AND by_the_city AND NOT settled_in_time))::int, (count(*) FILTER (WHERE stands AND reopened))::int,
                (count(stars) FILTER (WHERE stands))::int, (avg(stars) FILTER (WHERE stands))::float8, (count(answered_after) FILTER (WHERE stands))::int,
                (percentile_disc(0.5) WITHIN GROUP (ORDER BY answered_after) FILTER (WHERE stands))::float8, (count(resolved_after) FILTER (WHERE stands))::int,
                (percentile_disc(0.5) WITHIN GROUP (ORDER BY resolved_after) FILTER (WHERE stands))::float8, (percentile_disc(0.9) WITHIN GROUP (ORDER BY resolved_after) FILTER (WHERE stands))::float8
            FROM seen GROUP BY key ORDER BY key
            """);
        command.CommandTimeout = 600;
        command.Parameters.AddWithValue(at.ToUniversalTime());
        await using var row = await command.ExecuteReaderAsync();
        var counts = new List<SlowCount>();
        while (await row.ReadAsync())
        {
            double? Number(int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
            counts.Add(new(
                row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), Number(9), row.GetInt32(10),
                Number(11), row.GetInt32(12), Number(13), Number(14)));
        }

        return counts;
    }
}
