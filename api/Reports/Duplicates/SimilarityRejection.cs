using KediriLapor.Accounts;

namespace KediriLapor.Reports.Duplicates;

/// <summary>That somebody who handles them looked at two reports and found two matters: neither is suggested for the other again.</summary>
public sealed class SimilarityRejection
{
    private SimilarityRejection()
    {
    }

    internal SimilarityRejection(Guid one, Guid other, Actor actor, DateTimeOffset now)
    {
        (LowId, HighId) = Pair(one, other);
        At = now;
        AccountId = actor.AccountId;
    }

    /// <summary>The lesser of the two ids, so that a pair is one row whichever way it was found.</summary>
    public Guid LowId { get; private init; }

    public Guid HighId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Guid? AccountId { get; private init; }

    internal static (Guid Low, Guid High) Pair(Guid one, Guid other) => one < other ? (one, other) : (other, one);
}
