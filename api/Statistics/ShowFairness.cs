using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Statistics.Counting;
using MediatR;

namespace KediriLapor.Statistics;

/// <summary>Whether the wards are served alike: the on-time share of each beside that of the rest of the city.</summary>
/// <param name="Service">One service only; null for all.</param>
public sealed record ShowFairness(DateOnly? From, DateOnly? Until, string? Service) : IQuery<Fairness>;

/// <param name="CityShare">0 to 1; null where nothing was due.</param>
public sealed record Fairness(
    DateTimeOffset CountedAt, DateOnly From, DateOnly Until, string Definition, string DefinitionEn, int Judged, double? CityShare, IReadOnlyList<WardFairness> Items);

/// <param name="Judged">Reports that were ended by the city or are overdue; null where there are too few to tell.</param>
/// <param name="Share">On-time share, 0 to 1; null likewise.</param>
/// <param name="Interval">Where the share would lie in 95 of 100 such periods.</param>
public sealed record WardFairness(Named Kelurahan, int? Judged, double? Share, Interval? Interval, FairnessVerdict Verdict, double? MedianHours);

public enum FairnessVerdict
{
    /// <summary>Fewer than <see cref="ShowFairnessHandler.SmallCell"/>: chance would speak, and single persons could be known.</summary>
    TooFew,

    /// <summary>The whole interval is below the share of the rest of the city.</summary>
    Below,

    Alike,

    /// <summary>The whole interval is above it.</summary>
    Above,
}

internal sealed class ShowFairnessHandler(CountReader counts, CityWatch watch, TimeProvider time) : IRequestHandler<ShowFairness, Fairness>
{
    public const int SmallCell = 5;

    private const string Definition =
        "Bagian tepat waktu tiap kelurahan dengan selang kepercayaan 95 % (Wilson), dibandingkan dengan kelurahan lainnya bersama-sama. Kurang dari 5 laporan tidak ditampilkan. "
        + "Berbeda hanya bila seluruh selang di atas atau di bawah bagian kelurahan lainnya.";

    private const string DefinitionEn =
        "On-time share of each ward with its 95 % interval (Wilson), beside that of all other wards together. Fewer than 5 reports are not shown. "
        + "Different only where the whole interval lies above or below the others' share.";

    public async Task<Fairness> Handle(ShowFairness request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        if (request.Service is { } service && !city.Services.ContainsKey(service))
        {
            throw new RuleViolation("unknown_service", StatusCodes.Status400BadRequest, "service");
        }

        var selection = new Selection(Period.Of(request.From, request.Until, now), Selection.Everybody, Service: request.Service);
        var rows = await counts.Read(selection, request.Service is null ? Part.Kelurahan : Part.KelurahanService, Grain.Year, cancellationToken);
        var overdue = (await counts.Overdue(selection, now, cancellationToken)).ToLookup(one => one.Kelurahan);
        var byWard = rows.ToLookup(row => row.First);
        var wards = city.Kelurahan.Values.OrderBy(ward => ward.Name, StringComparer.Ordinal).Select(ward =>
        {
            var figures = Figures.Of(byWard[ward.Code]);
            return (ward.Code, Figures: figures, Judged: figures.InTime + figures.Late + overdue[ward.Code].Count());
        }).ToArray();
        var (inTime, judged) = (wards.Sum(ward => ward.Figures.InTime), wards.Sum(ward => ward.Judged));
        return new Fairness(
            now, selection.Period.From, selection.Period.Until, Definition, DefinitionEn, judged, Measures.Share(inTime, judged),
            [.. wards.Select(ward => Of(city.KelurahanNamed(ward.Code)!, ward.Figures, ward.Judged, inTime - ward.Figures.InTime, judged - ward.Judged))]);
    }

    private static WardFairness Of(Named ward, Figures figures, int judged, int othersInTime, int others)
    {
        if (judged < SmallCell)
        {
            return new(ward, null, null, null, FairnessVerdict.TooFew, null);
        }

        var (interval, rest) = (Interval.Of(figures.InTime, judged), Measures.Share(othersInTime, others));
        var verdict = rest is null ? FairnessVerdict.Alike : interval.High < rest ? FairnessVerdict.Below : interval.Low > rest ? FairnessVerdict.Above : FairnessVerdict.Alike;
        return new(ward, judged, Measures.Share(figures.InTime, judged), interval, verdict, figures.Resolutions.Count < SmallCell ? null : Spread.Of(figures.Resolutions)!.MedianHours);
    }
}
