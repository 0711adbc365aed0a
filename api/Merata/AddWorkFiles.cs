using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Merata;

/// <summary>Uploads that become a work's: photos with what they show, or PDFs with what they are.</summary>
public sealed record NewWorkFiles
{
    /// <summary>Of the uploads; either all pictures or all PDFs.</summary>
    [Required(ErrorMessage = "required")]
    [MinLength(1, ErrorMessage = "required")]
    [MaxLength(Work.PhotosAtOnce, ErrorMessage = "too_many")]
    public IReadOnlyList<Guid> AttachmentIds { get; init; } = [];

    /// <summary>Of photos; everybody sees them.</summary>
    public WorkPhotoTag? Photo { get; init; }

    /// <summary>Of PDFs; for staff.</summary>
    public WorkDocumentKind? Document { get; init; }

    /// <summary>To colleagues.</summary>
    [MaxLength(Work.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }
}

public sealed record AddWorkFiles(Guid WorkId, int ExpectedVersion, NewWorkFiles Files) : ICommand<WorkStanding>;

internal sealed class AddWorkFilesHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<AddWorkFiles, WorkStanding>
{
    private const string Field = "attachmentIds";

    public async Task<WorkStanding> Handle(AddWorkFiles request, CancellationToken cancellationToken)
    {
        var (sent, who, now) = (request.Files, actor.Value, time.Now());
        var (work, roles) = await db.WorkToChange(request.WorkId, request.ExpectedVersion, who, cancellationToken);
        if ((sent.Photo is null) == (sent.Document is null))
        {
            throw new RuleViolation("photo_or_document", field: "photo");
        }

        var ids = sent.Photo is null
            ? await db.TakeDocumentsFor(work.Id, sent.AttachmentIds, Field, cancellationToken)
            : await db.TakePhotosFor(work.Id, sent.AttachmentIds, Field, cancellationToken);
        work.Attach(ids, sent.Photo, sent.Document, who, now, Field);
        work.AddFiles(who, now, WorkDraft.Said(sent.Note));
        return WorkStanding.Of(work, roles);
    }
}
