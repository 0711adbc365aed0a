using System.Security.Cryptography;
using System.Text;

namespace KediriLapor.WhatsApp;

/// <summary>
/// Something that WhatsApp told, stored before it is answered for and worked on afterwards: a message, or what became of one of ours.
/// It is known by a hash, for WhatsApp's ids carry the phone number in Base64.
/// </summary>
public sealed class InboundEvent
{
    public const int MaxAttempts = 10;

    /// <summary>How long one attempt may take; afterwards another instance takes it for lost.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public long Id { get; init; }

    /// <summary>The same event told twice is one, whichever instance hears it.</summary>
    public byte[] EventHash { get; init; } = [];

    /// <summary>Whose message: theirs are taken in the order they were written. Null for what became of one of ours.</summary>
    public byte[]? Person { get; init; }

    /// <summary>When WhatsApp says it happened.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>A <see cref="Heard"/>, encrypted; null once it was worked on.</summary>
    public byte[]? Sealed { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Given up; by the kind of failure alone.</summary>
    public string? Failure { get; set; }

    public bool IsLastAttempt => Attempts >= MaxAttempts;

    public static byte[] HashOf(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id));

    public void Done(DateTimeOffset now) => (DoneAt, Sealed) = (now, null);

    /// <summary>Back-off 2, 4, 8 … seconds, at most ten minutes: about a quarter of an hour until it is given up.</summary>
    public void Postpone(string why, DateTimeOffset now)
    {
        DueAt = now + TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, Attempts)));
        if (IsLastAttempt)
        {
            Done(now);
            Failure = why.Length > FailureMax ? why[..FailureMax] : why;
        }
    }

    public const int FailureMax = 100;
}

public enum HeardKind
{
    Text,
    Location,
    Picture,

    /// <summary>A thumb under a message: nothing to answer.</summary>
    Reaction,

    /// <summary>Voice, video, sticker, and whatever WhatsApp will think of.</summary>
    Other,

    /// <summary>What became of a message of ours.</summary>
    Delivery,
}

/// <summary>What WhatsApp told, as far as it is understood here.</summary>
/// <param name="Id">WhatsApp's id: of the message, or of ours that this is about.</param>
/// <param name="Phone">The sender in E.164; empty for a delivery.</param>
/// <param name="Text">The words, or those under a picture, or the place's name and address.</param>
/// <param name="Lat">WGS84 degrees.</param>
/// <param name="MediaId">Of a picture.</param>
/// <param name="AnswerTo">WhatsApp's id of our message that was answered by hand.</param>
/// <param name="Error">Meta's code for why it was not delivered.</param>
public sealed record Heard(
    string Id, HeardKind Kind, string Phone, DateTimeOffset At, string? Text = null, double? Lat = null, double? Lng = null, string? MediaId = null, string? AnswerTo = null,
    MessageState? Became = null, int? Error = null)
{
    /// <summary>What it is told apart by from every other event.</summary>
    public string Key => Kind == HeardKind.Delivery ? $"{Id} {Became}" : Id;
}
