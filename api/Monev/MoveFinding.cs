using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Merata;
using KediriLapor.Monev.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Monev;

/// <summary>A step with a finding; which are open, and what each asks for, is told by <c>steps</c> of the finding.</summary>
public sealed record NewFindingStep
{
    public required FindingStep Step { get; init; }

    /// <summary>What was done, or why.</summary>
    [MaxLength(Finding.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }

    /// <summary>Another last day for the answer, at most sixty days from today.</summary>
    public DateOnly? FollowUpBy { get; init; }

    public FindingGrade? Grade { get; init; }
}

public sealed record MoveFinding(Guid FindingId, int ExpectedVersion, NewFindingStep Step) : ICommand<FindingOutcome>;

internal sealed class MoveFindingHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<MoveFinding, FindingOutcome>
{
    public async Task<FindingOutcome> Handle(MoveFinding request, CancellationToken cancellationToken)
    {
        var (sent, who) = (request.Step, actor.Value);
        var finding = await db.Findings.VisibleTo(who).SingleOrDefaultAsync(f => f.Id == request.FindingId, cancellationToken) ?? throw RuleViolation.NotFound();
        var roles = who.WalksAt(finding.KelurahanCode);
        if (roles == 0)
        {
            throw new RuleViolation("permission_required", StatusCodes.Status403Forbidden);
        }

        if (finding.Version != request.ExpectedVersion)
        {
            throw AppDb.Stale(finding.Version);
        }

        finding.Take(new FindingMove(sent.Step, WorkDraft.Said(sent.Note), sent.FollowUpBy, sent.Grade), roles, who, time.Now());
        return FindingOutcome.Of(finding, roles);
    }
}
