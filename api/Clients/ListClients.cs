using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Clients;

/// <summary>Every program that is let in, or was, by its <c>client_id</c>.</summary>
public sealed record ListClients(int PageSize, string? After) : IQuery<Page<ClientItem>>;

internal sealed class ListClientsHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ListClients, Page<ClientItem>>
{
    private sealed record Key(string ClientId, Guid Id);

    public async Task<Page<ClientItem>> Handle(ListClients request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var clients = db.ApiClients.AsNoTracking().Include(c => c.Secrets).AsQueryable();
        clients = Cursor.Read<Key>(request.After) is { } after ? clients.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.ClientId, c.Id), ValueTuple.Create(after.ClientId, after.Id))) : clients;
        var rows = await clients.OrderBy(c => c.ClientId).ThenBy(c => c.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, client => ClientItem.Of(client, city, now), client => new Key(client.ClientId, client.Id));
    }
}
