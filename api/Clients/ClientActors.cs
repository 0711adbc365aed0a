using KediriLapor.Accounts;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KediriLapor.Clients;

/// <summary>What a token carries: nothing of it is a right, all of that is looked up.</summary>
/// <param name="SecretId">The secret that fetched it: a token dies with it.</param>
/// <param name="Scopes">No more than these, whatever the client has now.</param>
internal sealed record ClientGrant(Guid ClientId, Guid SecretId, IReadOnlyList<string> Scopes);

/// <summary>The actor behind a secret or a token as the database has it now, at most <see cref="Freshness"/> old.</summary>
internal sealed class ClientActors(AppDb db, IMemoryCache cache, SecretUse use, TimeProvider clock)
{
    /// <summary>How long a revoked secret or a right that was taken away may still work.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    /// <returns>Null when client or secret are unknown, over or taken out of use.</returns>
    public async Task<Actor?> FindAsync(ClientGrant grant, CancellationToken ct) =>
        await Known(new SecretKey(grant.SecretId), secrets => secrets.Where(s => s.Id == grant.SecretId), ct) is { } known && known.ClientId == grant.ClientId
            ? await Used(known, [.. known.Scopes.Where(grant.Scopes.Contains)], ct)
            : null;

    /// <summary>By the secret itself: the client with all its scopes, and the <c>client_id</c> that it goes by.</summary>
    public async Task<(Actor Actor, ClientGrant Grant, string ClientId)?> FindAsync(string secret, CancellationToken ct)
    {
        var hash = ClientSecret.HashOf(secret);
        return await Known(new HashKey(Convert.ToHexString(hash)), secrets => secrets.Where(s => s.Hash == hash), ct) is { } known
            ? (await Used(known, known.Scopes, ct), new ClientGrant(known.ClientId, known.SecretId, known.Scopes), known.GoesBy)
            : null;
    }

    private async Task<Actor> Used(Found found, string[] scopes, CancellationToken ct)
    {
        await use.Tell(db, found.SecretId, clock.GetUtcNow(), ct);
        return new Actor(
            ActorKind.Client, AccountId: null, found.Name, AgencyCode: null, ClientScopes.Permissions(scopes, found.Agencies is null), found.Agencies ?? found.WholeCity)
        {
            Client = new ClientIdentity(found.ClientId, scopes, found.RequestsPerMinute),
        };
    }

    private async Task<Found?> Known(object key, Func<IQueryable<ClientSecret>, IQueryable<ClientSecret>> sought, CancellationToken ct)
    {
        if (cache.TryGetValue(key, out Found? known))
        {
            return known;
        }

        var now = clock.GetUtcNow();
        var found = await sought(db.ClientSecrets.AsNoTracking()).Where(s => s.EndsAt == null || s.EndsAt > now)
            .Join(db.ApiClients, s => s.ClientId, c => c.Id, (s, c) => new { Secret = s.Id, Client = c })
            .Where(one => !one.Client.Disabled && (one.Client.ExpiresAt == null || one.Client.ExpiresAt > now))
            .Select(one => new { one.Secret, one.Client.Id, one.Client.ClientId, one.Client.Name, one.Client.Scopes, one.Client.Agencies, one.Client.RequestsPerMinute })
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var wholeCity = found.Agencies is null ? await db.Agencies.Where(a => a.Active).Select(a => a.Code).ToArrayAsync(ct) : [];
        return cache.Set(key, new Found(found.Id, found.ClientId, found.Secret, found.Name, found.Scopes, found.Agencies, wholeCity, found.RequestsPerMinute), Freshness);
    }

    private sealed record Found(Guid ClientId, string GoesBy, Guid SecretId, string Name, string[] Scopes, string[]? Agencies, string[] WholeCity, int? RequestsPerMinute);

    private readonly record struct SecretKey(Guid Id);

    private readonly record struct HashKey(string Hash);
}
