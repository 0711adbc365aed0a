using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Open311;

/// <summary>Forgets the requests to the test endpoint whose week is over.</summary>
internal sealed record SweepTestRequests : IBatchCommand;

internal sealed class SweepTestRequestsHandler(AppDb db, TimeProvider time) : IRequestHandler<SweepTestRequests, int>
{
    public Task<int> Handle(SweepTestRequests request, CancellationToken cancellationToken)
    {
        var end = time.Now() - TestRequest.Kept;
        return db.TestRequests.Where(t => t.UpdatedAt < end).ExecuteDeleteAsync(cancellationToken);
    }
}
