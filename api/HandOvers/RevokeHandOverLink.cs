using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.HandOvers;

/// <summary>Takes a link back, such as one that went to the wrong address; again, it changes nothing.</summary>
public sealed record RevokeHandOverLink(Guid Id, Guid LinkId) : ICommand<Unit>;

internal sealed class RevokeHandOverLinkHandler(AppDb db, HandOverDesk desk, TimeProvider time) : IRequestHandler<RevokeHandOverLink, Unit>
{
    public async Task<Unit> Handle(RevokeHandOverLink request, CancellationToken cancellationToken)
    {
        var id = await desk.Find(request.Id, cancellationToken);
        var link = await db.HandOverLinks.SingleOrDefaultAsync(l => l.Id == request.LinkId && l.HandOverId == id, cancellationToken) ?? throw RuleViolation.NotFound();
        link.Revoke(time.Now());
        return Unit.Value;
    }
}
