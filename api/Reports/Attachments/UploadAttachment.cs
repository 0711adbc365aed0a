using KediriLapor.Accounts;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Reports.Attachments;

/// <param name="Content">Read when its turn has come.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ReadPosition">The reporter agreed that the photo tells where it was taken.</param>
public sealed record UploadAttachment(Stream Content, int Length, bool ReadPosition) : ICommand<UploadedAttachment>;

/// <summary>An upload that one report may name.</summary>
/// <param name="Width">Pixels; 0 for a PDF.</param>
/// <param name="Height">Pixels; 0 for a PDF.</param>
/// <param name="Bytes">Size of the file as stored; of a picture after re-encoding.</param>
/// <param name="Position">Where it was taken, when that was asked for and the photo says it: an offer for the report's place, stored nowhere.</param>
public sealed record UploadedAttachment(Guid Id, string ContentType, int Width, int Height, int Bytes, PointOnMap? Position);

internal sealed class UploadAttachmentHandler(Uploads uploads, UploadWorkers workers, CurrentActor actor) : IRequestHandler<UploadAttachment, UploadedAttachment>
{
    public async Task<UploadedAttachment> Handle(UploadAttachment request, CancellationToken cancellationToken)
    {
        var (picture, document) = await workers.Run(() => Look(request, cancellationToken), cancellationToken);
        var kept = await (picture is null ? uploads.Keep(document!, cancellationToken) : uploads.Keep(picture, cancellationToken));
        return new UploadedAttachment(kept.Id, kept.ContentType, kept.Width, kept.Height, kept.Bytes, request.ReadPosition ? picture?.TakenAt : null);
    }

    private async Task<(Picture? Picture, byte[]? Document)> Look(UploadAttachment request, CancellationToken ct)
    {
        var content = new byte[request.Length];
        await request.Content.ReadExactlyAsync(content, ct);
        if (!Pdf.Claims(content))
        {
            return (Pictures.Read(content), null);
        }

        var who = actor.Value;
        if (!who.May(Permission.HandleReports) && !who.May(Permission.TriageReports) && !who.May(Permission.ManageWorks))
        {
            throw new RuleViolation("pdf_staff_only", field: "file");
        }

        Pdf.Check(content);
        return (null, content);
    }
}
