using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Seals under the current key every contact that an older one sealed.</summary>
/// <returns>How many there were.</returns>
public sealed record ResealCarContacts : ICommand<int>;

internal sealed class ResealCarContactsHandler(AppDb db, CarContactVault vault) : IRequestHandler<ResealCarContacts, int>
{
    private const int Batch = 200;

    public async Task<int> Handle(ResealCarContacts request, CancellationToken cancellationToken)
    {
        var (resealed, last) = (0, Guid.Empty);
        while (await db.CarContacts.AsNoTracking().Where(c => c.RequestId > last).OrderBy(c => c.RequestId).Take(Batch).ToListAsync(cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var contact in batch)
            {
                // only what is still as it was read: one that was erased meanwhile stays erased
                resealed += vault.Reseal(contact) is { } anew
                    ? await db.CarContacts.Where(c => c.RequestId == contact.RequestId && c.Sealed == contact.Sealed).ExecuteUpdateAsync(row => row.SetProperty(c => c.Sealed, anew), cancellationToken)
                    : 0;
            }

            last = batch[^1].RequestId;
        }

        return resealed;
    }
}
