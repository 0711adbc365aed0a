using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>Which public reports are meant, on the map and in the list beside it.</summary>
public sealed record PublicFilter(ReportStatus[] Status, string? Service, string? Kelurahan)
{
    internal IQueryable<PublicReport> Of(IQueryable<PublicReport> reports)
    {
        reports = reports.Where(r => r.MergedInto == null);
        reports = Status.Length == 0 ? reports : reports.Where(r => Status.Contains(r.Status));
        reports = Service is { } service ? reports.Where(r => r.ServiceCode == service) : reports;
        return Kelurahan is { } kelurahan ? reports.Where(r => r.KelurahanCode == kelurahan) : reports;
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

        var namesReports = request.Zoom >= NamingZoom;
        var reports = request.Filter.Of(db.PublicReports.AsNoTracking());
        var clusters = await reports
            .Where(r => r.Lat >= box.South && r.Lat <= box.North && r.Lng >= box.West && r.Lng <= box.East)
            .GroupBy(r => new { X = Math.Floor(r.Lng!.Value / cell), Y = Math.Floor(r.Lat!.Value / cellLat) })
            .Select(square => new
            {
                square.Key,
                Lat = square.Average(r => r.Lat!.Value),
                Lng = square.Average(r => r.Lng!.Value),
                Count = square.Count(),
                // comparing ids as texts costs more than all the rest: where the squares are as wide as a kelurahan nobody asks for one report
                Id = namesReports ? square.Min(r => r.Id.ToString()) : null,
            })
            .ToListAsync(cancellationToken);
        var wards = await reports.GroupBy(r => r.KelurahanCode)
            .Select(ward => new
            {
                Code = ward.Key,
                Count = ward.Count(),
                Open = ward.Count(r => r.Status != ReportStatus.Resolved && r.Status != ReportStatus.Closed),
                WithoutPoint = ward.Count(r => r.Lat == null),
            })
            .ToListAsync(cancellationToken);
        var city = watch.Current;
        return new PublicMap(
            wards.Sum(ward => ward.Count),
            wards.Sum(ward => ward.WithoutPoint),
            [.. clusters.Select(c => new MapCluster(Inside(c.Lat, c.Key.Y, cellLat), Inside(c.Lng, c.Key.X, cell), c.Count, c is { Count: 1, Id: { } id } ? Guid.Parse(id) : null))],
            [.. wards.Where(ward => ward.Code is not null).Select(ward => new WardCount(city.KelurahanNamed(ward.Code)!, ward.Count, ward.Open))]);
    }

    private static double Inside(double middle, double square, double size) => Math.Round(Math.Clamp(middle, (square + 0.25) * size, (square + 0.75) * size), 6);
}
