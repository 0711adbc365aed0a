namespace KediriLapor.Persistence.Outbox;

/// <summary>Carries away what waits in a table, batch after batch, and looks again after a pause; beside all requests, on any number of instances.</summary>
internal abstract class Relay(TimeSpan pause, ILogger log) : BackgroundService
{
    protected ILogger Log { get; } = log;

    /// <returns>How many rows were taken; 0 when nothing is due.</returns>
    protected abstract Task<int> CarryBatch(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // apart from each other: nine that start in one instant want nine connections, and go on in step
        await Task.Delay(pause * Random.Shared.NextDouble(), stoppingToken);
        using var timer = new PeriodicTimer(pause);
        var resting = false;
        do
        {
            try
            {
                while (await CarryBatch(stoppingToken) > 0)
                {
                }

                resting = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // the database is away: nothing is lost, the rows wait; told once, by its kind, for words may repeat a row
                if (!resting)
                {
                    Log.LogWarning("The relay rests: {Kind}", e.GetBaseException().GetType().Name);
                }

                resting = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
