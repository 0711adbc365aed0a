using KediriLapor.Accounts;
using KediriLapor.Notifications.WebPush;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Notifications;

/// <summary>Who is told what, in which words, and what became of it.</summary>
public static class NotificationsApi
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        var address = new PublicAddress(PublicUrl.Of(configuration));
        services.AddSingleton(address);
        services.AddSingleton(SmtpSettings.Of(configuration));
        services.AddSingleton<UnsubscribeToken>();
        services.AddSingleton<Mailer>();
        services.AddScoped<Listeners>();
        services.AddScoped<IChannel, EmailChannel>();
        services.AddScoped<Channels>();
        services.AddWebPush(configuration, address.Site);
        services.AddScoped<Facts>();
        services.AddScoped<DirectMail>();
        services.AddScoped<PrepareNotifications>();
        services.AddScoped<PrepareEscalations>();
        services.AddScoped<SendNotification>();
        services.AddHostedService<NotificationRelay>();
        return services.AddScheduled<PrepareDigests>("0 0 7 ? * MON-FRI");
    }

    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").WithTags("Notifications");
        admin.MapGet("/notifications", Show).WithName("showNotificationMatrix").RequirePermission(Permission.ManageReferenceData).AllowsQuery();
        admin.MapPut("/notifications", Change).WithName("changeNotificationMatrix").RequirePermission(Permission.ManageReferenceData).Refuses(400, 412, 422, 428);
        admin.MapGet("/notifications/templates", Templates).WithName("listNotificationTemplates").RequirePermission(Permission.ManageReferenceData).AllowsQuery();
        var template = admin.MapGroup("/notifications/templates/{occasion}/{voice}/{language}");
        template.MapPut("", ChangeTemplate).WithName("changeNotificationTemplate").RequirePermission(Permission.ManageReferenceData).Refuses(400, 404, 412, 422, 428);
        template.MapPost("/preview", Preview).WithName("previewNotification").RequirePermission(Permission.ManageReferenceData).Refuses(400, 404, 422);

        admin.MapGet("/outbox", Outbox).WithName("listOutbox").RequirePermission(Permission.ManageReferenceData).AllowsQuery("state", "pageSize", "after");
        admin.MapPost("/outbox/{id:guid}/retry", Retry).WithName("retryNotification").RequirePermission(Permission.ManageReferenceData).Refuses(404, 409);
        admin.MapGet("/outbox/events", DeadEvents).WithName("listDeadEvents").RequirePermission(Permission.ManageReferenceData).AllowsQuery("pageSize", "after");
        admin.MapPost("/outbox/events/{eventId:long}/retry", RetryEvent).WithName("retryDeadEvent").RequirePermission(Permission.ManageReferenceData).Refuses(404);

        // a mail program posts here by itself; its form says List-Unsubscribe=One-Click and is not looked at
        api.MapPost("/notifications/unsubscribe", Unsubscribe).WithName("unsubscribeFromMail").WithTags("Notifications").AllowAnyone().AllowsQuery("token").Refuses(404);
        api.MapWebPush();
    }

    private static async Task<Ok<MatrixShown>> Show(HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(http, await mediator.Send(new ShowNotificationMatrix(), cancellationToken), matrix => matrix.Version);

    private static async Task<Ok<MatrixShown>> Change(NewMatrix matrix, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(http, await mediator.Send(new ChangeNotificationMatrix(ETag.Expected(http.Request), matrix), cancellationToken), changed => changed.Version);

    private static async Task<Ok<TemplateList>> Templates(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListNotificationTemplates(), cancellationToken));

    private static async Task<Ok<TemplateItem>> ChangeTemplate(
        string occasion, string voice, string language, NewWords words, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var change = new ChangeNotificationTemplate(TemplateKey.Parse(occasion, voice, language), ETag.Expected(http.Request), words);
        return Versioned(http, await mediator.Send(change, cancellationToken), template => template.Version);
    }

    private static async Task<Ok<WordedMessage>> Preview(
        string occasion, string voice, string language, NewWords words, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new PreviewNotification(TemplateKey.Parse(occasion, voice, language), words), cancellationToken));

    private static async Task<Ok<Page<OutboxItem>>> Outbox(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, [FromQuery] string[]? state = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListOutbox(Queries.Enums<NotificationState>(state, "state"), Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<NoContent> Retry(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RetryNotification(id), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Page<DeadEvent>>> DeadEvents(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListDeadEvents(Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<NoContent> RetryEvent(long eventId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RetryDeadEvent(eventId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Unsubscribe(IMediator mediator, CancellationToken cancellationToken, string? token = null)
    {
        await mediator.Send(new UnsubscribeFromMail(token), cancellationToken);
        return TypedResults.NoContent();
    }

    private static Ok<T> Versioned<T>(HttpContext http, T shown, Func<T, int> version)
    {
        ETag.Set(http.Response, version(shown));
        return TypedResults.Ok(shown);
    }
}
