using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Platform;
using KediriLapor.Statistics;
using KediriLapor.Statistics.Counting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KediriLapor.Api.Tests.Statistics;

/// <summary>The stored figures beside a slow count of the same reports; the benchmark does the same with 100,000.</summary>
public sealed class RecountTests
{
    private const string IsPublic = "NOT r.confidential AND NOT EXISTS (SELECT FROM services s WHERE s.code = r.service_code AND (s.confidential_by_default OR s.integrity))";

    private ApiHost api = null!;
    private Person stranger = null!;

    /// <summary>The reports are of the days before.</summary>
    private static DateOnly Today { get; } = IndonesianDate.InWib(TimeProvider.System.GetUtcNow()).Day;

    private static DateOnly LongAgo { get; } = Today.AddYears(-5);

    private NpgsqlDataSource Database => api.Services.GetRequiredService<NpgsqlDataSource>();

    [OneTimeSetUp]
    public async Task Start()
    {
        api = await ApiHost.StartDemoAsync();
        stranger = new Person(api);
        await RandomReports.AddAsync(Database, 2000, 700, 0.42);
        await api.EverythingIsCountedAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        stranger.Dispose();
        await api.DisposeAsync();
    }

    [TestCase("kelurahan", "r.kelurahan_code")]
    [TestCase("agency", "r.agency_code")]
    [TestCase("service", "r.service_code")]
    [TestCase("group", "(SELECT s.group_code FROM services s WHERE s.code = r.service_code)")]
    [TestCase("channel", "lower(left(r.channel, 1)) || substr(r.channel, 2)")]
    [TestCase("month", "to_char(r.submitted_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM')")]
    [TestCase("week", "to_char(r.submitted_at AT TIME ZONE 'Asia/Jakarta', 'IYYY-\"W\"IW')")]
    public async Task Every_figure_is_what_a_slow_count_of_the_reports_gives(string by, string key)
    {
        // whole years and months, with days on both sides
        var (from, until) = (new DateOnly(Today.Year - 1, 1, 1).AddDays(-2), Today.AddDays(-40));
        var answer = await stranger.GetAsync($"/api/v1/statistics/reports?by={by}&from={from:yyyy-MM-dd}&until={until:yyyy-MM-dd}");
        answer.HasStatus(HttpStatusCode.OK);
        var slow = await SlowCount.ReadAsync(Database, key, $"{IsPublic} AND (r.submitted_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN '{from:yyyy-MM-dd}' AND '{until:yyyy-MM-dd}'", TimeProvider.System.GetUtcNow());
        Assert.That(slow, Has.Count.GreaterThan(3));
        var told = answer.Body.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("key").GetString()!, row => row.GetProperty("measures"));
        Assert.That(told.Keys, Is.EquivalentTo(slow.Select(count => count.Key)));
        Assert.Multiple(() =>
        {
            foreach (var count in slow)
            {
                Same(told[count.Key], count);
            }
        });
    }

    [Test]
    public async Task A_ward_and_a_service_together_are_counted_too()
    {
        var (ward, service) = await MostReported();
        var answer = await stranger.GetAsync($"/api/v1/statistics/reports?by=month&kelurahan={ward}&service={service}&from={LongAgo:yyyy-MM-dd}");
        answer.HasStatus(HttpStatusCode.OK);
        var slow = await SlowCount.ReadAsync(Database, "'all'", $"{IsPublic} AND r.kelurahan_code = '{ward}' AND r.service_code = '{service}' AND (r.submitted_at AT TIME ZONE 'Asia/Jakarta')::date >= '{LongAgo:yyyy-MM-dd}'", TimeProvider.System.GetUtcNow());
        Assert.That(slow.Single().Received, Is.Positive);
        Same(answer.Body.GetProperty("all"), slow.Single());
    }

    [Test, Order(1)]
    public async Task A_change_is_followed_and_the_check_finds_every_figure_right()
    {
        await api.ExecuteAsync(
            """
            WITH changed AS (UPDATE reports SET stars = 1, version = version + 1 WHERE id IN (SELECT id FROM reports WHERE status = 'Resolved' ORDER BY id LIMIT 20) RETURNING id, service_code, last_hash, version)
            INSERT INTO report_events (report_id, sequence, type, at, actor_kind, actor_name, status, service_code, public_note_salt, public_note_digest, internal_note_salt, internal_note_digest,
                staff_salt, staff_digest, previous_hash, hash)
            SELECT id, version, 'Rated', now(), 'Reporter', 'Pelapor', 'Resolved', service_code, last_hash, last_hash, last_hash, last_hash, last_hash, last_hash, last_hash, last_hash FROM changed
            """);
        await api.EverythingIsCountedAsync();
        Assert.That(await Faults(), Is.Empty);
        Assert.That(await StatisticsCommand.Run(api.Services, ["check"]), Is.Zero);
    }

    [Test, Order(2)]
    public async Task The_check_names_a_figure_that_is_wrong_and_a_rebuild_rights_it()
    {
        var (month, year) = ($"{Today.AddMonths(-8):yyyy-MM}-01", $"{Today.Year - 1}-01-01");
        await api.ExecuteAsync($"UPDATE statistics_counts SET in_time = in_time + 1 WHERE part = 'All' AND grain = 'Month' AND start = '{month}' AND sight = 'Public'");
        await api.ExecuteAsync($"UPDATE statistics_counts SET late = late + 1 WHERE part = 'All' AND grain = 'Year' AND start = '{year}' AND sight = 'Public'");
        Assert.That(await Faults(), Is.EqualTo(new[] { "Month " + month, "Year " + year }.Select(start => $"{start} {new CountKey(Part.All, "", "", Sight.Public)}")));
        Assert.That(await StatisticsCommand.Run(api.Services, ["check"]), Is.EqualTo(1));

        Assert.That(await StatisticsCommand.Run(api.Services, ["rebuild"]), Is.Zero);
        await api.EverythingIsCountedAsync();
        Assert.That(await Faults(), Is.Empty);
    }

    [Test]
    public async Task The_figures_can_be_had_as_a_table()
    {
        var answer = await stranger.GetAsync($"/api/v1/statistics/reports.csv?by=kelurahan&from={LongAgo:yyyy-MM-dd}");
        answer.HasStatus(HttpStatusCode.OK);
        var lines = answer.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Does.Contain("received"));
        Assert.That(lines, Has.Length.EqualTo(48), "the heading, 46 wards, and what has none");
    }

    private static void Same(JsonElement told, SlowCount count)
    {
        int Number(string name) => told.GetProperty(name).GetInt32();
        Assert.That(
            (Number("received"), Number("merged"), Number("open"), Number("overdueOpen"), Number("inTime"), Number("late"), Number("reopened")),
            Is.EqualTo((count.Received, count.Merged, count.Open, count.OverdueOpen, count.InTime, count.Late, count.Reopened)), count.Key);
        Assert.That(Of("satisfaction", "count"), Is.EqualTo(count.Ratings).Within(0));
        Assert.That(Of("satisfaction", "average"), Is.EqualTo(count.Stars ?? 0).Within(0.005));
        Assert.That(Of("firstResponse", "count"), Is.EqualTo(count.Responses).Within(0));
        Assert.That(Of("resolution", "count"), Is.EqualTo(count.Resolutions).Within(0));
        Near("firstResponse", "medianHours", count.ResponseMedianHours);
        Near("resolution", "medianHours", count.ResolutionMedianHours);
        Near("resolution", "p90Hours", count.ResolutionP90Hours);

        double Of(string measure, string name) => told.GetProperty(measure) is { ValueKind: JsonValueKind.Object } spread ? spread.GetProperty(name).GetDouble() : 0;

        void Near(string measure, string name, double? exact)
        {
            if (exact is > 0.1 and var hours)
            {
                Assert.That(Of(measure, name) / hours, Is.InRange(1 / 1.2, 1.2), $"{count.Key} {measure}");
            }
        }
    }

    private async Task<(string Ward, string Service)> MostReported() => await api.InDatabaseAsync(async db =>
    {
        var most = await db.PublicReports.Where(r => r.KelurahanCode != null && r.MergedInto == null).GroupBy(r => new { r.KelurahanCode, r.ServiceCode }).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        return (most.KelurahanCode!, most.ServiceCode);
    });

    private async Task<List<string>> Faults()
    {
        await using var scope = api.Services.CreateAsyncScope();
        var faults = new List<string>();
        await foreach (var fault in scope.ServiceProvider.GetRequiredService<CheckCounts>().Run(CancellationToken.None))
        {
            faults.Add(fault);
        }

        return faults;
    }
}
