using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Takes the person out of the requests that ended <see cref="CarRequest.PersonalDataKept"/> ago; each of them says in its history that it was done.</summary>
public sealed record AnonymiseEndedCarRequests : IBatchCommand;

internal sealed class AnonymiseEndedCarRequestsHandler(AppDb db, TimeProvider time) : IRequestHandler<AnonymiseEndedCarRequests, int>
{
    private const int Batch = 200;

    public async Task<int> Handle(AnonymiseEndedCarRequests request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var endedBefore = now - CarRequest.PersonalDataKept;
        var ids = await db.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM car_requests
            WHERE ended_at IS NOT NULL AND forgotten_at IS NULL AND ended_at <= {endedBefore}
            ORDER BY ended_at
            LIMIT {Batch}
            FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken);
        var requests = await db.CarRequests.Include(r => r.History).Include(r => r.Trip).Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        await db.CarContacts.Where(c => ids.Contains(c.RequestId)).ExecuteDeleteAsync(cancellationToken);
        requests.ForEach(ended => ended.Forget(CarRequestEventKind.Anonymised, Actor.System, now));
        return requests.Count;
    }
}
