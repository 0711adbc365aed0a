using KediriLapor.Accounts;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Merata;

/// <summary>Merata, the works that wards carry out themselves: proposed, planned, built, handed over and accounted for (docs/decisions/0035).</summary>
public static class MerataApi
{
    public static IServiceCollection AddMerata(this IServiceCollection services) => services.AddScheduled<TellOfWorks>("0/10 * * * * ?");

    public static void MapMerata(this IEndpointRouteBuilder api)
    {
        var works = api.MapGroup("/merata/works").WithTags("Merata");
        works.MapGet("", List).WithName("listWorks").RequirePermission(Permission.ReadWorks).AllowsQuery("kelurahan", "year", "stage", "late", "pageSize", "after");
        works.MapGet("/sums", Sum).WithName("sumWorks").RequirePermission(Permission.ReadWorks).AllowsQuery("kelurahan", "year", "stage", "late");
        works.MapPost("", Propose).WithName("proposeWork").RequirePermission(Permission.ManageWorks).Refuses(400, 422);

        var work = works.MapGroup("/{id:guid}");
        work.MapGet("", Show).WithName("showWork").RequirePermission(Permission.ReadWorks).AllowsQuery().Refuses(404);
        work.MapGet("/plans", Plans).WithName("listWorkPlans").RequirePermission(Permission.ReadWorks).AllowsQuery("pageSize", "after").Refuses(404);
        work.MapPut("", Change).WithName("changeWork").RequirePermission(Permission.ManageWorks).Refuses(400, 404, 409, 412, 422, 428);
        work.MapPost("/stage", ChangeStage).WithName("changeWorkStage").RequirePermission(Permission.ManageWorks).Refuses(400, 404, 409, 412, 422, 428);
        work.MapPut("/realisation", Realise).WithName("recordRealisation").RequirePermission(Permission.ManageWorks).Refuses(400, 404, 409, 412, 422, 428);
        work.MapPost("/files", AddFiles).WithName("addWorkFiles").RequirePermission(Permission.ManageWorks).Refuses(400, 404, 412, 422, 428);
        work.MapPost("/files/{fileId:guid}/removal", RemoveFile).WithName("removeWorkFile").RequirePermission(Permission.ManageWorks).Refuses(400, 404, 409, 412, 428);
        work.MapPost("/reports", Link).WithName("linkReport").RequirePermission(Permission.ManageWorks).Refuses(400, 404, 409, 412, 422, 428);
        work.MapPost("/reports/{reportId:guid}/removal", Unlink).WithName("removeReportLink").RequirePermission(Permission.ManageWorks).Refuses(400, 404, 412, 428);
        work.MapGet("/photos/{photoId:guid}", Photo).WithName("readWorkPhoto").RequirePermission(Permission.ReadWorks).AllowsQuery("size").Produces<Stream>(200, Picture.ContentType).Refuses(404, 503);
        work.MapGet("/documents/{documentId:guid}", Document).WithName("readWorkDocument").RequirePermission(Permission.ReadWorks).AllowsQuery().Produces<Stream>(200, Pdf.ContentType).Refuses(404, 503);
    }

    private static async Task<Ok<Page<WorkItem>>> List(
        HttpContext http, IMediator mediator, CityWatch watch, CancellationToken cancellationToken,
        string? kelurahan = null, int? year = null, [FromQuery] string[]? stage = null, bool late = false, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListWorks(WorkFilter.Of(kelurahan, year, stage, late, watch.Current), Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<WorkSums>> Sum(
        IMediator mediator, CityWatch watch, CancellationToken cancellationToken, string? kelurahan = null, int? year = null, [FromQuery] string[]? stage = null, bool late = false) =>
        TypedResults.Ok(await mediator.Send(new SumWorks(WorkFilter.Of(kelurahan, year, stage, late, watch.Current), Public: false), cancellationToken));

    private static async Task<Created<WorkStanding>> Propose(NewWork work, HttpContext http, IMediator mediator, Persistence.Replay replay, CancellationToken cancellationToken)
    {
        var standing = await mediator.Send(new ProposeWork(work, Idempotency.Key(http.Request)), cancellationToken);
        Idempotency.Tell(http.Response, replay.Happened);
        ETag.Set(http.Response, standing.Version);
        return TypedResults.Created("/api/v1/merata/works/" + standing.Id, standing);
    }

    private static async Task<Ok<WorkDetail>> Show(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var work = await mediator.Send(new ShowWork(id), cancellationToken);
        ETag.Set(http.Response, work.Version);
        return TypedResults.Ok(work);
    }

    private static async Task<Ok<Page<WorkPlanItem>>> Plans(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListWorkPlans(id, Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<WorkStanding>> Change(Guid id, ChangedWork work, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new ChangeWork(id, ETag.Expected(http.Request), work), cancellationToken));

    private static async Task<Ok<WorkStanding>> ChangeStage(Guid id, NewWorkStage change, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new ChangeWorkStage(id, ETag.Expected(http.Request), change), cancellationToken));

    private static async Task<Ok<WorkStanding>> Realise(Guid id, NewRealisation realisation, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new RecordRealisation(id, ETag.Expected(http.Request), realisation), cancellationToken));

    private static async Task<Ok<WorkStanding>> AddFiles(Guid id, NewWorkFiles files, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new AddWorkFiles(id, ETag.Expected(http.Request), files), cancellationToken));

    private static async Task<Ok<WorkStanding>> RemoveFile(Guid id, Guid fileId, NewWorkRemoval removal, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new RemoveWorkFile(id, fileId, ETag.Expected(http.Request), removal.Reason), cancellationToken));

    private static async Task<Ok<WorkStanding>> Link(Guid id, NewWorkLink link, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new LinkReport(id, ETag.Expected(http.Request), link.Report), cancellationToken));

    private static async Task<Ok<WorkStanding>> Unlink(Guid id, Guid reportId, NewWorkRemoval removal, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new UnlinkReport(id, reportId, ETag.Expected(http.Request), removal.Reason), cancellationToken));

    private static async Task<FileStreamHttpResult> Photo(Guid id, Guid photoId, HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? size = null) =>
        ServedFiles.Picture(http, await mediator.Send(new ReadWorkPhoto(id, photoId, ServedFiles.IsThumbnail(size), Public: false), cancellationToken));

    private static async Task<FileStreamHttpResult> Document(Guid id, Guid documentId, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        ServedFiles.Document(http, await mediator.Send(new ReadWorkDocument(id, documentId), cancellationToken), documentId);

    private static Ok<WorkStanding> Standing(HttpContext http, WorkStanding standing)
    {
        ETag.Set(http.Response, standing.Version);
        return TypedResults.Ok(standing);
    }
}
