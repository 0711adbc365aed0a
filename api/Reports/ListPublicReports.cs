using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Reports;

/// <summary>Part of the map, WGS84 degrees.</summary>
public sealed record Bounds(double West, double South, double East, double North)
{
    /// <summary>Reads <c>minLng,minLat,maxLng,maxLat</c>.</summary>
    public static Bounds? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split(',').Select(part => double.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : double.NaN).ToArray();
        return parts is [var west and >= -180, var south and >= -90, var east and <= 180, var north and <= 90] && west <= east && south <= north
            ? new Bounds(west, south, east, north)
            : throw new RuleViolation("invalid_format", StatusCodes.Status400BadRequest, "bbox");
    }

    /// <summary>A condition on <c>public_reports AS r</c>.</summary>
    internal Sql Holds() => $"r.lat BETWEEN {South} AND {North} AND r.lng BETWEEN {West} AND {East}";
}

/// <summary>What everybody may see, newest first.</summary>
public sealed record ListPublicReports(Bounds? Within, PublicFilter Filter, int PageSize, string? After) : IQuery<Page<PublicReportItem>>;

/// <param name="HandedOverNumber">The number that whoever took it over gave it.</param>
/// <param name="HandedOverUntil">By when they mean to act.</param>
/// <param name="Supports">How many said "saya juga".</param>
public sealed record PublicReportItem(
    Guid Id, ReportStatus Status, ReportStep Step, Outcome? Outcome, Named Service, Named? Kelurahan, Named? Agency, PointOnMap? Location, DateTimeOffset SubmittedAt, DateTimeOffset? DueAt,
    string? HandedOverTo,
    string? HandedOverNumber,
    DateOnly? HandedOverUntil,
    int Supports)
{
    internal static PublicReportItem Of(PublicReport r, int supports, City city) => new(
        r.Id, r.Status, r.Status.Step(), r.Outcome, city.ServiceNamed(r.ServiceCode), city.KelurahanNamed(r.KelurahanCode), city.AgencyNamed(r.AgencyCode),
        PointOnMap.Of(r.Lat, r.Lng), r.SubmittedAt, r.DueAt, r.HandedOverTo, r.HandedOverNumber, r.HandedOverUntil, supports);

    internal static PublicReportItem Of(Row row, City city)
    {
        var (id, status) = (row.Value<Guid>(), row.Word<ReportStatus>());
        return new PublicReportItem(
            id, status, status.Step(), row.WordOrNull<Outcome>(), city.ServiceNamed(row.Text()), city.KelurahanNamed(row.TextOrNull()), city.AgencyNamed(row.TextOrNull()),
            PointOnMap.Of(row.ValueOrNull<double>(), row.ValueOrNull<double>()), row.Value<DateTimeOffset>(), row.ValueOrNull<DateTimeOffset>(), row.TextOrNull(),
            row.TextOrNull(), row.ValueOrNull<DateOnly>(), row.Value<int>());
    }
}

internal sealed class ListPublicReportsHandler(AppDb db, CityWatch watch) : IRequestHandler<ListPublicReports, Page<PublicReportItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<PublicReportItem>> Handle(ListPublicReports request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        Sql shown = $"""
            SELECT r.id, r.status, r.outcome, r.service_code, r.kelurahan_code, r.agency_code, r.lat, r.lng, r.submitted_at, r.due_at, r.handed_over_to, r.handed_over_number, r.handed_over_until, {Supports.Counted}
            FROM public_reports AS r
            WHERE {request.Filter.Matches()}
            """;
        if (request.Within is { } box)
        {
            shown.Add($" AND {box.Holds()}");
        }

        if (Cursor.Read<Key>(request.After) is { } after)
        {
            shown.Add($" AND r.id < {after.Id}");
        }

        // version 7 ids sort by time: newest first needs no other index than the key
        await using var rows = await db.Read(cancellationToken, shown.Add($" ORDER BY r.id DESC{Sql.Limit(request.PageSize + 1)}"));
        return Cursor.Cut(await rows.All(row => PublicReportItem.Of(row, city), cancellationToken), request.PageSize, r => r, r => new Key(r.Id));
    }
}
