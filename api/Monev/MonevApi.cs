using KediriLapor.Accounts;
using KediriLapor.Exports;
using KediriLapor.Exports.Tables;
using KediriLapor.Monev.Indicators;
using KediriLapor.Monev.Model;
using KediriLapor.Notifications;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Monev;

/// <summary>Monev: whether the works of Merata are carried out as planned, without deviation, and felt by the people (docs/decisions/0038).</summary>
public static class MonevApi
{
    private const string Briefly = "public, max-age=30";

    public static IServiceCollection AddMonev(this IServiceCollection services) => services.AddSubject<FindingSubject>().AddScheduled<EscalateFindings>("0 7 * * * ?");

    public static void MapMonev(this IEndpointRouteBuilder api)
    {
        var findings = api.MapGroup("/merata/findings").WithTags("Monev");
        findings.MapGet("", List).WithName("listFindings").RequirePermission(Permission.ReadWorks).AllowsQuery("work", "kelurahan", "grade", "state", "overdue", "atInspectorate", "pageSize", "after");
        findings.MapPost("", Record).WithName("recordFinding").RequirePermission(Permission.ManageWorks).Refuses(400, 422)
            .WithDescription("By the technical team. `none` is closed from the beginning; all else asks the ward for an answer within sixty days, and what is serious goes to the Inspektorat at once.");
        findings.MapGet("/{id:guid}", Show).WithName("showFinding").RequirePermission(Permission.ReadWorks).AllowsQuery().Refuses(404);
        findings.MapPost("/{id:guid}/steps", Move).WithName("moveFinding").RequirePermission(Permission.ManageWorks).Refuses(400, 404, 409, 412, 422, 428)
            .WithDescription("The ward answers; the technical team closes what is minor, and the Inspektorat what is serious or was left without an answer in time. `steps` of the finding tells which are open and what each asks for.");

        var monev = api.MapGroup("/monev").WithTags("Monev");
        monev.MapGet("/indicators", ShowIndicators).WithName("listIndicators").AllowAnyone().AllowsQuery("year", "asOf", "area").Revalidates()
            .WithDescription("For a budget year, of the whole programme, a kecamatan or a kelurahan. Each figure says what it counts; asked again for a past day, it is the same.");
        monev.MapPut("/indicators/{code}", ChangeDefinition).WithName("changeIndicator").RequirePermission(Permission.ManageReferenceData).Refuses(400, 404, 412, 422, 428)
            .WithDescription("`If-Match: \"0\"` adds one that is not there yet. One that is no longer looked at comes back by a version that is not `retired`.");
        api.MapGet("/admin/indicators", ListAll).WithTags("Monev").WithName("listAllIndicators").RequirePermission(Permission.ManageReferenceData).AllowsQuery();
        monev.MapGet("/report", Report).WithName("showMonevReport").RequirePermission(Permission.ReadWorks).AllowsQuery("year", "asOf", "area");
        monev.MapGet("/report.{format}", Export).WithName("exportMonevReport").RequirePermission(Permission.ReadWorks).AllowsQuery("year", "asOf", "area")
            .Produces<Stream>(200, XlsxTable.Type, PdfPages.Type).Refuses(404, 503);
    }

    private static async Task<Ok<Page<FindingItem>>> List(
        HttpContext http, IMediator mediator, CityWatch watch, CancellationToken cancellationToken,
        Guid? work = null, string? kelurahan = null, [FromQuery] string[]? grade = null, [FromQuery] string[]? state = null, bool overdue = false, bool atInspectorate = false, int? pageSize = null, string? after = null)
    {
        if (kelurahan is not null && !watch.Current.Kelurahan.ContainsKey(kelurahan))
        {
            throw new RuleViolation("unknown_kelurahan", StatusCodes.Status400BadRequest, "kelurahan");
        }

        return Cursor.Ok(http, await mediator.Send(
            new ListFindings(work, kelurahan, Queries.Enums<FindingGrade>(grade, "grade"), Queries.Enums<FindingState>(state, "state"), overdue, atInspectorate, Cursor.PageSize(pageSize), after), cancellationToken));
    }

    private static async Task<Created<FindingOutcome>> Record(NewFinding finding, HttpContext http, IMediator mediator, Persistence.Replay replay, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new RecordFinding(finding, Idempotency.Key(http.Request)), cancellationToken);
        Idempotency.Tell(http.Response, replay.Happened);
        ETag.Set(http.Response, outcome.Version);
        return TypedResults.Created("/api/v1/merata/findings/" + outcome.Id, outcome);
    }

    private static async Task<Ok<FindingDetail>> Show(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var finding = await mediator.Send(new ShowFinding(id), cancellationToken);
        ETag.Set(http.Response, finding.Version);
        return TypedResults.Ok(finding);
    }

    private static async Task<Ok<FindingOutcome>> Move(Guid id, NewFindingStep step, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new MoveFinding(id, ETag.Expected(http.Request), step), cancellationToken);
        ETag.Set(http.Response, outcome.Version);
        return TypedResults.Ok(outcome);
    }

    private static async Task<Ok<IndicatorSheet>> ShowIndicators(HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? year = null, DateOnly? asOf = null, string? area = null)
    {
        var sheet = await mediator.Send(new ListIndicators(year, asOf, area), cancellationToken);
        http.Response.Headers.CacheControl = Briefly;
        return TypedResults.Ok(sheet);
    }

    private static async Task<Ok<IndicatorEntryList>> ListAll(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListAllIndicators(), cancellationToken));

    private static async Task<Ok<IndicatorDefinition>> ChangeDefinition(string code, NewIndicator definition, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var taken = await mediator.Send(new ChangeIndicator(code, ETag.Expected(http.Request), definition), cancellationToken);
        ETag.Set(http.Response, taken.Version);
        return TypedResults.Ok(taken);
    }

    private static async Task<Ok<MonevReport>> Report(IMediator mediator, CancellationToken cancellationToken, int? year = null, DateOnly? asOf = null, string? area = null) =>
        TypedResults.Ok(await mediator.Send(new ShowMonevReport(year, asOf, area), cancellationToken));

    private static async Task<PushStreamHttpResult> Export(
        string format, HttpContext http, IMediator mediator, ExportTurns turns, CurrentActor actor, CancellationToken cancellationToken, int? year = null, DateOnly? asOf = null, string? area = null)
    {
        if (format is not ("xlsx" or "pdf"))
        {
            throw RuleViolation.NotFound();
        }

        turns.Take(http, actor.Value);
        var report = await mediator.Send(new ShowMonevReport(year, asOf, area), cancellationToken);
        var name = $"monev-{report.Year}-{report.Area?.Code ?? "semua"}-{report.AsOf:yyyy-MM-dd}.{format}";
        return format == "pdf" ? TypedResults.Stream(body => body.WriteAsync(MonevFile.Pdf(report), cancellationToken).AsTask(), PdfPages.Type, name)
            : TypedResults.Stream(body => MonevFile.WriteXlsx(report, body, cancellationToken), XlsxTable.Type, name);
    }
}
