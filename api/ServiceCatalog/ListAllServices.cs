using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.ServiceCatalog;

/// <summary>The whole catalogue as an admin keeps it, with what can no longer be chosen.</summary>
public sealed record ListAllServices : IQuery<ServiceEntryList>;

public sealed record ServiceEntryList(IReadOnlyList<ServiceEntry> Items, IReadOnlyList<ServiceGroupEntry> Groups);

internal sealed class ListAllServicesHandler(AppDb db) : IRequestHandler<ListAllServices, ServiceEntryList>
{
    public async Task<ServiceEntryList> Handle(ListAllServices request, CancellationToken cancellationToken)
    {
        var groups = await db.ServiceGroups.AsNoTracking().OrderBy(group => group.Position).ToListAsync(cancellationToken);
        var byCode = groups.ToDictionary(group => group.Code);
        var services = await db.Services.AsNoTracking().ToListAsync(cancellationToken);
        return new ServiceEntryList(
            [.. services.OrderBy(service => byCode[service.GroupCode].Position).ThenBy(service => service.Position).Select(service => ServiceEntry.Of(service, byCode[service.GroupCode].Name))],
            [.. groups.Select(ServiceGroupEntry.Of)]);
    }
}
