using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Proof;

/// <summary>
/// Signs a root for every finished day (WIB) that has none. Any number of instances may do so at once and again: one at a time
/// gets to a day, and the others find it closed.
/// </summary>
internal sealed class CloseHistoryDay(AppDb db, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Any number that no other lock of the program has.</summary>
    private const long Lock = 7_105_112_011;

    private static readonly TimeSpan LongestDay = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.HistorySigningKey");

    /// <returns>The days that were closed by this call, oldest first.</returns>
    public async Task<IReadOnlyList<DateOnly>> Run(CancellationToken ct)
    {
        db.Database.SetCommandTimeout(LongestDay);
        var today = IndonesianDate.InWib(time.Now()).Day;
        var closed = new List<DateOnly>();
        while (await CloseNext(today, ct) is { } day)
        {
            closed.Add(day);
        }

        return closed;
    }

    private async Task<DateOnly?> CloseNext(DateOnly today, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", ct);
        var last = await db.HistoryRoots.AsNoTracking().OrderByDescending(root => root.Date).FirstOrDefaultAsync(ct);
        if ((last?.Date.AddDays(1) ?? await FirstDay(ct)) is not { } day || day >= today)
        {
            return null;
        }

        var end = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, IndonesianDate.Wib).ToUniversalTime();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO history_leaves (date, index, report_id, sequence, hash)
            SELECT {day}, row_number() OVER (ORDER BY at, report_id, sequence) - 1, report_id, sequence, hash
            FROM report_events e
            WHERE at < {end} AND NOT EXISTS (SELECT 1 FROM history_leaves l WHERE l.report_id = e.report_id AND l.sequence = e.sequence)
            """,
            ct);
        var tree = await db.TreeOf(day, ct);
        var key = await NewestKey(ct);
        using var pair = key.Open(protector);
        db.HistoryRoots.Add(new SignedRoot(day, tree.Count, tree.Root, last?.Hash() ?? SignedRoot.Nothing, key.Id, []).SignedBy(pair));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return day;
    }

    private async Task<DateOnly?> FirstDay(CancellationToken ct) =>
        await db.ReportEvents.MinAsync(happened => (DateTimeOffset?)happened.At, ct) is { } first ? IndonesianDate.InWib(first).Day : null;

    private async Task<SigningKey> NewestKey(CancellationToken ct)
    {
        if (await db.SigningKeys.AsNoTracking().OrderByDescending(key => key.CreatedAt).FirstOrDefaultAsync(ct) is { } newest)
        {
            return newest;
        }

        var first = SigningKey.New(protector, time.Now());
        db.SigningKeys.Add(first);
        return first;
    }
}
