using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using KediriLapor.Statistics.Counting;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Statistics;

/// <summary>Which reports are counted: those that the asker may know of, narrowed by what is asked.</summary>
/// <param name="Sights">How much may be known.</param>
/// <param name="Agencies">Those of the asker; null for all.</param>
public sealed record Selection(Period Period, IReadOnlyList<Sight> Sights, string? Kelurahan = null, string? Agency = null, string? Service = null, Channel? Channel = null, IReadOnlyList<string>? Agencies = null)
{
    public static IReadOnlyList<Sight> Everybody { get; } = [Sight.Public];
}

/// <summary>Reads stored figures, and beside them what only the present instant tells: which open reports are overdue.</summary>
internal sealed class CountReader(AppDb db, CityWatch watch)
{
    /// <summary>The stored rows of a part that the selection asks for, none coarser than <paramref name="coarsest"/>.</summary>
    public async Task<List<StoredCount>> Read(Selection selection, Part part, Grain coarsest, CancellationToken ct)
    {
        var position = await db.Set<CountPosition>().AsNoTracking().SingleAsync(ct);
        var (first, second) = KeysOf(selection, part);
        var sights = selection.Sights;
        var rows = db.Set<StoredCount>().AsNoTracking().Where(c => c.Part == part && sights.Contains(c.Sight));
        if (first is not null)
        {
            rows = rows.Where(c => c.First == first);
        }
        else if (selection.Agencies is { } own)
        {
            rows = rows.Where(c => own.Contains(c.First));
        }

        rows = second is null ? rows : rows.Where(c => c.Second == second);
        // ranges of the key, one after the other: one condition over all of them would read every day of the part
        return await Ranges(coarsest, selection.Period.From, selection.Period.Until.AddDays(1), position)
            .Select(range => rows.Where(c => c.Grain == range.Grain && c.Start >= range.From && c.Start < range.End))
            .Aggregate((one, next) => one.Concat(next))
            .ToListAsync(ct);
    }

    /// <summary>Open reports of the selection that are past their deadline.</summary>
    public async Task<List<OverdueReport>> Overdue(Selection selection, DateTimeOffset now, CancellationToken ct)
    {
        var (city, period) = (watch.Current, selection.Period);
        Sql statement = $"""
            SELECT r.kelurahan_code, r.agency_code, r.service_code, r.channel, r.confidential, r.submitted_at
            FROM reports AS r
            WHERE r.status <> ALL ({Ended}) AND r.due_at < {now} AND r.merged_into IS NULL AND r.submitted_at >= {period.Start} AND r.submitted_at < {period.End}
            """;
        statement = statement
            .And(selection.Kelurahan is not null, $"r.kelurahan_code = {selection.Kelurahan}")
            .And(selection.Agency is not null, $"r.agency_code = {selection.Agency}")
            .And(selection.Service is not null, $"r.service_code = {selection.Service}")
            .And(selection.Channel is not null, $"r.channel = {selection.Channel.GetValueOrDefault()}")
            .And(selection.Agencies is not null, $"r.agency_code = ANY ({selection.Agencies?.ToArray() ?? []})");
        await using var rows = await db.Read(ct, statement);
        var overdue = await rows.All(
            row => (Report: new OverdueReport(row.TextOrNull() ?? "", row.TextOrNull() ?? "", row.Text(), row.Word<Channel>()), IsConfidential: row.Value<bool>(), At: row.Value<DateTimeOffset>()), ct);
        return [.. overdue.Where(one => selection.Sights.Contains(Counter.SightOf(city, one.Report.Service, one.IsConfidential)))
            .Select(one => one.Report with { Day = IndonesianDate.InWib(one.At).Day })];
    }

    private static readonly ReportStatus[] Ended = [ReportStatus.Resolved, ReportStatus.Closed];

    /// <summary>The period in the coarsest rows that are kept: whole years, the months on both sides of them, the days on both sides of these.</summary>
    private static IEnumerable<(Grain Grain, DateOnly From, DateOnly End)> Ranges(Grain coarsest, DateOnly from, DateOnly end, CountPosition kept)
    {
        if (from >= end)
        {
            return [];
        }

        if (coarsest == Grain.Day)
        {
            return [(Grain.Day, from, end)];
        }

        var first = coarsest.StartOf(from) == from ? from : coarsest.After(from);
        var last = coarsest.StartOf(end) < kept.Until(coarsest) ? coarsest.StartOf(end) : kept.Until(coarsest);
        return first < last
            ? [.. Ranges(coarsest - 1, from, first, kept), (coarsest, first, last), .. Ranges(coarsest - 1, last, end, kept)]
            : Ranges(coarsest - 1, from, end, kept);
    }
    private static (string? First, string? Second) KeysOf(Selection selection, Part part) => part switch
    {
        Part.All => (null, null),
        Part.Kelurahan => (selection.Kelurahan, null),
        Part.Agency => (selection.Agency, null),
        Part.Service => (selection.Service, null),
        Part.Channel => (selection.Channel?.ToString(), null),
        Part.KelurahanService => (selection.Kelurahan, selection.Service),
        Part.AgencyService => (selection.Agency, selection.Service),
    };
}

internal sealed record OverdueReport(string Kelurahan, string Agency, string Service, Channel Channel)
{
    /// <summary>On which it was sent.</summary>
    public DateOnly Day { get; init; }
}
