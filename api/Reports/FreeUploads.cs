using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

internal static class FreeUploads
{
    /// <summary>The uploads that a request names, each of which no report owns yet.</summary>
    /// <exception cref="RuleViolation"><c>unknown_attachment</c>: one is absent or taken.</exception>
    public static async Task<List<Attachment>> TakeUploads(this AppDb db, Guid[]? ids, CancellationToken ct)
    {
        if (ids is null or [])
        {
            return [];
        }

        var free = await db.Attachments.Where(a => ids.Contains(a.Id) && a.ReportId == null).ToListAsync(ct);
        return free.Count == ids.Distinct().Count() ? free : throw new RuleViolation("unknown_attachment", field: "attachmentIds");
    }
}
