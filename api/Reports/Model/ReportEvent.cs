using KediriLapor.Accounts;
using KediriLapor.Deadlines;

namespace KediriLapor.Reports.Model;

public enum ReportEventType
{
    Submitted,
    Routed,
    Returned,
    Reopened,
    StatusChanged,
    Rated,
    Noted,

    /// <summary>The calendar was edited and the deadline moved with it.</summary>
    Recalculated,

    /// <summary>It follows another report from here on.</summary>
    Merged,

    /// <summary>Another report follows it from here on.</summary>
    Absorbed,

    /// <summary>It stands for itself again.</summary>
    Separated,

    /// <summary>Another report no longer follows it.</summary>
    Released,

    /// <summary>Parts of it became reports of their own.</summary>
    Split,

    /// <summary>An agency outside was asked to take over what is not the city's.</summary>
    HandedOver,

    /// <summary>That agency has taken it over, under a number and with a day of its own.</summary>
    HandOverAcknowledged,

    /// <summary>That agency let its days go by without a word.</summary>
    HandOverUnanswered,

    /// <summary>A work of its ward answers it from here on.</summary>
    WorkLinked,

    /// <summary>That work has come to another stage.</summary>
    WorkMoved,

    /// <summary>That work no longer answers it.</summary>
    WorkUnlinked,
}

/// <summary>What was said with a change: to the reporter, to colleagues, the listed reason, and the day named for the work.</summary>
public sealed record Words(string? Public = null, string? Internal = null, ClosingReason? Reason = null, DateOnly? PlannedFor = null);

/// <summary>
/// One row of a report's history: who, when, what, why. Rows are only ever added; the database refuses to change or
/// delete one (migration trigger), and (report, sequence) is the key, so a gap or a double cannot be stored. Each row carries
/// the hash of the one before it, so what was rewritten behind the program's back is found (docs/decisions/0011).
/// </summary>
public sealed class ReportEvent
{
    private ReportEvent()
    {
    }

    internal ReportEvent(Report report, ReportEventType type, Actor actor, DateTimeOffset at, Words words, string? correctedFrom)
    {
        ReportId = report.Id;
        Sequence = report.Version;
        Type = type;
        At = at;
        ActorKind = actor.Kind;
        ActorId = actor.Id;
        ActorName = actor.Name;
        Status = report.Status;
        AgencyCode = report.AgencyCode;
        ServiceCode = report.ServiceCode;
        CorrectedFrom = correctedFrom;
        PublicNote = words.Public;
        InternalNote = words.Internal;
        Reason = words.Reason;
        PlannedFor = words.PlannedFor;

        PublicNoteSalt = Seal.NewSalt();
        PublicNoteDigest = Seal.Of(PublicNote, PublicNoteSalt);
        InternalNoteSalt = Seal.NewSalt();
        InternalNoteDigest = Seal.Of(InternalNote, InternalNoteSalt);
        StaffSalt = Seal.NewSalt();
        StaffDigest = SealOfStaff();
        PreviousHash = report.LastHash;
        Hash = Canonical().Hash();
    }

    public Guid ReportId { get; private set; }

    /// <summary>1, 2, 3 … without a gap; equals the report's version after the event.</summary>
    public int Sequence { get; private set; }

    public ReportEventType Type { get; private set; }

    public DateTimeOffset At { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>The status after the event.</summary>
    public ReportStatus Status { get; private set; }

    public string? AgencyCode { get; private set; }

    public string ServiceCode { get; private set; } = "";

    /// <summary>The service before a correction by disposisi: what the suggestions learn from.</summary>
    public string? CorrectedFrom { get; private set; }

    public string? PublicNote { get; private set; }

    public string? InternalNote { get; private set; }

    public ClosingReason? Reason { get; private set; }

    public DateOnly? PlannedFor { get; private set; }

    internal ClockEvent ForClocks => new(At, Type, Status, PlannedFor);

    /// <summary>Null once the note was forgotten: its digest stays.</summary>
    public byte[]? PublicNoteSalt { get; private set; }

    public byte[] PublicNoteDigest { get; private set; } = [];

    /// <summary>Null once the note was forgotten: its digest stays.</summary>
    public byte[]? InternalNoteSalt { get; private set; }

    public byte[] InternalNoteDigest { get; private set; } = [];

    public byte[] StaffSalt { get; private set; } = [];

    public byte[] StaffDigest { get; private set; } = [];

    public byte[] PreviousHash { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    public CanonicalRow Canonical() => new(
        PreviousHash, ReportId, Sequence, Type, At, ActorKind, Status, AgencyCode, ServiceCode, PublicNoteDigest, InternalNoteDigest, StaffDigest);

    /// <summary>
    /// Forgets what leads to the reporter: their own words, and what colleagues wrote that <paramref name="tells"/> of them. The
    /// digests stay, so the chain of hashes holds (docs/decisions/0011).
    /// </summary>
    /// <returns>Whether there was anything.</returns>
    internal bool Forget(Func<string, bool> tells)
    {
        var (said, written) = (PublicNote, InternalNote);
        if (said is not null && (ActorKind == ActorKind.Reporter || tells(said)))
        {
            (PublicNote, PublicNoteSalt) = (null, null);
        }

        if (written is not null && (ActorKind == ActorKind.Reporter || tells(written)))
        {
            (InternalNote, InternalNoteSalt) = (null, null);
        }

        return PublicNote != said || InternalNote != written;
    }

    /// <summary>The fields that are no longer what the row was written with; none when it is whole.</summary>
    internal IEnumerable<string> Rewritten()
    {
        if (!Seal.Holds(PublicNote, PublicNoteSalt, PublicNoteDigest))
        {
            yield return "public_note";
        }

        if (!Seal.Holds(InternalNote, InternalNoteSalt, InternalNoteDigest))
        {
            yield return "internal_note";
        }

        if (!SealOfStaff().AsSpan().SequenceEqual(StaffDigest))
        {
            yield return "actor_id, actor_name, corrected_from, reason, planned_for";
        }

        if (!Canonical().Hash().AsSpan().SequenceEqual(Hash))
        {
            yield return "type, at, actor_kind, status, agency_code, service_code, previous_hash, hash";
        }
    }

    private byte[] SealOfStaff() =>
        new CanonicalForm("kedirilapor staff 1").Add(StaffSalt).Add(ActorId).Add(ActorName).Add(CorrectedFrom).Add(Reason).Add(PlannedFor).Hash();
}
