using System.Collections.Concurrent;
using System.Diagnostics;
using KediriLapor.Benchmarks.Servers;
using KediriLapor.Benchmarks.Storm;

namespace KediriLapor.Benchmarks.Crash;

/// <summary>Two instances of the API on one PostgreSQL, each killed at random while reports come in; afterwards the database is counted.</summary>
internal static class CrashBenchmark
{
    private const int Points = 50;

    /// <summary>Prints what was killed, what was acknowledged, and what is wrong.</summary>
    /// <returns>1 when anything acknowledged was lost or doubled, an answer was none to expect, or the history does not prove itself, else 0.</returns>
    public static async Task<int> Run(string[] args)
    {
        var options = new Options(args, "--seconds", "--clients");
        var (seconds, clients) = (options["--seconds", 60], options["--clients", 8]);

        await using var database = await BenchDatabase.StartAsync();
        await using var city = await ShakenCity.Start(database);
        var texts = await RandomReports.Offered(city.Client, Points);
        var (faults, receipts, unanswered) = (new ConcurrentBag<string>(), new ConcurrentBag<Receipt>(), 0);

        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var reporting = Enumerable.Range(0, clients).Select(async client =>
        {
            var citizen = new PatientCitizen(city, faults);
            for (var number = client; !over.IsCancellationRequested; number += clients)
            {
                receipts.Add(await citizen.Submit(texts.Next(number)));
            }

            Interlocked.Add(ref unanswered, citizen.Unanswered);
        }).ToArray();
        var killed = await city.Shake(over.Token);
        await Task.WhenAll(reporting);
        await database.OutboxEmptied();

        Console.WriteLine(
            $"""
            {Machine.Describe()}
            postgresql  {await database.Ask<string>("SHOW server_version")}, fsync {await database.Ask<string>("SHOW fsync")}

            {receipts.Count} reports acknowledged to {clients} clients in {seconds} s, {unanswered} requests died unanswered or were put off
            kill -9: {killed.Instances} times an instance of the API, {killed.Databases} times PostgreSQL

            """);
        foreach (var fault in faults.Take(10))
        {
            Console.WriteLine($"FAULT {fault}");
        }

        var right = await StormCount.IsRight(database, receipts.Count, receipts);
        return await HistoryProvesItself(database) && right && faults.IsEmpty && killed is { Instances: > 0, Databases: > 0 } ? 0 : 1;
    }

    private static async Task<bool> HistoryProvesItself(BenchDatabase database)
    {
        var program = typeof(Persistence.AppDb).Assembly.Location;
        using var check = Process.Start(new ProcessStartInfo("dotnet", [program, "history", "check"])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
            Environment = { ["ConnectionStrings__Default"] = database.ConnectionString, ["KEDIRILAPOR_DATA"] = database.Folder },
        })!;
        var said = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();
        Console.WriteLine(check.ExitCode == 0 ? "right        the history proves itself" : $"WRONG        the history does not prove itself: {said}");
        return check.ExitCode == 0;
    }
}
