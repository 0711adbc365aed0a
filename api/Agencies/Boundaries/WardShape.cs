using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace KediriLapor.Agencies.Boundaries;

/// <summary>A ward laid out in metres for many questions about points. Immutable once built, so safe to share.</summary>
internal sealed class WardShape
{
    /// <summary>
    /// Distances are rounded to this, so that a point on a border is at 0 from both wards and equally near wards are equal: what
    /// floating point adds must not choose between them.
    /// </summary>
    private const int MillimetreDecimals = 3;

    private readonly Envelope reach;
    private readonly IndexedPointInAreaLocator locator;
    private readonly Edge[] edges;

    /// <param name="reachMetres">How far from the ward a point may lie and still be <see cref="InReach"/>.</param>
    public WardShape(WardArea area, double reachMetres)
    {
        Ward = area.Ward;
        var metres = CityPlane.Project(area.Area);
        reach = metres.EnvelopeInternal.Copy();
        reach.ExpandBy(reachMetres);
        edges = [.. LinearComponentExtracter.GetLines(metres).SelectMany(line => EdgesOf(line.Coordinates))];
        locator = new IndexedPointInAreaLocator(metres);
        // the locator builds its index at the first question: ask it here, before several threads can
        locator.Locate(metres.Coordinate);
    }

    public Ward Ward { get; }

    public bool InReach(Coordinate point) => reach.Contains(point);

    public WardDistance DistanceTo(Coordinate point)
    {
        var nearest = double.PositiveInfinity;
        foreach (var edge in edges)
        {
            nearest = Math.Min(nearest, edge.SquaredDistanceTo(point.X, point.Y));
        }

        var border = Math.Round(Math.Sqrt(nearest), MillimetreDecimals);
        return new(Ward, locator.Locate(point) == Location.Exterior ? border : 0, border);
    }

    private static IEnumerable<Edge> EdgesOf(Coordinate[] line) => line.Zip(line.Skip(1), Edge.Between);

    private readonly record struct Edge(double X, double Y, double Dx, double Dy, double InverseSquaredLength)
    {
        public static Edge Between(Coordinate from, Coordinate to)
        {
            var (dx, dy) = (to.X - from.X, to.Y - from.Y);
            var squared = (dx * dx) + (dy * dy);
            return new(from.X, from.Y, dx, dy, squared > 0 ? 1 / squared : 0);
        }

        public double SquaredDistanceTo(double x, double y)
        {
            var (px, py) = (x - X, y - Y);
            var along = Math.Clamp(((px * Dx) + (py * Dy)) * InverseSquaredLength, 0, 1);
            var (rx, ry) = (px - (along * Dx), py - (along * Dy));
            return (rx * rx) + (ry * ry);
        }
    }
}

/// <summary>How a point lies to a ward, in metres to the millimetre: to its area (0 within it or on its border) and to its nearest border.</summary>
internal readonly record struct WardDistance(Ward Ward, double AreaMetres, double BorderMetres);
