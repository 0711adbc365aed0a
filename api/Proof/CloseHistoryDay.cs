using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Proof;

/// <summary>
/// Signs a root for the oldest finished day (WIB) that has none. Any number of instances may do so at once and again: one at a time
/// gets to a day, and the others find it closed.
/// </summary>
public sealed record CloseHistoryDay : IBatchCommand;

internal sealed class CloseHistoryDayHandler(AppDb db, IDataProtectionProvider protection, TimeProvider time) : IRequestHandler<CloseHistoryDay, int>
{
    /// <summary>
    /// Days by which a slow clock may tell a row late and still have it signed. Without an end every day would read all that ever happened; what
    /// is later yet is named by the check.
    /// </summary>
    internal const int LateMax = 7;

    private static readonly TimeSpan LongestDay = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.ForSigningKeys();

    /// <returns>1, or 0 when no finished day is open.</returns>
    public async Task<int> Handle(CloseHistoryDay request, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(LongestDay);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SigningKeys.Lock})", cancellationToken);
        var last = await db.HistoryRoots.AsNoTracking().OrderByDescending(root => root.Date).FirstOrDefaultAsync(cancellationToken);
        if ((last?.Date.AddDays(1) ?? await FirstDay(cancellationToken)) is not { } day || day >= IndonesianDate.InWib(time.Now()).Day)
        {
            return 0;
        }

        var (earliest, begin, end) = (day.AddDays(-LateMax), BeginningOf(day.AddDays(-LateMax)), BeginningOf(day.AddDays(1)));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO history_leaves (date, index, report_id, sequence, hash)
            SELECT {day}, row_number() OVER (ORDER BY at, report_id, sequence) - 1, report_id, sequence, hash
            FROM report_events e
            WHERE at >= {begin} AND at < {end} AND NOT EXISTS (
                SELECT 1 FROM history_leaves l WHERE l.date >= {earliest} AND l.date < {day} AND l.report_id = e.report_id AND l.sequence = e.sequence)
            """,
            cancellationToken);
        var tree = await db.TreeOf(day, cancellationToken);
        var key = await db.SigningKeyFor(protector, time.Now(), cancellationToken);
        using var pair = key.Open(protector);
        db.HistoryRoots.Add(new SignedRoot(day, tree.Count, tree.Root, last?.Hash() ?? SignedRoot.Nothing, key.Id, []).SignedBy(pair));
        return 1;
    }

    internal static DateTimeOffset BeginningOf(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, IndonesianDate.Wib).ToUniversalTime();

    private async Task<DateOnly?> FirstDay(CancellationToken ct) =>
        await db.ReportEvents.MinAsync(happened => (DateTimeOffset?)happened.At, ct) is { } first ? IndonesianDate.InWib(first).Day : null;
}
