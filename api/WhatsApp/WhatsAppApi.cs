using KediriLapor.Accounts;
using KediriLapor.Notifications;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.WhatsApp;

/// <summary>The door that Meta knocks at (Cloud API, "Webhooks"), and what works behind it.</summary>
public static class WhatsAppApi
{
    /// <summary>Meta gathers events into one body of at most 3 MB.</summary>
    private const int BodyMax = 3 * 1024 * 1024;

    public static IServiceCollection AddWhatsApp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WhatsAppSettings.Of(configuration));
        services.AddSingleton<WhatsAppVault>();
        services.AddSingleton<GraphApi>();
        services.AddScoped<IChannel, WhatsAppChannel>();
        services.AddScoped<Speaking>();
        services.AddScoped<Drafting>();
        services.AddScoped<Answering>();
        services.AddScoped<Conversing>();
        services.AddScoped<Delivering>();
        services.AddScoped<Replying>();
        services.AddHostedService<WhatsAppRelay>();
        return services.AddScheduled<SweepWhatsApp>("0 50 2 * * ?");
    }

    public static void MapWhatsApp(this IEndpointRouteBuilder api)
    {
        var webhook = api.MapGroup("/whatsapp/webhook").WithTags("WhatsApp");
        webhook.MapGet("", Verify).WithName("showWhatsAppChallenge").AllowAnyone().AllowsQuery("hub.mode", "hub.verify_token", "hub.challenge")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").Refuses(403);
        webhook.MapPost("", Take).WithName("submitWhatsAppEvents").AllowAnyone().AllowsQuery()
            .WithMetadata(new RequestSizeLimitAttribute(BodyMax)).Refuses(400, 401, 413);
    }

    /// <summary>Meta asks once, when the webhook is set up, and wants its own word back.</summary>
    private static ContentHttpResult Verify(
        WhatsAppSettings settings,
        [FromQuery(Name = "hub.mode")] string? mode = null, [FromQuery(Name = "hub.verify_token")] string? token = null, [FromQuery(Name = "hub.challenge")] string? challenge = null) =>
        mode == "subscribe" && WebhookSignature.SameWord(settings.VerifyToken, token)
            ? TypedResults.Text(challenge ?? "", "text/plain")
            : throw new RuleViolation("invalid_signature", StatusCodes.Status403Forbidden, "hub.verify_token");

    /// <summary>The very bytes are signed, so they are read before anything reads them as JSON.</summary>
    private static async Task<Ok> Take(HttpContext http, WhatsAppSettings settings, IMediator mediator, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, cancellationToken);
        var body = content.ToArray();
        WebhookSignature.Check(settings.AppSecret, http.Request.Headers[WebhookSignature.Header], body);
        await mediator.Send(new TakeWhatsAppEvents(WebhookReader.Read(body, settings.PhoneNumberId)), cancellationToken);
        return TypedResults.Ok();
    }
}
