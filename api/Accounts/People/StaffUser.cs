using System.ComponentModel.DataAnnotations;
using KediriLapor.Platform;

namespace KediriLapor.Accounts.People;

/// <summary>A member of staff as an admin sees them.</summary>
/// <param name="Agency">Null for people of the city as a whole.</param>
/// <param name="Blocked">Cannot sign in.</param>
/// <param name="OneTimeUntil">Until when the password that an admin was told leads to one of their own; null once they have chosen it.</param>
/// <param name="LockedUntil">After too many wrong passwords; null when not.</param>
/// <param name="Demo">Made for a demonstration: kept as it is.</param>
public sealed record StaffUser(
    string UserName, string Name, StaffRole Role, Named? Agency, string? Email, bool Blocked, DateTimeOffset? OneTimeUntil, DateTimeOffset? LockedUntil, bool Demo, int Version)
{
    internal static StaffUser Of(Account account, AgencyTree agencies, DateTimeOffset? lockedUntil) => new(
        account.UserName!, account.FullName, account.Role, account.AgencyCode is { } code ? new Named(code, agencies.Find(code)?.Name ?? code) : null, account.Email,
        account.Disabled, account.OneTimeUntil, lockedUntil, account.Demo, account.Version);

    /// <summary>What an edit changes: a lock comes and goes by itself.</summary>
    internal object Facts => new { Name, Role, Agency, Email, Blocked };
}

/// <summary>A person after an edit.</summary>
/// <param name="OneTimePassword">Told here and never again; null where none was made.</param>
public sealed record SavedUser(StaffUser User, string? OneTimePassword)
{
    /// <summary>Keeps the password out of whatever logs an answer.</summary>
    public override string ToString() => $"{nameof(SavedUser)} {User.UserName}";
}

/// <summary>A member of staff as an admin writes them.</summary>
public sealed record NewUser
{
    [Required(ErrorMessage = "required")]
    [MaxLength(Account.MaxFullNameLength, ErrorMessage = "too_long")]
    [Legible]
    public string Name { get; init; } = "";

    public required StaffRole Role { get; init; }

    /// <summary>Asked of officers and heads; the others may belong to one.</summary>
    public string? AgencyCode { get; init; }

    [MaxLength(EmailAddress.Max, ErrorMessage = "too_long")]
    public string? Email { get; init; }

    public bool Blocked { get; init; }
}
