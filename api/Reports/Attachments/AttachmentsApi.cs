using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Reports.Attachments;

/// <summary>Photos for everybody who may see the report, PDFs for staff.</summary>
public static class AttachmentsApi
{
    /// <summary>What a form adds around its file.</summary>
    private const int FormMax = 64 * 1024;

    private const string UploadTold =
        "Upload first, then name the id where a report is sent, moved or noted; what nobody names is gone after 24 hours. JPEG, PNG or WebP, up to 40 megapixels, kept as JPEG without "
        + "what the camera wrote; staff who handle reports may also send a PDF, without encryption, scripts or files in it.";

    public static IServiceCollection AddAttachments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IFileStore>(_ => S3Files.Of(configuration) ?? (IFileStore)new DiskFiles(Path.Combine(DataFolder.Of(configuration), "attachments")));
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton(new UploadWorkers(Environment.ProcessorCount, UploadWorkers.QueueMax));
        services.AddHostedService<TellPlace>();
        services.AddHealthChecks().AddCheck<StorageCheck>("files");
        return services
            .AddScheduled<DeleteRemovedFiles>("15 * * * * ?")
            .AddScheduled<SweepUploads>("0 20 2 * * ?")
            .AddScheduled<SweepFiles>("0 40 2 * * ?");
    }

    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports/{id:guid}").WithTags("Attachments");
        reports.MapGet("/attachments/{attachmentId:guid}", Read).WithName("readReportAttachment").RequirePermission(Permission.ReadReports).AcceptsClients(ClientScopes.ReadReports)
            .AllowsQuery("size").Produces<Stream>(200, Picture.ContentType).Refuses(404, 503);
        reports.MapGet("/documents/{documentId:guid}", ReadDocument).WithName("readReportDocument").RequirePermission(Permission.ReadReports)
            .AllowsQuery().Produces<Stream>(200, Pdf.ContentType).Refuses(404, 503);

        api.MapPost("/attachments", Upload).WithName("uploadAttachment").WithTags("Attachments").AllowAnyone().Counted(RouteClass.Submit).DisableAntiforgery().AllowsQuery("readPosition")
            .WithDescription($"{UploadTold} At most {Attachment.BytesMax} bytes.")
            .WithMetadata(new RequestSizeLimitAttribute(Attachment.BytesMax + FormMax)).Refuses(400, 413, 422, 503, 507);
        api.MapGet("/tracking/{trackingCode}/attachments/{attachmentId:guid}", ReadOwn).WithName("readTrackedAttachment").WithTags("Tracking").AllowAnyone()
            .AllowsQuery("size").Produces<Stream>(200, Picture.ContentType).Refuses(404, 503);
    }

    private static async Task<Created<UploadedAttachment>> Upload(IFormFile file, IMediator mediator, CancellationToken cancellationToken, bool readPosition = false)
    {
        if (file.Length > Attachment.BytesMax)
        {
            throw new RuleViolation("payload_too_large", StatusCodes.Status413PayloadTooLarge, "file");
        }

        await using var content = file.OpenReadStream();
        return TypedResults.Created((string?)null, await mediator.Send(new UploadAttachment(content, (int)file.Length, readPosition), cancellationToken));
    }

    private static async Task<FileStreamHttpResult> Read(
        Guid id, Guid attachmentId, HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? size = null)
    {
        var picture = await mediator.Send(new ReadAttachment(attachmentId, id, null, null, ServedFiles.IsThumbnail(size)), cancellationToken);
        return ServedFiles.Picture(http, picture);
    }

    private static async Task<FileStreamHttpResult> ReadOwn(
        string trackingCode, Guid attachmentId, HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? size = null)
    {
        var picture = await mediator.Send(new ReadAttachment(attachmentId, null, trackingCode, ReporterDoor.KeyOf(http.Request), ServedFiles.IsThumbnail(size)), cancellationToken);
        return ServedFiles.Picture(http, picture);
    }

    private static async Task<FileStreamHttpResult> ReadDocument(Guid id, Guid documentId, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        ServedFiles.Document(http, await mediator.Send(new ReadDocument(id, documentId), cancellationToken), documentId);

    /// <summary>Asks for the place at the start, so that settings that do not fit together end the program and not the first upload.</summary>
    private sealed class TellPlace(IFileStore files, ILogger<TellPlace> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            log.LogInformation("Files of reports are kept in {Place}", files.Place);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
