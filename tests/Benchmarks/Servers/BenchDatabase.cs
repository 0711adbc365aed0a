using System.Diagnostics;
using KediriLapor.Persistence;
using KediriLapor.Persistence.PrivatePostgres;
using Npgsql;

namespace KediriLapor.Benchmarks.Servers;

/// <summary>A private PostgreSQL as the program itself would run it, fsync on, in a temporary folder that goes with it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private static readonly TimeSpan PatienceWithRelay = TimeSpan.FromMinutes(5);

    private readonly Cluster cluster;

    private BenchDatabase(string folder, Cluster cluster)
    {
        Folder = folder;
        this.cluster = cluster;
        ConnectionString = cluster.Address(Database.Name).ConnectionString + ";Password=" + cluster.Folder.ReadPassword();
        Source = NpgsqlDataSource.Create(ConnectionString + ";Command Timeout=600");
    }

    /// <summary>Also the servers' place for files.</summary>
    public string Folder { get; }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public static async Task<BenchDatabase> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kedirilapor-bench-").FullName;
        var cluster = new Cluster(PostgresBinaries.Find(null, []), new ClusterFolder(Path.Combine(folder, "postgres")));
        await cluster.StartAsync(CancellationToken.None);
        return new BenchDatabase(folder, cluster);
    }

    public async Task<T> Ask<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task Execute(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until the relay has delivered everything, but no longer than <see cref="PatienceWithRelay"/>: what is left then is for the caller to count.</summary>
    public async Task OutboxEmptied()
    {
        var waited = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (waited.Elapsed < PatienceWithRelay && await Ask<bool>("SELECT EXISTS (SELECT 1 FROM outbox WHERE delivered_at IS NULL AND dead_at IS NULL)"))
        {
            await pace.WaitForNextTickAsync();
        }
    }

    /// <summary>Stops the server as a power cut would (SIGKILL) and starts it on what it left.</summary>
    public async Task KillAndRestart()
    {
        using (var server = Process.GetProcessById(cluster.ProcessId!.Value))
        {
            server.Kill();
        }

        await cluster.ExitedAsync(CancellationToken.None);
        await cluster.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await cluster.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
