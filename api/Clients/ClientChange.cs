using KediriLapor.Accounts;

namespace KediriLapor.Clients;

public enum ClientChangeKind
{
    Created,
    Changed,
    SecretAdded,
    SecretRevoked,
}

/// <summary>What one field of a client was, and is. Of the agencies <c>*</c> is all; of a secret only its last characters are told.</summary>
public sealed record ClientField(string Field, string? Before, string? After);

/// <summary>One row of a client's history; rows are only ever added.</summary>
public sealed class ClientChange
{
    private ClientChange()
    {
    }

    internal ClientChange(ApiClient client, ClientChangeKind kind, List<ClientField> fields, Actor actor, DateTimeOffset at)
    {
        ClientId = client.Id;
        Version = client.Version;
        Kind = kind;
        Fields = fields;
        At = at;
        AccountId = actor.AccountId;
        ByName = actor.Name;
    }

    public Guid ClientId { get; private set; }

    /// <summary>Of the client after it.</summary>
    public int Version { get; private set; }

    public DateTimeOffset At { get; private set; }

    public ClientChangeKind Kind { get; private set; }

    public List<ClientField> Fields { get; private set; } = [];

    /// <summary>Null for the program itself.</summary>
    public Guid? AccountId { get; private set; }

    public string ByName { get; private set; } = "";
}
