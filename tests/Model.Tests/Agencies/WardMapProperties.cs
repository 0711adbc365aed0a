using CsCheck;
using KediriLapor.Agencies.Boundaries;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace KediriLapor.Model.Tests.Agencies;

/// <summary>
/// Holds <see cref="WardMap.Locate"/> against a naive scan that shares nothing with it: containment in degrees, distances on
/// metres scaled at the point's own latitude (the series of the WGS84 ellipsoid).
/// </summary>
public class WardMapProperties
{
    /// <summary>What the flat map may differ by at 30 m, with room to spare; so near to a limit both answers are right.</summary>
    private const double ToleranceMetres = 0.02;

    private static readonly Coordinate[] Corners = [.. Kediri.Map.Areas.SelectMany(area => area.Area.Coordinates).Distinct()];

    private static readonly Gen<(double Lat, double Lng)> Anywhere = Gen.Select(Gen.Double[-7.90, -7.74], Gen.Double[111.92, 112.08]);

    /// <summary>Within some 45 m of a corner, where borders and doubt are.</summary>
    private static readonly Gen<(double Lat, double Lng)> NearBorders = Gen.Select(
        Gen.Int[0, Corners.Length - 1], Gen.Double[-0.0004, 0.0004], Gen.Double[-0.0004, 0.0004],
        (corner, dy, dx) => (Corners[corner].Y + dy, Corners[corner].X + dx));

    [Test]
    public void Locate_agrees_with_a_naive_scan() =>
        Gen.OneOf(Anywhere, NearBorders).Sample(place => Agrees(place.Lat, place.Lng), iter: 3_000);

    [Test]
    public void Many_threads_get_the_answers_that_one_gets()
    {
        var fresh = new WardMap(Kediri.Layer.Areas);
        var places = Corners.Select(corner => (Lat: corner.Y + 0.0001, Lng: corner.X - 0.0001)).ToArray();
        var together = places.AsParallel().AsOrdered().Select(place => Summary(fresh.Locate(place.Lat, place.Lng))).ToArray();
        Assert.That(together, Is.EqualTo(places.Select(place => Summary(Kediri.Map.Locate(place.Lat, place.Lng)))));
    }

    private static bool Agrees(double lat, double lng)
    {
        var fix = Kediri.Map.Locate(lat, lng);
        var scan = Kediri.Map.Areas.Select(area => Measure(area, lat, lng)).ToArray();
        if (scan.Any(ward => IsNear(ward.Area, 0) || IsNear(ward.Area, WardMap.HairMetres) || IsNear(ward.Area, WardMap.DoubtMetres)))
        {
            return true;
        }

        var near = scan.Where(ward => ward.Area <= WardMap.DoubtMetres).OrderBy(ward => ward.Area).ThenBy(ward => ward.Code).ToArray();
        var home = near.FirstOrDefault(ward => ward.Area <= WardMap.HairMetres);
        var others = near.Where(ward => ward.Code != home.Code).Select(ward => ward.Code).ToArray();
        return fix.Kelurahan?.Code == home.Code
            && (home.Code is null ? fix.BorderMetres is null : Math.Abs(fix.BorderMetres!.Value - home.Border) <= (0.001 * home.Border) + 0.001)
            && fix.Alternatives.Select(ward => ward.Code).Order().SequenceEqual(others.Order());
    }

    private static bool IsNear(double metres, double limit) => metres != limit && Math.Abs(metres - limit) < ToleranceMetres;

    private static (string? Code, double Area, double Border) Measure(WardArea ward, double lat, double lng)
    {
        var phi = double.DegreesToRadians(lat);
        var perLat = 111_132.92 - (559.82 * Math.Cos(2 * phi)) + (1.175 * Math.Cos(4 * phi));
        var perLng = (111_412.84 * Math.Cos(phi)) - (93.5 * Math.Cos(3 * phi)) + (0.118 * Math.Cos(5 * phi));
        var metres = AffineTransformation.TranslationInstance(-lng, -lat).Scale(perLng, perLat).Transform(ward.Area);
        var border = metres.Boundary.Distance(new Point(0, 0));
        return (ward.Ward.Code, ward.Area.Covers(new Point(lng, lat)) ? 0 : border, border);
    }

    private static string Summary(WardFix fix) =>
        $"{fix.Kelurahan?.Code} {fix.BorderMetres} {string.Join(' ', fix.Alternatives.Select(ward => ward.Code))}";
}
