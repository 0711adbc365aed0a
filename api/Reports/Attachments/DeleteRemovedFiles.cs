using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Attachments;

/// <summary>
/// Deletes the files of removed attachments, and only then says in their rows that they are gone: a crash in between deletes them
/// again, which changes nothing.
/// </summary>
public sealed record DeleteRemovedFiles : IBatchCommand;

internal sealed class DeleteRemovedFilesHandler(AppDb db, AttachmentStore store) : IRequestHandler<DeleteRemovedFiles, int>
{
    private const int Batch = 50;

    public async Task<int> Handle(DeleteRemovedFiles request, CancellationToken cancellationToken)
    {
        var ids = await db.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM attachments
            WHERE removed_at IS NOT NULL AND bytes > 0
            ORDER BY removed_at
            LIMIT {Batch}
            FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            await store.Delete(id, cancellationToken);
        }

        return await db.Attachments.Where(a => ids.Contains(a.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.Bytes, 0).SetProperty(a => a.Sha256, Array.Empty<byte>()), cancellationToken);
    }
}
