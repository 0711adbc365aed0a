using KediriLapor.Agencies.Boundaries;
using NetTopologySuite.Geometries;

namespace KediriLapor.Reports.Duplicates;

/// <summary>What lies within <see cref="Similarity.Reach"/> of a point, WGS84 degrees.</summary>
internal sealed class Surroundings(double lat, double lng)
{
    private readonly Coordinate centre = CityPlane.Project(lat, lng);

    /// <summary>The square around it: what an index finds.</summary>
    public Bounds Box
    {
        get
        {
            var southWest = CityPlane.Unproject(new Coordinate(centre.X - Similarity.Reach, centre.Y - Similarity.Reach));
            var northEast = CityPlane.Unproject(new Coordinate(centre.X + Similarity.Reach, centre.Y + Similarity.Reach));
            return new Bounds(southWest.X, southWest.Y, northEast.X, northEast.Y);
        }
    }

    /// <summary>Whole metres; null where the other has no point.</summary>
    public double? MetresTo(double? lat, double? lng) =>
        lat is { } otherLat && lng is { } otherLng ? Math.Round(centre.Distance(CityPlane.Project(otherLat, otherLng))) : null;
}
