using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Callers;

/// <summary>What whoever looks at the evidence decides.</summary>
public sealed record MarkJudgement
{
    /// <summary><c>confirmed</c> or <c>lifted</c>.</summary>
    public required MarkReview Review { get; init; }

    [Required(ErrorMessage = "required")]
    [Legible]
    [MaxLength(CallerMark.NoteMax, ErrorMessage = "too_long")]
    public string Note { get; init; } = "";

    /// <summary>Days from now after which it ends; absent: as it was set.</summary>
    [Range(1, CallerMark.DaysMax, ErrorMessage = "out_of_range")]
    public int? Days { get; init; }
}

/// <summary>Confirms or lifts a mark; never one's own.</summary>
public sealed record ReviewMark(Guid MarkId, int ExpectedVersion, MarkJudgement Judgement) : ICommand<MarkItem>;

internal sealed class ReviewMarkHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<ReviewMark, MarkItem>
{
    public async Task<MarkItem> Handle(ReviewMark request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var mark = await db.CallerMarks.SingleOrDefaultAsync(m => m.Id == request.MarkId, cancellationToken) ?? throw RuleViolation.NotFound();
        if (mark.Version != request.ExpectedVersion)
        {
            throw AppDb.Stale(mark.Version);
        }

        mark.Judge(request.Judgement.Review, request.Judgement.Note.Trim(), request.Judgement.Days, actor.Value, now);
        return MarkItem.Of(mark, actor.Value.AccountId, now);
    }
}
