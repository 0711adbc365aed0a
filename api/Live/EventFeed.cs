using Npgsql;

namespace KediriLapor.Live;

/// <summary>
/// The one connection of this instance that listens to the database. A notification only wakes it: what happened is read from the history,
/// from the snapshot that was read last, so nothing is lost while the connection is away (docs/decisions/0021).
/// </summary>
internal sealed class EventFeed(NpgsqlDataSource dataSource, EventReader events, LiveStreams streams, ILogger<EventFeed> log) : BackgroundService
{
    private const string Channel = "report_events";

    /// <summary>A connection that has died in silence is found out after this long.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private Snapshot? seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isAway = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(() => isAway = false, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // told once: the listeners stay, and hear what happened meanwhile
                if (!isAway)
                {
                    log.LogWarning("The live events rest: {Kind}", e.GetBaseException().GetType().Name);
                }

                isAway = true;
                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Listen(Action isBack, CancellationToken ct)
    {
        // outside the pool, whose sessions are not reset between two users and would go on listening
        await using var pooled = dataSource.CreateConnection();
        await using var session = await pooled.CloneWithAsync(new NpgsqlConnectionStringBuilder(pooled.ConnectionString) { Pooling = false }.ConnectionString, ct);
        await session.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand("LISTEN " + Channel, session))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        seen ??= await events.Now(ct);
        while (true)
        {
            var happenings = await events.ReadSince(seen.Value, ct);
            isBack();
            seen = happenings.Until;
            if (happenings.Rows is not { Count: 0 })
            {
                streams.Tell(happenings);
            }

            if (!await session.WaitAsync(Silence, ct))
            {
                await using var alive = new NpgsqlCommand("SELECT 1", session);
                await alive.ExecuteNonQueryAsync(ct);
            }
        }
    }
}
