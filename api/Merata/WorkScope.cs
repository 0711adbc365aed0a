using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Reports.Model;

namespace KediriLapor.Merata;

/// <summary>Who sees which works and in which role: an area's own people theirs, whoever watches the programme everything.</summary>
internal static class WorkScope
{
    /// <summary>The technical team that watches Merata: Bagian Pemerintahan leads it.</summary>
    private static readonly string[] Team = [Report.Arbiter, "BAPPEDA", "DPUPR", "DPKP", "INSPEKTORAT", "BPPKAD"];

    public static IQueryable<Work> VisibleTo(this IQueryable<Work> works, Actor actor)
    {
        var agencies = actor.Agencies;
        return SeesAll(actor) ? works : works.Where(w => agencies.Contains(w.KelurahanCode));
    }

    public static bool SeesAll(this Actor actor) =>
        actor.May(Permission.ReadAllReports) || actor.May(Permission.ManageReferenceData) || actor.IsOfTeam();

    private static bool IsOfTeam(this Actor actor) => actor.Agencies.Any(Team.Contains);

    /// <summary>The technical team examines works; no ward examines its own.</summary>
    public static bool MayExamine(this Actor actor) => actor.May(Permission.ManageWorks) && (actor.IsOfTeam() || actor.May(Permission.ManageReferenceData));

    /// <summary>In which roles the actor meets a work of this ward; none for who only reads it.</summary>
    public static WorkWalker RolesAt(this Actor actor, string kelurahanCode) => !actor.May(Permission.ManageWorks) ? 0
        : (actor.Agencies.Contains(kelurahanCode) ? WorkWalker.Ward : 0)
        | (actor.May(Permission.ManageReferenceData) || actor.Agencies.Contains(Report.Arbiter) ? WorkWalker.City : 0);
}
