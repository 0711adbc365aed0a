using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>One unit more.</summary>
public sealed record NewUnit
{
    [Required(ErrorMessage = "required")]
    [MaxLength(20, ErrorMessage = "too_long")]
    public string AgencyCode { get; init; } = "";

    /// <summary><c>support</c> unless said; another lead only when the first has declined.</summary>
    public UnitRole Role { get; init; } = UnitRole.Support;
}

public sealed record AskUnit(Guid DispatchId, int ExpectedVersion, NewUnit Unit) : ICommand<DispatchItem>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.Dispatches;
}

internal sealed class AskUnitHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<AskUnit, DispatchItem>
{
    public async Task<DispatchItem> Handle(AskUnit request, CancellationToken cancellationToken)
    {
        var (city, who, now) = (watch.Current, actor.Value, time.Now());
        var dispatch = await db.DispatchAt(request.DispatchId, request.ExpectedVersion, who, cancellationToken);
        dispatch.Ask(city.AgencyOr(request.Unit.AgencyCode, "agencyCode").Code, request.Unit.Role, who, now);
        return DispatchItem.Of(dispatch, who, city, now);
    }
}
