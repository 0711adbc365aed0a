using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KediriLapor.Benchmarks.Servers;

/// <summary>A web server in a process of its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan PatienceWithStart = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder said = new();

    private RunningServer(Process process, Uri address, string probeSocket)
    {
        this.process = process;
        Address = address;
        Probe = new RuntimeProbe(probeSocket);
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Present only where the server was started with one.</summary>
    public RuntimeProbe Probe { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The API as it was built beside this program, on a given database.</summary>
    public static Task<RunningServer> StartApi(BenchDatabase database, IReadOnlyDictionary<string, string>? settings = null) =>
        Start(typeof(Persistence.AppDb).Assembly.Location, [], database.Folder, "/health/ready", new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["ConnectionStrings__Default"] = database.ConnectionString,
        });

    /// <summary>Starts <c>dotnet {assembly}</c> on a free port and waits for its first good answer at <paramref name="readyPath"/>.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time; the message holds what it said.</exception>
    public static async Task<RunningServer> Start(
        string assembly, string[] arguments, string dataFolder, string readyPath, IReadOnlyDictionary<string, string>? settings = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var probe = Path.Combine(dataFolder, $"probe-{address.Port}");
        var command = new ProcessStartInfo("dotnet", [assembly, .. arguments, "--urls", address.OriginalString])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["KEDIRILAPOR_DATA"] = dataFolder,
                ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
                [RuntimeProbe.Setting] = probe,
            },
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            command.Environment[name] = value;
        }

        var server = new RunningServer(new Process { StartInfo = command }, address, probe);
        server.process.OutputDataReceived += server.Keep;
        server.process.ErrorDataReceived += server.Keep;
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        await server.Ready(readyPath);
        return server;
    }

    /// <summary>Stops it as a service manager would, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await Gone();
    }

    /// <summary>Stops it as a power cut would (SIGKILL).</summary>
    public async Task Kill()
    {
        process.Kill();
        await Gone();
    }

    private async Task Gone()
    {
        await process.WaitForExitAsync();
        process.Dispose();
        Client.Dispose();
    }

    private async Task Ready(string path)
    {
        var waited = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await Answers(path))
        {
            if (process.HasExited || waited.Elapsed > PatienceWithStart)
            {
                throw new InvalidOperationException($"{process.StartInfo.ArgumentList[0]} is not ready: {said}");
            }

            await pace.WaitForNextTickAsync();
        }
    }

    private async Task<bool> Answers(string path)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            said.AppendLine(line.Data);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
