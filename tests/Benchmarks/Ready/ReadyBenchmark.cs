using System.Diagnostics;
using KediriLapor.Benchmarks.Load;
using KediriLapor.Benchmarks.Servers;

namespace KediriLapor.Benchmarks.Ready;

/// <summary>From the start of the published program's process to its first good answer at <c>/health/ready</c>.</summary>
internal static class ReadyBenchmark
{
    private const double ColdGoal = 6;
    private const double WarmGoal = 2;

    /// <summary>Prints seconds of cold starts (each makes its database) and warm ones. The goals are for a quiet machine: reported, not demanded.</summary>
    public static async Task<int> Run(string[] args)
    {
        var starts = new Options(args, "--starts")["--starts", 3];
        var folder = Directory.CreateTempSubdirectory("kedirilapor-ready-").FullName;
        try
        {
            var program = await Publish(Path.Combine(folder, "program"));
            Console.WriteLine($"{Machine.Describe()}\nbuild       dotnet publish -c Release -r linux-x64 --self-contained false, private PostgreSQL\n");
            var (cold, warm) = (new List<double>(), new List<double>());
            for (var start = 0; start < starts; start++)
            {
                var data = Directory.CreateDirectory(Path.Combine(folder, $"data-{start}")).FullName;
                cold.Add(await SecondsToReady(program, data));
                warm.Add(await SecondsToReady(program, data));
            }

            Print("cold", cold, ColdGoal);
            Print("warm", warm, WarmGoal);
            Console.WriteLine($"load at the end {Machine.Load()}");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> SecondsToReady(string program, string data)
    {
        var clock = Stopwatch.StartNew();
        await using var server = await RunningServer.Start(program, [], data, "/health/ready");
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<string> Publish(string folder)
    {
        var project = Path.Combine(Persistence.DataFolder.Repository!, "api");
        using var publish = Process.Start(
            "dotnet", ["publish", project, "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder, "-v", "q", "--nologo", "-p:SkipSpa=true"]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(folder, "KediriLapor.Api.dll") : throw new InvalidOperationException("dotnet publish failed");
    }

    private static void Print(string name, List<double> seconds, double goal) => Console.WriteLine(
        $"{name}  median {seconds.Median():0.0} s of {string.Join(", ", seconds.Select(s => $"{s:0.0}"))}; goal {goal:0} s {(seconds.Median() <= goal ? "met" : "NOT met")}");
}
