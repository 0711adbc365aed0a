using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using KediriLapor.Reports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Browsers that want to be told: the reporter's own, and anybody's that follows a public report.</summary>
public static class WebPushApi
{
    public static IServiceCollection AddWebPush(this IServiceCollection services, IConfiguration configuration, Uri site)
    {
        services.AddSingleton(WebPushSettings.Of(configuration, site));
        services.AddSingleton<VapidKeys>();
        services.AddHostedService(provider => provider.GetRequiredService<VapidKeys>());
        services.AddSingleton<PushVault>();
        services.AddSingleton<PushSender>();
        services.AddScoped<Browsers>();
        services.AddScoped<IChannel, PushChannel>();
        return services;
    }

    public static void MapWebPush(this IEndpointRouteBuilder api)
    {
        api.MapGet("/notifications/push-key", ShowKey).WithName("showPushKey").WithTags("Notifications").AllowAnyone().AllowsQuery();
        var own = api.MapGroup("/tracking/{trackingCode}/push-subscriptions").WithTags("Tracking");
        own.MapPost("", Subscribe).WithName("subscribeToReport").AllowAnyone().Refuses(400, 404, 409, 422);
        own.MapDelete("", Unsubscribe).WithName("unsubscribeFromReport").AllowAnyone().Refuses(400, 404);
        var shown = api.MapGroup("/public/reports/{id:guid}/follow").WithTags("Public");
        shown.MapPost("", Follow).WithName("followReport").AllowAnyone().Counted(RouteClass.Support).Refuses(400, 404, 409, 422);
        shown.MapDelete("", Unfollow).WithName("unfollowReport").AllowAnyone().Refuses(400, 404);
    }

    private static async Task<Ok<PushKey>> ShowKey(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowPushKey(), cancellationToken));

    private static async Task<NoContent> Subscribe(string trackingCode, BrowserSubscription browser, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new SubscribeToReport(trackingCode, ReporterDoor.SecretOf(http.Request), browser), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Unsubscribe(string trackingCode, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new UnsubscribeFromReport(trackingCode, ReporterDoor.SecretOf(http.Request), Browsers.EndpointOf(http.Request)), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Follow(Guid id, BrowserSubscription browser, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new FollowReport(id, browser), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Unfollow(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new UnfollowReport(id, Browsers.EndpointOf(http.Request)), cancellationToken);
        return TypedResults.NoContent();
    }
}
