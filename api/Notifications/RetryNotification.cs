using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>Tries a notification again from the beginning, kept and dead ones too.</summary>
public sealed record RetryNotification(Guid Id) : ICommand<Unit>;

internal sealed class RetryNotificationHandler(AppDb db, TimeProvider time) : IRequestHandler<RetryNotification, Unit>
{
    public async Task<Unit> Handle(RetryNotification request, CancellationToken cancellationToken)
    {
        var notification = await db.Notifications.SingleOrDefaultAsync(n => n.Id == request.Id, cancellationToken) ?? throw RuleViolation.NotFound();
        notification.Retry(time.Now());
        return Unit.Value;
    }
}
