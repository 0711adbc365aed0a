using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.CallCentre.Dispatches;

public sealed record DispatchCancellation
{
    /// <summary>Such as a false alarm; read by the units that are called off.</summary>
    [Required(ErrorMessage = "required")]
    [Legible]
    [MaxLength(EmergencyDispatch.ReasonMax, ErrorMessage = "too_long")]
    public string Reason { get; init; } = "";
}

public sealed record CancelDispatch(Guid DispatchId, int ExpectedVersion, string Reason) : ICommand<DispatchItem>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.Dispatches;
}

internal sealed class CancelDispatchHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<CancelDispatch, DispatchItem>
{
    public async Task<DispatchItem> Handle(CancelDispatch request, CancellationToken cancellationToken)
    {
        var (who, now) = (actor.Value, time.Now());
        var dispatch = await db.DispatchAt(request.DispatchId, request.ExpectedVersion, who, cancellationToken);
        dispatch.Cancel(request.Reason.Trim(), who, now);
        return DispatchItem.Of(dispatch, who, watch.Current, now);
    }
}
