using KediriLapor.Reports.Model;

namespace KediriLapor.Exports.OpenData;

/// <summary>
/// One public report in the open data set, as far as everybody may have it for good: no words, and no place that fewer than
/// <see cref="RebuildOpenDataHandler.SmallestCell"/> like reports share (docs/decisions/0030).
/// </summary>
public sealed class OpenDataRow
{
    public Guid Id { get; init; }

    public ReportStatus Status { get; init; }

    public Outcome? Outcome { get; init; }

    public string ServiceCode { get; init; } = "";

    /// <summary>Null where it would tell a place that is withheld: a kelurahan is an agency too.</summary>
    public string? AgencyCode { get; init; }

    /// <summary>Full hours, as all its instants.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>When its present status began.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Null where too few share it.</summary>
    public string? KelurahanCode { get; init; }

    /// <summary>Told where the kelurahan is, and where at least this much may be.</summary>
    public string? KecamatanCode { get; init; }

    /// <summary>WGS84 on a grid of about 100 m; told only with the kelurahan.</summary>
    public double? Lat { get; init; }

    public double? Lng { get; init; }
}

/// <summary>The set as it is published.</summary>
public sealed class OpenDataSet
{
    /// <summary>There is one.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Holds what was submitted before this day began in WIB.</summary>
    public DateOnly Day { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public int Rows { get; set; }
}
