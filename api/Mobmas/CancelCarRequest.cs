using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Takes a request back; a car that was booked is free again.</summary>
public sealed record CancelCarRequest(string TrackingCode, string? Secret, int ExpectedVersion) : ICommand<CarRequestStanding>;

internal sealed class CancelCarRequestHandler(AppDb db, TimeProvider time) : IRequestHandler<CancelCarRequest, CarRequestStanding>
{
    public async Task<CarRequestStanding> Handle(CancelCarRequest request, CancellationToken cancellationToken)
    {
        var (id, now) = (await db.OpenCarRequest(request.TrackingCode, request.Secret, cancellationToken), time.Now());
        var wanted = await db.CarRequests.SingleAsync(r => r.Id == id, cancellationToken);
        if (wanted.Version != request.ExpectedVersion)
        {
            throw AppDb.Stale(wanted.Version);
        }

        wanted.Cancel(null, CarWalker.Requester, Actor.Reporter, now);
        return CarRequestStanding.Of(wanted, Actor.Reporter, now);
    }
}
