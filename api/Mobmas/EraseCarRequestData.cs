using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Takes the person out of a request. One that is still open is taken back with it: nobody could be called for it.</summary>
public sealed record EraseCarRequestData(string TrackingCode, string? Secret) : ICommand<Unit>;

internal sealed class EraseCarRequestDataHandler(AppDb db, TimeProvider time) : IRequestHandler<EraseCarRequestData, Unit>
{
    public async Task<Unit> Handle(EraseCarRequestData request, CancellationToken cancellationToken)
    {
        var (id, now) = (await db.OpenCarRequest(request.TrackingCode, request.Secret, cancellationToken), time.Now());
        var wanted = await db.CarRequests.Include(r => r.History).Include(r => r.Trip).SingleAsync(r => r.Id == id, cancellationToken);
        if (wanted.EndedAt is null)
        {
            wanted.Cancel(null, CarWalker.Requester, Actor.Reporter, now);
        }

        wanted.Forget(CarRequestEventKind.Erased, Actor.Reporter, now);
        db.CarContacts.RemoveRange(await db.CarContacts.Where(c => c.RequestId == id).ToListAsync(cancellationToken));
        return Unit.Value;
    }
}
