using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>Hears what happened beside the reports and writes down which of the staff are to be told, as the matrix says.</summary>
internal sealed class PrepareNotificationsOf<TSubject>(AppDb db, TSubject subject, Listeners listeners) : IOutboxConsumer
    where TSubject : ISubject
{
    public async Task Consume(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var matrix = await db.NotificationMatrix.AsNoTracking().SingleAsync(cancellationToken);
        foreach (var message in messages)
        {
            await Tell(message, matrix, cancellationToken);
        }
    }

    private async Task Tell(OutboxMessage message, NotificationMatrix matrix, CancellationToken ct)
    {
        // two units may have one cause, and two rules may mean one person
        var told = (await db.Notifications.Where(n => n.SubjectId == message.SubjectId).Select(n => new { n.Cause, n.AccountId, n.Medium }).ToListAsync(ct))
            .Select(n => (n.Cause, n.AccountId, n.Medium)).ToHashSet();
        foreach (var occurrence in await subject.Occurred(message.SubjectId, message.Sequence, ct))
        {
            foreach (var rule in matrix.On(occurrence.Occasion))
            {
                foreach (var listener in await listeners.Of(rule, occurrence.Unit, actor => subject.IsVisible(message.SubjectId, actor, ct), ct))
                {
                    if (told.Add((occurrence.Cause, listener.AccountId, rule.Medium)))
                    {
                        db.Notifications.Add(Notification.Of(message.SubjectId, occurrence.Cause, rule, listener, occurrence.Urgent, message.CreatedAt));
                    }
                }
            }
        }
    }
}
