using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>Which emergencies an actor sees, and which units the actor moves. For everybody else they do not exist.</summary>
internal static class DispatchScope
{
    public static IQueryable<EmergencyDispatch> VisibleTo(this IQueryable<EmergencyDispatch> dispatches, Actor actor)
    {
        if (actor.May(Permission.ReadCalls))
        {
            return dispatches;
        }

        var agencies = actor.Agencies;
        return actor.May(Permission.HandleDispatches)
            ? dispatches.Where(d => d.Units.Any(unit => agencies.Contains(unit.AgencyCode)))
            : dispatches.Where(_ => false);
    }

    /// <summary>In which roles the actor meets this unit; 0 in none.</summary>
    public static StepTaker TakersOf(this Actor actor, string agencyCode) =>
        (actor.May(Permission.TakeCalls) ? StepTaker.Desk : 0) | (actor.May(Permission.HandleDispatches) && actor.Agencies.Contains(agencyCode) ? StepTaker.Unit : 0);

    /// <summary>The dispatch with its units, held to the version its author saw.</summary>
    public static async Task<EmergencyDispatch> DispatchAt(this AppDb db, Guid id, int expectedVersion, Actor actor, CancellationToken ct)
    {
        var dispatch = await db.Dispatches.Include(d => d.Units).VisibleTo(actor).SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw RuleViolation.NotFound();
        return dispatch.Version == expectedVersion ? dispatch : throw AppDb.Stale(dispatch.Version);
    }
}
