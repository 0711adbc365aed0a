using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Valid;

namespace KediriLapor.Agencies.Boundaries;

/// <summary>Do the wards, each and together, cover the city once and only once?</summary>
internal static class BoundaryTopology
{
    /// <summary>
    /// Up to this overlaps and gaps are the slivers that rounding leaves: one metre along a hundred metres of border.
    /// The map answers in them (<see cref="WardMap.HairMetres"/>), so they are not worth a line.
    /// </summary>
    public const double SliverM2 = 100;

    /// <summary>From one hectare on an overlap or a gap is no drawing error: people live there, and a report would go astray.</summary>
    public const double BlunderM2 = 10_000;

    /// <summary>How near a ward must come to a gap to be named as its neighbour: room for the rounding of the union.</summary>
    private const double TouchMetres = 0.1;

    /// <param name="complete">Every ward is there; a gap means nothing while one is missing.</param>
    public static IEnumerable<BoundaryProblem> Check(IReadOnlyCollection<WardArea> areas, bool complete)
    {
        var plots = areas.Select(area => new Plot(area.Ward, CityPlane.Project(area.Area))).ToArray();
        var faults = plots.Select(FaultOf).OfType<BoundaryProblem>().ToArray();
        if (faults.Length > 0)
        {
            return faults;
        }

        return complete ? [.. Overlaps(plots), .. Gaps(plots)] : Overlaps(plots);
    }

    private static BoundaryProblem? FaultOf(Plot plot) => new IsValidOp(plot.Metres).ValidationError switch
    {
        null => null,
        var error => BoundaryProblem.Error(
            "invalid_geometry",
            $"Kelurahan {plot.Name}: {Describe(error.ErrorType)} di {CityPlane.Unproject(error.Coordinate).Place()}.",
            plot.Ward.Code),
    };

    private static string Describe(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection => "garis batas memotong dirinya sendiri",
        TopologyValidationErrors.RingSelfIntersection => "garis batas menyentuh dirinya sendiri",
        TopologyValidationErrors.HoleOutsideShell => "lubang berada di luar wilayahnya",
        TopologyValidationErrors.NestedHoles => "lubang berada di dalam lubang lain",
        TopologyValidationErrors.NestedShells => "bagian wilayah berada di dalam bagian lain",
        TopologyValidationErrors.DisconnectedInteriors => "lubang membelah wilayah",
        TopologyValidationErrors.DuplicateRings => "garis batas digambar dua kali",
        _ => "garis batas tidak membentuk luasan",
    };

    private static IEnumerable<BoundaryProblem> Overlaps(Plot[] plots) =>
        from pair in plots.SelectMany((first, index) => plots[(index + 1)..].Select(second => (first, second)))
        where pair.first.Metres.EnvelopeInternal.Intersects(pair.second.Metres.EnvelopeInternal)
        let shared = OverlayNGRobust.Overlay(pair.first.Metres, pair.second.Metres, SpatialFunction.Intersection)
        where shared.Area > SliverM2
        select Finding("overlap", shared, $"{pair.first.Name} dan {pair.second.Name} bertumpang tindih", [pair.first, pair.second]);

    /// <summary>What lies within the city's outline but in no ward.</summary>
    private static IEnumerable<BoundaryProblem> Gaps(Plot[] plots)
    {
        var city = OverlayNGRobust.Union(plots.Select(plot => plot.Metres));
        var outline = OverlayNGRobust.Union(PolygonsOf(city).Select(part => part.Factory.CreatePolygon(part.Shell)));
        return from gap in PolygonsOf(OverlayNGRobust.Overlay(outline, city, SpatialFunction.Difference))
               where gap.Area > SliverM2
               let around = plots.Where(plot => plot.Metres.IsWithinDistance(gap, TouchMetres)).ToArray()
               select Finding("gap", gap, $"Celah di antara {string.Join(", ", around.Select(plot => plot.Name))}", around);
    }

    private static BoundaryProblem Finding(string code, Geometry where, string what, Plot[] plots) => new(
        where.Area >= BlunderM2 ? BoundarySeverity.Error : BoundarySeverity.Warning,
        code,
        [.. plots.Select(plot => plot.Ward.Code)],
        $"{what}: {BoundaryText.SquareMetres(where.Area)} di sekitar {CityPlane.Unproject(where.InteriorPoint.Coordinate).Place()}.");

    private static IEnumerable<Polygon> PolygonsOf(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>();

    private sealed record Plot(Ward Ward, Geometry Metres)
    {
        public string Name => $"{Ward.Name} ({Ward.Code})";
    }
}
