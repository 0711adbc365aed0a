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
    public const int CodeMax = 20;
    public const int ShortNameMax = 60;
    public const int NameMax = 200;
    public const int DutyMax = 1000;
    public const int PhoneMax = 40;
    public const int OfficeMax = 200;

    /// <summary>Short code (<c>DPUPR</c>); a kelurahan or kecamatan uses its Kemendagri code.</summary>
    public string Code { get; init; } = "";

    public AgencyKind Kind { get; set; }

    public string ShortName { get; set; } = "";

    public string Name { get; set; } = "";

    public string? ParentCode { get; set; }

    /// <summary>What it is there for; searched by the disposisi picker.</summary>
    public string Duty { get; set; } = "";

    /// <summary>Somebody answers at night and on free days.</summary>
    public bool OnCall { get; set; }

    /// <summary>As dialled: an exchange with an extension or 119 has no address in the world.</summary>
    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Where people find it.</summary>
    public string? Office { get; set; }

    /// <summary>False once it has been dissolved: it gets no more reports, and those it handled keep its name.</summary>
    public bool Active { get; set; } = true;

    public int Version { get; set; } = 1;
}
