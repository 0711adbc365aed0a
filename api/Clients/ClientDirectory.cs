using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Clients;

/// <summary>A client as an admin sees it.</summary>
/// <param name="Agencies">Null for those of the whole city.</param>
/// <param name="RequestsPerMinute">In each class of routes; null for what everybody may.</param>
/// <param name="LastUsedAt">To the minute.</param>
/// <param name="Secrets">Those that still open something, newest first.</param>
public sealed record ClientItem(
    Guid Id, string ClientId, string Name, IReadOnlyList<string> Scopes, IReadOnlyList<Named>? Agencies, DateTimeOffset? ExpiresAt, int? RequestsPerMinute, bool Disabled, DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt, IReadOnlyList<ClientSecretItem> Secrets, int Version)
{
    internal static ClientItem Of(ApiClient client, City city, DateTimeOffset now) => new(
        client.Id, client.ClientId, client.Name, client.Scopes, client.Agencies is { } codes ? [.. codes.Select(code => city.AgencyNamed(code)!)] : null,
        client.ExpiresAt, client.RequestsPerMinute, client.Disabled, client.CreatedAt, client.Secrets.Max(secret => secret.LastUsedAt),
        [.. client.Secrets.Where(secret => secret.IsValid(now)).OrderByDescending(secret => secret.Number)
            .Select(secret => new ClientSecretItem(secret.Id, secret.Hint, secret.CreatedAt, secret.EndsAt, secret.LastUsedAt))],
        client.Version);
}

/// <param name="Hint">Its last characters.</param>
/// <param name="EndsAt">Null while no newer one takes its place.</param>
public sealed record ClientSecretItem(Guid Id, string Hint, DateTimeOffset CreatedAt, DateTimeOffset? EndsAt, DateTimeOffset? LastUsedAt);

/// <summary>A client and its new secret, which is told here and never again.</summary>
public sealed record ClientWithSecret(ClientItem Client, string Secret);

/// <summary>Finds clients, and checks what an admin wants of them.</summary>
internal sealed class ClientDirectory(AppDb db, CityWatch watch)
{
    /// <summary>To be changed by somebody who saw <paramref name="expectedVersion"/>.</summary>
    public async Task<ApiClient> Open(Guid id, int expectedVersion, CancellationToken ct)
    {
        var client = await db.ApiClients.Include(c => c.Secrets).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw RuleViolation.NotFound();
        return client.Version == expectedVersion ? client : throw AppDb.Stale(client.Version);
    }

    /// <exception cref="RuleViolation"><c>unknown_value</c>, <c>required</c>, <c>unknown_agency</c>, <c>out_of_range</c>.</exception>
    public ClientRights Check(string name, string[] scopes, string[]? agencies, DateTimeOffset? expiresAt, int? requestsPerMinute, bool disabled, DateTimeOffset? until = null)
    {
        if (scopes.FirstOrDefault(scope => !ClientScopes.All.Contains(scope)) is not null)
        {
            throw new RuleViolation("unknown_value", field: "scopes").With("allowed", ClientScopes.All);
        }

        if (agencies is { Length: 0 })
        {
            throw new RuleViolation("required", field: "agencies");
        }

        foreach (var code in agencies ?? [])
        {
            watch.Current.AgencyOr(code, "agencies");
        }

        if (until is { } now && expiresAt <= now)
        {
            throw new RuleViolation("out_of_range", field: "expiresAt");
        }

        return new ClientRights(name.Trim(), scopes, agencies, expiresAt, requestsPerMinute, disabled);
    }
}
