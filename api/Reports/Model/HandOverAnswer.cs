namespace KediriLapor.Reports.Model;

/// <summary>What the receiver of a hand-over may answer.</summary>
public enum HandOverReply
{
    /// <summary>It is theirs, under their number, until their day.</summary>
    Acknowledged,

    /// <summary>It is not theirs, and why.</summary>
    Declined,
}

/// <summary>The words of an answer.</summary>
/// <param name="Number">Their own number for the matter; null when they decline.</param>
/// <param name="ExpectedOn">By when they mean to act; null when they decline.</param>
/// <param name="By">Who answers there; for colleagues.</param>
/// <param name="Contact">Where the reporter may ask them; shown to the reporter.</param>
/// <param name="Reason">Why not; null when they acknowledge.</param>
public sealed record HandOverWords(HandOverReply Reply, string? Number, DateOnly? ExpectedOn, string By, string? Contact, string? Reason);

/// <summary>
/// What the receiver of a hand-over said to it: once, for whoever answers second finds it answered. Beside the history; rows are only ever added.
/// </summary>
public sealed class HandOverAnswer
{
    public const int ByMax = 120;
    public const int ContactMax = 200;
    public const int ReasonMax = 2000;

    private HandOverAnswer()
    {
    }

    internal HandOverAnswer(HandOver handOver, HandOverWords words, DateTimeOffset now)
    {
        HandOverId = handOver.Id;
        Reply = words.Reply;
        Number = words.Number;
        ExpectedOn = words.ExpectedOn;
        By = words.By;
        Contact = words.Contact;
        Reason = words.Reason;
        At = now;
    }

    public Guid HandOverId { get; private set; }

    public HandOverReply Reply { get; private set; }

    public string? Number { get; private set; }

    public DateOnly? ExpectedOn { get; private set; }

    public string By { get; private set; } = "";

    public string? Contact { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset At { get; private set; }

    public HandOverWords Words => new(Reply, Number, ExpectedOn, By, Contact, Reason);
}
