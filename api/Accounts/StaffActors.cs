using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KediriLapor.Accounts;

/// <summary>The actor behind a session as the database has it now, at most <see cref="Freshness"/> old.</summary>
internal sealed class StaffActors(AppDb db, ReadAgencyUnits readUnits, IMemoryCache cache, TimeProvider clock)
{
    /// <summary>How long a revoked right, a disabled account or a session ended on another instance may still work.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    /// <returns>Null when the session has ended, is unknown, or its account is disabled.</returns>
    public async Task<Actor?> FindAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(new SessionKey(sessionId), out Actor? known))
            return known;

        var actor = await ReadAsync(sessionId, cancellationToken);
        if (actor is not null)
            cache.Set(new SessionKey(sessionId), actor, Freshness);
        return actor;
    }

    /// <summary>As whom this member of staff acts, signed in or not.</summary>
    public async Task<Actor> OfAsync(Account account, CancellationToken cancellationToken) => new(
        ActorKind.Staff,
        account.Id,
        account.FullName,
        account.AgencyCode,
        account.Role.Permissions(),
        await ScopeAsync(account.Role, account.AgencyCode, cancellationToken));

    public void Forget(Guid sessionId) => cache.Remove(new SessionKey(sessionId));

    public async Task<AgencyTree> AgencyTreeAsync(CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(typeof(AgencyTree), out AgencyTree? known))
            return known!;

        return cache.Set(typeof(AgencyTree), new AgencyTree(await readUnits(db, cancellationToken)), Freshness);
    }

    private async Task<Actor?> ReadAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = await db.Sessions
            .Where(session => session.Id == sessionId && session.EndsAt > now)
            .Join(db.Users, session => session.AccountId, account => account.Id, (_, account) => account)
            .Where(account => !account.Disabled)
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        return account is null ? null : await OfAsync(account, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> ScopeAsync(StaffRole role, string? agencyCode, CancellationToken cancellationToken)
    {
        if (agencyCode is null)
            return [];
        return role.ReachesBelow()
            ? (await AgencyTreeAsync(cancellationToken)).WithAllBelow(agencyCode)
            : [agencyCode];
    }

    private readonly record struct SessionKey(Guid SessionId);
}
