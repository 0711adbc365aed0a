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
        services.MapGet("/suggest", Suggest).WithName("suggestServices").AllowAnyone().Counted(RouteClass.Suggest).AllowsQuery("text", "lat", "lng");
    }

    private static async Task<Results<Ok<ServiceList>, StatusCodeHttpResult>> List(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var list = await mediator.Send(new ListServices(), cancellationToken);
        http.Response.Headers.CacheControl = "public, max-age=60";
        return ETag.IsCurrent(http, list.Tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(list);
    }

    private static async Task<Ok<SuggestedServices>> Suggest(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? text = null, double? lat = null, double? lng = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await mediator.Send(new SuggestServices(text, Coordinates.Parse(lat, lng, required: false)), cancellationToken));
    }
}
