using System.Diagnostics;
using System.Text.Json;
using KediriLapor.Benchmarks.Load;
using KediriLapor.Benchmarks.Servers;
using KediriLapor.Harness;

namespace KediriLapor.Benchmarks.Statistics;

/// <summary>Statistics of many random reports beside a slow count of the same, after the counting was killed in the middle; and how long each page takes.</summary>
internal static class StatisticsBenchmark
{
    private const int Rounds = 7;

    private const string IsPublic = "NOT r.confidential AND NOT EXISTS (SELECT FROM services s WHERE s.code = r.service_code AND (s.confidential_by_default OR s.integrity))";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private static readonly (string By, string Key)[] Parts =
    [
        ("kelurahan", "r.kelurahan_code"), ("agency", "r.agency_code"), ("service", "r.service_code"), ("channel", "lower(left(r.channel, 1)) || substr(r.channel, 2)"),
        ("month", "to_char(r.submitted_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM')"), ("day", "to_char(r.submitted_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD')"),
    ];

    private static readonly string[] Pages =
    [
        "public?days=90", "public?days=3660", "reports?by=kelurahan", "reports?by=kelurahan&from=2021-01-01", "reports?by=service&from=2021-01-01", "reports?by=day&from=2021-01-01", "reports?by=month&from=2021-01-01",
        "hot-spots", "hot-spots?from=2021-01-01", "fairness", "fairness?from=2021-01-01", "alarms",
    ];

    /// <returns>1 when a figure is wrong, else 0.</returns>
    public static async Task<int> Run(string[] args)
    {
        var reports = new Options(args, "--reports")["--reports", 100_000];
        await using var database = await BenchDatabase.StartAsync();
        var settings = new Dictionary<string, string> { ["Schedule__Run"] = "false" };
        // killed, it is gone: there is nothing left to stop
        var first = await RunningServer.StartApi(database, settings);
        await RandomReports.AddAsync(database.Source, reports, 1825, 0.42);
        await Until(database, "SELECT count(DISTINCT start) > 100 FROM statistics_counts WHERE grain = 'Day'");
        await first.Kill();

        var watch = Stopwatch.StartNew();
        await using var api = await RunningServer.StartApi(database, settings);
        await Until(database, "SELECT seen <> '' AND cardinality(waiting) = 0 FROM statistics_position");
        Console.WriteLine(
            $"""
            {Machine.Describe()}
            reports     {reports}, of five years; {await database.Ask<long>("SELECT count(*) FROM statistics_counts")} stored figures, {await database.Ask<string>("SELECT pg_size_pretty(pg_total_relation_size('statistics_counts'))")}
            counting    killed once, then {watch.Elapsed.TotalSeconds:0.0} s to the end, start included
            """);

        var wrong = 0;
        foreach (var (by, key) in Parts)
        {
            wrong += await Compare(database, api, by, key);
        }

        Console.WriteLine("\npage                                        median ms");
        foreach (var page in Pages)
        {
            Console.WriteLine($"{page,-44}{await Time(api, "/api/v1/statistics/" + page),9:0}");
        }

        return wrong > 0 ? 1 : 0;
    }

    private static async Task<int> Compare(BenchDatabase database, RunningServer api, string by, string key)
    {
        const string from = "2021-12-15";
        var answer = await api.Client.GetFromJsonAsync<JsonElement>($"/api/v1/statistics/reports?by={by}&from={from}");
        var slow = await SlowCount.ReadAsync(database.Source, key, $"{IsPublic} AND (r.submitted_at AT TIME ZONE 'Asia/Jakarta')::date >= '{from}'", TimeProvider.System.GetUtcNow());
        var told = answer.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("key").GetString()!, row => row.GetProperty("measures"));
        var wrong = slow.Where(count => !told.Remove(count.Key, out var measures) || !IsSame(measures, count)).Select(count => count.Key).ToList();
        wrong.AddRange(told.Keys); // only now: what is told of nothing is left
        Console.WriteLine($"recount     by {by}: {slow.Count} rows of 12 figures, {wrong.Count} wrong {string.Join(' ', wrong.Take(5))}");
        return wrong.Count;
    }

    private static bool IsSame(JsonElement told, SlowCount count)
    {
        int Number(string name) => told.GetProperty(name).GetInt32();
        double? Of(string measure, string name) => told.GetProperty(measure) is { ValueKind: JsonValueKind.Object } spread ? spread.GetProperty(name).GetDouble() : null;
        bool IsNear(double? told, double? exact) => exact is null ? told is null : exact < 0.1 || (told / exact) is > 1 / 1.2 and < 1.2;
        return (Number("received"), Number("merged"), Number("open"), Number("overdueOpen"), Number("inTime"), Number("late"), Number("reopened"))
                == (count.Received, count.Merged, count.Open, count.OverdueOpen, count.InTime, count.Late, count.Reopened)
            && ((int)(Of("satisfaction", "count") ?? 0), (int)(Of("firstResponse", "count") ?? 0), (int)(Of("resolution", "count") ?? 0)) == (count.Ratings, count.Responses, count.Resolutions)
            && Math.Abs((Of("satisfaction", "average") ?? 0) - (count.Stars ?? 0)) < 0.006
            && IsNear(Of("firstResponse", "medianHours"), count.ResponseMedianHours) && IsNear(Of("resolution", "p90Hours"), count.ResolutionP90Hours);
    }

    private static async Task<double> Time(RunningServer api, string path)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = (await api.Client.GetAsync(path)).EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times.Median();
    }

    private static async Task Until(BenchDatabase database, string sql)
    {
        var waited = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await database.Ask<bool>(sql))
        {
            await pace.WaitForNextTickAsync();
            if (waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"in vain: {sql}");
            }
        }
    }
}
