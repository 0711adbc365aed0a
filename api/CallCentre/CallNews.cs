using KediriLapor.Accounts;
using KediriLapor.CallCentre.Dispatches;
using KediriLapor.Live;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre;

/// <summary>Tells operators of every call and every emergency, and a unit's officers of those it was sent to.</summary>
internal sealed class CallNews(IServiceScopeFactory scopes)
{
    public static bool MayHear(Actor actor) => actor.May(Permission.ReadCalls) || actor.May(Permission.HandleDispatches);

    public async Task<IReadOnlyList<News>> Pick(Happenings happened, Actor actor, CancellationToken ct)
    {
        var rows = happened.Rows!.Where(row => row.Topic != Topic.Report).ToArray();
        if (!actor.May(Permission.ReadCalls))
        {
            var own = await Own([.. rows.Where(row => row.Topic == Topic.Dispatch).Select(row => row.Id).Distinct()], actor, ct);
            rows = [.. rows.Where(row => row.Topic == Topic.Dispatch && own.Contains(row.Id))];
        }

        return [.. rows.Select(row => new News(row.Topic == Topic.Call ? "call" : "dispatch", new LiveEvent(row.Id, row.Version)))];
    }

    private async Task<HashSet<Guid>> Own(Guid[] ids, Actor actor, CancellationToken ct)
    {
        if (ids.Length == 0)
        {
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        return [.. await scope.ServiceProvider.GetRequiredService<AppDb>().Dispatches.VisibleTo(actor).Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(ct)];
    }
}
