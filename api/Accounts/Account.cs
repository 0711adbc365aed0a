using Microsoft.AspNetCore.Identity;

namespace KediriLapor.Accounts;

/// <summary>A member of staff. Citizens have no account: a tracking code and its secret open their own report.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int MaxUserNameLength = 64;

    public const int MaxFullNameLength = 120;

    /// <summary>Nothing that needs escaping or has a look-alike in another script.</summary>
    public const string UserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";

    /// <summary><see cref="UserNameCharacters"/>, at least one.</summary>
    public const string UserNamePattern = "^[A-Za-z0-9._-]+$";

    public Account() => Id = Guid.CreateVersion7();

    /// <summary>Name shown to colleagues, in Indonesian.</summary>
    public string FullName { get; set; } = "";

    public StaffRole Role { get; set; }

    /// <summary>The unit this person works for; null for people of the city as a whole (verifier, admin).</summary>
    public string? AgencyCode { get; set; }

    /// <summary>A disabled account cannot sign in and its open sessions are dead within <see cref="StaffActors.Freshness"/>.</summary>
    public bool Disabled { get; set; }

    /// <summary>
    /// While it stands the password was made by the program and told to an admin: it opens no session, only the way to a password
    /// of one's own, and after this instant not even that. Null once the person has chosen one.
    /// </summary>
    public DateTimeOffset? OneTimeUntil { get; set; }

    /// <summary>Of what an admin edits here.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Made for a demonstration: <see cref="DemoPeople"/> keeps it disabled outside Development.</summary>
    public bool Demo { get; set; }
}
