using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using KediriLapor.Routing;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.ServiceCatalog;

public static class ServiceCatalogApi
{
    public static void MapServiceCatalog(this IEndpointRouteBuilder api)
    {
        var services = api.MapGroup("/services").WithTags("Services");
        services.MapGet("", List).WithName("listServices").AllowAnyone().AllowsQuery().Produces(304);
        var all = api.MapGroup("/admin").WithTags("Services").RequirePermission(Permission.ManageReferenceData);
        all.MapGet("/services", ListAll).WithName("listAllServices").AllowsQuery();
        all.MapPut("/services/{code}", Change).WithName("changeService").Refuses(400, 404, 409, 412, 422, 428);
        all.MapPut("/service-groups/{code}", ChangeGroup).WithName("changeServiceGroup").Refuses(400, 404, 412, 422, 428);

        services.MapGet("/suggest", Suggest).WithName("suggestServices").AllowAnyone().Counted(RouteClass.Suggest).AllowsQuery("text", "lat", "lng");
    }

    private static async Task<Results<Ok<ServiceList>, StatusCodeHttpResult>> List(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var list = await mediator.Send(new ListServices(), cancellationToken);
        http.Response.Headers.CacheControl = "public, max-age=60";
        return ETag.IsCurrent(http, list.Tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(list);
    }

    private static async Task<Ok<ServiceEntryList>> ListAll(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListAllServices(), cancellationToken));

    private static async Task<Ok<ServiceEntry>> Change(string code, NewService service, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var changed = await mediator.Send(new ChangeService(code, ETag.Expected(http.Request), service), cancellationToken);
        ETag.Set(http.Response, changed.Version);
        return TypedResults.Ok(changed);
    }

    private static async Task<Ok<ServiceGroupEntry>> ChangeGroup(string code, NewServiceGroup group, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var changed = await mediator.Send(new ChangeServiceGroup(code, ETag.Expected(http.Request), group), cancellationToken);
        ETag.Set(http.Response, changed.Version);
        return TypedResults.Ok(changed);
    }

    private static async Task<Ok<SuggestedServices>> Suggest(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? text = null, double? lat = null, double? lng = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await mediator.Send(new SuggestServices(text, Coordinates.Parse(lat, lng, required: false)), cancellationToken));
    }
}
