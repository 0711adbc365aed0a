using System.Diagnostics;

namespace KediriLapor.Benchmarks;

/// <summary>What a figure is worth nothing without: where and on what it was measured.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var cpu = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var changed = Git("status", "--porcelain", "--untracked-files=no").Length > 0 ? " with local changes" : "";
        return $"""
            machine     {cpu ?? "unknown cpu"}, {Environment.ProcessorCount} cores, load {Load()}
            commit      {Git("rev-parse", "--short", "HEAD")}{changed}, .NET {Environment.Version}, {Build} build
            """;
    }

    /// <summary>Load averages over 1, 5 and 15 minutes: far above the number of cores, figures are rough.</summary>
    public static string Load() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));

    private const string Build =
#if DEBUG
        "DEBUG (figures mean nothing)";
#else
        "release";
#endif

    private static string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory })!;
        var answer = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return answer;
    }
}
