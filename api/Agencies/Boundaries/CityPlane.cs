using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace KediriLapor.Agencies.Boundaries;

/// <summary>
/// A flat map of the city in metres: x east, y north of its centre. Equirectangular on the WGS84 ellipsoid, true at latitude
/// -7.82°. Within 0.06° of it (the whole city) east-west lengths, and so areas, err by less than 0.015 %: 5 mm in 30 m.
/// The map is affine, so what touches, crosses or lies inside in degrees does so in metres.
/// </summary>
internal static class CityPlane
{
    private const double CentreLat = -7.82;
    private const double CentreLng = 112.02;

    /// <summary>WGS84 semi-major axis in metres, and first eccentricity squared.</summary>
    private const double EquatorRadius = 6_378_137;
    private const double Eccentricity2 = 0.00669437999014;

    private static readonly AffineTransformation ToMetres = Transformation();

    private static readonly AffineTransformation ToDegrees = ToMetres.GetInverse();

    public static Coordinate Project(double lat, double lng) => ToMetres.Transform(new Coordinate(lng, lat), new Coordinate());

    public static Geometry Project(Geometry degrees) => ToMetres.Transform(degrees);

    /// <summary>Back to degrees: x = longitude, y = latitude.</summary>
    public static Coordinate Unproject(Coordinate metres) => ToDegrees.Transform(metres, new Coordinate());

    private static AffineTransformation Transformation()
    {
        var lat = double.DegreesToRadians(CentreLat);
        var curvature = 1 - (Eccentricity2 * Math.Pow(Math.Sin(lat), 2));
        var metresPerLat = double.DegreesToRadians(EquatorRadius * (1 - Eccentricity2) / Math.Pow(curvature, 1.5));
        var metresPerLng = double.DegreesToRadians(EquatorRadius * Math.Cos(lat) / Math.Sqrt(curvature));
        return new(metresPerLng, 0, -metresPerLng * CentreLng, 0, metresPerLat, -metresPerLat * CentreLat);
    }
}
