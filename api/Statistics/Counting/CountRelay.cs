using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Statistics.Counting;

/// <summary>
/// Follows the history and counts each day again that something happened to. Where it got to is stored with what it counted, in one transaction: killed in
/// the middle, it or any other instance begins that part once more and no figure is wrong.
/// </summary>
internal sealed class CountRelay(IServiceScopeFactory scopes, TimeProvider time, ILogger<CountRelay> log) : Relay(Pause, log)
{
    /// <summary>Days in one transaction.</summary>
    private const int Batch = 31;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task<int> CarryBatch(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, counter) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<Counter>());
        var today = IndonesianDate.InWib(time.GetUtcNow()).Day;
        var (month, year) = (Grain.Month.StartOf(today), Grain.Year.StartOf(today));
        // looked first and locked then: a lock is a write, and most of the time nothing has happened
        var known = await db.Set<CountPosition>().AsNoTracking().SingleAsync(ct);
        if (known.Waiting.Length == 0 && known.MonthsUntil == month && known.Seen.Length > 0 && await counter.DaysSince(known.Seen, ct) is { Count: 0 })
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<CountPosition>().FromSql($"SELECT * FROM statistics_position FOR UPDATE SKIP LOCKED").SingleOrDefaultAsync(ct) is not { } position)
        {
            return 0;
        }

        // read before the days: what commits between the two is read again next time, which does no harm
        var now = await counter.Snapshot(ct);
        DateOnly[] waiting = [.. (await counter.DaysSince(position.Seen, ct) ?? await counter.AllDays(ct)).Union(position.Waiting).OrderDescending()];
        var taken = waiting.Take(Batch).ToArray();
        await counter.StoreDays(taken, ct);

        // months end by the clock; those that ended since are summed once, the others when one of their days was counted again
        var ended = position.MonthsUntil == default ? [] : Months(position.MonthsUntil, month);
        DateOnly[] months = [.. taken.Select(day => Grain.Month.StartOf(day)).Where(one => one < month).Union(ended)];
        foreach (var one in months)
        {
            await counter.StoreSum(Grain.Month, one, ct);
        }

        // a year when none of its days waits any more: counted anew, ten years are summed ten times and not at each of their months
        var left = waiting[taken.Length..];
        foreach (var one in months.Select(one => Grain.Year.StartOf(one)).Distinct().Where(one => one < year && !left.Any(day => day.Year == one.Year)))
        {
            await counter.StoreSum(Grain.Year, one, ct);
        }

        (position.Seen, position.Waiting, position.MonthsUntil, position.YearsUntil) = (now, left, month, left.Length == 0 ? year : position.YearsUntil);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return taken.Length;
    }

    private static IEnumerable<DateOnly> Months(DateOnly from, DateOnly until)
    {
        for (var month = from; month < until; month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}
