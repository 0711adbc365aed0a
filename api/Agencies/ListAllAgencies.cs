using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Agencies;

/// <summary>Every unit, the dissolved ones too.</summary>
public sealed record ListAllAgencies : IQuery<AgencyEntryList>;

public sealed record AgencyEntryList(IReadOnlyList<AgencyEntry> Items);

internal sealed class ListAllAgenciesHandler(AppDb db) : IRequestHandler<ListAllAgencies, AgencyEntryList>
{
    public async Task<AgencyEntryList> Handle(ListAllAgencies request, CancellationToken cancellationToken)
    {
        var agencies = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
        var names = agencies.ToDictionary(agency => agency.Code, agency => agency.ShortName);
        return new AgencyEntryList([.. agencies.OrderBy(agency => agency.Kind).ThenBy(agency => agency.ShortName, StringComparer.Ordinal)
            .Select(agency => AgencyEntry.Of(agency, agency.ParentCode is { } parent ? names[parent] : null))]);
    }
}
