using KediriLapor.Accounts;
using KediriLapor.Notifications;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using KediriLapor.Reports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Reporters;

/// <summary>"Laporan saya": all reports of somebody who shows that the contact in them is theirs, without a password (docs/decisions/0026).</summary>
public static class ReportersApi
{
    public static IServiceCollection AddReporters(this IServiceCollection services)
    {
        services.AddSingleton<LinkVault>();
        services.AddScoped<LinkAttempts>();
        services.AddScoped<SendLink>();
        services.AddHostedService<LinkRelay>();
        return services.AddScheduled<SweepReporterLinks>("0 3/10 * * * ?");
    }

    public static void MapReporters(this IEndpointRouteBuilder api)
    {
        var own = api.MapGroup("/own-reports").WithTags("Own reports");
        own.MapGet("", List).WithName("listOwnReports").AllowAnyone().AllowsQuery("pageSize", "after").Refuses(400, 401);
        own.MapGet("/links", Ways).WithName("showLinkWays").AllowAnyone().AllowsQuery();
        own.MapPost("/links", Ask).WithName("askForLink").AllowAnyone().Counted(RouteClass.SignIn).Refuses(400, 422, 429);
        // POST, because a link is used up: mail programs fetch every address that they show
        own.MapPost("/session", Open).WithName("openLink").AllowAnyone().Counted(RouteClass.SignIn).Refuses(400, 410);
        own.MapDelete("/session", End).WithName("endReporterSession").AllowAnyone();
    }

    private static async Task<Ok<Page<OwnReportItem>>> List(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListOwnReports(ReporterDoor.KeyOf(http.Request), Cursor.PageSize(pageSize), after), cancellationToken));

    private static Ok<LinkWays> Ways(DirectMail mail) => TypedResults.Ok(new LinkWays(mail.Reaches(Medium.Email), mail.Reaches(Medium.WhatsApp)));

    private static async Task<Accepted<LinkPromise>> Ask(LinkWish wish, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Accepted((string?)null, await mediator.Send(new AskForLink(wish, http.Connection.RemoteIpAddress), cancellationToken));

    private static async Task<Ok<ReporterSessionOpened>> Open(LinkToken link, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new OpenLink(link), cancellationToken));

    private static async Task<NoContent> End(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndReporterSession(ReporterDoor.KeyOf(http.Request)), cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>By which ways a link can be sent here.</summary>
public sealed record LinkWays(bool Email, bool WhatsApp);
