using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Clients;

public sealed record ShowClient(Guid Id) : IQuery<ClientItem>;

internal sealed class ShowClientHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ShowClient, ClientItem>
{
    public async Task<ClientItem> Handle(ShowClient request, CancellationToken cancellationToken) =>
        await db.ApiClients.AsNoTracking().Include(c => c.Secrets).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) is { } client
            ? ClientItem.Of(client, watch.Current, time.Now())
            : throw RuleViolation.NotFound();
}
