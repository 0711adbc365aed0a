using Microsoft.AspNetCore.Identity;

namespace KediriLapor.Accounts;

/// <summary>A member of staff. Citizens have no account: a tracking code and its secret open their own report.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Name shown to colleagues, in Indonesian.</summary>
    public string FullName { get; set; } = "";

    /// <summary>The unit this person works for; null for people of the city as a whole (verifier, auditor, admin).</summary>
    public string? AgencyCode { get; set; }
}
