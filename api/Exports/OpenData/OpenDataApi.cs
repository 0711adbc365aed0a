using KediriLapor.Accounts;
using KediriLapor.Exports.Tables;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Exports.OpenData;

/// <summary>The public reports as a file for everybody, at addresses that stay.</summary>
internal static class OpenDataApi
{
    private static readonly TableFormat[] Formats = [new CsvTable(), new JsonTable(), new XmlTable("service_requests", "request")];

    /// <summary>The set changes once a day, some minutes after midnight.</summary>
    private const string Cached = "public, max-age=900";

    private const string Definition =
        "Semua laporan yang terbuka untuk umum dan dikirim sebelum hari ini, tanpa kata-kata pelapor. Waktu dibulatkan ke bawah ke jam penuh. "
        + "Kelurahan dan titik hanya disebut bila sedikitnya lima laporan sejenis dalam tahun yang sama berasal dari kelurahan itu; "
        + "di bawah itu hanya kecamatannya, dengan syarat yang sama, atau kotanya saja. Titik dibulatkan ke kisi sekitar 100 meter.";

    public static void MapOpenData(this IEndpointRouteBuilder api)
    {
        var data = api.MapGroup("/open-data").WithTags("Open data");
        data.MapGet("", Show).WithName("showOpenData").AllowAnyone().AllowsQuery().Refuses(404);
        data.MapGet("/reports.{format}", Read).WithName("readOpenData").AllowAnyone().AllowsQuery()
            .WithSummary("Every public report as CSV, JSON or XML, made anew each day")
            .Produces<Stream>(200, CsvTable.Type, JsonTable.Type, XmlTable.Type).Produces(304).Refuses(404, 503);
    }

    private static async Task<Ok<OpenDataSummary>> Show(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var set = (await mediator.Send(new ReadOpenData(), cancellationToken)).Set;
        http.Response.Headers.CacheControl = Cached;
        return TypedResults.Ok(new OpenDataSummary(
            set.Day, set.MadeAt, set.Rows, "CC-BY-4.0", Definition,
            [.. Formats.Select(format => new OpenDataAddress(format.Extension, format.ContentType, $"/api/v1/open-data/reports.{format.Extension}"))],
            [.. OpenDataColumns.All.Select(column => new OpenDataField(column.Name, column.Heading))]));
    }

    private static async Task<Results<PushStreamHttpResult, StatusCodeHttpResult>> Read(
        string format, HttpContext http, IMediator mediator, ExportTurns turns, CurrentActor actor, CancellationToken cancellationToken)
    {
        var table = Array.Find(Formats, one => one.Extension == format) ?? throw RuleViolation.NotFound();
        var (set, rows) = await mediator.Send(new ReadOpenData(), cancellationToken);
        http.Response.Headers.CacheControl = Cached;
        if (IsCurrent(http, set, table))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        turns.Take(http, actor.Value);
        return Streams.Table(http, table, OpenDataColumns.All, rows, set.Rows, $"laporan-kota-kediri-{set.Day:yyyy-MM-dd}", cancellationToken);
    }

    /// <summary>By its tag, or else by its date, which is all that many a harvester of open data keeps (RFC 9110, 13.2.2).</summary>
    private static bool IsCurrent(HttpContext http, OpenDataSet set, TableFormat table)
    {
        var (asked, told) = (http.Request.GetTypedHeaders(), http.Response.GetTypedHeaders());
        told.LastModified = set.MadeAt;
        return ETag.IsCurrent(http, OpenDataColumns.Tag(set, table.Extension)) || (asked.IfNoneMatch.Count == 0 && asked.IfModifiedSince >= told.LastModified);
    }
}

/// <param name="Day">Holds what was submitted before this day began in WIB.</param>
/// <param name="Definition">What is in it and what is withheld, in Indonesian.</param>
/// <param name="License">SPDX identifier.</param>
public sealed record OpenDataSummary(
    DateOnly Day, DateTimeOffset MadeAt, int Rows, string License, string Definition, IReadOnlyList<OpenDataAddress> Files, IReadOnlyList<OpenDataField> Fields);

public sealed record OpenDataAddress(string Format, string ContentType, string Url);

/// <param name="Name">As the companion of GeoReport v2 for bulk data spells it.</param>
/// <param name="Meaning">In Indonesian.</param>
public sealed record OpenDataField(string Name, string Meaning);
