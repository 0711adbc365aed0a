using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.HandOvers;

/// <summary>What the receiver says: yes, under its number and until its day; or no, and why.</summary>
public sealed record NewHandOverAnswer
{
    public required HandOverReply Reply { get; init; }

    /// <summary>Their own number for the matter; asked for with a yes.</summary>
    [Legible]
    [MaxLength(HandOver.ReferenceMax, ErrorMessage = "too_long")]
    public string? Number { get; init; }

    /// <summary>By when they mean to act; asked for with a yes.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>Who answers; for the city alone.</summary>
    [Required(ErrorMessage = "required")]
    [Legible]
    [MaxLength(HandOverAnswer.ByMax, ErrorMessage = "too_long")]
    public string By { get; init; } = "";

    /// <summary>Where the reporter may ask; shown to the reporter.</summary>
    [MaxLength(HandOverAnswer.ContactMax, ErrorMessage = "too_long")]
    public string? Contact { get; init; }

    /// <summary>Why not; asked for with a no, and shown to the reporter.</summary>
    [Legible]
    [MaxLength(HandOverAnswer.ReasonMax, ErrorMessage = "too_long")]
    public string? Reason { get; init; }

    /// <summary>With what belongs to the other answer left out.</summary>
    internal HandOverWords Words() => Reply switch
    {
        HandOverReply.Acknowledged => new(Reply, Said(Number), ExpectedOn, By.Trim(), Said(Contact), null),
        HandOverReply.Declined => new(Reply, null, null, By.Trim(), Said(Contact), Said(Reason)),
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Answers once. The same answer again is the same answer; another one finds it answered.</summary>
public sealed record AnswerHandOver(Guid Id, HandOverKey Key, NewHandOverAnswer Answer) : ICommand<HandOverView>, ITakesTurns
{
    string ITakesTurns.Turn => $"hand-over {Id}";
}

internal sealed class AnswerHandOverHandler(AppDb db, CityWatch watch, CurrentActor actor, HandOverDoor door, HandOverPicture picture, TimeProvider time) : IRequestHandler<AnswerHandOver, HandOverView>
{
    public async Task<HandOverView> Handle(AnswerHandOver request, CancellationToken cancellationToken)
    {
        var opened = await door.Open(request.Id, request.Key, cancellationToken);
        if (!opened.MayAnswer)
        {
            throw new RuleViolation("permission_required", StatusCodes.Status403Forbidden);
        }

        var words = request.Answer.Words();
        if (await db.HandOverAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.HandOverId == request.Id, cancellationToken) is { } earlier)
        {
            return earlier.Words == words ? await picture.Of(opened, earlier, cancellationToken) : throw new RuleViolation("hand_over_answered", StatusCodes.Status409Conflict);
        }

        if (!await db.Stands(opened.HandOver, cancellationToken))
        {
            throw new RuleViolation("hand_over_over", StatusCodes.Status409Conflict);
        }

        var (city, now) = (watch.Current, time.Now());
        var report = await db.Reports.Include(r => r.History).SingleAsync(r => r.Id == opened.HandOver.ReportId, cancellationToken);
        var who = actor.Value.Client is not null ? actor.Value : Actor.Anonymous with { Kind = ActorKind.Neighbour, Name = opened.HandOver.Name };
        var answer = report.Answer(opened.HandOver, words, city.IntegrityServices.Contains(report.ServiceCode), who, city.TermsOf(report.ServiceCode), now);
        db.HandOverAnswers.Add(answer);
        await db.HandOverWaits.Where(w => w.HandOverId == request.Id).ExecuteDeleteAsync(cancellationToken);
        return await picture.Of(opened, answer, cancellationToken);
    }
}
