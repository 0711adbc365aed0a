using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Open311;

/// <summary>One request. A client that has just sent it need not wait until it is published; a merged one goes on answering for itself.</summary>
internal sealed record ShowRequest(Guid Id, bool Test) : IQuery<FoundRequests>;

internal sealed class ShowRequestHandler(AppDb db, PublishReport publisher, RequestWords words) : IRequestHandler<ShowRequest, FoundRequests>
{
    public async Task<FoundRequests> Handle(ShowRequest request, CancellationToken cancellationToken)
    {
        var all = request.Test ? db.TestRequests.Select(TestRequest.Shown) : db.PublicReports.AsNoTracking();
        var shown = await all.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken)
            ?? (request.Test ? null : await publisher.Foresee(request.Id, cancellationToken))
            ?? throw Refusal.NotFound("service_request_id was not found");
        return new FoundRequests([shown], await words.Of([shown.Id], cancellationToken), HasMore: false, Total: null);
    }
}
