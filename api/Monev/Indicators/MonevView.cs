using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Monev.Indicators;

/// <summary>What a reader looks at: a budget year of an area, as it stood at the end of a day.</summary>
/// <param name="Area">A kelurahan or a kecamatan; null for the programme.</param>
/// <param name="Wards">Codes of its kelurahan.</param>
internal sealed record MonevView(int Year, DateOnly Day, Named? Area, string[] Wards)
{
    /// <exception cref="RuleViolation"><c>out_of_range</c> or <c>unknown_value</c> (400): a year without Merata, a day to come, an area that is none.</exception>
    public static MonevView Of(int? year, DateOnly? day, string? area, City city, DateTimeOffset now)
    {
        var today = IndonesianDate.InWib(now).Day;
        var seen = year ?? Math.Max(today.Year, Work.YearMin);
        if (seen is < Work.YearMin or > Work.YearMax)
        {
            throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "year").With("from", Work.YearMin);
        }

        if (day > today)
        {
            throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "asOf").With("until", today);
        }

        var wards = city.Kelurahan.Values.Where(ward => area is null || ward.Code == area || ward.KecamatanCode == area).Select(ward => ward.Code).Order(StringComparer.Ordinal).ToArray();
        return wards.Length > 0 ? new MonevView(seen, day ?? today, area is null ? null : city.AgencyNamed(area), wards)
            : throw new RuleViolation("unknown_value", StatusCodes.Status400BadRequest, "area");
    }

    public Task<IReadOnlyList<WorkOnDay>> Works(AppDb db, CancellationToken ct) => WorksOnDay.Read(db, Year, Wards, Day, ct);

    /// <summary>The indicators as they were defined then; what was defined later is judged by its first words.</summary>
    public async Task<IReadOnlyList<Indicator>> Indicators(AppDb db, CancellationToken ct)
    {
        var end = IndonesianDate.Midnight(Day.AddDays(1));
        var versions = await db.Indicators.AsNoTracking().ToListAsync(ct);
        return
        [
            .. versions.GroupBy(one => one.Code).Select(one => one.Where(version => version.At < end).MaxBy(version => version.Version) ?? one.MinBy(version => version.Version)!)
                .Where(one => !one.Retired).OrderBy(one => one.Rank).ThenBy(one => one.Code, StringComparer.Ordinal),
        ];
    }
}
