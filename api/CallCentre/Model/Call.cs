using KediriLapor.Accounts;
using KediriLapor.Platform;

namespace KediriLapor.CallCentre.Model;

/// <summary>What a call turned out to be. Logging one is one key.</summary>
public enum CallKind
{
    /// <summary>Nobody speaks.</summary>
    Ghost,

    Prank,

    /// <summary>A question that was answered.</summary>
    Information,

    /// <summary>Life or property is in danger: it becomes a dispatch.</summary>
    Emergency,

    /// <summary>A matter for the city: it becomes a report.</summary>
    Complaint,

    /// <summary>A key that was not meant. The row stays, and is counted nowhere.</summary>
    Mistake,
}

/// <summary>What an operator heard besides who calls.</summary>
/// <param name="Place">In the caller's words.</param>
public sealed record CallFacts(string? KelurahanCode, string? Place, string? Note, int? DurationSeconds);

/// <summary>
/// The number a call came from, sealed and with what it is found by; the tail alone is shown, so that two operators can tell
/// which caller they speak of.
/// </summary>
public sealed record CallerNumber(byte[] Sealed, byte[] Index, string Tail);

/// <summary>
/// One call to 112. It is no report: 99 of 100 become nothing. Its kind may be put right within the shift, and every change is a
/// row of <see cref="CallChange"/>; nothing is taken out of the log.
/// </summary>
public sealed class Call
{
    public const int NoteMax = 1000;
    public const int PlaceMax = 300;
    public const int ReasonMax = 300;

    /// <summary>Seconds.</summary>
    public const int DurationMax = 6 * 3600;

    public const int TailDigits = 3;

    /// <summary>One shift and its hand-over: what is older is evidence.</summary>
    public static readonly TimeSpan CorrectableFor = TimeSpan.FromHours(12);

    /// <summary>A key that was pressed while the line was down arrives late, but not days later.</summary>
    public static readonly TimeSpan ArrivesWithin = TimeSpan.FromHours(24);

    /// <summary>The clock of a desk may go before ours by this.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>How long a call of nothing keeps its number: as long as a mark can rest on it.</summary>
    public static readonly TimeSpan NoiseKept = TimeSpan.FromDays(90);

    /// <summary>How long one that mattered does; as a closed report keeps its reporter.</summary>
    public static readonly TimeSpan MatterKept = TimeSpan.FromDays(365);

    private readonly List<CallChange> history = [];

    private Call()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>When the key was pressed.</summary>
    public DateTimeOffset At { get; private init; }

    public Guid OperatorId { get; private init; }

    /// <summary>As the account had it then.</summary>
    public string OperatorName { get; private init; } = "";

    public CallKind Kind { get; private set; }

    public byte[]? PhoneSealed { get; private set; }

    public byte[]? PhoneIndex { get; private set; }

    /// <summary>The last digits.</summary>
    public string? PhoneTail { get; private set; }

    public string? KelurahanCode { get; private set; }

    public string? Place { get; private set; }

    public string? Note { get; private set; }

    public int? DurationSeconds { get; private set; }

    public Guid? ReportId { get; private set; }

    public Guid? DispatchId { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CallChange> History => history;

    /// <param name="at">When the key was pressed; null for now.</param>
    public static Call Log(CallKind kind, CallFacts facts, CallerNumber? number, Actor actor, DateTimeOffset? at, DateTimeOffset now)
    {
        var pressed = at?.ToUniversalTime() ?? now;
        if (pressed > now + ClockSkew || pressed < now - ArrivesWithin)
        {
            throw new RuleViolation("out_of_range", field: "at");
        }

        var call = new Call
        {
            Id = Guid.CreateVersion7(now),
            At = pressed > now ? now : pressed,
            OperatorId = actor.AccountId ?? throw new ArgumentException("only people take calls", nameof(actor)),
            OperatorName = actor.Name,
            Kind = kind,
        };
        call.Tell(facts, number);
        call.Record(CallChangeType.Logged, actor, now);
        return call;
    }

    /// <summary>Puts right what was pressed or heard wrongly; what is null stays as it is.</summary>
    /// <exception cref="RuleViolation"><c>call_shift_over</c>, <c>call_has_outcome</c> (409).</exception>
    public void Correct(CallKind? kind, CallFacts facts, CallerNumber? number, string? reason, Actor actor, DateTimeOffset now)
    {
        if (now - At > CorrectableFor)
        {
            throw new RuleViolation("call_shift_over", StatusCodes.Status409Conflict);
        }

        if (kind is { } other && other != Kind && !Allows(other))
        {
            throw new RuleViolation("call_has_outcome", StatusCodes.Status409Conflict, "kind").With("reportId", ReportId).With("dispatchId", DispatchId);
        }

        var from = Kind;
        Kind = kind ?? Kind;
        Tell(facts, number);
        Record(CallChangeType.Corrected, actor, now, reason, Kind == from ? null : from);
    }

    /// <exception cref="RuleViolation"><c>call_has_report</c>, <c>call_shift_over</c> (409).</exception>
    public void BecomeReport(Guid reportId, Actor actor, DateTimeOffset now)
    {
        if (ReportId is { } earlier)
        {
            throw new RuleViolation("call_has_report", StatusCodes.Status409Conflict).With("reportId", earlier);
        }

        var from = Kind;
        ReportId = reportId;
        // an emergency that is reported too stays what it is
        Kind = Kind == CallKind.Emergency ? Kind : CallKind.Complaint;
        Record(CallChangeType.BecameReport, actor, now, from: Kind == from ? null : from);
    }

    /// <exception cref="RuleViolation"><c>call_has_dispatch</c> (409).</exception>
    public void JoinDispatch(Guid dispatchId, Actor actor, DateTimeOffset now)
    {
        if (DispatchId is { } earlier)
        {
            throw new RuleViolation("call_has_dispatch", StatusCodes.Status409Conflict).With("dispatchId", earlier);
        }

        var from = Kind;
        DispatchId = dispatchId;
        Kind = CallKind.Emergency;
        Record(CallChangeType.Dispatched, actor, now, from: Kind == from ? null : from);
    }

    /// <summary>What led to help or to a report is not called noise afterwards.</summary>
    private bool Allows(CallKind other) =>
        DispatchId is not null ? other == CallKind.Emergency : ReportId is null || other is CallKind.Complaint or CallKind.Emergency;

    private void Tell(CallFacts facts, CallerNumber? number)
    {
        (KelurahanCode, Place) = (facts.KelurahanCode ?? KelurahanCode, facts.Place ?? Place);
        (Note, DurationSeconds) = (facts.Note ?? Note, facts.DurationSeconds ?? DurationSeconds);
        if (number is not null)
        {
            (PhoneSealed, PhoneIndex, PhoneTail) = (number.Sealed, number.Index, number.Tail);
        }
    }

    private void Record(CallChangeType type, Actor actor, DateTimeOffset now, string? reason = null, CallKind? from = null)
    {
        Version++;
        history.Add(new CallChange(this, type, actor, now, reason, from));
    }
}
