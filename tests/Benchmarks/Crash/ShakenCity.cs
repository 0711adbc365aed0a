using KediriLapor.Benchmarks.Servers;

namespace KediriLapor.Benchmarks.Crash;

/// <summary>How often something was killed.</summary>
internal sealed record Killed(int Instances, int Databases);

/// <summary>The API on two instances, as a city would run it, and the hand that pulls their plugs.</summary>
internal sealed class ShakenCity : IAsyncDisposable
{
    private const int MostRest = 4000;

    private readonly BenchDatabase database;
    private readonly RunningServer[] instances;

    private ShakenCity(BenchDatabase database, RunningServer[] instances) => (this.database, this.instances) = (database, instances);

    /// <summary>To one of the instances, which may be dead.</summary>
    public HttpClient Client => instances[Random.Shared.Next(instances.Length)].Client;

    public static async Task<ShakenCity> Start(BenchDatabase database) =>
        new(database, [await RunningServer.StartApi(database), await RunningServer.StartApi(database)]);

    /// <summary>
    /// Kills both after another, then PostgreSQL, then an instance, and so on, starts what it killed, rests, until told to end; then everything
    /// runs. In turn, since a slow machine comes to a single round: chance would leave one of them alive.
    /// </summary>
    public async Task<Killed> Shake(CancellationToken over)
    {
        var (killedInstances, killedDatabases) = (0, 0);
        for (var hit = 2; !over.IsCancellationRequested; hit = (hit + 1) % 3)
        {
            await Task.Delay(Random.Shared.Next(MostRest), CancellationToken.None);
            var victim = Random.Shared.Next(instances.Length);
            if (hit != 0)
            {
                await instances[victim].Kill();
                killedInstances++;
            }

            if (hit != 1)
            {
                await database.KillAndRestart();
                killedDatabases++;
            }

            if (hit != 0)
            {
                instances[victim] = await RunningServer.StartApi(database);
            }
        }

        return new Killed(killedInstances, killedDatabases);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }
}
