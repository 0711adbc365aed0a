using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts.People;

/// <summary>What every edit of a person has to hold to.</summary>
internal sealed class PeopleDesk(AppDb db, UserManager<Account> accounts, StaffActors actors, SignInAttempts attempts, AdminHistory history, TimeProvider time)
{
    /// <summary>A weekend and a day: it is told to the person by word of mouth or letter.</summary>
    public static readonly TimeSpan OneTimeLifetime = TimeSpan.FromDays(3);

    /// <summary>The person as the admin saw them.</summary>
    /// <exception cref="RuleViolation"><c>not_found</c>, <c>stale_version</c>, or <c>demo_person</c> (409).</exception>
    public async Task<Account> Expect(string userName, int expectedVersion, CancellationToken ct)
    {
        var normalized = accounts.NormalizeName(userName);
        var account = await db.Users.SingleOrDefaultAsync(one => one.NormalizedUserName == normalized, ct) ?? throw RuleViolation.NotFound();
        if (account.Version != expectedVersion)
        {
            throw AppDb.Stale(account.Version);
        }

        return account.Demo ? throw new RuleViolation("demo_person", StatusCodes.Status409Conflict) : account;
    }

    /// <summary>Gives a password that opens nothing but the way to one of the person's own.</summary>
    public string GiveOneTimePassword(Account account)
    {
        var password = PasswordRules.Random();
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        account.OneTimeUntil = time.Now() + OneTimeLifetime;
        return password;
    }

    /// <summary>Ends every session: here at once, on other instances within <see cref="StaffActors.Freshness"/>.</summary>
    public async Task EndSessions(Account account, CancellationToken ct)
    {
        var sessions = await db.Sessions.Where(session => session.AccountId == account.Id).ToListAsync(ct);
        db.Sessions.RemoveRange(sessions);
        sessions.ForEach(session => actors.Forget(session.Id));
    }

    /// <summary>Writes the edit down and shows the person as they are now.</summary>
    public async Task<StaffUser> Saved(Account account, object? before, CancellationToken ct, string? note = null)
    {
        account.Version++;
        var locks = await attempts.LockedAsync([account.UserName!], ct);
        var shown = StaffUser.Of(account, await actors.AgencyTreeAsync(ct), locks.GetValueOrDefault(account.UserName!));
        history.Add(AdminSubject.User, account.UserName!, account.Version, before, shown.Facts, note);
        return shown;
    }

    public async Task<object> Facts(Account account, CancellationToken ct) => StaffUser.Of(account, await actors.AgencyTreeAsync(ct), null).Facts;
}
