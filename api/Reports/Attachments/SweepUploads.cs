using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Attachments;

/// <summary>
/// Deletes the uploads that nothing has named in time (<see cref="Attachment.FreeFor"/>): their rows alone. Their files are
/// then files without a row, which is what <see cref="SweepFiles"/> looks for, so a crash in between loses sight of none.
/// </summary>
public sealed record SweepUploads : IBatchCommand;

internal sealed class SweepUploadsHandler(AppDb db, TimeProvider time) : IRequestHandler<SweepUploads, int>
{
    private const int Batch = 1000;

    public Task<int> Handle(SweepUploads request, CancellationToken cancellationToken)
    {
        var oldest = time.Now() - Attachment.FreeFor;
        return db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM attachments WHERE ctid = ANY(ARRAY(
                SELECT ctid FROM attachments WHERE report_id IS NULL AND work_id IS NULL AND created_at <= {oldest}
                ORDER BY created_at LIMIT {Batch} FOR UPDATE SKIP LOCKED))
            """,
            cancellationToken);
    }
}
