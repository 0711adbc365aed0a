using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Routing.Rules;

/// <summary>Every rule that ever held or will, the more specific first within its service.</summary>
public sealed record ListRoutingRules : IQuery<RoutingRuleList>;

/// <param name="Version">Of the whole set; an activation is held to it.</param>
public sealed record RoutingRuleList(IReadOnlyList<RoutingRuleEntry> Items, int Version)
{
    internal static RoutingRuleList Of(IEnumerable<RoutingRule> rules, int version, City city, DateOnly today) => new(
        [.. rules.OrderBy(rule => rule.ServiceCode, StringComparer.Ordinal).ThenByDescending(rule => rule.Rank).ThenBy(rule => rule.Name, StringComparer.Ordinal).ThenBy(rule => rule.ValidFrom)
            .Select(rule => RoutingRuleEntry.Of(rule, city, today))],
        version);
}

internal sealed class ListRoutingRulesHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ListRoutingRules, RoutingRuleList>
{
    public async Task<RoutingRuleList> Handle(ListRoutingRules request, CancellationToken cancellationToken)
    {
        await watch.Refresh(cancellationToken);
        // before the rules, so that whoever edits rules that are younger is told of nothing worse than a needless 412
        var version = await db.RuleSetVersion(cancellationToken);
        return RoutingRuleList.Of(await db.RoutingRules.AsNoTracking().ToListAsync(cancellationToken), version, watch.Current, IndonesianDate.InWib(time.Now()).Day);
    }
}
