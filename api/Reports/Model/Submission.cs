namespace KediriLapor.Reports.Model;

/// <summary>Where it is. A point, a kelurahan, or both; never neither.</summary>
/// <param name="Lat">WGS84 degrees, null when the place was told in words.</param>
/// <param name="KelurahanCode">The kelurahan the point lies in, or the one the reporter named.</param>
/// <param name="BorderMetres">Distance of the point to the nearest border of that kelurahan.</param>
/// <param name="Address">Street or landmark ("patokan") in the reporter's words.</param>
public sealed record Place(double? Lat, double? Lng, string? KelurahanCode, double? BorderMetres, string? Address)
{
    /// <summary>0.001 degrees of latitude are 111 m; a fixed grid, so that asking twice tells nothing more.</summary>
    private const double Grid = 0.001;

    /// <summary>Which neighbourhood, no longer which house.</summary>
    public Place Coarsened() => new(Coarse(Lat), Coarse(Lng), KelurahanCode, null, null);

    /// <summary>The nearest line of the grid; what is on it stays.</summary>
    public static double? Coarse(double? degrees) => degrees is { } d ? Math.Round(Math.Round(d / Grid) * Grid, 3) : null;
}

/// <summary>What a reporter sends, checked and complete.</summary>
public sealed record Submission(
    string ServiceCode,
    string Description,
    Place Place,
    Dictionary<string, string> Answers,
    bool Anonymous,
    bool Confidential,
    Channel Channel,
    byte[] SecretHash)
{
    /// <summary>Only to be masked in what becomes public; a report never keeps it.</summary>
    public string? ReporterName { get; init; }

    /// <summary>The report it was split from.</summary>
    public Guid? ParentId { get; init; }
}
