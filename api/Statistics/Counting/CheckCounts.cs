using System.Data;
using System.Runtime.CompilerServices;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Statistics.Counting;

/// <summary>Counts every day, month and year anew and says which stored figures tell something else. Days that wait to be counted again are left out.</summary>
internal sealed class CheckCounts(AppDb db, Counter counter)
{
    /// <returns>One line for each row that is wrong, missing or too many.</returns>
    public async IAsyncEnumerable<string> Run([EnumeratorCancellation] CancellationToken ct)
    {
        // one picture of both sides, whatever is changed meanwhile
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var position = await db.Set<CountPosition>().AsNoTracking().SingleAsync(ct);
        var waiting = position.Waiting.Union(await counter.DaysSince(position.Seen, ct) ?? await counter.AllDays(ct)).ToHashSet();
        var stored = await db.Set<StoredCount>().Where(c => c.Grain == Grain.Day).Select(c => c.Start).Distinct().ToListAsync(ct);
        foreach (var day in stored.Union(await counter.AllDays(ct)).Except(waiting).Order())
        {
            foreach (var fault in Faults(await Stored(Grain.Day, day, ct), await counter.Count([day], ct)))
            {
                yield return fault;
            }
        }

        var months = stored.Select(day => Grain.Month.StartOf(day)).Distinct().Where(month => month < position.MonthsUntil && !waiting.Any(day => (day.Year, day.Month) == (month.Year, month.Month)));
        var years = stored.Select(day => Grain.Year.StartOf(day)).Distinct().Where(year => year < position.YearsUntil && !waiting.Any(day => day.Year == year.Year));
        foreach (var (grain, start) in months.Order().Select(month => (Grain.Month, month)).Concat(years.Order().Select(year => (Grain.Year, year))))
        {
            foreach (var fault in Faults(await Stored(grain, start, ct), await counter.Sum(grain, start, ct)))
            {
                yield return fault;
            }
        }
    }

    private Task<List<StoredCount>> Stored(Grain grain, DateOnly start, CancellationToken ct) =>
        db.Set<StoredCount>().AsNoTracking().Where(c => c.Grain == grain && c.Start == start).ToListAsync(ct);

    private static IEnumerable<string> Faults(List<StoredCount> stored, List<StoredCount> counted)
    {
        var told = stored.ToDictionary(row => row.Key);
        foreach (var right in counted)
        {
            if (!told.Remove(right.Key, out var row) || !row.Tells(right))
            {
                yield return $"{right.Grain} {right.Start:yyyy-MM-dd} {right.Key}";
            }
        }

        foreach (var row in told.Values)
        {
            yield return $"{row.Grain} {row.Start:yyyy-MM-dd} {row.Key}";
        }
    }
}
