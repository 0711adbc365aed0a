using KediriLapor.Accounts;
using KediriLapor.Open311;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.HandOvers;

/// <summary>What is not the city's, and the agencies outside that are asked to take it over (docs/decisions/0032).</summary>
public static class HandOversApi
{
    public static IServiceCollection AddHandOvers(this IServiceCollection services)
    {
        services.AddScoped<MakeHandOverRecord>();
        services.AddScoped<HandOverDoor>();
        services.AddScoped<HandOverDesk>();
        services.AddScoped<HandOverPicture>();
        services.AddScoped<SendLinkMail>();
        services.AddHostedService<LinkMailRelay>();
        return services.AddScheduled<NoteSilentHandOvers>("0 10 * * * ?");
    }

    public static void MapHandOvers(this IEndpointRouteBuilder api)
    {
        var handOvers = api.MapGroup("/hand-overs").WithTags("Hand-overs");
        handOvers.MapGet("", List).WithName("listHandOvers").RequirePermission(Permission.ReadReports).AcceptsClients(ClientScopes.ReadReports).AllowsQuery("unanswered", "pageSize", "after");
        var one = handOvers.MapGroup("/{id:guid}");
        // the receiver has no account: what opens these is its link, or a client of its own
        one.MapGet("", Show).WithName("showHandOver").AllowAnyone().Counted(RouteClass.Track).AllowsQuery().Refuses(404);
        one.MapPut("/answer", Answer).WithName("answerHandOver").AllowAnyone().Counted(RouteClass.Track).Refuses(400, 403, 404, 409, 422);
        one.MapGet("/request.{format:regex(^(json|xml)$)}", Export).WithName("exportHandOver").AllowAnyone().Counted(RouteClass.Track).AllowsQuery()
            .Produces<object>(200, "application/json", "text/xml").Refuses(404);
        one.MapGet("/document", Document).WithName("readHandOverDocument").AllowAnyone().Counted(RouteClass.Track).AllowsQuery().Produces<Stream>(200, "text/html").Refuses(404);

        one.MapPost("/links", MakeLink).WithName("createHandOverLink").RequirePermission(Permission.HandleReports, Permission.TriageReports).Refuses(400, 404, 409, 422);
        one.MapDelete("/links/{linkId:guid}", RevokeLink).WithName("revokeHandOverLink").RequirePermission(Permission.HandleReports, Permission.TriageReports).Refuses(404);
    }

    private static async Task<Ok<Page<HandOverItem>>> List(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, bool unanswered = false, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListHandOvers(unanswered, Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<HandOverView>> Show(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowHandOver(id, HandOverKey.Of(http.Request)), cancellationToken));

    private static async Task<Ok<HandOverView>> Answer(Guid id, NewHandOverAnswer answer, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AnswerHandOver(id, HandOverKey.Of(http.Request), answer), cancellationToken));

    private static async Task<IResult> Export(Guid id, string format, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        new Told(ServiceRequest.Root, await mediator.Send(new ExportHandOver(id, HandOverKey.Of(http.Request)), cancellationToken), format);

    private static async Task<FileContentHttpResult> Document(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var view = await mediator.Send(new ShowHandOver(id, HandOverKey.Of(http.Request)), cancellationToken);
        // as a file: opened here its style would be refused, and it is to be kept anyway
        return TypedResults.File(HandOverDocument.Of(view), HandOverDocument.ContentType, HandOverDocument.NameOf(view.Statement));
    }

    private static async Task<Created<HandOverLinkMade>> MakeLink(Guid id, NewHandOverLink link, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(new MakeHandOverLink(id, link, Idempotency.Key(http.Request)), cancellationToken);
        Idempotency.Tell(http.Response, replay.Happened);
        return TypedResults.Created($"/api/v1/hand-overs/{id}/links/{made.Link.Id}", made);
    }

    private static async Task<NoContent> RevokeLink(Guid id, Guid linkId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeHandOverLink(id, linkId), cancellationToken);
        return TypedResults.NoContent();
    }
}
