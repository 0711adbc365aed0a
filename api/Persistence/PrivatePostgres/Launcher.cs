using System.ComponentModel;
using System.Diagnostics;

namespace KediriLapor.Persistence.PrivatePostgres;

/// <summary>
/// Runs PostgreSQL's programs for the account we have. PostgreSQL refuses to run as root; there we use a user namespace
/// in which our own files look like somebody else's, and where the kernel forbids that, the account 65534 (nobody).
/// </summary>
internal sealed class Launcher
{
    private const string Nobody = "65534";

    private static readonly string[] Namespace = ["unshare", "--user", $"--map-user={Nobody}", $"--map-group={Nobody}"];

    private static readonly string[] OtherAccount = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];

    private readonly string binDir;
    private readonly string libraryPath;
    private readonly string[] prefix;

    // a library reached through our link looks for its neighbours beside the link, so their real folder is named too
    private Launcher(string binDir, string links, string[] prefix) =>
        (this.binDir, libraryPath, this.prefix) = (binDir, $"{links}:{Path.Combine(binDir, "..", "lib")}", prefix);

    /// <exception cref="StartupRefused">We are root and neither way out works.</exception>
    public static async Task<Launcher> ChooseAsync(PostgresBinaries binaries, ClusterFolder folder, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new Launcher(binaries.BinDir, folder.Libraries, []);
        }

        foreach (var prefix in new[] { Namespace, OtherAccount })
        {
            if (prefix == OtherAccount)
            {
                await RunAsync(new ProcessStartInfo("chown", ["-R", "-h", $"{Nobody}:{Nobody}", folder.Root, folder.Socket]), ct);
            }

            var launcher = new Launcher(binaries.BinDir, folder.Libraries, prefix);
            if ((await RunAsync(launcher.Command("postgres", ["--version"]), ct)).ExitCode == 0)
            {
                return launcher;
            }
        }

        throw new StartupRefused(
            "PostgreSQL does not run as root, and neither a user namespace (unshare) nor another account (setpriv) works here: "
            + "install the package util-linux, start the API as an ordinary user, or set ConnectionStrings:Default.");
    }

    /// <summary>Runs one program to its end.</summary>
    /// <exception cref="StartupRefused">It failed; the message carries its own words.</exception>
    public async Task RunAsync(string program, string[] arguments, CancellationToken ct)
    {
        var (exitCode, output) = await RunAsync(Command(program, arguments), ct);
        if (exitCode != 0)
        {
            throw new StartupRefused($"PostgreSQL's {program} failed: {output.Trim()}");
        }
    }

    /// <summary>Makes a folder durable by one sync of its file system.</summary>
    /// <returns>Whether that could be done.</returns>
    public static async Task<bool> SyncAsync(string folder, CancellationToken ct) =>
        (await RunAsync(new ProcessStartInfo("sync", ["-f", folder]), ct)).ExitCode == 0;

    /// <summary>
    /// The server as a child that ends with us. <c>setsid</c>: Ctrl+C goes to a whole process group, and the database must
    /// outlive the web server. <c>pdeathsig</c>: when we are killed, the kernel asks it for a fast shutdown.
    /// </summary>
    public ProcessStartInfo Server(string[] arguments) => Command("postgres", arguments, ["setsid"], ["setpriv", "--pdeathsig", "INT"]);

    private ProcessStartInfo Command(string program, string[] arguments, string[]? outer = null, string[]? inner = null)
    {
        string[] words = [.. outer ?? [], .. prefix, .. inner ?? [], Path.Combine(binDir, program), .. arguments];
        return new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = "/",
            Environment = { ["LD_LIBRARY_PATH"] = libraryPath, ["LC_ALL"] = "C.UTF-8", ["TZ"] = "UTC" },
        };
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo command, CancellationToken ct)
    {
        command.RedirectStandardOutput = command.RedirectStandardError = true;
        try
        {
            using var process = Process.Start(command)!;
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await using var stop = ct.Register(process.Kill);
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception missing)
        {
            return (127, missing.Message);
        }
    }
}
