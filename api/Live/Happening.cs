using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Live;

/// <summary>Whose history it is.</summary>
internal enum Topic
{
    Report,
    Call,
    Dispatch,
}

/// <summary>One row of a history that was committed.</summary>
/// <param name="FormerAgency">Who had the report before.</param>
/// <param name="FormerService">What it was about before.</param>
internal sealed record Happening(Topic Topic, Guid Id, int Version, string? FormerAgency, string? FormerService);

/// <summary>What was committed since the snapshot before this one.</summary>
/// <param name="Rows">Null when it is too much to tell one by one: who listens reads everything again.</param>
internal sealed record Happenings(Snapshot Until, IReadOnlyList<Happening>? Rows)
{
    private readonly Dictionary<string, Task<HashSet<Guid>>> visible = [];

    /// <summary>
    /// Which of these reports the actor may see now. Asked once for all who see the same; an operator sees what is their own.
    /// </summary>
    public Task<HashSet<Guid>> VisibleTo(Actor actor, IServiceScopeFactory scopes)
    {
        var who = actor.May(Permission.EnterReports) ? actor.AccountId.ToString()! : string.Join('|', [actor.Kind.ToString(), actor.AgencyCode, .. actor.Agencies, .. actor.Permissions.Order().Select(it => it.ToString())]);
        lock (visible)
        {
            return visible.TryGetValue(who, out var known) && !known.IsFaulted ? known : visible[who] = Look(actor, scopes);
        }
    }

    /// <summary>Whether it was in the actor's sight before it happened, as far as unit and service decide that.</summary>
    public static bool WasVisible(Happening happened, Actor actor, City city)
    {
        // a confidential report, which a client of the whole city never sees, would be told by its every change
        if (happened.FormerService is not { } service || actor.May(Permission.EnterReports) || (actor.Client is not null && actor.May(Permission.ReadAllReports)))
        {
            return false;
        }

        var isOpen = !city.IntegrityServices.Contains(service) || (actor.AgencyCode is { } own && happened.FormerAgency == own);
        return isOpen && (actor.May(Permission.ReadAllReports) || actor.Agencies.Contains(happened.FormerAgency ?? ""));
    }

    // not with the token of one listener: the others wait for the same answer
    private async Task<HashSet<Guid>> Look(Actor actor, IServiceScopeFactory scopes)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, city) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<CityWatch>().Current);
        var ids = Rows!.Where(row => row.Topic == Topic.Report).Select(row => row.Id).Distinct().ToArray();
        return [.. await db.Reports.AsNoTracking().VisibleTo(actor, city).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync()];
    }
}
