using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>Hears what happened to reports and writes down who is to be told, as the matrix says. Nothing is sent here.</summary>
internal sealed class PrepareNotifications(AppDb db, Listeners listeners) : IOutboxConsumer
{
    public const string Name = "prepare-notifications";

    public async Task Consume(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var matrix = await db.NotificationMatrix.AsNoTracking().SingleAsync(cancellationToken);
        var ids = messages.Select(message => message.SubjectId).ToArray();
        var events = (await db.ReportEvents.AsNoTracking().Where(e => ids.Contains(e.ReportId)).ToListAsync(cancellationToken)).ToDictionary(e => (e.ReportId, e.Sequence));
        foreach (var message in messages)
        {
            var occasion = Occasions.Of(events[(message.SubjectId, message.Sequence)])!.Value;
            await Tell(matrix.On(occasion).ToArray(), occasion, message, cancellationToken);
        }
    }

    private async Task Tell(NotificationRule[] rules, Occasion occasion, OutboxMessage message, CancellationToken ct)
    {
        if (rules.Length == 0)
        {
            return;
        }

        var matter = await listeners.MatterOf(message.SubjectId, ct);
        foreach (var rule in rules)
        {
            // whom to ask when an agency outside keeps silent is the verifiers' to find out, whoever had the report
            var unit = occasion == Occasion.HandOverUnanswered && rule.Recipient == Recipient.Verifiers ? null : matter.AgencyCode;
            foreach (var listener in await listeners.Of(rule, matter, unit, ct))
            {
                db.Notifications.Add(Notification.Of(message.SubjectId, $"event {message.Sequence}", rule, listener, matter.Urgent, message.CreatedAt));
            }
        }
    }
}

/// <summary>Hears each step of the escalation ladder and writes down who is to be told of it.</summary>
internal sealed class PrepareEscalations(AppDb db, Listeners listeners) : IOutboxConsumer
{
    public const string Name = "prepare-escalations";

    public async Task Consume(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var matrix = await db.NotificationMatrix.AsNoTracking().SingleAsync(cancellationToken);
        var ids = messages.Select(message => message.SubjectId).ToArray();
        var steps = (await db.Escalations.AsNoTracking().Where(e => ids.Contains(e.ReportId)).ToListAsync(cancellationToken)).ToDictionary(e => (e.ReportId, e.Ordinal));
        foreach (var message in messages)
        {
            var step = steps[(message.SubjectId, message.Sequence)];
            var matter = await listeners.MatterOf(message.SubjectId, cancellationToken);
            foreach (var rule in matrix.On(Occasion.Escalated).Where(rule => rule.Recipient == Heard(step.Audience)))
            {
                foreach (var listener in await listeners.Of(rule, matter, step.AgencyCode, cancellationToken))
                {
                    db.Notifications.Add(Notification.Of(message.SubjectId, $"step {step.Ordinal}", rule, listener, matter.Urgent, message.CreatedAt));
                }
            }
        }
    }

    private static Recipient Heard(Audience audience) => audience switch
    {
        Audience.Verifiers => Recipient.Verifiers,
        Audience.Officers => Recipient.Officers,
        Audience.Head => Recipient.Head,
        Audience.Overseer => Recipient.Overseer,
        Audience.Inspectorate => Recipient.Inspectorate,
    };
}
