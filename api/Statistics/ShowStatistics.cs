using System.Globalization;
using System.Text.Json;
using KediriLapor.Accounts;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using KediriLapor.Statistics.Counting;
using MediatR;

namespace KediriLapor.Statistics;

/// <summary>By what reports are told apart.</summary>
public enum StatisticsBy
{
    Kelurahan,
    Kecamatan,
    Agency,
    Group,
    Service,
    Channel,
    Day,

    /// <summary>From Monday; named as ISO 8601 does (<c>2026-W48</c>).</summary>
    Week,
    Month,
}

/// <summary>Figures of the reports of a period, whole and in parts.</summary>
/// <param name="Own">What the asker works with, confidential reports included; otherwise what everybody may know.</param>
public sealed record ShowStatistics(
    StatisticsBy By, DateOnly? From, DateOnly? Until, string? Kelurahan, string? Agency, string? Service, Channel? Channel, bool Own) : IQuery<ReportStatistics>;

/// <param name="CountedAt">The instant that "overdue" refers to.</param>
/// <param name="From">The first day (WIB).</param>
/// <param name="Until">The last day, included.</param>
/// <param name="Definitions">What each figure counts.</param>
public sealed record ReportStatistics(
    DateTimeOffset CountedAt, DateOnly From, DateOnly Until, StatisticsBy By, IReadOnlyList<Definition> Definitions, Measures All, IReadOnlyList<StatisticsRow> Rows);

/// <param name="Key">A code, or a day (<c>2026-11-28</c>), week (<c>2026-W48</c>) or month (<c>2026-11</c>); empty for reports without a ward or an agency.</param>
/// <param name="Name">For people, in Indonesian.</param>
public sealed record StatisticsRow(string Key, string Name, string? NameEn, Measures Measures);

internal sealed class ShowStatisticsHandler(CountReader counts, CityWatch watch, CurrentActor current, TimeProvider time) : IRequestHandler<ShowStatistics, ReportStatistics>
{
    private static readonly (StatisticsBy By, Part Part)[] Alone =
    [
        (StatisticsBy.Kelurahan, Part.Kelurahan), (StatisticsBy.Kecamatan, Part.Kelurahan), (StatisticsBy.Agency, Part.Agency), (StatisticsBy.Group, Part.Service),
        (StatisticsBy.Service, Part.Service), (StatisticsBy.Channel, Part.Channel), (StatisticsBy.Day, Part.All), (StatisticsBy.Week, Part.All), (StatisticsBy.Month, Part.All),
    ];

    public async Task<ReportStatistics> Handle(ShowStatistics request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var selection = SelectionOf(request, city, Period.Of(request.From, request.Until, now));
        var part = PartOf(request, selection);
        var coarsest = request.By switch { StatisticsBy.Day or StatisticsBy.Week => Grain.Day, StatisticsBy.Month => Grain.Month, _ => Grain.Year };
        var rows = await counts.Read(selection, part, coarsest, cancellationToken);
        var overdue = await counts.Overdue(selection, now, cancellationToken);

        var late = overdue.ToLookup(one => KeyOf(request.By, one, city));
        var parts = rows.GroupBy(row => KeyOf(request.By, row, city)).ToDictionary(group => group.Key, Figures.Of);
        var keys = parts.Keys.Union(late.Select(group => group.Key));
        var shown = keys.Select(key => new StatisticsRow(key, NameOf(request.By, key, city), EnglishOf(request.By, key, city), Measures.Of(parts.GetValueOrDefault(key) ?? new Figures(), late[key].Count())));
        return new ReportStatistics(
            now, selection.Period.From, selection.Period.Until, request.By, Definition.All, Measures.Of(Figures.Of(rows), overdue.Count),
            [.. request.By is StatisticsBy.Day or StatisticsBy.Week or StatisticsBy.Month
                ? shown.OrderBy(row => row.Key, StringComparer.Ordinal)
                : shown.OrderByDescending(row => row.Measures.Received).ThenBy(row => row.Key, StringComparer.Ordinal)]);
    }

    private Selection SelectionOf(ShowStatistics request, City city, Period period)
    {
        var kelurahan = request.Kelurahan is { } ward ? Known(city.Kelurahan.ContainsKey(ward), ward, "unknown_kelurahan", "kelurahan") : null;
        var agency = request.Agency is { } unit ? Known(city.Agencies.ContainsKey(unit), unit, "unknown_agency", "agency") : null;
        var service = request.Service is { } kind ? Known(city.Services.ContainsKey(kind), kind, "unknown_service", "service") : null;
        var everybody = new Selection(period, Selection.Everybody, kelurahan, agency, service, request.Channel);
        if (!request.Own)
        {
            return everybody;
        }

        var actor = current.Value;
        IReadOnlyList<Sight> sights = actor.May(Permission.ReadIntegrityCases) ? Enum.GetValues<Sight>() : [Sight.Public, Sight.Confidential];
        return everybody with { Sights = sights, Agencies = actor.May(Permission.ReadAllReports) || actor.May(Permission.ReadIntegrityCases) ? null : [.. actor.Agencies] };
    }

