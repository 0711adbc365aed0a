using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Monev.Indicators;

/// <summary>What is asked of Merata and how far it has come. The same figures for everybody.</summary>
public sealed record ListIndicators(int? Year, DateOnly? AsOf, string? Area) : IQuery<IndicatorSheet>;

/// <param name="AsOf">Figures are those known at the end of this day.</param>
/// <param name="Area">A kelurahan or a kecamatan; null for the whole programme.</param>
/// <param name="Works">How many works there were that had a plan and were not cancelled.</param>
public sealed record IndicatorSheet(int Year, DateOnly AsOf, Named? Area, int Works, IReadOnlyList<IndicatorFigure> Items);

/// <param name="Counted">Of the numerator.</param>
/// <param name="Of">Of the denominator.</param>
/// <param name="Value">In the unit; null where there is nothing to divide by, or where so few rated that single persons could be known.</param>
/// <param name="Suppressed">Whether the latter.</param>
/// <param name="Tolerance">By how much the target may be missed and still be near.</param>
/// <param name="Version">Of the definition.</param>
public sealed record IndicatorFigure(
    string Code, string Name, string? NameEn, string Definition, string? DefinitionEn, IndicatorGroup Group, Measure Numerator, Measure Denominator, IndicatorUnit Unit, IndicatorAim Aim, decimal Target,
    decimal Tolerance, int Rank, decimal? Counted, decimal Of, decimal? Value, IndicatorVerdict? Verdict, bool Suppressed, int Version)
{
    internal static IndicatorFigure From(Indicator indicator, Tally tally)
    {
        var suppressed = indicator.IsSuppressed(tally);
        return new IndicatorFigure(
            indicator.Code, indicator.Name, City.EnglishOf(indicator.NameEn), indicator.Definition, City.EnglishOf(indicator.DefinitionEn), indicator.Group, indicator.Numerator, indicator.Denominator,
            indicator.Unit, indicator.Aim, indicator.Target, indicator.Tolerance, indicator.Rank, suppressed ? null : tally[indicator.Numerator], tally[indicator.Denominator], indicator.Value(tally),
            indicator.Verdict(tally), suppressed, indicator.Version);
    }
}

internal sealed class ListIndicatorsHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ListIndicators, IndicatorSheet>
{
    public async Task<IndicatorSheet> Handle(ListIndicators request, CancellationToken cancellationToken)
    {
        var view = MonevView.Of(request.Year, request.AsOf, request.Area, watch.Current, time.Now());
        var works = await view.Works(db, cancellationToken);
        var tally = Tally.Of(works, view.Day);
        return new IndicatorSheet(view.Year, view.Day, view.Area, works.Count, [.. (await view.Indicators(db, cancellationToken)).Select(indicator => IndicatorFigure.From(indicator, tally))]);
    }
}
