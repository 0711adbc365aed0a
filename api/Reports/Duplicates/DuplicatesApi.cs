using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Reports.Duplicates;

/// <summary>One matter reported by many, and many matters in one report.</summary>
public static class DuplicatesApi
{
    public static void MapDuplicates(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports/{id:guid}").WithTags("Duplicates");
        reports.MapGet("/similar", ListSimilar).WithName("listSimilarReports").RequirePermission(Permission.ReadReports).AllowsQuery().Refuses(404);
        // a pair is not the same or it is, whichever of the two is asked about
        reports.MapPut("/similar/{otherId:guid}/rejection", Reject).WithName("rejectSimilarity").RequirePermission(Permission.HandleReports, Permission.TriageReports).Refuses(404);
        reports.MapDelete("/similar/{otherId:guid}/rejection", Restore).WithName("restoreSimilarity").RequirePermission(Permission.HandleReports, Permission.TriageReports).Refuses(404);
        reports.MapPost("/merge", Merge).WithName("mergeReport").RequirePermission(Permission.HandleReports, Permission.TriageReports).Refuses(400, 404, 409, 412, 422, 428);
        reports.MapDelete("/merge", Separate).WithName("separateReport").RequirePermission(Permission.HandleReports, Permission.TriageReports).Refuses(400, 404, 409, 412, 428);
        reports.MapPost("/split", Split).WithName("splitReport").RequirePermission(Permission.HandleReports, Permission.TriageReports).Refuses(400, 404, 409, 412, 422, 428);

        var shown = api.MapGroup("/public/reports").WithTags("Public");
        shown.MapGet("/similar", ListSimilarPublic).WithName("listSimilarPublicReports").AllowAnyone().Counted(RouteClass.Suggest).AllowsQuery("lat", "lng", "service", "text");
        shown.MapPost("/{id:guid}/support", Support).WithName("supportReport").AllowAnyone().Counted(RouteClass.Support).Refuses(400, 404, 409);
        shown.MapDelete("/{id:guid}/support", WithdrawSupport).WithName("withdrawSupport").AllowAnyone().Refuses(400, 404);
    }

    private static async Task<Ok<SimilarReports>> ListSimilar(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListSimilarReports(id), cancellationToken));

    private static async Task<NoContent> Reject(Guid id, Guid otherId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RejectSimilarity(id, otherId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Restore(Guid id, Guid otherId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RestoreSimilarity(id, otherId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ReportStanding>> Merge(Guid id, Merger merger, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        ReportsApi.Standing(http, await mediator.Send(new MergeReport(id, ETag.Expected(http.Request), merger), cancellationToken));

    private static async Task<Ok<ReportStanding>> Separate(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        ReportsApi.Standing(http, await mediator.Send(new SeparateReport(id, ETag.Expected(http.Request)), cancellationToken));

    private static async Task<Ok<SplitOutcome>> Split(Guid id, Splitting splitting, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SplitReport(id, ETag.Expected(http.Request), splitting), cancellationToken);
        ETag.Set(http.Response, outcome.Version);
        return TypedResults.Ok(outcome);
    }

    private static async Task<Ok<SimilarPublicReports>> ListSimilarPublic(
        IMediator mediator, CancellationToken cancellationToken, double? lat = null, double? lng = null, string? service = null, string? text = null)
    {
        if (text is { Length: > Report.DescriptionMax })
        {
            throw new RuleViolation("too_long", StatusCodes.Status400BadRequest, "text");
        }

        return TypedResults.Ok(await mediator.Send(new ListSimilarPublicReports(Coordinates.Parse(lat, lng, required: true)!, service, text), cancellationToken));
    }

    private static async Task<Ok<PublicSupport>> Support(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SupportReport(id, Supports.KeyOf(http.Request)), cancellationToken));

    private static async Task<Ok<PublicSupport>> WithdrawSupport(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new WithdrawSupport(id, Supports.KeyOf(http.Request)), cancellationToken));
}
