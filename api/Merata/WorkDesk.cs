using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>A work that somebody is about to change, held to the version they saw.</summary>
internal static class WorkDesk
{
    /// <exception cref="RuleViolation"><c>not_found</c> (404); <c>permission_required</c> (403) to who only reads it; <c>stale_version</c> (412).</exception>
    public static async Task<(Work Work, WorkWalker Roles)> WorkToChange(this AppDb db, Guid id, int expectedVersion, Actor who, CancellationToken ct)
    {
        var work = await db.Works.Include(w => w.Files).VisibleTo(who).SingleOrDefaultAsync(w => w.Id == id, ct) ?? throw RuleViolation.NotFound();
        var roles = who.RolesAt(work.KelurahanCode);
        return roles == 0 ? throw new RuleViolation("permission_required", StatusCodes.Status403Forbidden)
            : work.Version != expectedVersion ? throw AppDb.Stale(work.Version)
            : (work, roles);
    }
}
