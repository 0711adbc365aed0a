using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Callers;

/// <summary>A hint about the number that these calls came from.</summary>
public sealed record NewMark
{
    public required MarkKind Kind { get; init; }

    /// <summary>The prank calls it rests on, all of one number.</summary>
    [MinLength(CallerMark.EvidenceMin, ErrorMessage = "evidence_needed")]
    [MaxLength(CallerMark.EvidenceMax, ErrorMessage = "too_many")]
    public required List<Guid> CallIds { get; init; }

    /// <summary>What happened, for who reviews it.</summary>
    [Required(ErrorMessage = "required")]
    [Legible]
    [MaxLength(CallerMark.NoteMax, ErrorMessage = "too_long")]
    public string Note { get; init; } = "";

    /// <summary>After how many days it ends by itself; 30 unless said.</summary>
    [Range(1, CallerMark.DaysMax, ErrorMessage = "out_of_range")]
    public int? Days { get; init; }
}

/// <summary>Sets a hint beside a number. It blocks nothing; a verifier reviews it.</summary>
public sealed record MarkCaller(NewMark Mark, Guid? IdempotencyKey) : IIdempotentCommand<MarkItem>;

internal sealed class MarkCallerHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<MarkCaller, MarkItem>
{
    public async Task<MarkItem> Handle(MarkCaller request, CancellationToken cancellationToken)
    {
        var (sent, now) = (request.Mark, time.Now());
        var ids = sent.CallIds.Distinct().ToArray();
        var evidence = await db.Calls.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        if (evidence.Count < ids.Length)
        {
            throw new RuleViolation("unknown_call", field: "callIds");
        }

        var mark = CallerMark.Set(sent.Kind, evidence, sent.Note.Trim(), sent.Days, actor.Value, now);
        db.CallerMarks.Add(mark);
        return MarkItem.Of(mark, actor.Value.AccountId, now);
    }
}
