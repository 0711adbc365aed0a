using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KediriLapor.Clients;

/// <summary>
/// One secret of a client: its password at <c>/connect/token</c> and its <c>api_key</c> for Open311. Kept as a hash. A secret of ours has 256
/// random bits, so there is nothing to guess, and SHA-256 without salt lets a key be found by what it is.
/// </summary>
public sealed class ClientSecret
{
    /// <summary>So that a secret left lying about is recognised for what it is, by people and by scanners.</summary>
    public const string Prefix = "kl_";

    private const int RandomBytes = 32;
    private const int HintLength = 4;

    private ClientSecret()
    {
    }

    public Guid Id { get; private init; }

    public Guid ClientId { get; private init; }

    /// <summary>1, 2, 3 … of its client: which is the newer one.</summary>
    public int Number { get; private init; }

    /// <summary>SHA-256.</summary>
    public byte[] Hash { get; private init; } = [];

    /// <summary>Its last characters, to tell it from another.</summary>
    public string Hint { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>From when on it opens nothing; null while no newer one takes its place.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static string NewValue() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static byte[] HashOf(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));

    public bool IsValid(DateTimeOffset now) => EndsAt is null || EndsAt > now;

    internal static ClientSecret Of(Guid clientId, int number, string value, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ClientId = clientId,
        Number = number,
        Hash = HashOf(value),
        Hint = value[^Math.Min(HintLength, value.Length)..],
        CreatedAt = now,
    };

    internal void EndBy(DateTimeOffset end) => EndsAt = EndsAt < end ? EndsAt : end;
}