    private static string Known(bool isKnown, string code, string problem, string field) => isKnown ? code : throw new RuleViolation(problem, StatusCodes.Status400BadRequest, field);

    /// <summary>The stored part that holds both what is asked for and what it is told apart by.</summary>
    /// <exception cref="RuleViolation"><c>combination_not_counted</c> (400): no such part is kept.</exception>
    private static Part PartOf(ShowStatistics request, Selection selection)
    {
        var wanted = new HashSet<Part>();
        void Want(bool asked, Part part) => _ = asked && wanted.Add(part);
        Want(true, Alone.First(one => one.By == request.By).Part);
        Want(selection.Kelurahan is not null, Part.Kelurahan);
        Want(selection.Agency is not null || selection.Agencies is not null, Part.Agency);
        Want(selection.Service is not null, Part.Service);
        Want(selection.Channel is not null, Part.Channel);
        wanted.Remove(Part.All);
        return wanted.Order().ToArray() switch
        {
            [] => Part.All,
            [var only] => only,
            [Part.Kelurahan, Part.Service] => Part.KelurahanService,
            [Part.Agency, Part.Service] => Part.AgencyService,
            _ => throw new RuleViolation("combination_not_counted", StatusCodes.Status400BadRequest, "by"),
        };
    }

    private static string KeyOf(StatisticsBy by, StoredCount row, City city) => by switch
    {
        StatisticsBy.Kelurahan or StatisticsBy.Agency => row.First,
        StatisticsBy.Channel => JsonNamingPolicy.CamelCase.ConvertName(row.First),
        StatisticsBy.Kecamatan => KecamatanOf(row.First, city),
        StatisticsBy.Service => ServiceOf(row),
        StatisticsBy.Group => city.Services[ServiceOf(row)].GroupCode,
        StatisticsBy.Day => row.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        StatisticsBy.Week => WeekOf(row.Start),
        StatisticsBy.Month => row.Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };

    private static string KeyOf(StatisticsBy by, OverdueReport report, City city) => by switch
    {
        StatisticsBy.Kelurahan => report.Kelurahan,
        StatisticsBy.Kecamatan => KecamatanOf(report.Kelurahan, city),
        StatisticsBy.Agency => report.Agency,
        StatisticsBy.Channel => JsonNamingPolicy.CamelCase.ConvertName(report.Channel.ToString()),
        StatisticsBy.Service => report.Service,
        StatisticsBy.Group => city.Services[report.Service].GroupCode,
        StatisticsBy.Day => report.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        StatisticsBy.Week => WeekOf(report.Day),
        StatisticsBy.Month => report.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };

    private static string ServiceOf(StoredCount row) => row.Part == Part.Service ? row.First : row.Second;

    private static string KecamatanOf(string kelurahan, City city) => kelurahan.Length == 0 ? "" : city.Kelurahan[kelurahan].KecamatanCode;

    private static string WeekOf(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date)}-W{ISOWeek.GetWeekOfYear(date):00}");
    }

    private static string NameOf(StatisticsBy by, string key, City city) => (by, key) switch
    {
        (StatisticsBy.Agency, "") => "Belum didisposisikan",
        (_, "") => "Tempat tidak diketahui",
        (StatisticsBy.Kelurahan, _) => city.Kelurahan[key].Name,
        (StatisticsBy.Kecamatan, _) => city.Kelurahan.Values.First(ward => ward.KecamatanCode == key).KecamatanName,
        (StatisticsBy.Agency, _) => city.Agencies[key].Name,
        (StatisticsBy.Service, _) => city.Services[key].Name,
        (StatisticsBy.Group, _) => city.Groups[key].Name,
        (StatisticsBy.Channel, _) => ReportWords.Of(Enum.Parse<Channel>(key, ignoreCase: true)),
        _ => key,
    };

    private static string? EnglishOf(StatisticsBy by, string key, City city) => (by, key) switch
    {
        (StatisticsBy.Agency, "") => "Not forwarded yet",
        (_, "") => "Place not known",
        (StatisticsBy.Service, _) => City.EnglishOf(city.Services[key].NameEn),
        (StatisticsBy.Group, _) => City.EnglishOf(city.Groups[key].NameEn),
        _ => null,
    };
}
