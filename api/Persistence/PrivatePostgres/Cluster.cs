using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace KediriLapor.Persistence.PrivatePostgres;

/// <summary>A PostgreSQL of our own, reached over a Unix socket only: made at the first start, kept ever after.</summary>
/// <param name="binaries">The programs that run it.</param>
/// <param name="folder">Its files.</param>
/// <param name="settings">Server settings, <c>name=value</c>, on top of the defaults.</param>
public sealed class Cluster(PostgresBinaries binaries, ClusterFolder folder, params string[] settings) : IAsyncDisposable
{
    public const string User = "kedirilapor";

    // after kill -9 the old server needs a moment to die; until then its lock file turns a new one away
    private static readonly TimeSpan PatienceWithPredecessor = TimeSpan.FromSeconds(20);

    // recovery replays what was written since the last checkpoint, so it may take its time
    private static readonly TimeSpan PatienceWithRecovery = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private FileStream? claim;
    private Launcher? launcher;
    private ServerProcess? server;

    public ClusterFolder Folder => folder;

    public int Major => binaries.Major;

    /// <summary>Process id of the running server, or null.</summary>
    public int? ProcessId => server is { HasExited: false } running ? running.Id : null;

    /// <summary>Everything needed to connect but the password, which exists only after the first start.</summary>
    /// <param name="database">Name of the database.</param>
    public NpgsqlConnectionStringBuilder Address(string database) =>
        new() { Host = folder.Socket, Port = 5432, Username = User, Database = database };

    /// <summary>Claims the folder, makes the cluster if there is none, starts it and waits until it takes connections.</summary>
    /// <exception cref="StartupRefused">The folder is in use, or PostgreSQL would not start; the message says why.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        folder.Create();
        claim ??= folder.Claim();
        folder.LinkLibraries(binaries.SymlinkList);
        if (!Directory.Exists(folder.Data))
        {
            folder.WritePassword();
        }

        launcher = await Launcher.ChooseAsync(binaries, folder, ct);
        await InitialiseAsync(launcher, ct);

        var waited = Stopwatch.StartNew();
        do
        {
            server = ServerProcess.Start(launcher.Server(Arguments()));
            if (await IsReadyAsync(server, ct))
            {
                return;
            }

            await Task.Delay(Pause, ct);
        }
        while (waited.Elapsed < PatienceWithPredecessor);

        throw new StartupRefused($"PostgreSQL did not start: {server.LastWords} Its log: {folder.Log}");
    }

    /// <summary>Completes when the running server ends, whoever ended it.</summary>
    public Task ExitedAsync(CancellationToken ct) => server?.Exited.WaitAsync(ct) ?? Task.CompletedTask;

    /// <summary>Ends all sessions, writes a checkpoint, stops. If that takes too long, stops at once: the next start recovers.</summary>
    public async Task StopAsync()
    {
        if (server is { HasExited: false } running)
        {
            try
            {
                await launcher!.RunAsync("pg_ctl", ["stop", "-D", folder.Data, "-m", "fast", "-t", "30"], CancellationToken.None);
            }
            catch (StartupRefused)
            {
                await launcher!.RunAsync("pg_ctl", ["stop", "-D", folder.Data, "-m", "immediate"], CancellationToken.None);
            }

            await running.Exited;
        }

        claim?.Dispose();
        claim = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task InitialiseAsync(Launcher programs, CancellationToken ct)
    {
        if (Directory.Exists(folder.Data))
        {
            return;
        }

        if (Directory.Exists(folder.Unfinished))
        {
            Directory.Delete(folder.Unfinished, recursive: true);
        }

        await programs.RunAsync(
            "initdb",
            [
                "-D", folder.Unfinished, "-U", User, "-A", "scram-sha-256", $"--pwfile={folder.PasswordFile}", "-E", "UTF8", "--data-checksums",
                "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=id-ID", "--no-sync",
            ],
            ct);
        // file by file, as initdb does it, a thousand files take seconds of a first start
        if (!await Launcher.SyncAsync(folder.Unfinished, ct))
        {
            await programs.RunAsync("initdb", ["-D", folder.Unfinished, "--sync-only"], ct);
        }

        Directory.Move(folder.Unfinished, folder.Data);
    }

    private string[] Arguments()
    {
        string[] all =
        [
            "listen_addresses=", $"unix_socket_directories={folder.Socket}", "unix_socket_permissions=0700",
            "logging_collector=on", $"log_directory={folder.Log}", "log_filename=%a.log", "log_rotation_age=1d", "log_truncate_on_rotation=on",
            .. settings,
        ];
        return ["-D", folder.Data, "-p", "5432", .. all.SelectMany(setting => new[] { "-c", setting })];
    }

    // the server writes its state into the eighth line of postmaster.pid, as pg_ctl reads it
    private async Task<bool> IsReadyAsync(ServerProcess started, CancellationToken ct)
    {
        var state = Path.Combine(folder.Data, "postmaster.pid");
        var waited = Stopwatch.StartNew();
        while (!started.HasExited && waited.Elapsed < PatienceWithRecovery)
        {
            var lines = File.Exists(state) ? await File.ReadAllLinesAsync(state, ct) : [];
            if (lines.Length >= 8 && lines[7].Trim() == "ready" && lines[0] == started.Id.ToString(CultureInfo.InvariantCulture))
            {
                return true;
            }

            await Task.Delay(Pause, ct);
        }

        return false;
    }
}
