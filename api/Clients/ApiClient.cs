using KediriLapor.Accounts;
using KediriLapor.Platform;

namespace KediriLapor.Clients;

/// <summary>Another program that is let in: another city's system, a civic app, a department's own. It changes here alone, and every change is written down.</summary>
public sealed class ApiClient
{
    public const int ClientIdMax = 64;
    public const int NameMax = 120;
    public const int AgenciesMax = 200;
    public const int RequestsPerMinuteMax = 1_000_000;

    /// <summary>As it stands in settings and addresses: nothing that needs escaping.</summary>
    public const string ClientIdPattern = "^[a-z0-9][a-z0-9._-]*$";

    /// <summary>Two can be valid at once: the one that is being replaced, and the one that replaces it.</summary>
    public const int ValidSecretsMax = 2;

    private readonly List<ClientSecret> secrets = [];
    private readonly List<ClientChange> changes = [];

    private ApiClient()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The <c>client_id</c>.</summary>
    public string ClientId { get; private init; } = "";

    /// <summary>Whose it is, as histories name it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Of <see cref="ClientScopes"/>, in that order.</summary>
    public string[] Scopes { get; private set; } = [];

    /// <summary>The agencies whose reports it sees and acts on; null for those of the whole city.</summary>
    public string[]? Agencies { get; private set; }

    /// <summary>From when on it is let in no more; null without end.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>How many requests it may make in a minute, in each class of routes; null for what everybody may.</summary>
    public int? RequestsPerMinute { get; private set; }

    public bool Disabled { get; private set; }

    /// <summary>Made for a demonstration: it is kept out outside Development.</summary>
    public bool Demo { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public int Version { get; private set; }

    public IReadOnlyList<ClientSecret> Secrets => secrets;

    public IReadOnlyList<ClientChange> Changes => changes;

    /// <returns>The client, and its first secret, which is kept nowhere.</returns>
    internal static (ApiClient Client, string Secret) Create(string clientId, ClientRights rights, Actor actor, DateTimeOffset now, string? secret = null, bool demo = false)
    {
        var client = new ApiClient { Id = Guid.CreateVersion7(now), ClientId = clientId, Demo = demo, CreatedAt = now };
        var fields = client.Take(rights);
        var value = secret ?? ClientSecret.NewValue();
        client.secrets.Add(ClientSecret.Of(client.Id, 1, value, now));
        client.Record(ClientChangeKind.Created, fields, actor, now);
        return (client, value);
    }

    /// <returns>Whether anything is different now.</returns>
    internal bool Change(ClientRights rights, Actor actor, DateTimeOffset now)
    {
        var fields = Take(rights);
        if (fields.Count > 0)
        {
            Record(ClientChangeKind.Changed, fields, actor, now);
        }

        return fields.Count > 0;
    }

    /// <summary>Gives a new secret beside the present one, which goes on working until <paramref name="overlap"/> is over.</summary>
    /// <returns>The new secret, which is kept nowhere.</returns>
    internal string Rotate(TimeSpan overlap, Actor actor, DateTimeOffset now, string? secret = null)
    {
        var value = secret ?? ClientSecret.NewValue();
        // of what was valid only the newest goes on
        var valid = secrets.Where(old => old.IsValid(now)).OrderByDescending(old => old.Number).ToArray();
        for (var i = 0; i < valid.Length; i++)
        {
            valid[i].EndBy(i < ValidSecretsMax - 1 ? now + overlap : now);
        }

        var added = ClientSecret.Of(Id, secrets.Count + 1, value, now);
        secrets.Add(added);
        Record(ClientChangeKind.SecretAdded, [new ClientField("secret", null, added.Hint)], actor, now);
        return value;
    }

    /// <summary>Takes a secret out of use at once, and with it the tokens it fetched.</summary>
    /// <exception cref="RuleViolation"><c>not_found</c>.</exception>
    internal void Revoke(Guid secretId, Actor actor, DateTimeOffset now)
    {
        var secret = secrets.SingleOrDefault(one => one.Id == secretId && one.IsValid(now)) ?? throw RuleViolation.NotFound();
        secret.EndBy(now);
        Record(ClientChangeKind.SecretRevoked, [new ClientField("secret", secret.Hint, null)], actor, now);
    }

    private List<ClientField> Take(ClientRights rights)
    {
        var fields = new List<ClientField>();
        var scopes = ClientScopes.All.Where(rights.Scopes.Contains).ToArray();
        var agencies = rights.Agencies?.Distinct().Order(StringComparer.Ordinal).ToArray();
        Note("name", Name, rights.Name);
        Note("scopes", Listed(Scopes), Listed(scopes));
        Note("agencies", Version == 0 ? null : Listed(Agencies), Listed(agencies));
        Note("expiresAt", Told(ExpiresAt), Told(rights.ExpiresAt));
        Note("requestsPerMinute", Told(RequestsPerMinute), Told(rights.RequestsPerMinute));
        Note("disabled", Disabled ? "true" : null, rights.Disabled ? "true" : null);
        (Name, Scopes, Agencies, ExpiresAt, RequestsPerMinute, Disabled) = (rights.Name, scopes, agencies, rights.ExpiresAt, rights.RequestsPerMinute, rights.Disabled);
        return fields;

        void Note(string field, string? before, string? after)
        {
            if (before != after)
            {
                fields.Add(new ClientField(field, before is "" ? null : before, after is "" ? null : after));
            }
        }
    }

    private void Record(ClientChangeKind kind, List<ClientField> fields, Actor actor, DateTimeOffset now)
    {
        Version++;
        changes.Add(new ClientChange(this, kind, fields, actor, now));
    }

    private static string Listed(string[]? codes) => codes is null ? "*" : string.Join(' ', codes);

    private static string? Told(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Told(DateTimeOffset? instant) => instant?.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a client is called and what it may.</summary>
internal sealed record ClientRights(string Name, IReadOnlyCollection<string> Scopes, IReadOnlyCollection<string>? Agencies, DateTimeOffset? ExpiresAt, int? RequestsPerMinute, bool Disabled);
