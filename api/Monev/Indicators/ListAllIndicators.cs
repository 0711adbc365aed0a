using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Monev.Indicators;

/// <summary>All that was ever asked of Merata, with what is no longer looked at, as an admin keeps it.</summary>
public sealed record ListAllIndicators : IQuery<IndicatorEntryList>;

public sealed record IndicatorEntryList(IReadOnlyList<IndicatorEntry> Items);

/// <param name="Earlier">What it was before, newest first.</param>
public sealed record IndicatorEntry(string Code, IndicatorVersion Current, IReadOnlyList<IndicatorVersion> Earlier);

/// <summary>What an indicator was from a day on, and who said so.</summary>
/// <param name="Target">In the unit.</param>
/// <param name="Tolerance">By how much the target may be missed and still be near.</param>
/// <param name="Retired">No longer looked at.</param>
/// <param name="At">It holds from this day on.</param>
public sealed record IndicatorVersion(
    int Version, string Name, string? NameEn, string Definition, string? DefinitionEn, IndicatorGroup Group, Measure Numerator, Measure Denominator, IndicatorUnit Unit, IndicatorAim Aim, decimal Target,
    decimal Tolerance, int Rank, bool Retired, string By, DateTimeOffset At)
{
    internal static IndicatorVersion Of(Indicator one) => new(
        one.Version, one.Name, City.EnglishOf(one.NameEn), one.Definition, City.EnglishOf(one.DefinitionEn), one.Group, one.Numerator, one.Denominator, one.Unit, one.Aim, one.Target, one.Tolerance, one.Rank,
        one.Retired, one.ActorName, one.At);
}

internal sealed class ListAllIndicatorsHandler(AppDb db) : IRequestHandler<ListAllIndicators, IndicatorEntryList>
{
    public async Task<IndicatorEntryList> Handle(ListAllIndicators request, CancellationToken cancellationToken)
    {
        var versions = await db.Indicators.AsNoTracking().OrderByDescending(one => one.Version).ToListAsync(cancellationToken);
        return new IndicatorEntryList(
        [
            .. versions.GroupBy(one => one.Code, IndicatorVersion.Of).OrderBy(one => one.First().Rank).ThenBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => new IndicatorEntry(one.Key, one.First(), [.. one.Skip(1)])),
        ]);
    }
}
