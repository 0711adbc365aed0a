using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace KediriLapor.Agencies.Boundaries;

/// <summary>How files are asked for values they may not have, and how places and areas are written in messages.</summary>
internal static class BoundaryText
{
    private static readonly NumberFormatInfo Indonesian = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>The member, or an undefined element when there is none or this is no object.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The text, or null when this is no string.</summary>
    public static string? Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>Degrees as map programs take them, latitude first and with a point: <c>-7.81865, 112.00340</c>.</summary>
    public static string Place(this Coordinate degrees) =>
        string.Create(CultureInfo.InvariantCulture, $"{degrees.Y:F5}, {degrees.X:F5}");

    /// <summary><c>12.345 m²</c>.</summary>
    public static string SquareMetres(double area) => string.Create(Indonesian, $"{area:N0} m²");

    /// <summary><c>1,069 km²</c>.</summary>
    public static string SquareKilometres(double area) => string.Create(Indonesian, $"{area:N3} km²");
}
