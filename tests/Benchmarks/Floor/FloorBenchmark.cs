using System.Reflection;
using System.Security.Cryptography;
using KediriLapor.Benchmarks.Load;
using KediriLapor.Benchmarks.Servers;

namespace KediriLapor.Benchmarks.Floor;

/// <summary>How much of the throughput that this stack allows is left once our own code has run.</summary>
internal static class FloorBenchmark
{
    private const int Connections = 16;

    // the compiler optimises in the background what it sees called often, and competes for the processors while it does:
    // a server is warm when whole rounds, one after the other, have given it (almost) nothing to compile
    private const int RestingCompiler = 3;
    private const int RestingRounds = 3;
    private const int MostWarmUpRounds = 60;

    // milliseconds that the runtime would wait for a quiet moment before it optimises; there is none under load
    private const string CompileSoon = "DOTNET_TC_CallCountingDelayMs";

    // the API's relay would spend the API's rounds on the floor's messages too; what it can do itself is told by the storm
    private const string RestingRelay =
        """
        CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.due_at = 'infinity'; RETURN NEW; END $$;
        CREATE TRIGGER later BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION later();
        """;

    /// <summary>Prints each use case of the API beside its floor. The goals are reported, not demanded: machines differ.</summary>
    /// <returns>1 when a request failed, else 0.</returns>
    public static async Task<int> Run(string[] args)
    {
        var options = new Options(args, ["--seconds", "--pairs", "--reports", .. UseCase.Names]);
        var (length, pairs, reports) = (TimeSpan.FromSeconds(options["--seconds", 3]), options["--pairs", 5], options["--reports", 20_000]);

        await using var database = await BenchDatabase.StartAsync();
        var password = RandomNumberGenerator.GetHexString(24);
        await using var api = await RunningServer.StartApi(database, new Dictionary<string, string>
        {
            ["KEDIRILAPOR_ADMIN_PASSWORD"] = password,
            // the seeded reports are late: what the clocks would do about it is not the requests' cost
            ["Schedule__Run"] = "false",
            [CompileSoon] = "0",
        });
        await SeededReports.Add(database, reports);
        var officer = await SeededReports.SignInOfficer(database, api, password);
        var useCases = await UseCase.All(api, officer);
        await using var floor = await StartFloor(database, api, useCases);
        await database.OutboxEmptied();
        await database.Execute(RestingRelay);

        Console.WriteLine(
            $"""
            {Machine.Describe()}
            postgresql  {await database.Ask<string>("SHOW server_version")}, fsync {await database.Ask<string>("SHOW fsync")}, {await database.Ask<long>("SELECT count(*) FROM reports")} reports
            load        {Connections} connections, {pairs} rounds of {length.TotalSeconds} s each, API and floor in turns; medians of rounds

            use case      req/s API    floor   share  goal          p50 ms API/floor   p99 ms API/floor   cpu µs API/floor   of PostgreSQL   KB allocated
            """);
        var failures = 0;
        foreach (var useCase in useCases.Where(useCase => options.Words.Count == 0 || options.Words.Contains(useCase.Name)))
        {
            var measured = await Measure(useCase, database, api, floor, length, pairs);
            failures += measured.Sum(pair => pair.Api.Round.Failures + pair.Floor.Round.Failures);
            Print(useCase, measured);
        }

        Console.WriteLine($"\nload at the end {Machine.Load()}; cpu is the web server's own, allocation the API's, all per request; the relay rests");
        if (failures > 0)
        {
            Console.WriteLine($"{failures} requests FAILED");
        }

        return failures > 0 ? 1 : 0;
    }

