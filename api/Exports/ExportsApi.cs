using KediriLapor.Accounts;
using KediriLapor.Exports.OpenData;
using KediriLapor.Exports.Tables;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Exports;

/// <summary>Whole lists as files, written while they are read (docs/decisions/0030).</summary>
public static class ExportsApi
{
    private static readonly TableFormat[] Formats = [new CsvTable(), new XlsxTable(), new GeoJsonTable()];

    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<ExportTurns>()
        .AddScheduled<RebuildOpenData>("0 12/15 * * * ?"); // soon after midnight, or after whatever kept it from then

    public static void MapExports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/exports/reports.{format}", ExportReports).WithName("exportReports").WithTags("Exports").RequirePermission(Permission.ExportReports).AcceptsClients(ClientScopes.ReadExports)
            .AllowsQuery("status", "service", "kelurahan", "agency", "overdue", "escalated", "q", "submittedFrom", "submittedUntil")
            .WithSummary("A filtered list of reports as CSV, XLSX or GeoJSON")
            .WithDescription($"Streamed; `{Streams.TotalHeader}` tells the number of rows beforehand. Words are masked, the points of anonymous reporters coarsened.")
            .Produces<Stream>(200, CsvTable.Type, XlsxTable.Type, GeoJsonTable.Type).Refuses(404, 503);
        api.MapOpenData();
    }

    private static async Task<PushStreamHttpResult> ExportReports(
        string format, HttpContext http, IMediator mediator, TimeProvider time, ExportTurns turns, CurrentActor actor, CancellationToken cancellationToken,
        [FromQuery] string[]? status = null, string? service = null, string? kelurahan = null, string? agency = null, bool? overdue = null, bool? escalated = null,
        string? q = null, DateOnly? submittedFrom = null, DateOnly? submittedUntil = null)
    {
        var table = Array.Find(Formats, one => one.Extension == format) ?? throw RuleViolation.NotFound();
        turns.Take(http, actor.Value);
        var export = await mediator.Send(
            new ExportReports(
                Queries.Enums<ReportStatus>(status, "status"), service, kelurahan, agency, overdue, escalated, Queries.Words(q, "q"), submittedFrom, submittedUntil),
            cancellationToken);
        return Streams.Table(
            http, table, ReportColumns.All, export.Rows, export.Total, $"laporan-{IndonesianDate.InWib(time.GetUtcNow()).Day:yyyy-MM-dd}", cancellationToken);
    }
}
