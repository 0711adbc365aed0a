using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>A request whose time has come without a decision is over, and is counted as one that was not met.</summary>
public sealed record RefuseUndecidedCarRequests : IBatchCommand;

internal sealed class RefuseUndecidedCarRequestsHandler(AppDb db, TimeProvider time) : IRequestHandler<RefuseUndecidedCarRequests, int>
{
    private const int Batch = 200;

    public async Task<int> Handle(RefuseUndecidedCarRequests request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var ids = await db.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM car_requests WHERE status = 'Requested' AND starts_at <= {now} ORDER BY starts_at LIMIT {Batch} FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken);
        var requests = await db.CarRequests.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        requests.ForEach(undecided => undecided.Refuse(null, null, CarWalker.Clock, Actor.System, now));
        return requests.Count;
    }
}
