using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using KediriLapor.Accounts;
using KediriLapor.Benchmarks.Floor;
using KediriLapor.Benchmarks.Servers;

namespace KediriLapor.Benchmarks.Export;

/// <summary>What a file of very many rows costs the server beside one of few: memory is to stay where it is.</summary>
internal static class ExportBenchmark
{
    /// <summary>Bytes by which many rows may lift the peak over that of few, in the same process: buffers that grew, garbage not yet collected.</summary>
    private const long Allowed = 100_000_000;

    private static readonly (string Format, Func<string, Task<long>> Rows)[] Files =
        [("csv", path => Count(path, "\n", heading: 1)), ("geojson", path => Count(path, "\"Feature\"", heading: 0)), ("xlsx", RowsOfSheets)];

    /// <returns>1 when a file lacks a row or memory grew with the rows, else 0.</returns>
    public static async Task<int> Run(string[] args)
    {
        var rows = new Options(args, "--rows")["--rows", 1_000_000];
        await using var database = await BenchDatabase.StartAsync();
        var password = RandomNumberGenerator.GetHexString(24);
        await using var api = await RunningServer.StartApi(database, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            [DemoPeople.PasswordSetting] = password,
            ["Schedule__Run"] = "false",
        });
        await SeededReports.AddRows(database, rows);
        using var signIn = await api.Client.PostAsJsonAsync("/api/v1/session", new { userName = "inspektorat", password });
        var cookies = string.Join("; ", signIn.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        Console.WriteLine($"{Machine.Describe()}\n\nformat      rows         bytes   seconds   first byte ms   memory before   peak (MB)");

        var wrong = 0;
        foreach (var (format, count) in Files)
        {
            // of few rows first: what the code and its buffers need anyhow
            var few = await Fetch(api, cookies, $"{format}?service={UseCase.Service}", format, count);
            var many = await Fetch(api, cookies, format, format, count);
            wrong += few.IsWhole && many.IsWhole && many.Peak - few.Peak < Allowed ? 0 : 1;
        }

        Console.WriteLine($"\n{(wrong == 0 ? $"whole, and within {Allowed / 1_000_000} MB of a short file" : $"NOT whole or NOT in constant memory: {wrong} formats")}; load at the end {Machine.Load()}");
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<(bool IsWhole, long Peak)> Fetch(RunningServer api, string cookies, string address, string format, Func<string, Task<long>> count)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var (before, peak, clock) = (api.Memory, 0L, Stopwatch.StartNew());
            using var done = new CancellationTokenSource();
            var watching = Watch();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/exports/reports.{address}") { Headers = { { "Cookie", cookies } } };
            using var answer = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var first = clock.ElapsedMilliseconds;
            await using (var file = File.Create(path))
            {
                await answer.EnsureSuccessStatusCode().Content.CopyToAsync(file);
            }

            var seconds = clock.Elapsed.TotalSeconds;
            await done.CancelAsync();
            await watching;
            var (told, rows) = (long.Parse(answer.Headers.GetValues("X-Total-Count").Single(), System.Globalization.CultureInfo.InvariantCulture), await count(path));
            Console.WriteLine($"{format,-8} {rows,9:N0} {new FileInfo(path).Length,13:N0} {seconds,9:0.0} {first,15} {before / 1_000_000,15} {peak / 1_000_000,11}");
            return (rows == told, peak);

            async Task Watch()
            {
                using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
                do
                {
                    peak = Math.Max(peak, api.Memory);
                }
                while (!done.IsCancellationRequested && await pace.WaitForNextTickAsync(CancellationToken.None));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<long> Count(string path, string mark, int heading)
    {
        await using var file = File.OpenRead(path);
        return await Count(file, mark) - heading;
    }

    private static async Task<long> RowsOfSheets(string path)
    {
        await using var book = await ZipFile.OpenReadAsync(path);
        var rows = 0L;
        foreach (var sheet in book.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            await using var content = await sheet.OpenAsync();
            rows += await Count(content, "<row") - 1;
        }

        return rows;
    }

    private static async Task<long> Count(Stream text, string mark)
    {
        using var reader = new StreamReader(text);
        var (buffer, kept, found) = (new char[1 << 16], "", 0L);
        for (int read; (read = await reader.ReadAsync(buffer)) > 0;)
        {
            var part = kept + new string(buffer, 0, read);
            for (var at = part.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = part.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
            {
                found++;
            }

            // a mark may lie across two parts, but not wholly in what is kept
            kept = part[^Math.Min(part.Length, mark.Length - 1)..];
        }

        return found;
    }
}
