using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Proof;

internal static class DayTree
{
    /// <summary>The tree over the hashes that were recorded when a day closed.</summary>
    public static async Task<MerkleTree> TreeOf(this AppDb db, DateOnly day, CancellationToken ct) =>
        new(await db.HistoryLeaves.Where(leaf => leaf.Date == day).OrderBy(leaf => leaf.Index).Select(leaf => leaf.Hash).ToListAsync(ct));
}
