using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>A step of one unit.</summary>
public sealed record NewStep
{
    public required UnitStep Step { get; init; }

    /// <summary>When it was taken, not after now and not before the last one; absent: now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why it cannot come, is called off, or leaves it to another.</summary>
    [MaxLength(EmergencyDispatch.ReasonMax, ErrorMessage = "too_long")]
    public string? Reason { get; init; }

    /// <summary>What was found on the scene; asked for by <c>done</c> and by a hand-over from there.</summary>
    [MaxLength(EmergencyDispatch.FoundMax, ErrorMessage = "too_long")]
    public string? Found { get; init; }

    public NewSuccessor? HandedTo { get; init; }
}

/// <summary>Who takes over: a unit of the city, or anybody else by name. With <c>done</c>, only a name: where somebody was brought.</summary>
public sealed record NewSuccessor
{
    [MaxLength(20, ErrorMessage = "too_long")]
    public string? AgencyCode { get; init; }

    [MaxLength(EmergencyDispatch.NameMax, ErrorMessage = "too_long")]
    public string? Name { get; init; }
}

/// <summary>Told by the unit's own officers, or by an operator who hears it by radio.</summary>
public sealed record MoveUnit(Guid DispatchId, string AgencyCode, int ExpectedVersion, NewStep Step) : ICommand<DispatchItem>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.Dispatches;
}

internal sealed class MoveUnitHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<MoveUnit, DispatchItem>
{
    public async Task<DispatchItem> Handle(MoveUnit request, CancellationToken cancellationToken)
    {
        var (city, who, now, sent, takers) = (watch.Current, actor.Value, time.Now(), request.Step, actor.Value.TakersOf(request.AgencyCode));
        if (takers == 0)
        {
            throw RuleViolation.NotFound();
        }

        var dispatch = await db.DispatchAt(request.DispatchId, request.ExpectedVersion, who, cancellationToken);
        var successor = NewCall.Written(sent.HandedTo?.AgencyCode) is { } code ? city.AgencyOr(code, "handedTo.agencyCode").Code : null;
        dispatch.Move(
            request.AgencyCode, sent.Step,
            new StepWords(sent.At, NewCall.Written(sent.Reason), NewCall.Written(sent.Found), successor, NewCall.Written(sent.HandedTo?.Name)), takers, who, now);
        return DispatchItem.Of(dispatch, who, city, now);
    }
}
