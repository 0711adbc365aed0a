using System.ComponentModel.DataAnnotations;
using KediriLapor.Platform;

namespace KediriLapor.Agencies;

/// <summary>A unit as an admin sees it.</summary>
/// <param name="Parent">The unit above; reports that nobody answers climb to it.</param>
/// <param name="Active">False once it has been dissolved.</param>
public sealed record AgencyEntry(
    string Code, AgencyKind Kind, string ShortName, string Name, Named? Parent, string Duty, bool OnCall, string? Phone, string? Email, string? Office, bool Active, int Version)
{
    internal static AgencyEntry Of(Agency agency, string? parentName) => new(
        agency.Code, agency.Kind, agency.ShortName, agency.Name, agency.ParentCode is { } parent ? new Named(parent, parentName ?? parent) : null, agency.Duty, agency.OnCall,
        agency.Phone, agency.Email, agency.Office, agency.Active, agency.Version);
}

/// <summary>A unit as an admin writes it, whole.</summary>
public sealed record NewAgency
{
    public required AgencyKind Kind { get; init; }

    [Required(ErrorMessage = "required")]
    [MaxLength(Agency.ShortNameMax, ErrorMessage = "too_long")]
    [Legible]
    public string ShortName { get; init; } = "";

    [Required(ErrorMessage = "required")]
    [MaxLength(Agency.NameMax, ErrorMessage = "too_long")]
    [Legible]
    public string Name { get; init; } = "";

    public string? ParentCode { get; init; }

    [MaxLength(Agency.DutyMax, ErrorMessage = "too_long")]
    public string Duty { get; init; } = "";

    public bool OnCall { get; init; }

    [MaxLength(Agency.PhoneMax, ErrorMessage = "too_long")]
    [RegularExpression(@"^[0-9+(][0-9 ()./+\-]{2,}$", ErrorMessage = "invalid_phone")]
    public string? Phone { get; init; }

    [MaxLength(EmailAddress.Max, ErrorMessage = "too_long")]
    public string? Email { get; init; }

    [MaxLength(Agency.OfficeMax, ErrorMessage = "too_long")]
    public string? Office { get; init; }

    public bool Active { get; init; } = true;
}
