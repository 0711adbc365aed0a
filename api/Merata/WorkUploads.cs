using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>The uploads that a request names for a work, each of which nothing owns yet; from here on they are the work's.</summary>
internal static class WorkUploads
{
    /// <exception cref="RuleViolation"><c>unknown_attachment</c>: one is absent, taken, or a PDF.</exception>
    public static Task<Guid[]> TakePhotosFor(this AppDb db, Guid workId, IReadOnlyList<Guid> ids, string field, CancellationToken ct) => db.Take(workId, ids, isDocument: false, field, ct);

    /// <exception cref="RuleViolation"><c>unknown_attachment</c>: one is absent, taken, or a picture.</exception>
    public static Task<Guid[]> TakeDocumentsFor(this AppDb db, Guid workId, IReadOnlyList<Guid> ids, string field, CancellationToken ct) => db.Take(workId, ids, isDocument: true, field, ct);

    private static async Task<Guid[]> Take(this AppDb db, Guid workId, IReadOnlyList<Guid> ids, bool isDocument, string field, CancellationToken ct)
    {
        var free = await db.Attachments.Where(a => ids.Contains(a.Id) && a.ReportId == null && a.WorkId == null).ToListAsync(ct);
        if (free.Count != ids.Distinct().Count() || free.Exists(upload => upload.IsDocument != isDocument))
        {
            throw new RuleViolation("unknown_attachment", field: field);
        }

        free.ForEach(upload => upload.BelongToWork(workId));
        return [.. free.Select(upload => upload.Id)];
    }
}
