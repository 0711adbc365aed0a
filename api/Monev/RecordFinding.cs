using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Merata;
using KediriLapor.Monev.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Monev;

/// <summary>What an examination of a work came to.</summary>
public sealed record NewFinding
{
    public required Guid WorkId { get; init; }

    public required FindingAspect Aspect { get; init; }

    /// <summary><c>none</c> where all is as planned: such a finding is closed from the beginning.</summary>
    public required FindingGrade Grade { get; init; }

    [Required(ErrorMessage = "required")]
    [Legible]
    [MinLength(Finding.DescriptionMin, ErrorMessage = "too_short")]
    [MaxLength(Finding.DescriptionMax, ErrorMessage = "too_long")]
    public string Description { get; init; } = "";

    /// <summary>The day of the examination; absent for today.</summary>
    public DateOnly? FoundOn { get; init; }

    /// <summary>The last day for the ward's answer, at most sixty days from today; needed unless nothing was found.</summary>
    public DateOnly? FollowUpBy { get; init; }
}

/// <summary>Where a finding stands after a change.</summary>
/// <param name="AllowedSteps">Open to this actor.</param>
public sealed record FindingOutcome(Guid Id, FindingState State, FindingGrade Grade, DateOnly? FollowUpBy, int Version, FindingStep[] AllowedSteps)
{
    internal static FindingOutcome Of(Finding finding, FindingWalker roles) =>
        new(finding.Id, finding.State, finding.Grade, finding.FollowUpBy, finding.Version, [.. finding.Steps(roles).Select(edge => edge.Step)]);
}

/// <summary>Writes down what was found at a work.</summary>
public sealed record RecordFinding(NewFinding Found, Guid? IdempotencyKey) : IIdempotentCommand<FindingOutcome>;

internal sealed class RecordFindingHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<RecordFinding, FindingOutcome>
{
    public async Task<FindingOutcome> Handle(RecordFinding request, CancellationToken cancellationToken)
    {
        var (sent, who, now) = (request.Found, actor.Value, time.Now());
        if (!who.MayExamine())
        {
            throw new RuleViolation("permission_required", StatusCodes.Status403Forbidden);
        }

        var work = await db.Works.VisibleTo(who).Where(w => w.Id == sent.WorkId).Select(w => new { w.Id, w.KelurahanCode, w.PlanNumber }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new RuleViolation("unknown_work", field: "workId");
        if (work.PlanNumber == 0)
        {
            throw new RuleViolation("work_not_planned", field: "workId");
        }

        var finding = Finding.Record(
            work.Id, work.KelurahanCode, new FoundMatter(sent.Aspect, sent.Grade, sent.Description.Trim(), sent.FoundOn ?? IndonesianDate.InWib(now).Day, sent.FollowUpBy), who, now);
        db.Findings.Add(finding);
        return FindingOutcome.Of(finding, who.WalksAt(work.KelurahanCode));
    }
}
