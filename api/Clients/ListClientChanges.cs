using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Clients;

/// <summary>Who changed a client, newest first.</summary>
public sealed record ListClientChanges(Guid Id, int PageSize, string? After) : IQuery<Page<ClientChangeItem>>;

/// <param name="Version">Of the client after it.</param>
/// <param name="By">The admin, or the program itself.</param>
public sealed record ClientChangeItem(int Version, DateTimeOffset At, ClientChangeKind Kind, string By, IReadOnlyList<ClientField> Fields);

internal sealed class ListClientChangesHandler(AppDb db) : IRequestHandler<ListClientChanges, Page<ClientChangeItem>>
{
    private sealed record Key(int Version);

    public async Task<Page<ClientChangeItem>> Handle(ListClientChanges request, CancellationToken cancellationToken)
    {
        if (!await db.ApiClients.AnyAsync(c => c.Id == request.Id, cancellationToken))
        {
            throw RuleViolation.NotFound();
        }

        var changes = db.ClientChanges.AsNoTracking().Where(change => change.ClientId == request.Id);
        changes = Cursor.Read<Key>(request.After) is { } after ? changes.Where(change => change.Version < after.Version) : changes;
        var rows = await changes.OrderByDescending(change => change.Version).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize, change => new ClientChangeItem(change.Version, change.At, change.Kind, change.ByName, change.Fields), change => new Key(change.Version));
    }
}
