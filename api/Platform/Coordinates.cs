namespace KediriLapor.Platform;

/// <summary>WGS84 degrees from a query string.</summary>
public sealed record Coordinates(double Lat, double Lng)
{
    /// <summary>Both or neither, each in its range; the one at fault is named.</summary>
    internal static Coordinates? Parse(double? lat, double? lng, bool required)
    {
        if (lat is null && lng is null && !required)
        {
            return null;
        }

        return new Coordinates(Degrees(lat, 90, "lat"), Degrees(lng, 180, "lng"));
    }

    private static double Degrees(double? value, double max, string field) => value switch
    {
        null => throw new RuleViolation("required", StatusCodes.Status400BadRequest, field),
        { } degrees when Math.Abs(degrees) <= max => degrees,
        _ => throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, field),
    };
}
