using System.Globalization;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Callers;
using KediriLapor.CallCentre.Dispatches;
using KediriLapor.CallCentre.Model;
using KediriLapor.Live;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.CallCentre;

/// <summary>The 112 call log: one key for each call, who calls, and what a call becomes (docs/decisions/0033).</summary>
public static class CallsApi
{
    public static IServiceCollection AddCallCentre(this IServiceCollection services) => services
        .AddSingleton<CallVault>()
        .AddSingleton<CallNews>()
        .AddSubject<DispatchSubject>()
        .AddScheduled<ForgetCallers>("0 50 2 * * ?");

    public static void MapCallCentre(this IEndpointRouteBuilder api)
    {
        var calls = api.MapGroup("/calls").WithTags("Calls");
        calls.MapPost("", Log).WithName("logCall").RequirePermission(Permission.TakeCalls).Refuses(400, 422);
        calls.MapGet("", List).WithName("listCalls").RequirePermission(Permission.ReadCalls).AllowsQuery("kind", "own", "dispatch", "pageSize", "after");
        calls.MapGet("/counts", Count).WithName("countCalls").RequirePermission(Permission.ReadCalls).AllowsQuery("from", "until");
        calls.MapGet("/events", HearCalls).WithName("hearCalls").RequirePermission(Permission.ReadCalls, Permission.HandleDispatches).AllowsQuery()
            .Produces<LiveEvent>(200, "text/event-stream").Refuses(429);
        calls.MapGet("/{id:guid}", Show).WithName("showCall").RequirePermission(Permission.ReadCalls).AllowsQuery().Refuses(404);
        calls.MapPost("/{id:guid}/correction", Correct).WithName("correctCall").RequirePermission(Permission.TakeCalls).Refuses(400, 404, 409, 412, 422, 428);
        calls.MapPost("/{id:guid}/report", Report).WithName("createReportFromCall").RequirePermission(Permission.TakeCalls).Refuses(400, 404, 409, 412, 422, 428);
        // POST, because every reading writes a row of the log, and no number stands in an address
        calls.MapPost("/{id:guid}/number-readings", ReadNumber).WithName("readCallerNumber").RequirePermission(Permission.TakeCalls).Refuses(400, 404);
        calls.MapPost("/callers", LookUp).WithName("lookUpCaller").RequirePermission(Permission.TakeCalls).Refuses(400, 422);

        var marks = calls.MapGroup("/marks");
        marks.MapPost("", Mark).WithName("markCaller").RequirePermission(Permission.TakeCalls).Refuses(400, 422);
        marks.MapGet("", ListMarks).WithName("listMarks").RequirePermission(Permission.ReadCalls).AllowsQuery("review", "pageSize", "after");
        marks.MapPost("/{id:guid}/review", Review).WithName("reviewMark").RequirePermission(Permission.ReviewMarks).Refuses(400, 404, 409, 412, 422, 428);

        api.MapGet("/audit/callers", ListReadings).WithName("listCallerReadings").WithTags("Privacy").RequirePermission(Permission.ReadAuditLog).AllowsQuery("account", "pageSize", "after");
        api.MapDispatches();
    }

    private static async Task<Created<CallItem>> Log(NewCall call, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken)
    {
        var logged = await mediator.Send(new LogCall(call, Idempotency.Key(http.Request)), cancellationToken);
        return Made(http, replay, "/api/v1/calls/" + logged.Id, logged.Version, logged);
    }

    private static async Task<Ok<Page<CallItem>>> List(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken,
        [FromQuery] string[]? kind = null, bool? own = null, Guid? dispatch = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListCalls(Queries.Enums<CallKind>(kind, "kind"), own ?? false, dispatch, Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<CallCounts>> Count(IMediator mediator, CancellationToken cancellationToken, string? from = null, string? until = null) =>
        TypedResults.Ok(await mediator.Send(new CountCalls(Day(from, "from"), Day(until, "until")), cancellationToken));

    private static ServerSentEventsResult<LiveEvent> HearCalls(HttpContext http, CurrentActor actor, CallNews news, LiveStreams streams, LiveStream stream) =>
        LiveApi.Hear(http, actor, streams, stream, news.Pick, CallNews.MayHear);

    private static async Task<Ok<CallDetail>> Show(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var call = await mediator.Send(new ShowCall(id), cancellationToken);
        ETag.Set(http.Response, call.Call.Version);
        return TypedResults.Ok(call);
    }

    private static async Task<Ok<CallItem>> Correct(Guid id, CallCorrection correction, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var call = await mediator.Send(new CorrectCall(id, ETag.Expected(http.Request), correction), cancellationToken);
        ETag.Set(http.Response, call.Version);
        return TypedResults.Ok(call);
    }

    private static async Task<Created<CallReport>> Report(Guid id, NewReport report, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(new ReportFromCall(id, ETag.Expected(http.Request), report, Idempotency.Key(http.Request)), cancellationToken);
        return Made(http, replay, "/api/v1/reports/" + made.Report.Id, made.CallVersion, made);
    }

    private static async Task<Ok<CallNumber>> ReadNumber(Guid id, NumberPurpose purpose, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Private(http, await mediator.Send(new ReadCallerNumber(id, purpose.Reason), cancellationToken));

    private static async Task<Ok<CallerCard>> LookUp(IncomingCaller caller, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Private(http, await mediator.Send(new LookUpCaller(caller), cancellationToken));

    private static async Task<Created<MarkItem>> Mark(NewMark mark, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(new MarkCaller(mark, Idempotency.Key(http.Request)), cancellationToken);
        return Made(http, replay, "/api/v1/calls/marks/" + made.Id, made.Version, made);
    }

    private static async Task<Ok<Page<MarkItem>>> ListMarks(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, [FromQuery] string[]? review = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListMarks(Queries.Enums<MarkReview>(review, "review"), Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<MarkItem>> Review(Guid id, MarkJudgement judgement, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var mark = await mediator.Send(new ReviewMark(id, ETag.Expected(http.Request), judgement), cancellationToken);
        ETag.Set(http.Response, mark.Version);
        return TypedResults.Ok(mark);
    }

    private static async Task<Ok<Page<CallerReadingItem>>> ListReadings(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, Guid? account = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListCallerReadings(account, Cursor.PageSize(pageSize), after), cancellationToken));

    internal static Created<T> Made<T>(HttpContext http, Replay replay, string address, int version, T made)
    {
        Idempotency.Tell(http.Response, replay.Happened);
        ETag.Set(http.Response, version);
        return TypedResults.Created(address, made);
    }

    private static Ok<T> Private<T>(HttpContext http, T answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(answer);
    }

    private static DateOnly? Day(string? text, string field) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 9000 ? day
        : throw new RuleViolation("invalid_format", StatusCodes.Status400BadRequest, field);
}
