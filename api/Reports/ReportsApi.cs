using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports.Clocks;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Reports;

/// <summary>Everything one can do with a report, on one screen.</summary>
public static class ReportsApi
{
    public static IServiceCollection AddReports(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new AttachmentStore(Path.Combine(DataFolder.Of(configuration), "attachments")));
        services.AddSingleton<Pictures>();
        services.AddSingleton<ContactVault>();
        services.AddScoped<ReporterDoor>();
        services.AddScoped<Intake>();
        services.AddScoped<PublishReport>();
        services.AddScoped<TellMerged>();
        return services
            .AddScheduled<ClimbEscalations>("0 * * * * ?") // an emergency is promised in minutes
            .AddScheduled<RecalculateDeadlines>("30 * * * * ?") // a promise that moved is told within a minute
            .AddScheduled<CloseConfirmedReports>("0 5/10 * * * ?")
            .AddScheduled<CloseUnansweredReports>("0 5/10 * * * ?")
            .AddScheduled<SweepUploads>("0 20 2 * * ?")
            .AddScheduled<SweepPictureFiles>("0 40 2 * * ?");
    }

    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapPost("", Submit).WithName("submitReport").AllowAnyone().Refuses(400, 409, 422);
        reports.MapGet("", List).WithName("listReports").RequirePermission(Permission.ReadReports)
            .AllowsQuery("status", "service", "kelurahan", "agency", "overdue", "escalated", "q", "pageSize", "after");
        reports.MapGet("/{id:guid}", Show).WithName("showReport").RequirePermission(Permission.ReadReports).AllowsQuery().Refuses(404);
        reports.MapGet("/{id:guid}/deadline", Deadline).WithName("showReportDeadline").RequirePermission(Permission.ReadReports).AllowsQuery().Refuses(404);
        reports.MapPost("/{id:guid}/status", ChangeStatus).WithName("changeReportStatus").RequirePermission(Permission.HandleReports, Permission.TriageReports).Refuses(400, 404, 409, 412, 422, 428);
        reports.MapPost("/{id:guid}/disposisi", Forward).WithName("forwardReport").RequirePermission(Permission.HandleReports, Permission.TriageReports).Refuses(400, 404, 409, 412, 422, 428);
        reports.MapPost("/{id:guid}/notes", Note).WithName("noteReport").RequirePermission(Permission.HandleReports, Permission.TriageReports).Refuses(400, 404, 412, 422, 428);
        reports.MapGet("/{id:guid}/attachments/{attachmentId:guid}", ReadAttachment).WithName("readReportAttachment").RequirePermission(Permission.ReadReports)
            .AllowsQuery("size").Produces<Stream>(200, Picture.ContentType).Refuses(404);

        api.MapPost("/attachments", Upload).WithName("uploadAttachment").WithTags("Attachments").AllowAnyone().DisableAntiforgery().AllowsQuery("readPosition")
            .WithMetadata(new RequestSizeLimitAttribute(Pictures.MaxBytes + 64 * 1024)).Refuses(400, 413, 422);

        var tracking = api.MapGroup("/tracking/{trackingCode}").WithTags("Tracking");
        tracking.MapGet("", Track).WithName("trackReport").AllowAnyone().AllowsQuery().Refuses(404);
        tracking.MapPost("/status", MoveAsReporter).WithName("moveReportAsReporter").AllowAnyone().Refuses(400, 404, 409, 412, 422, 428);
        tracking.MapPost("/rating", Rate).WithName("rateReport").AllowAnyone().Refuses(400, 404, 409, 412, 422, 428);
        tracking.MapGet("/attachments/{attachmentId:guid}", ReadOwnAttachment).WithName("readTrackedAttachment").AllowAnyone()
            .AllowsQuery("size").Produces<Stream>(200, Picture.ContentType).Refuses(404);

        api.MapGet("/public/reports", ListPublic).WithName("listPublicReports").WithTags("Public").AllowAnyone()
            .AllowsQuery("bbox", "status", "service", "kelurahan", "pageSize", "after");
        api.MapGet("/public/map", ShowMap).WithName("showPublicMap").WithTags("Public").AllowAnyone()
            .AllowsQuery("bbox", "zoom", "status", "service", "kelurahan");
        api.MapGet("/public/reports/{id:guid}", ShowPublic).WithName("showPublicReport").WithTags("Public").AllowAnyone().AllowsQuery().Refuses(404);
        api.MapDuplicates();
    }

    private static async Task<Created<ReportReceipt>> Submit(NewReport report, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken)
    {
        var receipt = await mediator.Send(new SubmitReport(report, Idempotency.Key(http.Request)), cancellationToken);
        Idempotency.Tell(http.Response, replay.Happened);
        ETag.Set(http.Response, receipt.Version);
        return TypedResults.Created("/api/v1/tracking/" + receipt.TrackingCode, receipt);
    }

    private static async Task<Ok<Page<ReportListItem>>> List(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken,
        string[]? status = null, string? service = null, string? kelurahan = null, string? agency = null, bool? overdue = null, bool? escalated = null,
        string? q = null, int? pageSize = null, string? after = null)
    {
        var query = new ListReports(
            Queries.Enums<ReportStatus>(status, "status"), service, kelurahan, agency, overdue, escalated, Queries.Words(q, "q"), Cursor.PageSize(pageSize), after);
        return Cursor.Ok(http, await mediator.Send(query, cancellationToken));
    }

    private static async Task<Ok<ReportDetail>> Show(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var report = await mediator.Send(new ShowReport(id), cancellationToken);
        ETag.Set(http.Response, report.Version);
        return TypedResults.Ok(report);
    }

    private static async Task<Ok<ReportDeadline>> Deadline(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowDeadline(id), cancellationToken));

    private static async Task<Ok<ReportStanding>> ChangeStatus(Guid id, NewStatus change, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new ChangeStatus(id, ETag.Expected(http.Request), change), cancellationToken));

    private static async Task<Ok<ReportStanding>> Forward(Guid id, Disposisi disposisi, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new ForwardReport(id, ETag.Expected(http.Request), disposisi), cancellationToken));

    private static async Task<Ok<ReportStanding>> Note(Guid id, NewNote note, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new NoteReport(id, ETag.Expected(http.Request), note), cancellationToken));

    private static async Task<Ok<ReportStanding>> MoveAsReporter(string trackingCode, ReporterMove move, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new MoveAsReporter(trackingCode, Secret(http), ETag.Expected(http.Request), move), cancellationToken));

    private static async Task<Ok<ReportStanding>> Rate(string trackingCode, NewRating rating, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new RateReport(trackingCode, Secret(http), ETag.Expected(http.Request), rating), cancellationToken));

    private static async Task<Ok<TrackedReport>> Track(string trackingCode, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var report = await mediator.Send(new TrackReport(trackingCode, Secret(http)), cancellationToken);
        ETag.Set(http.Response, report.Version);
        return TypedResults.Ok(report);
    }

    private static async Task<Created<UploadedAttachment>> Upload(IFormFile file, IMediator mediator, CancellationToken cancellationToken, bool readPosition = false)
    {
        if (file.Length > Pictures.MaxBytes)
        {
            throw new RuleViolation("payload_too_large", StatusCodes.Status413PayloadTooLarge, "file");
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        var uploaded = await mediator.Send(new UploadAttachment(content.ToArray(), readPosition), cancellationToken);
        return TypedResults.Created((string?)null, uploaded);
    }

    private static async Task<FileStreamHttpResult> ReadAttachment(
        Guid id, Guid attachmentId, IMediator mediator, CancellationToken cancellationToken, string? size = null) =>
        TypedResults.Stream(await mediator.Send(new ReadAttachment(attachmentId, id, null, null, IsThumbnail(size)), cancellationToken), Picture.ContentType);

    private static async Task<FileStreamHttpResult> ReadOwnAttachment(
        string trackingCode, Guid attachmentId, HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? size = null) =>
        TypedResults.Stream(await mediator.Send(new ReadAttachment(attachmentId, null, trackingCode, Secret(http), IsThumbnail(size)), cancellationToken), Picture.ContentType);

    private static async Task<Ok<Page<PublicReportItem>>> ListPublic(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken,
        string? bbox = null, string[]? status = null, string? service = null, string? kelurahan = null, int? pageSize = null, string? after = null)
    {
        var query = new ListPublicReports(
            Bounds.Parse(bbox), new PublicFilter(Queries.Enums<ReportStatus>(status, "status"), service, kelurahan), Cursor.PageSize(pageSize), after);
        http.Response.Headers.CacheControl = "public, max-age=10";
        return Cursor.Ok(http, await mediator.Send(query, cancellationToken));
    }

    private static async Task<Ok<PublicMap>> ShowMap(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken,
        string? bbox = null, int? zoom = null, string[]? status = null, string? service = null, string? kelurahan = null)
    {
        var within = Bounds.Parse(bbox) ?? throw new RuleViolation("required", StatusCodes.Status400BadRequest, "bbox");
        var filter = new PublicFilter(Queries.Enums<ReportStatus>(status, "status"), service, kelurahan);
        var map = await mediator.Send(new ShowPublicMap(filter, within, zoom ?? throw new RuleViolation("required", StatusCodes.Status400BadRequest, "zoom")), cancellationToken);
        http.Response.Headers.CacheControl = "public, max-age=30";
        return TypedResults.Ok(map);
    }

    private static async Task<Ok<PublicReportItem>> ShowPublic(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "public, max-age=10";
        return TypedResults.Ok(await mediator.Send(new ShowPublicReport(id), cancellationToken));
    }

    internal static Ok<ReportStanding> Standing(HttpContext http, ReportStanding standing)
    {
        ETag.Set(http.Response, standing.Version);
        return TypedResults.Ok(standing);
    }

    private static string? Secret(HttpContext http) => ReporterDoor.SecretOf(http.Request);

    private static bool IsThumbnail(string? size) => size switch
    {
        null or "full" => false,
        "thumb" => true,
        _ => throw new RuleViolation("unknown_value", StatusCodes.Status400BadRequest, "size").With("allowed", "full, thumb"),
    };
}
