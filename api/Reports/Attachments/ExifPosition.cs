using System.Globalization;
using NetVips;

namespace KediriLapor.Reports.Attachments;

/// <summary>Where a photo was taken, from its EXIF (GPS tags of the EXIF standard, section 4.6.6).</summary>
internal static class ExifPosition
{
    /// <summary>WGS84 degrees; null when the camera did not say, or said something that is no place.</summary>
    public static PointOnMap? Of(Image picture)
    {
        var fields = picture.GetFields();
        var (lat, lng) = (Degrees("Latitude", 'S'), Degrees("Longitude", 'W'));
        return lat is >= -90 and <= 90 && lng is >= -180 and <= 180 ? new PointOnMap(lat.Value, lng.Value) : null;

        double? Degrees(string axis, char negative)
        {
            var (value, half) = ("exif-ifd3-GPS" + axis, "exif-ifd3-GPS" + axis + "Ref");
            return fields.Contains(value) && fields.Contains(half) && Sum((string)picture.Get(value)) is { } degrees
                ? degrees * (((string)picture.Get(half)).StartsWith(negative) ? -1 : 1)
                : null;
        }
    }

    /// <summary>libvips writes <c>7/1 49/1 6/1 (…)</c>: degrees, minutes and seconds as fractions. Five decimals are a metre.</summary>
    private static double? Sum(string text)
    {
        var parts = text.Split(' ').Take(3).Select(Fraction).ToArray();
        return parts is [{ } degrees, { } minutes, { } seconds] ? Math.Round(degrees + (minutes / 60) + (seconds / 3600), 5) : null;
    }

    private static double? Fraction(string text) =>
        text.Split('/') is [var above, var below]
        && double.TryParse(above, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
        && double.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator) && denominator > 0
            ? numerator / denominator
            : null;
}
