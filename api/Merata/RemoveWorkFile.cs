using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>Why something is taken out.</summary>
public sealed record NewWorkRemoval
{
    [Required(ErrorMessage = "required")]
    [Legible]
    [MinLength(Work.ReasonMin, ErrorMessage = "too_short")]
    [MaxLength(Work.ReasonMax, ErrorMessage = "too_long")]
    public string Reason { get; init; } = "";
}

/// <summary>Takes a photo or PDF away from everybody; its bytes go within a minute or two.</summary>
public sealed record RemoveWorkFile(Guid WorkId, Guid FileId, int ExpectedVersion, string Reason) : ICommand<WorkStanding>;

internal sealed class RemoveWorkFileHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<RemoveWorkFile, WorkStanding>
{
    public async Task<WorkStanding> Handle(RemoveWorkFile request, CancellationToken cancellationToken)
    {
        var (who, now) = (actor.Value, time.Now());
        var (work, roles) = await db.WorkToChange(request.WorkId, request.ExpectedVersion, who, cancellationToken);
        work.RemoveFile(request.FileId, request.Reason.Trim(), who, now);
        (await db.Attachments.SingleAsync(a => a.Id == request.FileId, cancellationToken)).Remove(now);
        return WorkStanding.Of(work, roles);
    }
}
