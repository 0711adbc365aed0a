namespace KediriLapor.Agencies.Boundaries;

/// <summary>Where a point lies, and how sure that is.</summary>
/// <param name="Kelurahan">The ward that holds the point; null outside the city.</param>
/// <param name="BorderMetres">Distance to the nearest border of that ward, its side of the city limit included; null outside.</param>
/// <param name="Alternatives">
/// Other wards within <see cref="WardMap.DoubtMetres"/>, nearest first. Outside the city these are the wards just across the
/// limit: a phone on the boundary street must be able to say "here", so the reporter is asked instead of refused.
/// </param>
public sealed record WardFix(Ward? Kelurahan, double? BorderMetres, IReadOnlyList<Ward> Alternatives)
{
    public static readonly WardFix Outside = new(null, null, []);

    public bool Inside => Kelurahan is not null;

    public Kecamatan? Kecamatan => Kelurahan?.Kecamatan;

    /// <summary>May a reporter who stands here name this ward as the place? The located one or one of the alternatives.</summary>
    public bool Allows(string kelurahanCode) =>
        Kelurahan?.Code == kelurahanCode || Alternatives.Any(ward => ward.Code == kelurahanCode);
}
