using System.Collections.Immutable;
using KediriLapor.Deadlines;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports.Model;

namespace KediriLapor.Reports.Clocks;

/// <summary>
/// Who hears of a running clock, and when (domain.md section 5): the first rung at 80 % of its length, the second when it is
/// due, and one more with each working day after; an emergency does not wait for offices and climbs by its own length.
/// </summary>
/// <param name="Rungs">From the first to the last; never empty.</param>
public sealed record EscalationLadder(ImmutableArray<Rung> Rungs)
{
    /// <summary>The part of a clock that has run when the first rung hears of it.</summary>
    public const double NearDue = 0.8;

    /// <summary>Stands above departments in the ladder, but not in the tree of units.</summary>
    public const string Setda = "SETDA";

    private const string Inspektorat = "INSPEKTORAT";

    /// <summary>
    /// Officers, their head, whoever stands above, Inspektorat. What no officer of ours has (unassigned, or with an outside
    /// agency) climbs from the verifiers; an integrity case is heard of by the responsible agency and Inspektorat alone.
    /// </summary>
    public static EscalationLadder Of(string? agencyCode, bool integrity, City city)
    {
        Rung[] all = agencyCode is null || city.FollowedByVerifiers(agencyCode)
            ? [new(Audience.Verifiers, null), new(Audience.Overseer, Setda), new(Audience.Inspectorate, Inspektorat)]
            :
            [
                new(Audience.Officers, agencyCode), new(Audience.Head, agencyCode),
                new(Audience.Overseer, Above(agencyCode, city)), new(Audience.Inspectorate, Inspektorat),
            ];
        // nobody hears twice of what is their own
        return new([.. all
            .Where(rung => !integrity || rung.Audience is not (Audience.Verifiers or Audience.Overseer))
            .Where(rung => rung.Audience is not (Audience.Overseer or Audience.Inspectorate) || rung.AgencyCode != agencyCode)]);
    }

    public Rung this[int step] => Rungs[Math.Min(step, Rungs.Length) - 1];

    /// <summary>When the step after <paramref name="step"/> is taken; null at the top.</summary>
    public DateTimeOffset? After(int step, DateTimeOffset dueAt, ServiceTerms terms) => step switch
    {
        _ when step >= Rungs.Length => null,
        1 => dueAt,
        _ when terms.ResponseMinutes is { } minutes => dueAt.AddMinutes((step - 1) * minutes),
        _ => terms.Calendar.DueAfter(dueAt, step - 1).DueAt.ToUniversalTime(),
    };

    /// <summary>The unit above, or Setda where that would be the city itself.</summary>
    private static string Above(string agencyCode, City city) =>
        city.Agencies[agencyCode].ParentCode is { } parent && city.Agencies[parent].ParentCode is not null ? parent : Setda;
}
