using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Replies;

/// <summary>Reply templates per service and status: officers use them, an admin writes them.</summary>
public static class RepliesApi
{
    public static void MapReplies(this IEndpointRouteBuilder api)
    {
        var replies = api.MapGroup("").WithTags("Replies");
        replies.MapGet("/reports/{id:guid}/replies", List).WithName("listReplies").RequireStaff().AllowsQuery("to").Refuses(400, 404);

        var templates = replies.MapGroup("/admin/reply-templates").RequirePermission(Permission.ManageReferenceData);
        templates.MapGet("", Templates).WithName("listReplyTemplates").AllowsQuery();
        templates.MapPut("/{id:guid}", Change).WithName("changeReplyTemplate").Refuses(400, 404, 412, 422, 428);
        templates.MapDelete("/{id:guid}", Remove).WithName("removeReplyTemplate").Refuses(400, 404, 412, 428);
        templates.MapPost("/preview", Preview).WithName("previewReply").Refuses(400, 422);
    }

    private static async Task<Ok<ReplyList>> List(Guid id, string to, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListReplies(id, Queries.Enum<ReportStatus>(to, "to")), cancellationToken));

    private static async Task<Ok<ReplyTemplateList>> Templates(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListReplyTemplates(), cancellationToken));

    private static async Task<Ok<ReplyTemplateItem>> Change(
        Guid id, NewReplyTemplate template, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var changed = await mediator.Send(new ChangeReplyTemplate(id, ETag.Expected(http.Request), template), cancellationToken);
        ETag.Set(http.Response, changed.Version);
        return TypedResults.Ok(changed);
    }

    private static async Task<NoContent> Remove(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveReplyTemplate(id, ETag.Expected(http.Request)), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ReplyPreview>> Preview(NewReplyTemplate template, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new PreviewReply(template), cancellationToken));
}
