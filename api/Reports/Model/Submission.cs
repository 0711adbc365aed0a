namespace KediriLapor.Reports.Model;

/// <summary>Where it is. A point, a kelurahan, or both; never neither.</summary>
/// <param name="Lat">WGS84 degrees, null when the place was told in words.</param>
/// <param name="KelurahanCode">The kelurahan the point lies in, or the one the reporter named.</param>
/// <param name="BorderMetres">Distance of the point to the nearest border of that kelurahan.</param>
/// <param name="Address">Street or landmark ("patokan") in the reporter's words.</param>
public sealed record Place(double? Lat, double? Lng, string? KelurahanCode, double? BorderMetres, string? Address);

/// <summary>What a reporter sends, checked and complete.</summary>
public sealed record Submission(
    string ServiceCode,
    string Description,
    Place Place,
    Dictionary<string, string> Answers,
    bool Anonymous,
    bool Confidential,
    Channel Channel,
    ReportSecret Secret);
