using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Callers;

/// <summary>Seals under the current key every number of a caller that an older one sealed.</summary>
/// <returns>How many.</returns>
public sealed record ResealCallers : ICommand<int>;

internal sealed class ResealCallersHandler(AppDb db, CallVault vault) : IRequestHandler<ResealCallers, int>
{
    private const int Batch = 200;

    public async Task<int> Handle(ResealCallers request, CancellationToken cancellationToken)
    {
        var (resealed, last) = (0, Guid.Empty);
        while (await After(last, cancellationToken) is { Length: > 0 } calls)
        {
            foreach (var (id, kept) in calls)
            {
                resealed += vault.Reseal(kept) is { } anew
                    ? await db.Calls.Where(c => c.Id == id && c.PhoneSealed == kept).ExecuteUpdateAsync(row => row.SetProperty(c => c.PhoneSealed, anew), cancellationToken)
                    : 0;
            }

            last = calls[^1].Id;
        }

        return resealed;
    }

    private async Task<(Guid Id, byte[] Kept)[]> After(Guid last, CancellationToken ct) =>
        [.. (await db.Calls.Where(c => c.Id > last && c.PhoneSealed != null).OrderBy(c => c.Id).Take(Batch).Select(c => new { c.Id, c.PhoneSealed }).ToListAsync(ct))
            .Select(row => (row.Id, row.PhoneSealed!))];
}
