namespace KediriLapor.Agencies;

public enum AgencyKind
{
    /// <summary>A department or other unit of the city (OPD, bagian, perumda, RSUD).</summary>
    Opd,

    Kelurahan,

    Kecamatan,

    /// <summary>Another government or company; it has no officers here, verifiers follow it up.</summary>
    External,
}

/// <summary>Perangkat daerah, kelurahan, kecamatan or outside agency: whoever can be made responsible for a report.</summary>
public sealed class Agency
{
    /// <summary>Short code (<c>DPUPR</c>); a kelurahan or kecamatan uses its Kemendagri code.</summary>
    public string Code { get; init; } = "";

    public AgencyKind Kind { get; init; }

    public string ShortName { get; set; } = "";

    public string Name { get; set; } = "";

    public string? ParentCode { get; set; }

    /// <summary>What it is there for; searched by the disposisi picker.</summary>
    public string Duty { get; set; } = "";

    /// <summary>Somebody answers at night and on free days.</summary>
    public bool OnCall { get; set; }

    public bool Active { get; set; } = true;
}
