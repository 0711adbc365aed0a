using KediriLapor.Accounts;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Routing.Rules;

/// <summary>Who is responsible for what, where and from when: read, tried out on past reports, and put in force.</summary>
public static class RoutingRulesApi
{
    public static void MapRoutingRules(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/admin").WithTags("Routing").RequirePermission(Permission.ManageReferenceData);
        rules.MapGet("/routing-rules", List).WithName("listRoutingRules").AllowsQuery();
        rules.MapPost("/routing-rules:replay", Replay).WithName("replayRoutingRules").Refuses(400, 409, 422);
        rules.MapPost("/routing-rules:activate", Activate).WithName("activateRoutingRules").Refuses(400, 409, 412, 422, 428);
    }

    private static async Task<Ok<RoutingRuleList>> List(HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(http, await mediator.Send(new ListRoutingRules(), cancellationToken));

    private static async Task<Ok<RoutingReplay>> Replay(RuleTrial trial, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReplayRoutingRules(trial), cancellationToken));

    private static async Task<Ok<RoutingRuleList>> Activate(RuleActivation activation, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(http, await mediator.Send(new ActivateRoutingRules(ETag.Expected(http.Request), activation), cancellationToken));

    private static Ok<RoutingRuleList> Versioned(HttpContext http, RoutingRuleList list)
    {
        ETag.Set(http.Response, list.Version);
        return TypedResults.Ok(list);
    }
}
