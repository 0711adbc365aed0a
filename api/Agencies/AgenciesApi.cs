using System.Text.Json;
using KediriLapor.Accounts;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Agencies;

public static class AgenciesApi
{
    public static void MapAgencies(this IEndpointRouteBuilder api)
    {
        api.MapGet("/agencies", List).WithName("listAgencies").WithTags("Agencies").RequirePermission(Permission.ReadReports).AllowsQuery("q");

        var all = api.MapGroup("/admin/agencies").WithTags("Agencies").RequirePermission(Permission.ManageReferenceData);
        all.MapGet("", ListAll).WithName("listAllAgencies").AllowsQuery();
        all.MapPut("/{code}", Change).WithName("changeAgency").Refuses(400, 404, 409, 412, 422, 428);

        var wards = api.MapGroup("/wards").WithTags("Wards");
        wards.MapGet("", Boundaries).WithName("listWards").AllowAnyone().AllowsQuery().Produces<JsonElement>(200, "application/geo+json").Produces(304);
        wards.MapGet("/locate", Locate).WithName("locateWard").AllowAnyone().AllowsQuery("lat", "lng");
    }

    private static async Task<Ok<AgencyList>> List(IMediator mediator, CancellationToken cancellationToken, string? q = null) =>
        TypedResults.Ok(await mediator.Send(new ListAgencies(Queries.Words(q, "q")), cancellationToken));

    private static async Task<Ok<AgencyEntryList>> ListAll(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListAllAgencies(), cancellationToken));

    private static async Task<Ok<AgencyEntry>> Change(string code, NewAgency agency, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var changed = await mediator.Send(new ChangeAgency(code, ETag.Expected(http.Request), agency), cancellationToken);
        ETag.Set(http.Response, changed.Version);
        return TypedResults.Ok(changed);
    }

    private static async Task<Ok<LocatedWard>> Locate(HttpContext http, IMediator mediator, CancellationToken cancellationToken, double? lat = null, double? lng = null)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(await mediator.Send(new LocateWard(Coordinates.Parse(lat, lng, required: true)!), cancellationToken));
    }

    /// <summary>The ward layer as GeoJSON (RFC 7946), as it stands in the database; indicative until an official one is imported.</summary>
    private static Results<ContentHttpResult, StatusCodeHttpResult> Boundaries(HttpContext http, CityWatch watch)
    {
        var city = watch.Current;
        http.Response.Headers.CacheControl = "public, max-age=300";
        return ETag.IsCurrent(http, $"\"wards-{city.Epoch}\"")
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(city.WardLayer, "application/geo+json");
    }
}
