using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Reports;

/// <summary>Which public reports are meant, on the map and in the list beside it.</summary>
public sealed record PublicFilter(ReportStatus[] Status, string? Service, string? Kelurahan)
{
    /// <summary>A condition on <c>public_reports AS r</c>: a merged report is shown by its survivor.</summary>
    internal Sql Matches()
    {
        Sql matches = $"r.merged_into IS NULL";
        return matches
            .And(Status.Length > 0, $"r.status = ANY ({Status})")
            .And(Service is not null, $"r.service_code = {Service}")
            .And(Kelurahan is not null, $"r.kelurahan_code = {Kelurahan}");
    }
}

/// <summary>The public reports of a part of the city, gathered for a zoom of the usual map tiles (256 px, Web Mercator).</summary>
public sealed record ShowPublicMap(PublicFilter Filter, Bounds Within, int Zoom) : IQuery<PublicMap>;

/// <param name="Total">Public reports that match, those outside the bounds and those without a point included.</param>
/// <param name="WithoutPoint">Those told by kelurahan only: in the counts of the kelurahan, not in a cluster.</param>
public sealed record PublicMap(int Total, int WithoutPoint, IReadOnlyList<MapCluster> Clusters, IReadOnlyList<WardCount> Wards);

/// <summary>The reports of one square of the grid, at the middle of their points, kept off the square's edge: two gatherings never hide each other.</summary>
/// <param name="ReportId">Where there is only one, from zoom 14 on.</param>
public sealed record MapCluster(double Lat, double Lng, int Count, Guid? ReportId);

/// <param name="Open">Of them, those that somebody still has to act on.</param>
public sealed record WardCount(Named Kelurahan, int Count, int Open);

internal sealed class ShowPublicMapHandler(AppDb db, CityWatch watch) : IRequestHandler<ShowPublicMap, PublicMap>
{
    private const int MinZoom = 8;
    private const int MaxZoom = 19;

    /// <summary>Squares to a tile's edge: 64 px, which two thumbs can tell apart.</summary>
    private const int CellsPerTile = 4;

    /// <summary>A wall of screens has fewer squares; nobody asks for the points one by one.</summary>
    private const int MostCells = 4096;

    /// <summary>From here on a report that stands alone is named.</summary>
    private const int NamingZoom = 14;

    private static readonly double LatitudePerLongitude = Math.Cos(7.82 * Math.PI / 180);

    public async Task<PublicMap> Handle(ShowPublicMap request, CancellationToken cancellationToken)
    {
        if (request.Zoom is < MinZoom or > MaxZoom)
        {
            throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "zoom");
        }

        var (box, cell) = (request.Within, 360.0 / (1 << request.Zoom) / CellsPerTile);
        var cellLat = cell * LatitudePerLongitude;
        if (((box.East - box.West) / cell) * ((box.North - box.South) / cellLat) > MostCells)
        {
            throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "bbox");
        }

        var matches = request.Filter.Matches();
        // comparing ids as texts costs more than all the rest: where the squares are as wide as a kelurahan nobody asks for one report
        var lone = request.Zoom >= NamingZoom ? (Sql)$"CASE count(*) WHEN 1 THEN min(r.id::text)::uuid END" : $"NULL::uuid";
        await using var rows = await db.Read(
            cancellationToken,
            $"""
            SELECT avg(r.lat), floor(r.lat / {cellLat}) AS y, avg(r.lng), floor(r.lng / {cell}) AS x, count(*)::int, {lone}
            FROM public_reports AS r WHERE {matches} AND {box.Holds()} GROUP BY y, x
            """,
            $"""
            SELECT r.kelurahan_code, count(*)::int, count(*) FILTER (WHERE r.status NOT IN ({ReportStatus.Resolved}, {ReportStatus.Closed}))::int, count(*) FILTER (WHERE r.lat IS NULL)::int
            FROM public_reports AS r WHERE {matches} GROUP BY r.kelurahan_code
            """);
        var clusters = await rows.All(
            row => new MapCluster(
                Inside(row.Value<double>(), row.Value<double>(), cellLat), Inside(row.Value<double>(), row.Value<double>(), cell), row.Value<int>(), row.ValueOrNull<Guid>()),
            cancellationToken);
        var wards = await rows.All(row => (Code: row.TextOrNull(), Count: row.Value<int>(), Open: row.Value<int>(), WithoutPoint: row.Value<int>()), cancellationToken);
        var city = watch.Current;
        return new PublicMap(
            wards.Sum(ward => ward.Count),
            wards.Sum(ward => ward.WithoutPoint),
            clusters,
            [.. wards.Where(ward => ward.Code is not null).Select(ward => new WardCount(city.KelurahanNamed(ward.Code)!, ward.Count, ward.Open))]);
    }

    private static double Inside(double middle, double square, double size) => Math.Round(Math.Clamp(middle, (square + 0.25) * size, (square + 0.75) * size), 6);
}
