using System.Diagnostics;
using KediriLapor.Persistence.PrivatePostgres;
using Npgsql;

namespace KediriLapor.Harness;

/// <summary>
/// One PostgreSQL for all tests of this process, in memory where there is room, with durability off. A template database
/// is made once by starting the program itself; every fixture gets its own copy (about 0.1 s).
/// KEDIRI_PG_BIN picks another installation.
/// </summary>
public sealed class PostgresServer
{
    private const string Template = "kedirilapor_template";

    private const string FolderPrefix = "kl-test-";

    private const long EnoughMemory = 1L << 30;

    // held, because a collected Process closes the pipe that the shell waits on
    private static Process? clearing;

    private static readonly Lazy<string> ProcessFolder = new(MakeSelfClearingFolder);

    private static readonly Lazy<Task<PostgresServer>> Only = new(StartAsync);

    private readonly Cluster cluster;
    private int clones;

    private PostgresServer(Cluster cluster) => this.cluster = cluster;

    /// <summary>Starts at the first call; ends with the process.</summary>
    public static Task<PostgresServer> SharedAsync() => Only.Value;

    /// <summary>A fresh folder that is gone when the test process is.</summary>
    public static string NewFolder() => Directory.CreateDirectory(Path.Combine(ProcessFolder.Value, Guid.CreateVersion7().ToString("N")[^12..])).FullName;

    /// <summary>The installation that tests run on.</summary>
    public static PostgresBinaries Binaries() => PostgresBinaries.Find(Environment.GetEnvironmentVariable("KEDIRI_PG_BIN"), []);

    /// <summary>A new database with schema and reference data.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CloneAsync()
    {
        var name = $"test_{Interlocked.Increment(ref clones)}";
        await using var session = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await session.OpenAsync();
        await using var command = session.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE {Template} STRATEGY FILE_COPY";
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Connection string of a database that may not exist yet: the program creates it at its start.</summary>
    public string ConnectionString(string database)
    {
        var address = cluster.Address(database);
        address.Password = cluster.Folder.ReadPassword();
        address.IncludeErrorDetail = true;
        return address.ConnectionString;
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var cluster = new Cluster(
            Binaries(),
            new ClusterFolder(Path.Combine(ProcessFolder.Value, "postgres")),
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300", "autovacuum=off");
        await cluster.StartAsync(CancellationToken.None);

        var server = new PostgresServer(cluster);
        await using (var program = new ApiHost(server.ConnectionString(Template)))
        {
            program.StartServer();
        }

        return server;
    }

    // test hosts are killed rather than ended, so neither a tear-down nor an exit handler is sure to run: a shell waits on
    // our pipe, which the kernel closes however we die, and clears away (the server ends by itself, see Launcher.Server)
    private static string MakeSelfClearingFolder()
    {
        var folder = Path.Combine(Parent(), FolderPrefix + Environment.ProcessId);
        Directory.CreateDirectory(folder);
        const string waitAndClear = """trap '' INT TERM HUP; cat; while rm -rf "$1"; sleep 1; [ -e "$1" ]; do :; done""";
        clearing = Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", waitAndClear, "sh", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        return folder;
    }

    private static string Parent()
    {
        const string memory = "/dev/shm";
        return Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > EnoughMemory ? memory : Path.GetTempPath();
    }
}
