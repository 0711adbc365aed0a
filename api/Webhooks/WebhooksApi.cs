using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Webhooks;

/// <summary>Programs that want to be told what happens: where, of what, and how that went. A client manages its own, an admin all.</summary>
public static class WebhooksApi
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(WebhookSettings.Of(configuration, environment));
        services.AddSingleton<WebhookVault>();
        services.AddSingleton<WebhookTarget>();
        services.AddSingleton<WebhookSender>();
        services.AddScoped<WebhookDirectory>();
        services.AddScoped<SendDelivery>();
        services.AddHostedService<FeedRelay>();
        services.AddHostedService<DeliveryRelay>();
        services.AddHostedService<NoticeRelay>();
        return services.AddScheduled<SweepDeliveries>("0 40 2 * * ?");
    }

    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks").RequirePermission(Permission.ManageWebhooks).AcceptsClients(ClientScopes.ManageWebhooks);
        webhooks.MapGet("", List).WithName("listWebhooks").AllowsQuery("client", "pageSize", "after");
        webhooks.MapPost("", Create).WithName("createWebhook").Refuses(400, 409, 422);
        webhooks.MapGet("/{id:guid}", Show).WithName("showWebhook").AllowsQuery().Refuses(404);
        webhooks.MapPut("/{id:guid}", Change).WithName("changeWebhook").Refuses(400, 404, 412, 422, 428);
        webhooks.MapDelete("/{id:guid}", Remove).WithName("removeWebhook").Refuses(400, 404, 412, 428);
        webhooks.MapPost("/{id:guid}/secrets", Rotate).WithName("rotateWebhookSecret").Refuses(400, 404, 412, 428);
        webhooks.MapPost("/{id:guid}/ping", Ping).WithName("pingWebhook").Refuses(400, 404, 422);
        webhooks.MapPost("/{id:guid}/replay", ReplayAll).WithName("replayEvents").Refuses(400, 404, 409, 422);
        webhooks.MapGet("/{id:guid}/deliveries", Deliveries).WithName("listDeliveries").AllowsQuery("state", "pageSize", "after").Refuses(404);
        webhooks.MapGet("/{id:guid}/deliveries/{deliveryId:guid}", ShowOne).WithName("showDelivery").AllowsQuery().Refuses(404);
        webhooks.MapPost("/{id:guid}/deliveries/{deliveryId:guid}/replay", ReplayOne).WithName("replayDelivery").Refuses(400, 404, 409, 422);
        api.MapGet("/events", Events).WithName("listEvents").WithTags("Webhooks").RequirePermission(Permission.ReadEvents).AcceptsClients(ClientScopes.ManageWebhooks)
            .AllowsQuery("webhook", "type", "agency", "service", "pageSize", "after").Refuses(404);
    }

    private static async Task<Ok<Page<WebhookItem>>> List(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? client = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListWebhooks(Queries.Words(client, "client"), Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Created<WebhookWithSecret>> Create(NewWebhook webhook, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(new CreateWebhook(webhook, Idempotency.Key(http.Request)), cancellationToken);
        Idempotency.Tell(http.Response, replay.Happened);
        ETag.Set(http.Response, made.Webhook.Version);
        return TypedResults.Created("/api/v1/webhooks/" + made.Webhook.Id, made);
    }

    private static async Task<Ok<WebhookItem>> Show(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Told(http, await mediator.Send(new ShowWebhook(id), cancellationToken));

    private static async Task<Ok<WebhookItem>> Change(Guid id, WebhookChanges changes, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Told(http, await mediator.Send(new ChangeWebhook(id, ETag.Expected(http.Request), changes), cancellationToken));

    private static async Task<NoContent> Remove(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveWebhook(id, ETag.Expected(http.Request)), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<WebhookWithSecret>> Rotate(Guid id, WebhookSecretRotation rotation, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(new RotateWebhookSecret(id, ETag.Expected(http.Request), rotation), cancellationToken);
        ETag.Set(http.Response, made.Webhook.Version);
        return TypedResults.Ok(made);
    }

    private static async Task<Accepted<DeliveryItem>> Ping(Guid id, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken) =>
        OnItsWay(id, http, await mediator.Send(new PingWebhook(id, Idempotency.KeyOrNone(http.Request)), cancellationToken), replay);

    private static async Task<Accepted<ReplayedEvents>> ReplayAll(Guid id, EventRange range, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken)
    {
        var replayed = await mediator.Send(new ReplayEvents(id, range, Idempotency.KeyOrNone(http.Request)), cancellationToken);
        Idempotency.Tell(http.Response, replay.Happened);
        return TypedResults.Accepted($"/api/v1/webhooks/{id}/deliveries", replayed);
    }

    private static async Task<Ok<Page<DeliveryItem>>> Deliveries(
        Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken, [FromQuery] string[]? state = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListDeliveries(id, Queries.Enums<DeliveryState>(state, "state"), Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<DeliveryDetail>> ShowOne(Guid id, Guid deliveryId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowDelivery(id, deliveryId), cancellationToken));

    private static async Task<Accepted<DeliveryItem>> ReplayOne(Guid id, Guid deliveryId, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken) =>
        OnItsWay(id, http, await mediator.Send(new ReplayDelivery(id, deliveryId, Idempotency.KeyOrNone(http.Request)), cancellationToken), replay);

    private static async Task<Ok<Page<EventItem>>> Events(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, Guid? webhook = null, [FromQuery] string[]? type = null, [FromQuery] string[]? agency = null,
        [FromQuery] string[]? service = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListEvents(webhook, type ?? [], agency ?? [], service ?? [], Cursor.PageSize(pageSize), after), cancellationToken));

    private static Accepted<DeliveryItem> OnItsWay(Guid id, HttpContext http, DeliveryItem delivery, Replay replay)
    {
        Idempotency.Tell(http.Response, replay.Happened);
        return TypedResults.Accepted($"/api/v1/webhooks/{id}/deliveries/{delivery.Id}", delivery);
    }

    private static Ok<WebhookItem> Told(HttpContext http, WebhookItem webhook)
    {
        ETag.Set(http.Response, webhook.Version);
        return TypedResults.Ok(webhook);
    }
}
