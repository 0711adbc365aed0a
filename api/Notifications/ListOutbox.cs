using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>What was sent, waits, or could not be sent; newest first.</summary>
public sealed record ListOutbox(NotificationState[] States, int PageSize, string? After) : IQuery<Page<OutboxItem>>;

/// <summary>A notification as an admin sees it: the message, and of its recipient no more than the kind.</summary>
/// <param name="Account">The member of staff it goes to; null for a reporter, whose address is not told here.</param>
/// <param name="LastError">Why it was not sent, in the program's own words.</param>
public sealed record OutboxItem(
    Guid Id, NotificationState State, Occasion Occasion, Recipient Recipient, string? Account, Medium Medium, SpokenLanguage Language,
    DateTimeOffset CreatedAt, DateTimeOffset DueAt, int Attempts, DateTimeOffset? SentAt, string? LastError, WordedMessage Message);

internal sealed class ListOutboxHandler(AppDb db, Facts facts) : IRequestHandler<ListOutbox, Page<OutboxItem>>
{
    public async Task<Page<OutboxItem>> Handle(ListOutbox request, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<LastSeen>(request.After);
        var found = await db.Notifications.AsNoTracking()
            .Where(n => request.States.Length == 0 || request.States.Contains(n.State))
            .Where(n => after == null || n.Id < after.Id)
            .OrderByDescending(n => n.Id)
            .Take(request.PageSize + 1)
            .ToListAsync(cancellationToken);
        var accounts = found.Select(n => n.AccountId).ToArray();
        var names = await db.Users.Where(account => accounts.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.UserName, cancellationToken);
        var rows = new List<(Notification Notification, WordedMessage Message)>();
        foreach (var notification in found)
        {
            rows.Add((notification, await facts.Say(notification, cancellationToken)));
        }

        return Cursor.Cut(rows, request.PageSize, row => Show(row.Notification, row.Message), row => new LastSeen(row.Notification.Id));

        OutboxItem Show(Notification n, WordedMessage message) => new(
            n.Id, n.State, n.Occasion, n.Recipient, n.AccountId is { } account ? names[account] : null, n.Medium, n.Language,
            n.CreatedAt, n.DueAt, n.Attempts, n.SentAt, n.LastError, message);
    }

    private sealed record LastSeen(Guid Id);
}
