using System.Diagnostics;
using System.Globalization;
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

    /// <summary>Processor time of PostgreSQL so far, of all its processes that still run.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            // /proc/PID/stat after the name in brackets: state, parent, …, user and system time in ticks of 10 ms as fields 14 and 15
            var server = cluster.ProcessId!.Value;
            var ticks = Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(folder[^1])).Select(StatOf).Where(stat => stat.Length > 12)
                .Where(stat => int.Parse(stat[1], CultureInfo.InvariantCulture) == server)
                .Sum(stat => long.Parse(stat[11], CultureInfo.InvariantCulture) + long.Parse(stat[12], CultureInfo.InvariantCulture));
            return TimeSpan.FromMilliseconds(10 * ticks);
        }
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

    private static string[] StatOf(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return []; // gone since it was listed
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await cluster.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
