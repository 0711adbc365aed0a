using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Live;

/// <summary>What happens, as it happens: ids and versions only. What a report says is read where it is always read.</summary>
public static class LiveApi
{
    private const string Stream = "text/event-stream";

    public static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<EventReader>()
        .AddSingleton<LiveStream>()
        .AddSingleton<ReportNews>()
        .AddSingleton<LiveStreams>()
        .AddHostedService(provider => provider.GetRequiredService<LiveStreams>())
        .AddHostedService<EventFeed>();

    public static void MapLive(this IEndpointRouteBuilder api)
    {
        api.MapGet("/queue/events", HearQueue).WithName("hearQueue").WithTags("Live").RequirePermission(Permission.ReadReports).AcceptsClients(ClientScopes.ReadReports).AllowsQuery()
            .Produces<LiveEvent>(200, Stream).Refuses(429);
        api.MapGet("/reports/{id:guid}/events", HearReport).WithName("hearReport").WithTags("Live").RequirePermission(Permission.ReadReports).AcceptsClients(ClientScopes.ReadReports).AllowsQuery()
            .Produces<LiveEvent>(200, Stream).Refuses(404, 429);
    }

    private static ServerSentEventsResult<LiveEvent> HearQueue(HttpContext http, CurrentActor actor, ReportNews news, LiveStreams streams, LiveStream stream) =>
        Hear(http, actor, streams, stream, (happened, who, ct) => news.Pick(null, happened, who, ct), ReadsReports);

    private static async Task<ServerSentEventsResult<LiveEvent>> HearReport(
        Guid id, HttpContext http, CurrentActor actor, AppDb db, CityWatch watch, ReportNews news, LiveStreams streams, LiveStream stream, CancellationToken cancellationToken) =>
        await db.Reports.VisibleTo(actor.Value, watch.Current).AnyAsync(r => r.Id == id, cancellationToken)
            ? Hear(http, actor, streams, stream, (happened, who, ct) => news.Pick(id, happened, who, ct), ReadsReports, endsWhenGone: true)
            : throw RuleViolation.NotFound();

    private static bool ReadsReports(Actor actor) => actor.May(Permission.ReadReports);

    /// <summary>Opens a stream for whoever sent the request.</summary>
    /// <exception cref="RuleViolation"><c>invalid_cursor</c> (400), <c>too_many_streams</c> (429).</exception>
    internal static ServerSentEventsResult<LiveEvent> Hear(
        HttpContext http, CurrentActor actor, LiveStreams streams, LiveStream stream, PickNews pick, Func<Actor, bool> stillMay, bool endsWhenGone = false)
    {
        var seen = Snapshot.Parse(http.Request.Headers["Last-Event-ID"].ToString());
        var ticket = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;
        var place = streams.Open(actor.Value.Id!.Value);
        http.Response.RegisterForDispose(place);
        http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would hold the stream back
        var listener = new Listener(actor.Value, actor.Again, pick, stillMay, endsWhenGone, seen, ticket?.Properties?.ExpiresUtc ?? DateTimeOffset.MaxValue);
        return TypedResults.ServerSentEvents(stream.Read(listener, place, http.RequestAborted));
    }
}
