using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>A move to another stage; which moves are open, and what each demands, is told by <c>moves</c> of the work.</summary>
public sealed record NewWorkStage
{
    public required WorkStage To { get; init; }

    /// <summary>The day on which it came about; absent for today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Of DPA, contract, BAST or SPJ.</summary>
    [MaxLength(Work.NumberMax, ErrorMessage = "too_long")]
    public string? Number { get; init; }

    /// <summary>The executing group.</summary>
    [MaxLength(Work.NameMax, ErrorMessage = "too_long")]
    public string? PokmasName { get; init; }

    /// <summary>Never shown to the public.</summary>
    [MaxLength(Work.NameMax, ErrorMessage = "too_long")]
    public string? PokmasChair { get; init; }

    /// <summary>Why back, or why not at all; everybody reads it.</summary>
    [MaxLength(Work.ReasonMax, ErrorMessage = "too_long")]
    public string? Reason { get; init; }

    /// <summary>To colleagues.</summary>
    [MaxLength(Work.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }

    /// <summary>People it reached.</summary>
    [Range(0, Work.PeopleMax, ErrorMessage = "out_of_range")]
    public int? Beneficiaries { get; init; }

    /// <summary>Uploads: photos of the progress that the stage claims.</summary>
    [MaxLength(Work.PhotosAtOnce, ErrorMessage = "too_many")]
    public IReadOnlyList<Guid> PhotoIds { get; init; } = [];

    /// <summary>Uploads: the paper that the stage stands on.</summary>
    [MaxLength(Work.PhotosAtOnce, ErrorMessage = "too_many")]
    public IReadOnlyList<Guid> DocumentIds { get; init; } = [];
}

public sealed record ChangeWorkStage(Guid WorkId, int ExpectedVersion, NewWorkStage Change) : ICommand<WorkStanding>;

internal sealed class ChangeWorkStageHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<ChangeWorkStage, WorkStanding>
{
    public async Task<WorkStanding> Handle(ChangeWorkStage request, CancellationToken cancellationToken)
    {
        var (sent, who, now) = (request.Change, actor.Value, time.Now());
        var (work, roles) = await db.WorkToChange(request.WorkId, request.ExpectedVersion, who, cancellationToken);
        _ = work.Edge(sent.To, roles);
        if (sent.PhotoIds.Count > 0 && sent.To.Photo() is null)
        {
            throw new RuleViolation("work_photo_elsewhere", field: "photoIds");
        }

        if (sent.PhotoIds.Count > 0)
        {
            work.Attach(await db.TakePhotosFor(work.Id, sent.PhotoIds, "photoIds", cancellationToken), sent.To.Photo(), null, who, now, "photoIds");
        }

        if (sent.DocumentIds.Count > 0)
        {
            work.Attach(await db.TakeDocumentsFor(work.Id, sent.DocumentIds, "documentIds", cancellationToken), null, sent.To.Paper(), who, now, "documentIds");
        }

        work.MoveTo(
            new WorkMove(
                sent.To, sent.On ?? IndonesianDate.InWib(now).Day, WorkDraft.Said(sent.Number), WorkDraft.Said(sent.PokmasName), WorkDraft.Said(sent.PokmasChair), WorkDraft.Said(sent.Reason),
                WorkDraft.Said(sent.Note), sent.Beneficiaries),
            roles, who, now);
        var following = await db.WorkLinks.Where(l => l.WorkId == work.Id && l.UnlinkedAt == null).Select(l => l.ReportId).ToListAsync(cancellationToken);
        db.WorkNews.AddRange(following.Select(work.NewsFor));
        return WorkStanding.Of(work, roles);
    }
}
