using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Seals under the current key every browser that an older one sealed.</summary>
/// <returns>How many.</returns>
public sealed record ResealSubscriptions : ICommand<int>;

internal sealed class ResealSubscriptionsHandler(AppDb db, PushVault vault) : IRequestHandler<ResealSubscriptions, int>
{
    private const int Batch = 200;

    public async Task<int> Handle(ResealSubscriptions request, CancellationToken cancellationToken)
    {
        var (resealed, last) = (0, Guid.Empty);
        while (await After(last, cancellationToken) is { Count: > 0 } subscriptions)
        {
            foreach (var kept in subscriptions)
            {
                resealed += vault.Reseal(kept) is { } anew
                    ? await db.PushSubscriptions.Where(s => s.Id == kept.Id && s.Sealed == kept.Sealed).ExecuteUpdateAsync(row => row.SetProperty(s => s.Sealed, anew), cancellationToken)
                    : 0;
            }

            last = subscriptions[^1].Id;
        }

        return resealed;
    }

    private Task<List<PushSubscription>> After(Guid last, CancellationToken ct) =>
        db.PushSubscriptions.AsNoTracking().Where(s => s.Id > last).OrderBy(s => s.Id).Take(Batch).ToListAsync(ct);
}
