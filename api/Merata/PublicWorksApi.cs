using KediriLapor.Accounts;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Merata;

/// <summary>What everybody sees of Merata.</summary>
public static class PublicWorksApi
{
    private const string Briefly = "public, max-age=30";

    public static void MapPublicWorks(this IEndpointRouteBuilder api)
    {
        var works = api.MapGroup("/public/works").WithTags("Public");
        works.MapGet("", List).WithName("listPublicWorks").AllowAnyone().AllowsQuery("kelurahan", "year", "stage", "pageSize", "after").Revalidates();
        works.MapGet("/sums", Sum).WithName("sumPublicWorks").AllowAnyone().AllowsQuery("kelurahan", "year", "stage").Revalidates();
        works.MapGet("/{id:guid}", Show).WithName("showPublicWork").AllowAnyone().AllowsQuery().Revalidates().Refuses(404);
        works.MapGet("/{id:guid}/photos/{photoId:guid}", Photo).WithName("readPublicWorkPhoto").AllowAnyone().AllowsQuery("size").Produces<Stream>(200, Picture.ContentType).Refuses(404, 503);
    }

    private static async Task<Ok<Page<PublicWorkItem>>> List(
        HttpContext http, IMediator mediator, CityWatch watch, CancellationToken cancellationToken,
        string? kelurahan = null, int? year = null, [FromQuery] string[]? stage = null, int? pageSize = null, string? after = null)
    {
        var page = await mediator.Send(new ListPublicWorks(WorkFilter.Of(kelurahan, year, stage, late: false, watch.Current), Cursor.PageSize(pageSize), after), cancellationToken);
        http.Response.Headers.CacheControl = Briefly;
        return Cursor.Ok(http, page);
    }

    private static async Task<Ok<WorkSums>> Sum(
        HttpContext http, IMediator mediator, CityWatch watch, CancellationToken cancellationToken, string? kelurahan = null, int? year = null, [FromQuery] string[]? stage = null)
    {
        var sums = await mediator.Send(new SumWorks(WorkFilter.Of(kelurahan, year, stage, late: false, watch.Current), Public: true), cancellationToken);
        http.Response.Headers.CacheControl = Briefly;
        return TypedResults.Ok(sums);
    }

    private static async Task<Ok<PublicWork>> Show(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var work = await mediator.Send(new ShowPublicWork(id), cancellationToken);
        http.Response.Headers.CacheControl = Briefly;
        return TypedResults.Ok(work);
    }

    private static async Task<FileStreamHttpResult> Photo(Guid id, Guid photoId, HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? size = null)
    {
        var picture = await mediator.Send(new ReadWorkPhoto(id, photoId, ServedFiles.IsThumbnail(size), Public: true), cancellationToken);
        // not for long: a photo that is taken away is to be gone from caches too
        http.Response.Headers.CacheControl = "public, max-age=300";
        return ServedFiles.Picture(http, picture);
    }
}
