using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace KediriLapor.Platform.Limits;

/// <summary>
/// Adds up, once a second, what the instances counted, in a table that need not survive anything. Away from the database each instance goes on with
/// its own count.
/// </summary>
internal sealed class SharedCounts(NpgsqlDataSource dataSource, RateCounts counts, ILogger<SharedCounts> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private const string Add = """
        INSERT INTO rate_counts AS known (sender, minute, used) SELECT * FROM unnest($1::bytea[], $2::bigint[], $3::int[])
        ON CONFLICT (minute, sender) DO UPDATE SET used = known.used + excluded.used
        RETURNING known.sender, known.minute, known.used
        """;

    private const string Sweep = "DELETE FROM rate_counts WHERE minute < $1";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        var isAway = false;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                counts.Forget();
                try
                {
                    await Exchange(stoppingToken);
                    isAway = false;
                }
                catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
                {
                    if (!isAway)
                    {
                        log.LogWarning("Rate limits are counted by this instance alone: {Kind}", e.GetBaseException().GetType().Name);
                    }

                    isAway = true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the program ends
        }
    }

    private async Task Exchange(CancellationToken ct)
    {
        var untold = counts.Untold();
        if (untold.Count == 0)
        {
            return;
        }

        // by sender and minute, so that two instances lock the rows in one order
        var rows = untold.Select(one => (Hash: HashOf(one.Key), one.Key, one.Used)).OrderBy(row => row.Key.Minute).ThenBy(row => Convert.ToHexString(row.Hash), StringComparer.Ordinal).ToArray();
        var keys = rows.ToDictionary(row => (Convert.ToHexString(row.Hash), row.Key.Minute), row => row.Key);
        await using (var command = dataSource.CreateCommand(Add))
        {
            command.Parameters.AddWithValue(rows.Select(row => row.Hash).ToArray());
            command.Parameters.AddWithValue(rows.Select(row => row.Key.Minute).ToArray());
            command.Parameters.AddWithValue(rows.Select(row => row.Used).ToArray());
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                counts.Hear(keys[(Convert.ToHexString((byte[])row[0]), row.GetInt64(1))], row.GetInt32(2));
            }
        }

        await using var sweep = dataSource.CreateCommand(Sweep);
        sweep.Parameters.AddWithValue(rows[^1].Key.Minute - 1);
        await sweep.ExecuteNonQueryAsync(ct);
    }

    /// <summary>An address is personal data: it is not written down.</summary>
    private static byte[] HashOf(CountKey key) => SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Kind}|{key.Sender}"))[..16];
}
