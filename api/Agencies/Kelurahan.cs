namespace KediriLapor.Agencies;

/// <summary>A ward of the city and its boundary. Its code is also the code of the agency that serves it.</summary>
public sealed class Kelurahan
{
    public string Code { get; init; } = "";

    public string Name { get; set; } = "";

    public string KecamatanCode { get; init; } = "";

    public string KecamatanName { get; set; } = "";

    /// <summary>Other spellings people use.</summary>
    public string[] Aliases { get; set; } = [];

    /// <summary>The kecamatan of Kabupaten Kediri that has a desa of the same name, if any.</summary>
    public string? Namesake { get; set; }

    public string? Postcode { get; set; }

    /// <summary>GeoJSON geometry (Polygon or MultiPolygon, WGS84, lng-lat order).</summary>
    public string Boundary { get; set; } = "";

    /// <summary>Where the boundary comes from; the first one is indicative and has no legal force.</summary>
    public string BoundarySource { get; set; } = "";
}
