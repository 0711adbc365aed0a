using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>Emergencies and the units that were sent to them.</summary>
internal static class DispatchesApi
{
    public static void MapDispatches(this IEndpointRouteBuilder api)
    {
        var dispatches = api.MapGroup("/dispatches").WithTags("Dispatches");
        dispatches.MapPost("", Start).WithName("startDispatch").RequirePermission(Permission.TakeCalls).Refuses(400, 409, 422);
        dispatches.MapGet("", List).WithName("listDispatches").RequirePermission(Permission.ReadCalls, Permission.HandleDispatches).AllowsQuery("state", "pageSize", "after");
        dispatches.MapGet("/{id:guid}", Show).WithName("showDispatch").RequirePermission(Permission.ReadCalls, Permission.HandleDispatches).AllowsQuery().Refuses(404);
        dispatches.MapPost("/{id:guid}/changes", Change).WithName("changeDispatch").RequirePermission(Permission.TakeCalls).Refuses(400, 404, 409, 412, 422, 428);
        dispatches.MapPost("/{id:guid}/units", Ask).WithName("askUnit").RequirePermission(Permission.TakeCalls).Refuses(400, 404, 409, 412, 422, 428);
        dispatches.MapPost("/{id:guid}/units/{agency}/steps", Move).WithName("moveUnit").RequirePermission(Permission.TakeCalls, Permission.HandleDispatches).Refuses(400, 404, 409, 412, 422, 428);
        dispatches.MapPost("/{id:guid}/cancellation", Cancel).WithName("cancelDispatch").RequirePermission(Permission.TakeCalls).Refuses(400, 404, 409, 412, 428);
        dispatches.MapGet("/{id:guid}/cap", Export).WithName("exportCap").RequirePermission(Permission.ReadCalls, Permission.HandleDispatches).AllowsQuery("scope")
            .Produces<string>(200, CapMessage.MediaType).Refuses(404);
    }

    private static async Task<Created<DispatchItem>> Start(NewDispatch dispatch, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken)
    {
        var started = await mediator.Send(new StartDispatch(dispatch, Idempotency.Key(http.Request)), cancellationToken);
        return CallsApi.Made(http, replay, "/api/v1/dispatches/" + started.Id, started.Version, started);
    }

    private static async Task<Ok<Page<DispatchItem>>> List(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, [FromQuery] string[]? state = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListDispatches(Queries.Enums<DispatchState>(state, "state"), Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<DispatchDetail>> Show(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var detail = await mediator.Send(new ShowDispatch(id), cancellationToken);
        ETag.Set(http.Response, detail.Dispatch.Version);
        return TypedResults.Ok(detail);
    }

    private static async Task<Ok<DispatchItem>> Change(Guid id, DispatchChange change, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new ChangeDispatch(id, ETag.Expected(http.Request), change), cancellationToken));

    private static async Task<Ok<DispatchItem>> Ask(Guid id, NewUnit unit, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new AskUnit(id, ETag.Expected(http.Request), unit), cancellationToken));

    private static async Task<Ok<DispatchItem>> Move(Guid id, string agency, NewStep step, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new MoveUnit(id, agency, ETag.Expected(http.Request), step), cancellationToken));

    private static async Task<Ok<DispatchItem>> Cancel(Guid id, DispatchCancellation cancellation, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new CancelDispatch(id, ETag.Expected(http.Request), cancellation.Reason), cancellationToken));

    private static async Task<FileContentHttpResult> Export(Guid id, IMediator mediator, CancellationToken cancellationToken, string? scope = null)
    {
        var document = await mediator.Send(new ExportCap(id, scope is null ? CapScope.Restricted : Queries.Enum<CapScope>(scope, "scope")), cancellationToken);
        return TypedResults.File(document.Xml, CapMessage.MediaType, $"cap-{id:N}-{document.Version}.xml");
    }

    private static Ok<DispatchItem> Standing(HttpContext http, DispatchItem item)
    {
        ETag.Set(http.Response, item.Version);
        return TypedResults.Ok(item);
    }
}
