using NetTopologySuite.Geometries;

namespace KediriLapor.Agencies.Boundaries;

/// <summary>One of the three kecamatan of the city.</summary>
/// <param name="Code">Kemendagri code, <c>35.71.01</c>.</param>
public sealed record Kecamatan(string Code, string Name);

/// <summary>A kelurahan, the smallest unit that owns a place.</summary>
/// <param name="Code">Kemendagri code, <c>35.71.01.1001</c>.</param>
public sealed record Ward(string Code, string Name, Kecamatan Kecamatan);

/// <summary>A kelurahan with its drawn extent.</summary>
/// <param name="Area">Polygon or MultiPolygon in WGS84 degrees, x = longitude, y = latitude.</param>
public sealed record WardArea(Ward Ward, Geometry Area);
