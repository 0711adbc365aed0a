using KediriLapor.Accounts;
using KediriLapor.Platform;

namespace KediriLapor.CallCentre.Model;

public enum MarkKind
{
    Prank,
    Abusive,
}

public enum MarkReview
{
    /// <summary>Nobody but who set it has looked yet; it is shown as such.</summary>
    Pending,

    Confirmed,

    /// <summary>It was wrong: shown no more.</summary>
    Lifted,
}

/// <summary>
/// A hint about a number: that it has played pranks, resting on calls that anybody can look up. It is shown beside the caller and
/// decides nothing: it hides no call, refuses none, and is put aside when the words or the kind say emergency. It ends by itself.
/// </summary>
public sealed class CallerMark
{
    public const int NoteMax = 500;
    public const int EvidenceMax = 20;

    /// <summary>One silly call is a child with a phone; two are a habit.</summary>
    public const int EvidenceMin = 2;

    /// <summary>Days a mark holds unless its author or its reviewer says less.</summary>
    public const int DaysDefault = 30;

    public const int DaysMax = 90;

    private CallerMark()
    {
    }

    public Guid Id { get; private init; }

    public byte[] PhoneIndex { get; private init; } = [];

    public string PhoneTail { get; private init; } = "";

    public MarkKind Kind { get; private init; }

    public string Note { get; private init; } = "";

    /// <summary>The calls it rests on.</summary>
    public List<Guid> EvidenceIds { get; private init; } = [];

    public Guid SetById { get; private init; }

    public string SetByName { get; private init; } = "";

    public DateTimeOffset SetAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public MarkReview Review { get; private set; }

    public Guid? ReviewedById { get; private set; }

    public string? ReviewedByName { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public string? ReviewNote { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolation"><c>evidence_needed</c>, <c>evidence_not_prank</c>, <c>evidence_of_another</c>.</exception>
    public static CallerMark Set(MarkKind kind, IReadOnlyList<Call> evidence, string note, int? days, Actor actor, DateTimeOffset now)
    {
        if (evidence.Count < EvidenceMin)
        {
            throw new RuleViolation("evidence_needed", field: "callIds").With("min", EvidenceMin);
        }

        if (evidence.Any(call => call.Kind is not CallKind.Prank))
        {
            throw new RuleViolation("evidence_not_prank", field: "callIds");
        }

        if (evidence[0].PhoneIndex is not { } index || evidence.Any(call => !index.AsSpan().SequenceEqual(call.PhoneIndex)))
        {
            throw new RuleViolation("evidence_of_another", field: "callIds");
        }

        return new CallerMark
        {
            Id = Guid.CreateVersion7(now),
            PhoneIndex = index,
            PhoneTail = evidence[0].PhoneTail!,
            Kind = kind,
            Note = note,
            EvidenceIds = [.. evidence.Select(call => call.Id)],
            SetById = actor.AccountId ?? throw new ArgumentException("only people set marks", nameof(actor)),
            SetByName = actor.Name,
            SetAt = now,
            ExpiresAt = now.AddDays(days ?? DaysDefault),
            Version = 1,
        };
    }

    public bool Holds(DateTimeOffset now) => Review != MarkReview.Lifted && now < ExpiresAt;

    /// <summary>Somebody else looks at the evidence. A mark may be shortened or prolonged by it, counted from now.</summary>
    /// <exception cref="RuleViolation"><c>own_mark</c> (403), <c>mark_over</c> (409), <c>unknown_value</c> for <c>pending</c>.</exception>
    public void Judge(MarkReview review, string note, int? days, Actor actor, DateTimeOffset now)
    {
        if (actor.AccountId == SetById)
        {
            throw new RuleViolation("own_mark", StatusCodes.Status403Forbidden);
        }

        if (review == MarkReview.Pending)
        {
            throw new RuleViolation("unknown_value", field: "review");
        }

        if (!Holds(now))
        {
            throw new RuleViolation("mark_over", StatusCodes.Status409Conflict);
        }

        Review = review;
        (ReviewedById, ReviewedByName, ReviewedAt, ReviewNote) = (actor.AccountId, actor.Name, now, note);
        ExpiresAt = days is { } more ? now.AddDays(more) : ExpiresAt;
        Version++;
    }
}
