using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts;

/// <summary>Who changed what, newest first; changes of people are for those who keep accounts and for the auditor.</summary>
/// <param name="Subject">Null for every kind.</param>
/// <param name="Key">Null for every thing.</param>
public sealed record ListAdminChanges(AdminSubject? Subject, string? Key, int PageSize, string? After) : IQuery<Page<AdminChangeItem>>;

/// <param name="Version">Of the thing after the edit.</param>
/// <param name="AccountId">Null for the program itself.</param>
public sealed record AdminChangeItem(
    DateTimeOffset At, Guid? AccountId, string By, AdminSubject Subject, string Key, int Version, IReadOnlyList<ChangedFact> Facts, string? Note);

internal sealed class ListAdminChangesHandler(AppDb db, CurrentActor actor) : IRequestHandler<ListAdminChanges, Page<AdminChangeItem>>
{
    private sealed record LastSeen(DateTimeOffset At, int Version, Guid Id);

    public async Task<Page<AdminChangeItem>> Handle(ListAdminChanges request, CancellationToken cancellationToken)
    {
        var changes = db.AdminChanges.AsNoTracking();
        if (!actor.Value.May(Permission.ManageAccounts) && !actor.Value.May(Permission.ReadAuditLog))
        {
            changes = changes.Where(change => change.Subject != AdminSubject.User);
        }

        changes = request.Subject is { } subject ? changes.Where(change => change.Subject == subject) : changes;
        changes = request.Key is { } key ? changes.Where(change => change.Key == key) : changes;
        changes = Cursor.Read<LastSeen>(request.After) is { } after
            ? changes.Where(change => EF.Functions.LessThan(ValueTuple.Create(change.At, change.Version, change.Id), ValueTuple.Create(after.At.ToUniversalTime(), after.Version, after.Id)))
            : changes;
        // two edits of one thing may share a moment: its versions tell which came later
        var rows = await changes.OrderByDescending(change => change.At).ThenByDescending(change => change.Version).ThenByDescending(change => change.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize,
            change => new AdminChangeItem(change.At, change.AccountId, change.ByName, change.Subject, change.Key, change.Version, change.Facts, change.Note),
            change => new LastSeen(change.At, change.Version, change.Id));
    }
}
