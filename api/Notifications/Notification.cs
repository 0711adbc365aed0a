using KediriLapor.Platform;

namespace KediriLapor.Notifications;

public enum NotificationState
{
    /// <summary>On its way, perhaps after failures.</summary>
    Pending,

    /// <summary>No way to send it is configured: it stays here to be seen.</summary>
    Kept,
    Sent,

    /// <summary>Given up; visible until somebody looks.</summary>
    Dead,

    /// <summary>The recipient wants none, or can no longer be reached.</summary>
    Withheld,
}

/// <summary>
/// One message to one recipient. It holds references only: the address is looked up and the words are said when it is sent, so nothing
/// personal is kept twice, and an erased contact is never written to.
/// </summary>
public sealed class Notification
{
    public const int MaxAttempts = 12;
    public const int ErrorMax = 300;

    /// <summary>How long one attempt may take; afterwards another instance takes it for lost.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private Notification()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>What it is about: a report, or what else <see cref="Occasion"/> speaks of. Null for a digest.</summary>
    public Guid? SubjectId { get; private init; }

    /// <summary>The event, step or morning that made it; with subject, listener and medium the key that lets none be made twice.</summary>
    public string Cause { get; private init; } = "";

    public Occasion Occasion { get; private init; }

    public Recipient Recipient { get; private init; }

    /// <summary>The member of staff; null for citizens.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>The browser, by the id of a subscription that may have ended since.</summary>
    public Guid? SubscriptionId { get; private init; }

    public Medium Medium { get; private init; }

    public SpokenLanguage Language { get; private init; }

    /// <summary>Does not wait for the morning.</summary>
    public bool Urgent { get; private init; }

    public NotificationState State { get; private set; }

    /// <summary>When its cause happened: what happened first is told first.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset DueAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why it was not sent, in the program's words: a server's answer may repeat the address.</summary>
    public string? LastError { get; private set; }

    /// <param name="at">When the cause happened.</param>
    internal static Notification Of(Guid? subjectId, string cause, NotificationRule rule, Listener to, bool urgent, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        SubjectId = subjectId,
        Cause = cause,
        Occasion = rule.Occasion,
        Recipient = rule.Recipient,
        AccountId = to.AccountId,
        SubscriptionId = to.SubscriptionId,
        Medium = rule.Medium,
        Language = rule.Language,
        Urgent = urgent,
        CreatedAt = at,
        DueAt = at,
    };

    internal void Sent(DateTimeOffset now)
    {
        State = NotificationState.Sent;
        SentAt = now;
        LastError = null;
    }

    internal void Keep() => State = NotificationState.Kept;

    internal void Withhold(string why)
    {
        State = NotificationState.Withheld;
        LastError = why;
    }

    /// <summary>Back-off 1, 2, 4 … minutes, at most six hours, with jitter: about a day until it is dead.</summary>
    /// <param name="retryAfter">How long the server wants to be left alone; it is not heard beyond a day.</param>
    internal void Failed(string why, DateTimeOffset now, TimeSpan? retryAfter = null)
    {
        LastError = why.Length > ErrorMax ? why[..ErrorMax] : why;
        var wait = TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, Attempts - 1))) * (0.8 + (Random.Shared.NextDouble() * 0.4));
        DueAt = now + TimeSpan.FromTicks(Math.Max(wait.Ticks, Math.Min(LongestWait.Ticks, retryAfter?.Ticks ?? 0)));
        State = Attempts >= MaxAttempts ? NotificationState.Dead : NotificationState.Pending;
    }

    /// <summary>It was taken, and not delivered after all.</summary>
    internal void Undelivered(string why, bool forGood, DateTimeOffset now)
    {
        SentAt = null;
        if (forGood)
        {
            Withhold(why);
        }
        else
        {
            Failed(why, now);
        }
    }

    /// <summary>Somebody has looked and wants it tried from the beginning.</summary>
    /// <exception cref="RuleViolation"><c>already_sent</c> (409).</exception>
    internal void Retry(DateTimeOffset now)
    {
        if (State == NotificationState.Sent)
        {
            throw new RuleViolation("already_sent", StatusCodes.Status409Conflict);
        }

        (State, Attempts, DueAt) = (NotificationState.Pending, 0, now);
    }
}
