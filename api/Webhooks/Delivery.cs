namespace KediriLapor.Webhooks;

public enum DeliveryState
{
    /// <summary>On its way, perhaps after failures.</summary>
    Pending,
    Delivered,

    /// <summary>Given up; it stays to be seen, and can be sent again.</summary>
    Dead,

    /// <summary>Its client may not hear of it any more.</summary>
    Withheld,
}

/// <summary>One event on its way to one webhook. What it says is read from the history at each attempt.</summary>
public sealed class Delivery
{
    public const int ErrorMax = 200;
    public const int TypeMax = 40;

    /// <summary>From the first attempt to the last.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(3);

    /// <summary>How long one attempt may take with all that is around it; afterwards another instance takes it for lost.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);
    private const double Pace = 4;

    private Delivery()
    {
    }

    public Guid Id { get; private init; }

    public Guid WebhookId { get; private init; }

    /// <summary>Its number in the feed; null for a ping.</summary>
    public long? EventId { get; private init; }

    /// <summary>Null for a ping.</summary>
    public Guid? ReportId { get; private init; }

    public string Type { get; private init; } = "";

    /// <summary>Somebody asked for it again.</summary>
    public bool Replayed { get; private init; }

    public DeliveryState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it is tried next; while it is being tried, when it counts as lost.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? FirstAttemptAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>What the last attempt was answered with; null without an answer.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>Why it has not arrived, in the program's words.</summary>
    public string? LastError { get; private set; }

    /// <summary>The <c>webhook-id</c>.</summary>
    internal string MessageId => EventId is { } id ? FeedEvent.NameOf(id) : $"ping_{Id:N}";

    internal static Delivery Of(Webhook webhook, Happened happened, bool replayed, DateTimeOffset now) =>
        New(webhook.Id, happened.Id, happened.ReportId, EventTypes.Of(happened.Type), replayed, now);

    internal static Delivery Ping(Webhook webhook, DateTimeOffset now) => New(webhook.Id, null, null, EventTypes.Ping, replayed: false, now);

    /// <summary>The same once more, with attempts of its own.</summary>
    internal Delivery Again(DateTimeOffset now) => New(WebhookId, EventId, ReportId, Type, replayed: true, now);

    /// <summary>Also when it had been given up meanwhile: it was taken.</summary>
    internal void Delivered(int status, DateTimeOffset now) => (State, FinishedAt, LastStatus, LastError) = (DeliveryState.Delivered, now, status, null);

    internal void Withhold(string why, DateTimeOffset now) => (State, FinishedAt, LastError) = (DeliveryState.Withheld, now, why);

    /// <summary>
    /// 5 s, 20 s, 80 s … at most 12 hours, each a fifth more or less so that a herd spreads, the last one when its three days are over. A ping is tried
    /// once: who asked for it is looking.
    /// </summary>
    internal void Failed(Failure failure, DateTimeOffset now)
    {
        (LastStatus, LastError) = (failure.Status, failure.Why.Length > ErrorMax ? failure.Why[..ErrorMax] : failure.Why);
        var end = FirstAttemptAt!.Value + Life;
        if (EventId is null || now >= end || State != DeliveryState.Pending)
        {
            (State, FinishedAt) = (DeliveryState.Dead, FinishedAt ?? now);
            return;
        }

        var wait = TimeSpan.FromTicks(Math.Max(WaitAfter(Attempts, Random.Shared.NextDouble()).Ticks, failure.RetryAfter?.Ticks ?? 0));
        DueAt = now + wait < end ? now + wait : end;
    }

    /// <param name="chance">0 to 1.</param>
    internal static TimeSpan WaitAfter(int attempts, double chance) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, FirstWait.TotalSeconds * Math.Pow(Pace, attempts - 1))) * (0.8 + (chance * 0.4));

    private static Delivery New(Guid webhookId, long? eventId, Guid? reportId, string type, bool replayed, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        WebhookId = webhookId,
        EventId = eventId,
        ReportId = reportId,
        Type = type,
        Replayed = replayed,
        CreatedAt = now,
        DueAt = now,
    };
}

/// <summary>Why an attempt came to nothing.</summary>
/// <param name="Why">In the program's words.</param>
/// <param name="Status">Null where there was no answer.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone.</param>
internal sealed record Failure(string Why, int? Status = null, TimeSpan? RetryAfter = null)
{
    /// <summary>It says nothing of this event: whatever else is sent there would fail, too.</summary>
    public bool OfTheReceiver => Status is null or StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable;
}

/// <summary>One attempt: what was sent and what came back, as far as heads tell.</summary>
public sealed class DeliveryAttempt
{
    public Guid DeliveryId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Until the answer, or until it was given up.</summary>
    public int Milliseconds { get; init; }

    public Dictionary<string, string> RequestHeaders { get; init; } = [];

    /// <summary>Null without an answer.</summary>
    public int? Status { get; init; }

    public Dictionary<string, string> ResponseHeaders { get; init; } = [];

    /// <summary>Its beginning.</summary>
    public string? ResponseBody { get; init; }

    public string? Error { get; init; }
}
