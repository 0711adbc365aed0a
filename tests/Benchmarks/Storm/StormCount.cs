using KediriLapor.Benchmarks.Servers;

namespace KediriLapor.Benchmarks.Storm;

/// <summary>Counts in the database what a storm left there.</summary>
internal static class StormCount
{
    // what is counted, and the statement that counts it; all but the first two must be none
    private static readonly (string What, string Sql)[] Wrongs =
    [
        ("reports whose history is not 1, 2, … up to their version",
            """
            SELECT count(*) FROM reports r WHERE
              (SELECT array_agg(sequence ORDER BY sequence) FROM report_events e WHERE e.report_id = r.id)
              IS DISTINCT FROM (SELECT array_agg(n) FROM generate_series(1, r.version) n)
            """),
        ("reports without exactly one routing record",
            "SELECT count(*) FROM reports r WHERE (SELECT count(*) FROM routing_records d WHERE d.report_id = r.id) <> 1"),
        ("events that no outbox message tells",
            "SELECT count(*) FROM report_events e WHERE NOT EXISTS (SELECT 1 FROM outbox m WHERE m.subject_id = e.report_id AND m.sequence = e.sequence)"),
        ("outbox messages not delivered or given up",
            "SELECT count(*) FROM outbox WHERE delivered_at IS NULL OR dead_at IS NOT NULL"),
        ("tracking codes given twice",
            "SELECT count(*) - count(DISTINCT tracking_code) FROM reports"),
    ];

    /// <summary>Prints each count.</summary>
    /// <returns>Whether every one is as it must be.</returns>
    public static async Task<bool> IsRight(BenchDatabase database, int expected, IReadOnlyCollection<Receipt> receipts)
    {
        var right = Says("reports", await database.Ask<long>("SELECT count(*) FROM reports"), expected)
            & Says("idempotency keys", await database.Ask<long>("SELECT count(*) FROM idempotent_answers"), expected)
            & Says("acknowledged reports that are stored under their code", await Stored(database, receipts), expected);
        foreach (var (what, sql) in Wrongs)
        {
            right &= Says(what, await database.Ask<long>(sql), 0);
        }

        return right;
    }

    private static async Task<long> Stored(BenchDatabase database, IReadOnlyCollection<Receipt> receipts)
    {
        await using var command = database.Source.CreateCommand(
            """
            SELECT count(*) FROM reports JOIN unnest($1, $2) AS receipt (id, code) USING (id)
            WHERE tracking_code = replace(receipt.code, '-', '')
            """);
        command.Parameters.Add(new() { Value = receipts.Select(receipt => receipt.Id).ToArray() });
        command.Parameters.Add(new() { Value = receipts.Select(receipt => receipt.TrackingCode).ToArray() });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static bool Says(string what, long counted, long expected)
    {
        Console.WriteLine($"{(counted == expected ? "right" : "WRONG")} {counted,6} {what}{(counted == expected ? "" : $", expected {expected}")}");
        return counted == expected;
    }
}
