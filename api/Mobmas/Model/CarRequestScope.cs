using KediriLapor.Accounts;

namespace KediriLapor.Mobmas.Model;

/// <summary>Who sees which requests: an area's own people theirs, whoever follows the whole city everything.</summary>
internal static class CarRequestScope
{
    /// <summary>Those that one decides, and those of one's ward that another decides.</summary>
    public static IQueryable<CarRequest> VisibleTo(this IQueryable<CarRequest> requests, Actor actor)
    {
        var agencies = actor.Agencies;
        return actor.May(Permission.ReadAllReports) ? requests : requests.Where(r => agencies.Contains(r.AgencyCode) || agencies.Contains(r.KelurahanCode));
    }
}
