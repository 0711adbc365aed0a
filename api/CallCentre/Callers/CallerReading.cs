using KediriLapor.Accounts;

namespace KediriLapor.CallCentre.Callers;

/// <summary>
/// That somebody looked at what is known of a caller, or opened the number of a call (UU 27/2022, article 31). Rows are only ever
/// added, and none repeats what was read.
/// </summary>
public sealed class CallerReading
{
    public const int ReasonMin = 5;
    public const int ReasonMax = 300;

    /// <summary>The reason that an incoming call gives for itself.</summary>
    public const string Incoming = "Panggilan masuk: riwayat nomor penelepon.";

    private CallerReading()
    {
    }

    internal CallerReading(Guid? callId, string phoneTail, string reason, Actor reader, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        At = now;
        CallId = callId;
        PhoneTail = phoneTail;
        AccountId = reader.AccountId ?? throw new ArgumentException("only people read callers", nameof(reader));
        ReaderName = reader.Name;
        Reason = reason;
    }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Whose number was opened; null where a number was asked about.</summary>
    public Guid? CallId { get; private init; }

    /// <summary>The last digits: enough to find the call beside it.</summary>
    public string PhoneTail { get; private init; } = "";

    public Guid AccountId { get; private init; }

    public string ReaderName { get; private init; } = "";

    public string Reason { get; private init; } = "";
}
