using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Attachments;

/// <summary>
/// Deletes files that no row stands for: those of swept uploads, those of an upload that was cut off before its row was
/// committed, and those that a restored backup brought back after they were removed. A file is left alone until an upload of its
/// age is swept too, so none that is still on its way is touched.
/// </summary>
public sealed record SweepFiles : IBatchCommand;

internal sealed class SweepFilesHandler(AppDb db, AttachmentStore store, TimeProvider time) : IRequestHandler<SweepFiles, int>
{
    public async Task<int> Handle(SweepFiles request, CancellationToken cancellationToken)
    {
        var oldest = time.Now() - Attachment.FreeFor;
        var swept = 0;
        await foreach (var files in store.MadeBefore(oldest, cancellationToken))
        {
            var ids = files.Select(file => file.Key).ToArray();
            var kept = await db.Attachments.Where(a => ids.Contains(a.Id) && a.RemovedAt == null).Select(a => a.Id).ToListAsync(cancellationToken);
            foreach (var name in ids.Except(kept).SelectMany(id => files[id]))
            {
                await store.Delete(name, cancellationToken);
                swept++;
            }
        }

        return swept;
    }
}
