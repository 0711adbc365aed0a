using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Batches;
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
        services.AddSingleton<ContactIndex>();
        services.AddHostedService(provider => provider.GetRequiredService<ContactIndex>());
        services.AddSingleton<ContactVault>();
        services.AddScoped<ReporterDoor>();
        services.AddScoped<Intake>();
        services.AddScoped<Reception>();
        services.AddScoped<BatchRun>();
        services.AddScoped<ReportQueue>();
        services.AddScoped<Uploads>();
        services.AddScoped<PublishReport>();
        services.AddScoped<TellMerged>();
        services.AddSingleton(HandOverTerms.Of(configuration));
        return services
            .AddScheduled<ClimbEscalations>("0 * * * * ?") // an emergency is promised in minutes
            .AddScheduled<RecalculateDeadlines>("30 * * * * ?") // a promise that moved is told within a minute
            .AddScheduled<CloseConfirmedReports>("0 5/10 * * * ?")
            .AddScheduled<CloseUnansweredReports>("0 5/10 * * * ?")
            .AddAttachments(configuration);
    }

    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapPost("", Submit).WithName("submitReport").AllowAnyone().Counted(RouteClass.Submit).AcceptsClients(ClientScopes.WriteReports).Refuses(400, 409, 422);
        reports.MapGet("", List).WithName("listReports").RequirePermission(Permission.ReadReports).AcceptsClients(ClientScopes.ReadReports)
            .AllowsQuery("status", "service", "kelurahan", "agency", "overdue", "escalated", "q", "pageSize", "after");
        reports.MapGet("/counts", Count).WithName("countReports").RequirePermission(Permission.ReadReports).AcceptsClients(ClientScopes.ReadReports).AllowsQuery("service", "kelurahan", "agency", "q");
        reports.MapGet("/{id:guid}", Show).WithName("showReport").RequirePermission(Permission.ReadReports).AcceptsClients(ClientScopes.ReadReports).AllowsQuery().Refuses(404);
        reports.MapGet("/{id:guid}/deadline", Deadline).WithName("showReportDeadline").RequirePermission(Permission.ReadReports).AcceptsClients(ClientScopes.ReadReports).AllowsQuery().Refuses(404);
        reports.MapPost("/{id:guid}/status", ChangeStatus).WithName("changeReportStatus").RequirePermission(Permission.HandleReports, Permission.TriageReports).AcceptsClients(ClientScopes.WriteUpdates)
            .Refuses(400, 404, 409, 412, 422, 428);
        reports.MapPost("/{id:guid}/disposisi", Forward).WithName("forwardReport").RequirePermission(Permission.HandleReports, Permission.TriageReports).AcceptsClients(ClientScopes.WriteUpdates)
            .Refuses(400, 404, 409, 412, 422, 428);
        reports.MapPost("/{id:guid}/notes", Note).WithName("noteReport").RequirePermission(Permission.HandleReports, Permission.TriageReports).AcceptsClients(ClientScopes.WriteUpdates)
            .Refuses(400, 404, 412, 422, 428);
        api.MapAttachments();

        var tracking = api.MapGroup("/tracking/{trackingCode}").WithTags("Tracking").Counted(RouteClass.Track);
        tracking.MapGet("", Track).WithName("trackReport").AllowAnyone().AllowsQuery().Refuses(404);
        tracking.MapPost("/status", MoveAsReporter).WithName("moveReportAsReporter").AllowAnyone().Refuses(400, 404, 409, 412, 422, 428);
        tracking.MapPost("/rating", Rate).WithName("rateReport").AllowAnyone().Refuses(400, 404, 409, 412, 422, 428);

        api.MapGet("/public/reports", ListPublic).WithName("listPublicReports").WithTags("Public").AllowAnyone()
            .AllowsQuery("bbox", "status", "service", "kelurahan", "pageSize", "after").Revalidates();
        api.MapGet("/public/map", ShowMap).WithName("showPublicMap").WithTags("Public").AllowAnyone()
            .AllowsQuery("bbox", "zoom", "status", "service", "kelurahan").Revalidates();
        api.MapGet("/public/reports/{id:guid}", ShowPublic).WithName("showPublicReport").WithTags("Public").AllowAnyone().AllowsQuery().Revalidates().Refuses(404);
        api.MapBatches();
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
        HttpContext http, CurrentActor actor, IMediator mediator, CancellationToken cancellationToken,
        [FromQuery] string[]? status = null, string? service = null, string? kelurahan = null, string? agency = null, bool? overdue = null, bool? escalated = null,
        string? q = null, int? pageSize = null, string? after = null)
    {
        var query = new ListReports(
            Queries.Enums<ReportStatus>(status, "status"), service, kelurahan, agency, overdue, escalated, Queries.Words(q, "q"), Cursor.PageSize(pageSize), after);
        // to whom no phone is told, one is just words
        return Cursor.Ok(http, actor.Value.May(Permission.LookUpPhones) && Phone.ReadSought(query.Q) is { } phone
            ? await mediator.Send(new FindReportsByPhone(phone, query), cancellationToken)
            : await mediator.Send(query, cancellationToken));
    }

    private static async Task<Ok<QueueCounts>> Count(
        IMediator mediator, CancellationToken cancellationToken, string? service = null, string? kelurahan = null, string? agency = null, string? q = null) =>
        TypedResults.Ok(await mediator.Send(new CountReports(service, kelurahan, agency, Queries.Words(q, "q")), cancellationToken));

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
        Standing(http, await mediator.Send(new MoveAsReporter(trackingCode, ReporterDoor.KeyOf(http.Request), ETag.Expected(http.Request), move), cancellationToken));

    private static async Task<Ok<ReportStanding>> Rate(string trackingCode, NewRating rating, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new RateReport(trackingCode, ReporterDoor.KeyOf(http.Request), ETag.Expected(http.Request), rating), cancellationToken));

    private static async Task<Ok<TrackedReport>> Track(string trackingCode, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var report = await mediator.Send(new TrackReport(trackingCode, ReporterDoor.KeyOf(http.Request)), cancellationToken);
        ETag.Set(http.Response, report.Version);
        return TypedResults.Ok(report);
    }

    private static async Task<Ok<Page<PublicReportItem>>> ListPublic(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken,
        string? bbox = null, [FromQuery] string[]? status = null, string? service = null, string? kelurahan = null, int? pageSize = null, string? after = null)
    {
        var query = new ListPublicReports(
            Bounds.Parse(bbox), new PublicFilter(Queries.Enums<ReportStatus>(status, "status"), service, kelurahan), Cursor.PageSize(pageSize), after);
        http.Response.Headers.CacheControl = "public, max-age=10";
        return Cursor.Ok(http, await mediator.Send(query, cancellationToken));
    }

    private static async Task<Ok<PublicMap>> ShowMap(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken,
        string? bbox = null, int? zoom = null, [FromQuery] string[]? status = null, string? service = null, string? kelurahan = null)
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
}
