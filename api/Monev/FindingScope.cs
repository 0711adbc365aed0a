using KediriLapor.Accounts;
using KediriLapor.Merata;
using KediriLapor.Monev.Model;

namespace KediriLapor.Monev;

/// <summary>Who sees which findings and in which role: whoever sees the work sees what was found at it.</summary>
internal static class FindingScope
{
    /// <summary>Its own people alone, whatever else an admin may do.</summary>
    public const string Inspectorate = "INSPEKTORAT";

    public static IQueryable<Finding> VisibleTo(this IQueryable<Finding> findings, Actor actor)
    {
        var agencies = actor.Agencies;
        return actor.SeesAll() ? findings : findings.Where(f => agencies.Contains(f.KelurahanCode));
    }

    /// <summary>In which roles the actor meets a finding of this ward; none for who only reads it.</summary>
    public static FindingWalker WalksAt(this Actor actor, string kelurahanCode) => !actor.May(Permission.ManageWorks) ? 0
        : (actor.Agencies.Contains(kelurahanCode) ? FindingWalker.Ward : 0) | (actor.MayExamine() ? FindingWalker.Team : 0) | (actor.Agencies.Contains(Inspectorate) ? FindingWalker.Inspectorate : 0);
}
