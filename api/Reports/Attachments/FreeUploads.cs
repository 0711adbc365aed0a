using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Attachments;

/// <summary>The uploads that a request names, each of which nothing owns yet.</summary>
internal static class FreeUploads
{
    private const string Field = "attachmentIds";

    /// <summary>A reporter's: to them a PDF is as unknown as what was never uploaded.</summary>
    /// <exception cref="RuleViolation"><c>unknown_attachment</c>: one is absent or taken.</exception>
    public static Task<List<Attachment>> TakePhotos(this AppDb db, Guid[]? ids, CancellationToken ct) =>
        Take(db.Attachments.Where(a => a.ContentType != Pdf.ContentType), ids, ct);

    /// <summary>What a reporter joins to the own report later.</summary>
    /// <exception cref="RuleViolation">The same, and <c>too_many</c>: photos of its reporter for one report.</exception>
    public static async Task<List<Attachment>> TakePhotos(this AppDb db, Guid[]? ids, Guid reportId, CancellationToken ct)
    {
        var taken = await db.TakePhotos(ids, ct);
        return taken.Count == 0 || taken.Count + await db.Attachments.CountAsync(a => a.ReportId == reportId && a.Phase == AttachmentPhase.Before, ct) <= Attachment.ReporterPhotosMax
            ? taken
            : throw new RuleViolation("too_many", field: Field);
    }

    /// <summary>What staff join to a report: photos and PDFs.</summary>
    /// <exception cref="RuleViolation"><c>unknown_attachment</c>: one is absent or taken; <c>too_many</c>: PDFs for one report.</exception>
    public static async Task<List<Attachment>> TakeUploads(this AppDb db, Guid[]? ids, Guid reportId, CancellationToken ct)
    {
        var taken = await Take(db.Attachments, ids, ct);
        var documents = taken.Count(a => a.IsDocument);
        return documents == 0 || documents + await db.Attachments.CountAsync(a => a.ReportId == reportId && a.ContentType == Pdf.ContentType, ct) <= Attachment.DocumentsMax
            ? taken
            : throw new RuleViolation("too_many", field: Field);
    }

    /// <summary>PDFs alone: a photo has its own place, where the report is resolved.</summary>
    /// <exception cref="RuleViolation">The same, and <c>documents_only</c>.</exception>
    public static async Task<List<Attachment>> TakeDocuments(this AppDb db, Guid[]? ids, Guid reportId, CancellationToken ct)
    {
        var taken = await db.TakeUploads(ids, reportId, ct);
        return taken.All(a => a.IsDocument) ? taken : throw new RuleViolation("documents_only", field: Field);
    }

    private static async Task<List<Attachment>> Take(IQueryable<Attachment> kind, Guid[]? ids, CancellationToken ct)
    {
        if (ids is null or [])
        {
            return [];
        }

        var free = await kind.Where(a => ids.Contains(a.Id) && a.ReportId == null && a.WorkId == null).ToListAsync(ct);
        return free.Count == ids.Distinct().Count() ? free : throw new RuleViolation("unknown_attachment", field: Field);
    }
}
