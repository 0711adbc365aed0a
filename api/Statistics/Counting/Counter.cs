using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KediriLapor.Statistics.Counting;

/// <summary>
/// Counts days anew from the reports that were sent on them. Nothing is ever added to or taken from a stored figure, so no change can be counted twice
/// or be missed by half (docs/decisions/0036).
/// </summary>
internal sealed class Counter(AppDb db, CityWatch watch)
{
    /// <summary>What the reports of some days say now.</summary>
    public async Task<List<StoredCount>> Count(IReadOnlyCollection<DateOnly> days, CancellationToken ct)
    {
        var figures = new Dictionary<(DateOnly, CountKey), Figures>();
        foreach (var (first, last) in Runs(days))
        {
            await foreach (var (day, report) in Read(first, last, ct))
            {
                foreach (var key in KeysOf(report))
                {
                    if (!figures.TryGetValue((day, key), out var sum))
                    {
                        figures.Add((day, key), sum = new Figures());
                    }

                    sum.Add(report);
                }
            }
        }

        return [.. figures.Select(one => new StoredCount(one.Key.Item2, Grain.Day, one.Key.Item1, one.Value))];
    }

    /// <summary>What the stored days of a month, or the stored months of a year, add up to.</summary>
    public async Task<List<StoredCount>> Sum(Grain grain, DateOnly start, CancellationToken ct)
    {
        var (finer, until) = (grain - 1, grain.After(start));
        var sums = new Dictionary<CountKey, Figures>();
        await foreach (var row in db.Set<StoredCount>().AsNoTracking().Where(c => c.Grain == finer && c.Start >= start && c.Start < until).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!sums.TryGetValue(row.Key, out var sum))
            {
                sums.Add(row.Key, sum = new Figures());
            }

            sum.Add(row);
        }

