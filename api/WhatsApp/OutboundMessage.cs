namespace KediriLapor.WhatsApp;

/// <summary>What became of a message, in the order in which it may happen.</summary>
public enum MessageState
{
    Pending,
    Sent,
    Delivered,
    Read,

    /// <summary>Given up, or told by WhatsApp to have failed.</summary>
    Failed,
}

/// <summary>A message of ours to one person: the trace of a notification, or a reply that is on its way.</summary>
public sealed class OutboundMessage
{
    public const int MaxAttempts = 8;
    public const int ErrorMax = 100;

    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Counted on: of two in one instant the first is said first.</summary>
    public long Id { get; init; }

    public byte[] Person { get; init; } = [];

    /// <summary>Null for a reply.</summary>
    public Guid? NotificationId { get; init; }

    public Guid? ReportId { get; init; }

    /// <summary>The words of a reply, encrypted, until they are sent: a receipt holds a report's secret.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>Hash of WhatsApp's id, by which it tells what became of it.</summary>
    public byte[]? SentAs { get; set; }

    public MessageState State { get; set; }

    public DateTimeOffset StateAt { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>In the program's own words.</summary>
    public string? LastError { get; set; }

    public static OutboundMessage Reply(byte[] person, Guid? reportId, byte[] words, DateTimeOffset now) => new()
    {
        Person = person,
        ReportId = reportId,
        Sealed = words,
        StateAt = now,
        DueAt = now,
    };

    public static OutboundMessage Of(Guid notificationId, Guid? reportId, byte[] person, string sentAs, DateTimeOffset now) => new()
    {
        Person = person,
        NotificationId = notificationId,
        ReportId = reportId,
        SentAs = InboundEvent.HashOf(sentAs),
        State = MessageState.Sent,
        StateAt = now,
        DueAt = now,
    };

    public void Sent(string sentAs, DateTimeOffset now) => (SentAs, State, StateAt, Sealed, LastError) = (InboundEvent.HashOf(sentAs), MessageState.Sent, now, null, null);

    /// <summary>Nobody waits for an answer for hours: after about ten minutes it is given up.</summary>
    public void Failed(string why, DateTimeOffset now, bool forGood = false)
    {
        LastError = why.Length > ErrorMax ? why[..ErrorMax] : why;
        DueAt = now + TimeSpan.FromSeconds(Math.Min(300, 3 * Math.Pow(2, Attempts)));
        if (forGood || Attempts >= MaxAttempts)
        {
            (State, StateAt, Sealed) = (MessageState.Failed, now, null);
        }
    }

    /// <summary>Told in any order: nothing becomes less than it was.</summary>
    /// <returns>False when it was known.</returns>
    public bool Became(MessageState state, DateTimeOffset at, int? error)
    {
        if (state <= State || State is MessageState.Failed || (state == MessageState.Failed && State is MessageState.Delivered or MessageState.Read))
        {
            return false;
        }

        (State, StateAt, LastError) = (state, at, error is { } code ? GraphRefusals.Told(code) : null);
        return true;
    }
}
