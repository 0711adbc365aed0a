using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>Each working unit's morning in one message per person: what is new, nearly due, overdue. A unit with nothing waiting is left in peace.</summary>
public sealed record PrepareDigests : IBatchCommand;

internal sealed class PrepareDigestsHandler(AppDb db, Channels channels, TimeProvider time) : IRequestHandler<PrepareDigests, int>
{
    public async Task<int> Handle(PrepareDigests request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var cause = $"digest {IndonesianDate.InWib(now).Day:O}";
        // two instances sent at once take turns; the second finds the morning done
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('notification digests'))", cancellationToken);
        if (await db.Notifications.AnyAsync(n => n.SubjectId == null && n.Cause == cause, cancellationToken))
        {
            return 0;
        }

        var made = 0;
        var matrix = await db.NotificationMatrix.AsNoTracking().SingleAsync(cancellationToken);
        foreach (var rule in matrix.On(Occasion.Digest).Where(rule => rule.Recipient is Recipient.Officers or Recipient.Head))
        {
            var role = rule.Recipient == Recipient.Officers ? StaffRole.Officer : StaffRole.Head;
            var people = await channels.By(rule.Medium).Reachable(db.Users).Where(account => !account.Disabled && account.AgencyCode != null && account.Role == role)
                .Select(account => new { account.Id, AgencyCode = account.AgencyCode! }).ToListAsync(cancellationToken);
            foreach (var unit in people.GroupBy(person => person.AgencyCode))
            {
                if ((await UnitWork.Of(db, unit.Key, now, cancellationToken)).Any)
                {
                    db.Notifications.AddRange(unit.Select(person => Notification.Of(null, cause, rule, new Listener(person.Id), urgent: false, now)));
                    made += unit.Count();
                }
            }
        }

        return made;
    }
}
