using KediriLapor.Accounts;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Agencies;

internal static class ReadAgencies
{
    /// <summary>The tree of units that staff scopes follow.</summary>
    public static Task<List<AgencyUnit>> AsUnits(AppDb db, CancellationToken cancellationToken) =>
        db.Agencies.Select(agency => new AgencyUnit(agency.Code, agency.ParentCode, agency.Name, agency.Active)).ToListAsync(cancellationToken);
}
