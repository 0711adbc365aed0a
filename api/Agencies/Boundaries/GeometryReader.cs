using System.Text.Json;
using NetTopologySuite.Geometries;

namespace KediriLapor.Agencies.Boundaries;

/// <summary>Reads one GeoJSON Polygon or MultiPolygon; at the first fault it stops and says what and where.</summary>
internal sealed class GeometryReader
{
    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);

    /// <summary>Code and Indonesian message of what stopped the reading; null when it succeeded.</summary>
    public (string Code, string Message)? Fault { get; private set; }

    public Geometry? Read(JsonElement geometry)
    {
        var coordinates = geometry.Member("coordinates");
        return geometry.Member("type").Text() switch
        {
            null => Fail<Geometry>("geometry_missing", "tidak memiliki geometri."),
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => Each(coordinates, Polygon) is { } parts ? Wgs84.CreateMultiPolygon(parts) : null,
            _ => Fail<Geometry>("geometry_type", "geometri harus Polygon atau MultiPolygon."),
        };
    }

    private Polygon? Polygon(JsonElement rings) =>
        Each(rings, Ring) is [var shell, .. var holes] ? Wgs84.CreatePolygon(shell, holes) : null;

    private LinearRing? Ring(JsonElement positions) => Each(positions, Position) switch
    {
        null => null,
        { Length: < 4 } points => Fail<LinearRing>("ring_too_short", $"cincin di {points[0].Place()} berisi kurang dari 4 titik."),
        [var first, .., var last] when !first.Equals2D(last) =>
            Fail<LinearRing>("ring_open", $"cincin tidak tertutup: mulai di {first.Place()}, berakhir di {last.Place()}."),
        var points => Wgs84.CreateLinearRing(points),
    };

    /// <summary>[longitude, latitude] in degrees; a third number, the height, is let go.</summary>
    private Coordinate? Position(JsonElement position) =>
        position.ValueKind == JsonValueKind.Array
        && position.GetArrayLength() >= 2
        && position[0].ValueKind == JsonValueKind.Number
        && position[1].ValueKind == JsonValueKind.Number
            ? new(position[0].GetDouble(), position[1].GetDouble())
            : Fail<Coordinate>("coordinates_malformed", "titik harus berupa [bujur, lintang] dalam angka.");

    /// <summary>Reads a list that must not be empty; null once an element failed.</summary>
    private T[]? Each<T>(JsonElement list, Func<JsonElement, T?> read)
        where T : class
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            return Fail<T[]>("coordinates_malformed", "koordinat kosong atau bukan larik.");
        }

        var elements = new List<T>(list.GetArrayLength());
        foreach (var element in list.EnumerateArray())
        {
            if (read(element) is not { } value)
            {
                return null;
            }

            elements.Add(value);
        }

        return [.. elements];
    }

    private T? Fail<T>(string code, string message)
        where T : class
    {
        Fault = (code, message);
        return null;
    }
}
