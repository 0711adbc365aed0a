using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>Puts an event that was given up back in the relay's queue.</summary>
public sealed record RetryDeadEvent(long Id) : ICommand<Unit>;

internal sealed class RetryDeadEventHandler(AppDb db, TimeProvider time) : IRequestHandler<RetryDeadEvent, Unit>
{
    public async Task<Unit> Handle(RetryDeadEvent request, CancellationToken cancellationToken)
    {
        var message = await db.Outbox.SingleOrDefaultAsync(m => m.Id == request.Id && m.DeadAt != null, cancellationToken) ?? throw RuleViolation.NotFound();
        message.Retry(time.Now());
        return Unit.Value;
    }
}