    private static async Task<RunningServer> StartFloor(BenchDatabase database, RunningServer api, UseCase[] useCases)
    {
        var answers = Directory.CreateDirectory(Path.Combine(database.Folder, "answers")).FullName;
        foreach (var useCase in useCases)
        {
            await File.WriteAllBytesAsync(Path.Combine(answers, useCase.Name + ".json"), await useCase.Sample(api));
        }

        return await RunningServer.Start(Assembly.GetExecutingAssembly().Location, ["floor-server"], database.Folder, "/", new Dictionary<string, string>
        {
            [FloorServer.ConnectionSetting] = database.ConnectionString,
            [FloorServer.AnswersSetting] = answers,
            [CompileSoon] = "0",
        });
    }

    private static async Task<List<(Sample Api, Sample Floor)>> Measure(UseCase useCase, BenchDatabase database, RunningServer api, RunningServer floor, TimeSpan length, int pairs)
    {
        await WarmUp(api, useCase, length);
        await WarmUp(floor, useCase, length);
        var measured = new List<(Sample, Sample)>();
        for (var pair = 0; pair < pairs; pair++)
        {
            measured.Add((await Sample.Take(database, api, useCase, length), await Sample.Take(database, floor, useCase, length)));
        }

        return measured;
    }

    private static async Task WarmUp(RunningServer server, UseCase useCase, TimeSpan length)
    {
        var (rested, compiled) = (0, server.Probe.Read().CompiledMethods);
        for (var round = 0; round < MostWarmUpRounds && rested < RestingRounds; round++)
        {
            await Round.Run(server.Address, Connections, length, useCase.Request);
            var now = server.Probe.Read().CompiledMethods;
            rested = now - compiled > RestingCompiler ? 0 : rested + 1;
            compiled = now;
        }
    }

    private static void Print(UseCase useCase, List<(Sample Api, Sample Floor)> pairs)
    {
        // the two halves of a pair ran next to each other, so whatever else the machine did cancels in their ratio
        var share = pairs.Select(pair => pair.Api.Round.PerSecond / pair.Floor.Round.PerSecond).Median();
        double Api(Func<Sample, double> figure) => pairs.Select(pair => figure(pair.Api)).Median();
        double Floor(Func<Sample, double> figure) => pairs.Select(pair => figure(pair.Floor)).Median();
        var goal = useCase.Goal is not { } wanted ? "none" : $"{wanted:0.00} {(share >= wanted ? "met" : "NOT met")}";
        Console.WriteLine(
            $"{useCase.Name,-10}{Api(s => s.Round.PerSecond),12:0}{Floor(s => s.Round.PerSecond),9:0}{share,8:0.00}  {goal,-12}"
            + $"{Api(s => s.Round.Milliseconds.Median()),11:0.0} /{Floor(s => s.Round.Milliseconds.Median()),5:0.0}"
            + $"{Api(s => s.Round.Milliseconds.Percentile(99)),11:0.0} /{Floor(s => s.Round.Milliseconds.Percentile(99)),6:0.0}"
            + $"{Api(s => s.Microseconds),12:0} /{Floor(s => s.Microseconds),5:0}{Api(s => s.OfDatabase),9:0} /{Floor(s => s.OfDatabase),5:0}{Api(s => s.Bytes / 1024),15:0.0}");
    }

    /// <summary>One round and what it cost the server.</summary>
    /// <param name="Microseconds">Processor time per request.</param>
    /// <param name="OfDatabase">The same, of PostgreSQL.</param>
    /// <param name="Bytes">Allocated per request.</param>
    private sealed record Sample(Round Round, double Microseconds, double OfDatabase, double Bytes)
    {
        public static async Task<Sample> Take(BenchDatabase database, RunningServer server, UseCase useCase, TimeSpan length)
        {
            var (processor, ofDatabase, allocated) = (server.ProcessorTime, database.ProcessorTime, server.Probe.Read().AllocatedBytes);
            var round = await Round.Run(server.Address, Connections, length, useCase.Request);
            var requests = round.Milliseconds.Count;
            return new Sample(
                round, (server.ProcessorTime - processor).TotalMicroseconds / requests, (database.ProcessorTime - ofDatabase).TotalMicroseconds / requests,
                (double)(server.Probe.Read().AllocatedBytes - allocated) / requests);
        }
    }
}
