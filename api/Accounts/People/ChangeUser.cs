using System.Text.RegularExpressions;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts.People;

/// <summary>
/// Writes a member of staff, or writes them anew. One who is not there yet has version 0 and gets a one-time password. Whoever is blocked
/// or gets other rights is signed out at once.
/// </summary>
public sealed record ChangeUser(string UserName, int ExpectedVersion, NewUser User) : ICommand<SavedUser>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.Accounts;
}

internal sealed partial class ChangeUserHandler(AppDb db, UserManager<Account> accounts, StaffActors actors, CurrentActor actor, PeopleDesk desk)
    : IRequestHandler<ChangeUser, SavedUser>
{
    public async Task<SavedUser> Handle(ChangeUser request, CancellationToken cancellationToken)
    {
        var wanted = request.User;
        await RequireFitting(wanted, cancellationToken);
        return request.ExpectedVersion == 0 && !await IsTaken(request.UserName, cancellationToken)
            ? await Add(request.UserName, wanted, cancellationToken)
            : await Change(await desk.Expect(request.UserName, request.ExpectedVersion, cancellationToken), wanted, cancellationToken);
    }

    private async Task<SavedUser> Add(string userName, NewUser wanted, CancellationToken ct)
    {
        if (userName.Length > Account.MaxUserNameLength || !WellFormed().IsMatch(userName))
        {
            throw new RuleViolation("invalid_format", field: "userName");
        }

        var account = new Account { UserName = userName, NormalizedUserName = accounts.NormalizeName(userName), SecurityStamp = Guid.CreateVersion7().ToString(), Version = 0 };
        Write(account, wanted);
        var password = desk.GiveOneTimePassword(account);
        db.Users.Add(account);
        return new SavedUser(await desk.Saved(account, null, ct), password);
    }

    private async Task<SavedUser> Change(Account account, NewUser wanted, CancellationToken ct)
    {
        var before = await desk.Facts(account, ct);
        var losesAdmin = account is { Role: StaffRole.Admin, Disabled: false } && (wanted.Role != StaffRole.Admin || wanted.Blocked);
        if (losesAdmin)
        {
            await RequireAnotherAdmin(account, ct);
        }

        if (wanted.Blocked || wanted.Role != account.Role || wanted.AgencyCode != account.AgencyCode)
        {
            await desk.EndSessions(account, ct);
        }

        Write(account, wanted);
        return new SavedUser(await desk.Saved(account, before, ct), null);
    }

    /// <summary>Not one's own either: who takes the rights from oneself by a slip of the hand could not give them back.</summary>
    private async Task RequireAnotherAdmin(Account account, CancellationToken ct)
    {
        if (account.Id == actor.Value.AccountId)
        {
            throw new RuleViolation("own_rights", StatusCodes.Status409Conflict, "role");
        }

        if (!await db.Users.AnyAsync(other => other.Id != account.Id && other.Role == StaffRole.Admin && !other.Disabled, ct))
        {
            throw new RuleViolation("last_admin", StatusCodes.Status409Conflict, "role");
        }
    }

    private async Task RequireFitting(NewUser wanted, CancellationToken ct)
    {
        if (wanted.AgencyCode is { } code && (await actors.AgencyTreeAsync(ct)).Find(code) is not { Active: true })
        {
            throw new RuleViolation("unknown_agency", field: "agencyCode");
        }

        if (wanted.AgencyCode is null && wanted.Role.NeedsAgency())
        {
            throw new RuleViolation("required", field: "agencyCode");
        }

        if (wanted.Email is { } email && !EmailAddress.IsOne(email))
        {
            throw new RuleViolation("invalid_email", field: "email");
        }
    }

    private void Write(Account account, NewUser wanted)
    {
        (account.FullName, account.Role, account.AgencyCode, account.Disabled) = (wanted.Name.Trim(), wanted.Role, wanted.AgencyCode, wanted.Blocked);
        (account.Email, account.NormalizedEmail) = (wanted.Email, wanted.Email is { } email ? accounts.NormalizeEmail(email) : null);
    }

    private Task<bool> IsTaken(string userName, CancellationToken ct)
    {
        var normalized = accounts.NormalizeName(userName);
        return db.Users.AnyAsync(account => account.NormalizedUserName == normalized, ct);
    }

    [GeneratedRegex(Account.UserNamePattern)]
    private static partial Regex WellFormed();
}
