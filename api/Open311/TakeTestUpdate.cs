using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Open311;

/// <summary>An update of a request to the test endpoint: it goes wherever its sender wants it.</summary>
internal sealed record TakeTestUpdate(Guid RequestId, string UpdateId, WantedStatus Status) : ICommand<TakenUpdate>;

internal sealed class TakeTestUpdateHandler(AppDb db, TimeProvider time) : IRequestHandler<TakeTestUpdate, TakenUpdate>
{
    public async Task<TakenUpdate> Handle(TakeTestUpdate request, CancellationToken cancellationToken)
    {
        // a try before this one, which another update overtook, left its changes here
        db.ChangeTracker.Clear();
        var test = await db.TestRequests.SingleOrDefaultAsync(t => t.Id == request.RequestId, cancellationToken) ?? throw Refusal.NotFound("service_request_id was not found");
        if (test.LastUpdateId != request.UpdateId)
        {
            (test.Status, test.Outcome) = request.Status.AsOfficer(test.Status) is [.., var last] ? (last.To, last.Reason?.Outcome()) : (test.Status, test.Outcome);
            (test.UpdatedAt, test.LastUpdateId) = (time.Now(), request.UpdateId);
            test.Version++;
        }

        return new TakenUpdate(test.Id, test.Version);
    }
}
