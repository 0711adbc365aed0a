using System.Diagnostics;
using System.Globalization;
using System.Text;
using KediriLapor.Persistence;

namespace KediriLapor.Harness;

/// <summary>The program as a process of its own, for what only a process can show: signals, exit codes, sudden death.</summary>
public sealed class ApiProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly StringBuilder errors = new();
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiProcess(Process process) => this.process = process;

    public int Id => process.Id;

    /// <summary>All of standard error so far; whole once the process has ended.</summary>
    public string Errors
    {
        get
        {
            lock (errors)
            {
                return errors.ToString();
            }
        }
    }

    /// <summary>All of standard output so far: what whoever starts the program reads.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts the program.</summary>
    /// <param name="dataFolder">Where it keeps its private database and its files.</param>
    /// <param name="connectionString">A database to use instead of the private one.</param>
    /// <param name="environment">Environment variables on top of, or instead of, those of a production run.</param>
    /// <param name="url">Where it listens; a free port by default.</param>
    /// <param name="from">The folder it is started from.</param>
    /// <param name="command">What it is to do instead of serving: a verb and its arguments.</param>
    public static ApiProcess Start(
        string dataFolder, string? connectionString = null, IReadOnlyDictionary<string, string?>? environment = null,
        string url = "http://127.0.0.1:0", string from = "", params string[] command)
    {
        // a test run in a shell's background inherits an ignored SIGINT; the program is started as from a terminal
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", typeof(Program).Assembly.Location, .. command.Length == 0 ? ["--urls", url] : command])
        {
            WorkingDirectory = from,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                [DataFolder.Setting] = dataFolder,
                ["ConnectionStrings__Default"] = connectionString,
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            },
        };
        if (Environment.GetEnvironmentVariable("KEDIRI_PG_BIN") is { } binDir)
        {
            start.Environment["Postgres__BinDir"] = binDir;
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var api = new ApiProcess(new Process { StartInfo = start });
        api.process.OutputDataReceived += (_, line) => api.ReadAddress(line.Data);
        api.process.OutputDataReceived += (_, line) => Keep(line.Data, api.output);
        api.process.ErrorDataReceived += (_, line) => Keep(line.Data, api.errors);
        api.process.Start();
        api.process.BeginOutputReadLine();
        api.process.BeginErrorReadLine();
        return api;
    }

    /// <summary>Waits until the web server takes requests.</summary>
    public Task<Uri> ListeningAsync() => address.Task.WaitAsync(Patience);

    /// <returns>The exit code.</returns>
    public async Task<int> ExitedAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async Task SignalAsync(string signal) => await SignalAsync(signal, Id);

    public static async Task SignalAsync(string signal, int processId)
    {
        using var kill = Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void ReadAddress(string? line)
    {
        var at = line?.IndexOf(Listening, StringComparison.Ordinal) ?? -1;
        if (at >= 0)
        {
            address.TrySetResult(new Uri(line![(at + Listening.Length)..]));
        }
    }

    private static void Keep(string? line, StringBuilder kept)
    {
        if (line is not null)
        {
            lock (kept)
            {
                kept.AppendLine(line);
            }
        }
    }
}
