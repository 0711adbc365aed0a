using System.Collections.Concurrent;
using System.Diagnostics;
using KediriLapor.Benchmarks.Load;
using KediriLapor.Benchmarks.Servers;

namespace KediriLapor.Benchmarks.Storm;

/// <summary>Many submit at once over bad networks; afterwards the database is counted.</summary>
internal static class StormBenchmark
{
    private const int Points = 200;
    private const double MemoryGoal = 250;

    /// <summary>Prints rates and what is wrong.</summary>
    /// <returns>1 when anything was lost, doubled, refused or left undelivered, else 0.</returns>
    public static async Task<int> Run(string[] args)
    {
        var options = new Options(args, "--reports", "--clients");
        var (reports, clients) = (options["--reports", 1000], options["--clients", 20]);

        await using var database = await BenchDatabase.StartAsync();
        await using var api = await RunningServer.StartApi(database);
        var texts = await RandomReports.Offered(api.Client, Points);
        var (milliseconds, faults, receipts) = (new ConcurrentBag<double>(), new ConcurrentBag<string>(), new ConcurrentBag<Receipt>());

        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, reports), new ParallelOptions { MaxDegreeOfParallelism = clients }, async (number, _) =>
        {
            if (await new Citizen(api.Client, milliseconds, faults).Submit(texts.Next(number), number) is { } receipt)
            {
                receipts.Add(receipt);
            }
        });
        var submitted = clock.Elapsed.TotalSeconds;
        await database.OutboxEmptied();
        var delivered = clock.Elapsed.TotalSeconds;
        var memory = api.Memory / 1024.0 / 1024.0;

        Console.WriteLine(
            $"""
            {Machine.Describe()}
            postgresql  {await database.Ask<string>("SHOW server_version")}, fsync {await database.Ask<string>("SHOW fsync")}

            {reports} reports by {clients} clients in {submitted:0.0} s: {milliseconds.Count / submitted:0} answers/s, p50 {milliseconds.Median():0} ms, p99 {milliseconds.Percentile(99):0} ms
            outbox delivered {delivered - submitted:0.0} s later
            memory of the API {memory:0} MB; goal {MemoryGoal:0} MB {(memory <= MemoryGoal ? "met" : "NOT met")}

            """);
        foreach (var fault in faults.Take(10))
        {
            Console.WriteLine($"FAULT {fault}");
        }

        return await StormCount.IsRight(database, reports, receipts) && faults.IsEmpty ? 0 : 1;
    }
}
