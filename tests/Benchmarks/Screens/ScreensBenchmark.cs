using System.Diagnostics;
using System.Security.Cryptography;
using KediriLapor.Accounts;
using KediriLapor.Benchmarks.Floor;
using KediriLapor.Benchmarks.Servers;
using KediriLapor.Persistence;

namespace KediriLapor.Benchmarks.Screens;

/// <summary>How smoothly a long queue scrolls and a full map moves, in Chromium without a screen: <c>tests/EndToEnd/frames</c>.</summary>
internal static class ScreensBenchmark
{
    private static string Repository => DataFolder.Repository ?? throw new InvalidOperationException("The client and the browser's part lie in the source tree.");

    /// <summary>Prints what the browser tells of its frames.</summary>
    /// <returns>The exit code of the browser's part: 1 when a goal was missed.</returns>
    public static async Task<int> Run(string[] args)
    {
        var points = new Options(args, "--reports")["--reports", 50_000];
        await using var database = await BenchDatabase.StartAsync();
        var password = RandomNumberGenerator.GetHexString(24);
        await using var api = await RunningServer.StartApi(database, new Dictionary<string, string>
        {
            // outside Development the built client is looked for where one publishes it
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            [DemoPeople.PasswordSetting] = password,
            // the seeded reports are late: what the clocks would do about it is not a screen's cost
            ["Schedule__Run"] = "false",
        });
        await SeededReports.Add(database, points);
        await SeededReports.SignInOfficer(database, api, password);
        Console.WriteLine(
            $"""
            {Machine.Describe()}
            {await database.Ask<long>("SELECT count(*) FROM public_reports"):N0} points on the map, {SeededReports.InWork:N0} reports and more in the queue of one officer
            """);
        return await InBrowser(new Dictionary<string, string>
        {
            ["KEDIRILAPOR_URL"] = api.Address.ToString(),
            ["KEDIRILAPOR_OFFICER"] = SeededReports.Officer,
            ["KEDIRILAPOR_OFFICER_PASSWORD"] = password,
        });
    }

    private static async Task<int> InBrowser(Dictionary<string, string> environment)
    {
        var journeys = Path.Combine(Repository, "tests", "EndToEnd");
        var command = new ProcessStartInfo("node", ["node_modules/@playwright/test/cli.js", "test", "--config", "frames.config.ts"]) { WorkingDirectory = journeys };
        foreach (var (name, value) in environment)
        {
            command.Environment[name] = value;
        }

        using var node = Process.Start(command)!;
        await node.WaitForExitAsync();
        return node.ExitCode;
    }
}
