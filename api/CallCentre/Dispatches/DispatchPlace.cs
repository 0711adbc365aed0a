using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>
/// Where help is needed: a point, a kelurahan or words, whatever the caller can say. Nothing of it holds help up: a point outside the
/// city is taken, and where point and named kelurahan disagree the point decides, since a car drives there.
/// </summary>
internal static class DispatchPlace
{
    /// <exception cref="RuleViolation"><c>place_required</c> for none of the three, <c>unknown_kelurahan</c>.</exception>
    public static Place Of(GeoPoint? point, string? kelurahanCode, string? words, City city)
    {
        var named = kelurahanCode is { Length: > 0 } code ? city.KelurahanOr(code, "kelurahanCode").Code : null;
        if (point is null)
        {
            return named is null && words is null ? throw new RuleViolation("place_required", field: "place") : new Place(null, null, named, null, words);
        }

        var fix = city.Wards.Locate(point.Lat, point.Lng);
        return new Place(point.Lat, point.Lng, named is not null && fix.Allows(named) ? named : fix.Kelurahan?.Code, fix.BorderMetres, words);
    }
}
