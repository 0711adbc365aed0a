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

    /// <summary>Kills an instance, PostgreSQL, or both after another, starts what it killed, rests, until told to end; then everything runs.</summary>
    public async Task<Killed> Shake(CancellationToken over)
    {
        var (killedInstances, killedDatabases) = (0, 0);
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(Random.Shared.Next(MostRest), CancellationToken.None);
            var hit = Random.Shared.Next(3);
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
