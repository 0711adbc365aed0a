using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Attachments;

public sealed record AttachmentItem(Guid Id, string ContentType, int Width, int Height, AttachmentPhase Phase)
{
    /// <summary>Of <see cref="ReportFiles.PhotosOf(Sql)"/>.</summary>
    internal static AttachmentItem Of(Row row) => new(row.Value<Guid>(), row.Text(), row.Value<int>(), row.Value<int>(), row.Word<AttachmentPhase>());
}

/// <summary>A PDF that staff keep with a report. It has no name of its own: names of files tell of people.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sequence">Of the history row that brought it, where colleagues wrote what it is.</param>
/// <param name="AddedBy">The colleague.</param>
public sealed record DocumentItem(Guid Id, string ContentType, int Bytes, DateTimeOffset AddedAt, int Sequence, string AddedBy);

/// <summary>What is there to be seen of a report: the one place that keeps PDFs from its reporter, and what was removed from everybody.</summary>
internal static class ReportFiles
{
    public static IQueryable<Attachment> PhotosOf(this AppDb db, Guid reportId) =>
        db.Attachments.Where(a => a.ReportId == reportId && a.ContentType != Pdf.ContentType && a.RemovedAt == null);

    /// <summary>The same in SQL of its own, by number.</summary>
    public static Sql PhotosOf(Sql reportId) =>
        $"SELECT id, content_type, width, height, phase FROM attachments WHERE report_id = {reportId} AND content_type <> {Pdf.ContentType} AND removed_at IS NULL ORDER BY id";

    public static IQueryable<Attachment> DocumentsOf(this AppDb db, Guid reportId) =>
        db.Attachments.Where(a => a.ReportId == reportId && a.ContentType == Pdf.ContentType && a.RemovedAt == null);

    /// <summary>For staff alone.</summary>
    public static async Task<(List<DocumentItem> Documents, int Removed)> StaffFilesOf(this AppDb db, Guid reportId, CancellationToken ct)
    {
        var documents = await db.DocumentsOf(reportId).OrderBy(a => a.Id)
            .Join(
                db.ReportEvents, a => new { Report = a.ReportId!.Value, Sequence = a.Sequence!.Value }, e => new { Report = e.ReportId, e.Sequence },
                (a, e) => new DocumentItem(a.Id, a.ContentType, a.Bytes, e.At, e.Sequence, e.ActorName))
            .ToListAsync(ct);
        return (documents, await db.Attachments.CountAsync(a => a.ReportId == reportId && a.RemovedAt != null, ct));
    }
}
