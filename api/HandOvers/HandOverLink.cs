using System.Security.Cryptography;
using KediriLapor.Accounts;
using KediriLapor.Reports;

namespace KediriLapor.HandOvers;

/// <summary>What has become of a link.</summary>
public enum HandOverLinkState
{
    /// <summary>Its mail waits for the mail server.</summary>
    Waiting,

    /// <summary>Its mail is out.</summary>
    Sent,

    /// <summary>Its mail was refused, or given up.</summary>
    Failed,

    /// <summary>Told to a colleague, who passes it on.</summary>
    Told,

    /// <summary>It opens nothing any more.</summary>
    Revoked,
}

/// <summary>
/// Opens one hand-over to whoever holds it, without an account: 256 random bits that stand in the fragment of an address and here as a hash. One
/// that goes by mail is made when the mail is, and lies nowhere before.
/// </summary>
public sealed class HandOverLink
{
    /// <summary>Long enough to answer, and to read the record again while the matter lasts.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(180);

    /// <summary>How long one attempt at a mail may take; afterwards another instance takes it for lost.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Of one hand-over.</summary>
    public const int Most = 20;

    /// <summary>Over about a day.</summary>
    private const int AttemptsMax = 16;

    private HandOverLink()
    {
    }

    public Guid Id { get; private init; }

    public Guid HandOverId { get; private init; }

    /// <summary>SHA-256; null until there is a token.</summary>
    public byte[]? TokenHash { get; private set; }

    /// <summary>The office's address; null for one that a colleague passes on.</summary>
    public string? Email { get; private init; }

    public Guid? AccountId { get; private init; }

    public string ByName { get; private init; } = "";

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset EndsAt { get; private init; }

    /// <summary>When the mail is tried next; null where there is none to send.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public HandOverLinkState State =>
        RevokedAt is not null ? HandOverLinkState.Revoked
        : Email is null ? HandOverLinkState.Told
        : SentAt is not null ? HandOverLinkState.Sent
        : DueAt is null ? HandOverLinkState.Failed : HandOverLinkState.Waiting;

    /// <returns>The link, and its token, which is told here and nowhere again.</returns>
    internal static (HandOverLink Link, string Token) Tell(Guid handOverId, Actor actor, DateTimeOffset now)
    {
        var token = ReporterToken.New();
        return (New(handOverId, null, actor, now, dueAt: null, ReporterToken.HashOf(token)), token);
    }

    internal static HandOverLink Mail(Guid handOverId, string email, Actor actor, DateTimeOffset now) => New(handOverId, email, actor, now, dueAt: now, hash: null);

    /// <summary>The mail that goes now carries this; one that was lost on its way opens nothing any more.</summary>
    internal void Carry(byte[] tokenHash) => TokenHash = tokenHash;

    internal void Sent(DateTimeOffset now) => (SentAt, DueAt) = (now, null);

    internal void Refused() => DueAt = null;

    /// <summary>A mail server may be away for a while: after 2, 4, 8 … minutes, at most two hours.</summary>
    internal void Failed(DateTimeOffset now) => DueAt = Attempts >= AttemptsMax
        ? null
        : now + TimeSpan.FromMinutes(Math.Min(120, Math.Pow(2, Attempts)) * (0.8 + (RandomNumberGenerator.GetInt32(400) / 1000.0)));

    internal void Revoke(DateTimeOffset now) => (RevokedAt, DueAt) = (RevokedAt ?? now, null);

    private static HandOverLink New(Guid handOverId, string? email, Actor actor, DateTimeOffset now, DateTimeOffset? dueAt, byte[]? hash) => new()
    {
        Id = Guid.CreateVersion7(now),
        HandOverId = handOverId,
        Email = email,
        AccountId = actor.AccountId,
        ByName = actor.Name,
        MadeAt = now,
        EndsAt = now + Life,
        DueAt = dueAt,
        TokenHash = hash,
    };
}