        return [.. sums.Select(one => new StoredCount(one.Key, grain, start, one.Value))];
    }

    public async Task StoreDays(DateOnly[] days, CancellationToken ct) => await Store(Grain.Day, days, await Count(days, ct), ct);

    public async Task StoreSum(Grain grain, DateOnly start, CancellationToken ct) => await Store(grain, [start], await Sum(grain, start, ct), ct);

    /// <summary>Days on which something was ever sent.</summary>
    public async Task<List<DateOnly>> AllDays(CancellationToken ct)
    {
        await using var rows = await db.Read(ct, $"SELECT DISTINCT (submitted_at AT TIME ZONE 'Asia/Jakarta')::date FROM reports");
        return await rows.All(row => row.Value<DateOnly>(), ct);
    }

    /// <summary>What is committed now (<c>pg_snapshot</c>).</summary>
    public async Task<string> Snapshot(CancellationToken ct)
    {
        await using var rows = await db.Read(ct, $"SELECT pg_current_snapshot()::text");
        return (await rows.All(row => row.Text(), ct))[0];
    }

    /// <summary>Days of reports to which something happened since a snapshot.</summary>
    /// <returns>Null where the snapshot tells nothing: there is none yet, or it is another server's (a restored database).</returns>
    public async Task<List<DateOnly>?> DaysSince(string seen, CancellationToken ct)
    {
        if (seen.Length == 0)
        {
            return null;
        }

        await using var answers = await db.Read(
            ct,
            $"SELECT pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(({seen}::text)::pg_snapshot)",
            $"""
            SELECT DISTINCT (r.submitted_at AT TIME ZONE 'Asia/Jakarta')::date
            FROM report_events AS e JOIN reports AS r ON r.id = e.report_id
            WHERE e.recorded_in >= pg_snapshot_xmin(({seen}::text)::pg_snapshot) AND NOT pg_visible_in_snapshot(e.recorded_in, ({seen}::text)::pg_snapshot)
            """);
        var isStrange = (await answers.All(row => row.Value<bool>(), ct))[0];
        var days = await answers.All(row => row.Value<DateOnly>(), ct);
        return isStrange ? null : days;
    }

    private static IEnumerable<CountKey> KeysOf(Fact report) =>
    [
        new(Part.All, "", "", report.Sight),
        new(Part.Kelurahan, report.Kelurahan, "", report.Sight),
        new(Part.Agency, report.Agency, "", report.Sight),
        new(Part.Service, report.Service, "", report.Sight),
        new(Part.Channel, report.Channel.ToString(), "", report.Sight),
        new(Part.KelurahanService, report.Kelurahan, report.Service, report.Sight),
        new(Part.AgencyService, report.Agency, report.Service, report.Sight),
    ];

    /// <summary>Days that follow each other are read together.</summary>
    private static List<(DateOnly First, DateOnly Last)> Runs(IEnumerable<DateOnly> days)
    {
        var runs = new List<(DateOnly First, DateOnly Last)>();
        foreach (var day in days.Order())
        {
            if (runs is [.., var (first, last)] && last.AddDays(1) == day)
            {
                runs[^1] = (first, day);
            }
            else
            {
                runs.Add((day, day));
            }
        }

        return runs;
    }

    private async IAsyncEnumerable<(DateOnly Day, Fact Report)> Read(DateOnly first, DateOnly last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (city, from, until) = (watch.Current, IndonesianDate.Midnight(first), IndonesianDate.Midnight(last.AddDays(1)));
        Sql answered = $"e.actor_kind = {ActorKind.Staff} AND e.agency_code IS NOT NULL AND (e.type = {ReportEventType.StatusChanged} OR (e.type = {ReportEventType.Noted} AND e.public_note IS NOT NULL))";
        var rows = await db.Read(
            ct,
            $"""
            SELECT r.service_code, r.kelurahan_code, r.agency_code, r.channel, r.confidential, r.merged_into IS NOT NULL, r.status, r.outcome, r.settled_in_time,
                (SELECT min(e.at) FROM report_events AS e WHERE e.report_id = r.id AND {answered}) - r.submitted_at, r.settled_at - r.submitted_at,
                EXISTS (SELECT FROM report_events AS e WHERE e.report_id = r.id AND e.type = {ReportEventType.Reopened}), r.stars, r.submitted_at
            FROM reports AS r
            WHERE r.id >= {TimeId.FirstOf(from)} AND r.id < {TimeId.FirstOf(until)} AND r.submitted_at >= {from} AND r.submitted_at < {until}
            """);
        await foreach (var fact in rows.Stream(row => FactOf(row, city), ct))
        {
            yield return fact;
        }
    }

    private static (DateOnly Day, Fact Report) FactOf(Row row, City city)
    {
        var (service, kelurahan, agency, channel) = (row.Text(), row.TextOrNull(), row.TextOrNull(), row.Word<Channel>());
        var (confidential, merged, status, outcome) = (row.Value<bool>(), row.Value<bool>(), row.Word<ReportStatus>(), row.WordOrNull<Outcome>());
        var (inTime, response, ended, reopened, stars) = (row.ValueOrNull<bool>(), row.ValueOrNull<TimeSpan>(), row.ValueOrNull<TimeSpan>(), row.Value<bool>(), row.ValueOrNull<int>());
        var isFixed = status == ReportStatus.Resolved || outcome == Outcome.Fixed;
        return (IndonesianDate.InWib(row.Value<DateTimeOffset>()).Day, new(
            service, kelurahan ?? "", agency ?? "", channel, SightOf(city, service, confidential), merged, status, IsByTheCity(outcome) ? inTime : null,
            response, isFixed ? ended : null, ended is not null || reopened, reopened, stars));
    }

    /// <summary>What the reporter took back or another report stands for says nothing of how the city works.</summary>
    public static bool IsByTheCity(Outcome? outcome) => outcome is not (Outcome.Withdrawn or Outcome.NoAnswer or Outcome.Duplicate);

    public static Sight SightOf(City city, string service, bool confidential) =>
        city.Services[service].Integrity ? Sight.Integrity
        : confidential || city.Services[service].ConfidentialByDefault ? Sight.Confidential
        : Sight.Public;

    private async Task Store(Grain grain, DateOnly[] starts, List<StoredCount> rows, CancellationToken ct)
    {
        await db.Set<StoredCount>().Where(c => c.Grain == grain && starts.Contains(c.Start)).ExecuteDeleteAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {StoredCountTable.Name} (part, grain, start, first, second, sight, merged, in_time, late, ended, reopened, statuses, stars, responses, resolutions) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var word in new[] { row.Part.ToString(), row.Grain.ToString() })
            {
                await copy.WriteAsync(word, ct);
            }

            await copy.WriteAsync(row.Start, ct);
            foreach (var word in new[] { row.First, row.Second, row.Sight.ToString() })
            {
                await copy.WriteAsync(word, ct);
            }

            foreach (var number in new[] { row.Merged, row.InTime, row.Late, row.Ended, row.Reopened })
            {
                await copy.WriteAsync(number, ct);
            }

            foreach (var numbers in new[] { row.Statuses, row.Stars, row.Responses, row.Resolutions })
            {
                await copy.WriteAsync(numbers, ct);
            }
        }

        await copy.CompleteAsync(ct);
    }
}
