using KediriLapor.Accounts;
using KediriLapor.Exports;
using KediriLapor.Exports.Tables;
using KediriLapor.Notifications;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using KediriLapor.Statistics.Alarms;
using KediriLapor.Statistics.Counting;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Statistics;

/// <summary>How reports are handled, in numbers that say what they count (docs/decisions/0036).</summary>
public static class StatisticsApi
{
    private static readonly TableFormat[] Formats = [new CsvTable(), new XlsxTable(), new JsonTable()];

    private static readonly string[] Filters = ["by", "from", "until", "kelurahan", "agency", "service", "channel"];

    /// <summary>Figures follow the history within seconds; a page that is a minute old is still true.</summary>
    private const string Cached = "public, max-age=60";

    public static IServiceCollection AddStatistics(this IServiceCollection services) => services
        .AddScoped<Counter>().AddScoped<CheckCounts>().AddScoped<CountReader>().AddHostedService<CountRelay>()
        .AddSubject<AlarmSubject>().AddScheduled<WatchLimits>("0 7 * * * ?");

    public static void MapStatistics(this IEndpointRouteBuilder api)
    {
        var statistics = api.MapGroup("/statistics").WithTags("Statistics");
        statistics.MapGet("/public", ShowPublic).WithName("showPublicStatistics").AllowAnyone().AllowsQuery("days");
        statistics.MapGet("/reports", Show).WithName("showStatistics").AllowAnyone().AllowsQuery(Filters);
        statistics.MapGet("/reports.{format}", Export).WithName("exportStatistics").AllowAnyone().AllowsQuery(Filters)
            .WithSummary("The same figures as CSV, XLSX or JSON").Produces<object>(200, CsvTable.Type, XlsxTable.Type, JsonTable.Type).Refuses(404, 503);
        statistics.MapGet("/own", ShowOwn).WithName("showOwnStatistics").RequirePermission(Permission.ReadReports, Permission.ReadAllReports).AllowsQuery(Filters);
        statistics.MapGet("/hot-spots", HotSpots).WithName("showHotSpots").AllowAnyone().AllowsQuery("from", "until", "kelurahan", "service");
        statistics.MapGet("/fairness", Fairness).WithName("showFairness").AllowAnyone().AllowsQuery("from", "until", "service");
        statistics.MapGet("/alarms", Alarms).WithName("listAlarms").AllowAnyone().AllowsQuery();
    }

    private static async Task<Ok<PublicStatistics>> ShowPublic(HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? days = null)
    {
        if (days is < 1 or > Period.MostDays)
        {
            throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "days");
        }

        return Public(http, await mediator.Send(new ShowPublicStatistics(days ?? Period.UsualDays), cancellationToken));
    }

    private static async Task<Ok<ReportStatistics>> Show(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? by = null, DateOnly? from = null, DateOnly? until = null, string? kelurahan = null,
        string? agency = null, string? service = null, string? channel = null) =>
        Public(http, await mediator.Send(Asked(by, from, until, kelurahan, agency, service, channel, isOwn: false), cancellationToken));

    private static async Task<Ok<ReportStatistics>> ShowOwn(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? by = null, DateOnly? from = null, DateOnly? until = null, string? kelurahan = null,
        string? agency = null, string? service = null, string? channel = null) =>
        TypedResults.Ok(await mediator.Send(Asked(by, from, until, kelurahan, agency, service, channel, isOwn: true), cancellationToken));

    private static async Task<PushStreamHttpResult> Export(
        string format, HttpContext http, IMediator mediator, ExportTurns turns, CurrentActor actor, CancellationToken cancellationToken, string? by = null, DateOnly? from = null, DateOnly? until = null,
        string? kelurahan = null, string? agency = null, string? service = null, string? channel = null)
    {
        var table = Array.Find(Formats, one => one.Extension == format) ?? throw RuleViolation.NotFound();
        turns.Take(http, actor.Value);
        var statistics = await mediator.Send(Asked(by, from, until, kelurahan, agency, service, channel, isOwn: false), cancellationToken);
        http.Response.Headers.CacheControl = Cached;
        return Streams.Table(
            http, table, StatisticsColumns.All, statistics.Rows.ToAsyncEnumerable(), statistics.Rows.Count,
            $"statistik-{statistics.From:yyyy-MM-dd}-{statistics.Until:yyyy-MM-dd}", cancellationToken);
    }

    private static async Task<Ok<HotSpots>> HotSpots(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, DateOnly? from = null, DateOnly? until = null, string? kelurahan = null, string? service = null) =>
        Public(http, await mediator.Send(new ShowHotSpots(from, until, kelurahan, service), cancellationToken));

    private static async Task<Ok<Fairness>> Fairness(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, DateOnly? from = null, DateOnly? until = null, string? service = null) =>
        Public(http, await mediator.Send(new ShowFairness(from, until, service), cancellationToken));

    private static async Task<Ok<AlarmList>> Alarms(HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Public(http, await mediator.Send(new ListAlarms(), cancellationToken));

    private static ShowStatistics Asked(string? by, DateOnly? from, DateOnly? until, string? kelurahan, string? agency, string? service, string? channel, bool isOwn) => new(
        by is null ? StatisticsBy.Month : Queries.Enum<StatisticsBy>(by, "by"), from, until, kelurahan, agency, service,
        channel is null ? null : Queries.Enum<Channel>(channel, "channel"), isOwn);

    private static Ok<T> Public<T>(HttpContext http, T answer)
    {
        http.Response.Headers.CacheControl = Cached;
        return TypedResults.Ok(answer);
    }
}
