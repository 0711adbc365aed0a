using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>
/// Deletes picture files that have no row: those of swept uploads, and those of an upload that was cut off before its row was
/// committed. A file is left alone until an upload of its age is swept too, so none that is still on its way is touched.
/// </summary>
public sealed record SweepPictureFiles : IBatchCommand;

internal sealed class SweepPictureFilesHandler(AppDb db, AttachmentStore store, TimeProvider time) : IRequestHandler<SweepPictureFiles, int>
{
    public async Task<int> Handle(SweepPictureFiles request, CancellationToken cancellationToken)
    {
        var oldest = time.Now() - Attachment.FreeFor;
        var swept = 0;
        foreach (var pictures in store.MadeBefore(oldest))
        {
            var ids = pictures.Keys.ToArray();
            var kept = await db.Attachments.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
            foreach (var file in ids.Except(kept).SelectMany(id => pictures[id]))
            {
                file.Delete();
                swept++;
            }
        }

        return swept;
    }
}
