namespace KediriLapor.WhatsApp;

/// <summary>What the program last said of its own accord, so that it does not say it over and over.</summary>
public enum Saying
{
    Help,
    Unreadable,
    TellWhat,
    AskPlace,
    Noted,
    Emergency,
    Other,
}

/// <summary>
/// Where one person's talk with the city stands: a draft that becomes a report, when they wrote last, whether they want to be left alone.
/// It is found by the phone's index, and the phone itself lies sealed.
/// </summary>
public sealed class Conversation
{
    /// <summary>After a person's message free words may be sent for so long (WhatsApp's customer service window).</summary>
    public static readonly TimeSpan ServiceWindow = TimeSpan.FromHours(24);

    /// <summary>So long a picture without words belongs to the report that was just made.</summary>
    public static readonly TimeSpan PicturesFollow = TimeSpan.FromHours(1);

    /// <summary>So long the same thing is not said twice.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary><see cref="Reports.ContactIndex"/> of the phone.</summary>
    public byte[] Person { get; init; } = [];

    /// <summary>The phone in E.164, encrypted; null once it was forgotten.</summary>
    public byte[]? Phone { get; set; }

    /// <summary>When they wrote last, by WhatsApp's clock; null when WhatsApp says that it is too long ago.</summary>
    public DateTimeOffset? HeardAt { get; set; }

    /// <summary>Since when they want no messages but answers to their own.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>What they told so far (<see cref="WhatsApp.Draft"/>), encrypted.</summary>
    public byte[]? Draft { get; set; }

    /// <summary>When the draft is made a report of, or let go; every message moves it.</summary>
    public DateTimeOffset? DraftDueAt { get; set; }

    /// <summary>The last report that was made here.</summary>
    public Guid? ReportId { get; set; }

    public DateTimeOffset? ReportedAt { get; set; }

    public Saying? LastSaid { get; set; }

    public DateTimeOffset? LastSaidAt { get; set; }

    /// <summary>Two instances that meet here: the slower one tries again.</summary>
    public int Version { get; set; }

    public bool IsOpen(DateTimeOffset now) => now < HeardAt + ServiceWindow;

    /// <summary>Messages come in any order; a clock that is ahead opens no longer window.</summary>
    public void Heard(DateTimeOffset at, DateTimeOffset now)
    {
        var heard = at < now ? at : now;
        HeardAt = HeardAt > heard ? HeardAt : heard;
        Version++;
    }

    /// <returns>False when it was said a moment ago.</returns>
    public bool MaySay(Saying saying, DateTimeOffset now)
    {
        if (saying != Saying.Other && saying == LastSaid && now - LastSaidAt < Patience)
        {
            return false;
        }

        (LastSaid, LastSaidAt) = (saying, now);
        return true;
    }
}

/// <summary>One message of a draft, kept with its time: they may come out of order.</summary>
public sealed record DraftText(DateTimeOffset At, string Text);

/// <summary>What somebody told so far of one matter, in however many messages.</summary>
/// <param name="Lat">WGS84 degrees, of a location that was sent.</param>
/// <param name="Address">The place in words: said with the location, or when asked.</param>
/// <param name="PlaceAsked">They were asked where it is.</param>
/// <param name="Urgent">The words sound like an emergency: no answer is waited for.</param>
public sealed record Draft(
    IReadOnlyList<DraftText> Texts, double? Lat, double? Lng, string? KelurahanCode, string? Address, IReadOnlyList<Guid> Photos, bool PlaceAsked, bool Urgent, bool Anonymous, bool Confidential)
{
    /// <summary>Nothing yet.</summary>
    public static readonly Draft Empty = new([], null, null, null, null, [], PlaceAsked: false, Urgent: false, Anonymous: false, Confidential: false);

    /// <summary>Words and pictures come in pieces: so long nothing more has come, and the matter is told.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromMinutes(1);

    /// <summary>So long the answer to "where?" is waited for. A verifier reads the words also without it.</summary>
    public static readonly TimeSpan PlaceAwaited = TimeSpan.FromMinutes(30);

    /// <summary>So long a picture or a place waits for words. Its uploads go as long after.</summary>
    public static readonly TimeSpan WordsAwaited = TimeSpan.FromHours(20);

    /// <summary>In the order in which they were written.</summary>
    public string Words => string.Join('\n', Texts.OrderBy(text => text.At).Select(text => text.Text));

    public bool PlaceKnown => Lat is not null || KelurahanCode is not null || Address is not null;

    /// <summary>How long to wait for more, from a message on.</summary>
    public TimeSpan Wait => Texts.Count == 0 ? WordsAwaited : PlaceKnown || Urgent ? Settles : PlaceAwaited;
}
