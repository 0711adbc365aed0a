using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Agencies;

/// <summary>The units a report can be given to, by the words of their name or duty.</summary>
public sealed record ListAgencies(string? Q) : IQuery<AgencyList>;

public sealed record AgencyList(IReadOnlyList<AgencyItem> Items);

public sealed record AgencyItem(string Code, string Name, string ShortName, AgencyKind Kind);

internal sealed class ListAgenciesHandler(CityWatch watch) : IRequestHandler<ListAgencies, AgencyList>
{
    public Task<AgencyList> Handle(ListAgencies request, CancellationToken cancellationToken)
    {
        var words = (request.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var items = watch.Current.Agencies.Values
            .Where(agency => agency.Active && words.All(word => Says(agency, word)))
            .OrderBy(agency => agency.Kind).ThenBy(agency => agency.ShortName, StringComparer.Ordinal)
            .Select(agency => new AgencyItem(agency.Code, agency.Name, agency.ShortName, agency.Kind));
        return Task.FromResult(new AgencyList([.. items]));
    }

    private static bool Says(Agency agency, string word) =>
        new[] { agency.Code, agency.Name, agency.ShortName, agency.Duty }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
