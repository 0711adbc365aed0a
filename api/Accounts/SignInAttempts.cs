using System.Security.Cryptography;
using System.Text;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts;

/// <summary>How often a user name was tried in its current window.</summary>
/// <remarks>
/// Names without an account are counted alike, or the lock would tell which names exist. The name is kept as a hash,
/// since people type their password into the wrong field.
/// </remarks>
public sealed class SignInAttempt
{
    /// <summary>SHA-256 of the upper-case user name.</summary>
    public required byte[] NameHash { get; init; }

    public int Tries { get; init; }

    public DateTimeOffset WindowEndsAt { get; init; }
}

/// <summary>Holds guessing to <see cref="MaxTries"/> per user name and <see cref="Window"/>, over all instances.</summary>
internal sealed class SignInAttempts(AppDb db, TimeProvider clock)
{
    public const int MaxTries = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Charges one try before the password is looked at, so that parallel guesses cannot share one count.</summary>
    /// <exception cref="RuleViolation"><c>locked_out</c> (423), with the instant from which the name may be tried again.</exception>
    public async Task ChargeAsync(string userName, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var windowEnd = now + Window;
        // The window opens at the first try and is never prolonged: an attacker cannot lock a colleague out for good.
        var charged = await db.Set<SignInAttempt>().FromSql(
            $"""
            INSERT INTO sign_in_attempts AS tried (name_hash, tries, window_ends_at)
            VALUES ({HashOf(userName)}, 1, {windowEnd})
            ON CONFLICT (name_hash) DO UPDATE SET
                tries = CASE WHEN tried.window_ends_at <= {now} THEN 1 ELSE tried.tries + 1 END,
                window_ends_at = CASE WHEN tried.window_ends_at <= {now} THEN {windowEnd} ELSE tried.window_ends_at END
            RETURNING name_hash, tries, window_ends_at
            """).AsNoTracking().ToListAsync(cancellationToken);

        if (charged[0].Tries > MaxTries)
            throw new RuleViolation("locked_out", StatusCodes.Status423Locked).With("retryAt", charged[0].WindowEndsAt);
    }

    /// <summary>Forgets the tries of a name that just signed in, and all windows that are over.</summary>
    public Task ClearAsync(string userName, CancellationToken cancellationToken)
    {
        var nameHash = HashOf(userName);
        var now = clock.GetUtcNow();
        return db.Set<SignInAttempt>()
            .Where(attempt => attempt.NameHash == nameHash || attempt.WindowEndsAt <= now)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Of these names, those that may not be tried now, each with the instant from which it may again.</summary>
    public async Task<Dictionary<string, DateTimeOffset?>> LockedAsync(IEnumerable<string> userNames, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var names = userNames.ToLookup(name => Convert.ToHexString(HashOf(name)));
        var hashes = names.Select(name => Convert.FromHexString(name.Key)).ToArray();
        var locked = await db.Set<SignInAttempt>().AsNoTracking()
            .Where(attempt => hashes.Contains(attempt.NameHash) && attempt.Tries >= MaxTries && attempt.WindowEndsAt > now).ToListAsync(cancellationToken);
        return locked.SelectMany(attempt => names[Convert.ToHexString(attempt.NameHash)].Select(name => (name, attempt.WindowEndsAt)))
            .ToDictionary(one => one.name, one => (DateTimeOffset?)one.WindowEndsAt);
    }

    private static byte[] HashOf(string userName) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(userName.ToUpperInvariant()));
}
