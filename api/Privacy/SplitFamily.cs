using KediriLapor.Persistence;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>Reports of one reporter that were one report: what is done about the person in the first is done in all.</summary>
internal static class SplitFamily
{
    /// <returns>The report first, then those split from it, those split from these, and on.</returns>
    public static async Task<List<Report>> WithAllSplitFrom(this AppDb db, Guid id, CancellationToken ct)
    {
        var ids = await db.Database.SqlQuery<Guid>($"""
            WITH RECURSIVE family(id) AS (
                SELECT {id}
                UNION
                SELECT r.id FROM reports r JOIN family f ON r.parent_id = f.id)
            SELECT id AS "Value" FROM family
            """).ToListAsync(ct);
        // version 7 ids sort by time: who was split is older than what was split from it
        return await db.Reports.Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(ct);
    }
}
