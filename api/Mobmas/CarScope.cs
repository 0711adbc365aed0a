using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence.Reference;

namespace KediriLapor.Mobmas;

/// <summary>Who sees which cars: an area's own people theirs, whoever follows the whole city everything.</summary>
internal static class CarScope
{
    /// <summary>One's own, and those of the pool that one's ward shares.</summary>
    /// <param name="shared">The kecamatan of the actor's wards.</param>
    public static IQueryable<Car> VisibleTo(this IQueryable<Car> cars, Actor actor, IReadOnlyList<string> shared)
    {
        var agencies = actor.Agencies.Concat(shared).ToArray();
        return SeesAll(actor) ? cars : cars.Where(c => agencies.Contains(c.AgencyCode));
    }

    /// <summary>The kecamatan whose pools the actor's wards share.</summary>
    public static string[] SharedWith(this City city, Actor actor) =>
        [.. actor.Agencies.Select(city.Kelurahan.GetValueOrDefault).OfType<Kelurahan>().Select(ward => ward.KecamatanCode).Distinct()];

    /// <summary>May say what a car of this unit is, and what state it is in.</summary>
    public static bool Keeps(this Actor actor, string agencyCode) =>
        actor.May(Permission.ManageReferenceData) || (actor.May(Permission.HandleCars) && actor.Agencies.Contains(agencyCode));

    private static bool SeesAll(Actor actor) => actor.May(Permission.ReadAllReports) || actor.May(Permission.ManageReferenceData);
}
