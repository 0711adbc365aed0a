using System.Collections.Immutable;

namespace KediriLapor.Agencies.Boundaries;

/// <summary>
/// The drawn city: tells which kelurahan holds a point. Immutable and safe for any number of threads; a new layer is a new map.
/// With 46 wards a scan of their boxes costs less than a spatial index does; what counts per ward is indexed in <see cref="WardShape"/>.
/// </summary>
public sealed class WardMap
{
    /// <summary>
    /// Nearer than this to another ward, the reporter is asked which one it is: a phone in the open is good to 5-15 m, and a
    /// border that runs along a street is drawn on one side of it.
    /// </summary>
    public const double DoubtMetres = 30;

    /// <summary>
    /// A point in no ward but this near to one counts as in it. Layers are rounded to 5 decimals (1.1 m), so two drawings of
    /// one border may part by a hair; nobody who stands in it has left the city.
    /// </summary>
    public const double HairMetres = 1;

    private readonly ImmutableArray<WardShape> shapes;
    private readonly Dictionary<string, WardArea> byCode;

    /// <exception cref="ArgumentException">Two areas have one code, or an area is neither Polygon nor MultiPolygon.</exception>
    public WardMap(IEnumerable<WardArea> areas)
    {
        Areas = [.. areas.OrderBy(area => area.Ward.Code, StringComparer.Ordinal)];
        byCode = Areas.ToDictionary(area => area.Ward.Code, StringComparer.Ordinal);
        shapes = [.. Areas.Select(area => new WardShape(area, DoubtMetres))];
    }

    /// <summary>All wards by code.</summary>
    public ImmutableArray<WardArea> Areas { get; }

    public WardArea? Find(string kelurahanCode) => byCode.GetValueOrDefault(kelurahanCode);

    /// <summary>
    /// Locates a WGS84 point. On a shared border (to the millimetre) or in an overlap it belongs to the lowest code and names the
    /// others as alternatives; in a hair gap it belongs to the nearest ward. Never throws: anything that is not a place near the
    /// city, NaN included, is <see cref="WardFix.Outside"/>.
    /// </summary>
    /// <param name="lat">Degrees north; Kediri lies near -7.82.</param>
    /// <param name="lng">Degrees east; Kediri lies near 112.02.</param>
    public WardFix Locate(double lat, double lng)
    {
        var near = Near(lat, lng);
        return near switch
        {
            [] => WardFix.Outside,
            [var home, ..] when home.AreaMetres <= HairMetres => new(home.Ward, home.BorderMetres, WardsOf(near[1..])),
            _ => new(null, null, WardsOf(near)),
        };
    }

    /// <summary>Wards within <see cref="DoubtMetres"/>, nearest first and by code where equally near.</summary>
    private List<WardDistance> Near(double lat, double lng)
    {
        var point = CityPlane.Project(lat, lng);
        var near = new List<WardDistance>(2);
        foreach (var shape in shapes)
        {
            if (shape.InReach(point) && shape.DistanceTo(point) is { AreaMetres: <= DoubtMetres } distance)
            {
                near.Add(distance);
            }
        }

        near.Sort(static (a, b) => a.AreaMetres.CompareTo(b.AreaMetres) is var order and not 0
            ? order
            : string.CompareOrdinal(a.Ward.Code, b.Ward.Code));
        return near;
    }

    private static Ward[] WardsOf(List<WardDistance> near) => [.. near.Select(distance => distance.Ward)];
}
