using KediriLapor.Accounts;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Routing.Rules;

/// <summary>All rules together have one version, kept by the history of their changes.</summary>
internal static class RuleSet
{
    public const string Key = "routing-rules";

    private const int AsShipped = 1;

    public static async Task<int> RuleSetVersion(this AppDb db, CancellationToken ct) =>
        await db.AdminChanges.Where(change => change.Subject == AdminSubject.RoutingRules && change.Key == Key).MaxAsync(change => (int?)change.Version, ct) ?? AsShipped;
}
