using System.Collections.Concurrent;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Clients;

/// <summary>Writes down when a secret was last used, itself or by a token it fetched: to the minute, or every request would write.</summary>
internal sealed class SecretUse
{
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> told = new();

    public async Task Tell(AppDb db, Guid secretId, DateTimeOffset now, CancellationToken ct)
    {
        var known = told.GetValueOrDefault(secretId);
        if (now - known < Grain || !(known == default ? told.TryAdd(secretId, now) : told.TryUpdate(secretId, now, known)))
        {
            return;
        }

        var since = now - Grain;
        await db.ClientSecrets.Where(s => s.Id == secretId && (s.LastUsedAt == null || s.LastUsedAt < since))
            .ExecuteUpdateAsync(change => change.SetProperty(s => s.LastUsedAt, now), ct);
    }
}
