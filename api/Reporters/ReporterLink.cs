using KediriLapor.Notifications;

namespace KediriLapor.Reporters;

/// <summary>
/// A link that somebody asked for, to the reports that carry their contact. It is there before anybody has looked whether there are such
/// reports, so that asking takes the same work either way.
/// </summary>
public sealed class ReporterLink
{
    /// <summary>From its sending; and how long a mail server may be away before it is given up.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>How long one attempt may take; afterwards another instance takes it for lost.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private ReporterLink()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The contact's place in the index (<see cref="Reports.ContactIndex"/>).</summary>
    public byte[] Person { get; private init; } = [];

    /// <summary>The contact, encrypted, until the link is sent.</summary>
    public byte[]? Sealed { get; private set; }

    public Medium Medium { get; private init; }

    public SpokenLanguage Language { get; private init; }

    /// <summary>SHA-256 of what the message carries; null until there is one.</summary>
    public byte[]? TokenHash { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    internal static ReporterLink AskedFor(byte[] person, byte[] kept, Medium medium, SpokenLanguage language, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Person = person,
        Sealed = kept,
        Medium = medium,
        Language = language,
        DueAt = now,
        EndsAt = now + Life,
    };

    /// <summary>The message that goes now carries this; one that was lost on its way opens nothing any more.</summary>
    internal void Carry(byte[] tokenHash) => TokenHash = tokenHash;

    internal void Sent(DateTimeOffset now) => (Sealed, EndsAt) = (null, now + Life);

    /// <summary>Nobody waits for hours: tried again after 2, 4, 8 … seconds until it ends.</summary>
    internal void Failed(DateTimeOffset now) => DueAt = now + TimeSpan.FromSeconds(Math.Min(120, Math.Pow(2, Attempts)));
}

/// <summary>How often links were asked for to one contact, or from one network, in its current window.</summary>
public sealed class LinkAttempt
{
    /// <summary>An HMAC, which tells neither: of the contact, or of the network.</summary>
    public byte[] Whose { get; init; } = [];

    public int Tries { get; init; }

    public DateTimeOffset WindowEndsAt { get; init; }
}
