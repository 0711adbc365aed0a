using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

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
}

/// <summary>What everybody may see, newest first.</summary>
public sealed record ListPublicReports(Bounds? Within, PublicFilter Filter, int PageSize, string? After) : IQuery<Page<PublicReportItem>>;

/// <param name="Supports">How many said "saya juga".</param>
public sealed record PublicReportItem(
    Guid Id, ReportStatus Status, ReportStep Step, Outcome? Outcome, Named Service, Named? Kelurahan, Named? Agency, PointOnMap? Location, DateTimeOffset SubmittedAt, DateTimeOffset? DueAt,
    string? HandedOverTo,
    int Supports)
{
    internal static PublicReportItem Of(PublicReport r, int supports, City city) => new(
        r.Id, r.Status, r.Status.Step(), r.Outcome, city.ServiceNamed(r.ServiceCode), city.KelurahanNamed(r.KelurahanCode), city.AgencyNamed(r.AgencyCode),
        PointOnMap.Of(r.Lat, r.Lng), r.SubmittedAt, r.DueAt, r.HandedOverTo, supports);
}

internal sealed class ListPublicReportsHandler(AppDb db, CityWatch watch) : IRequestHandler<ListPublicReports, Page<PublicReportItem>>
{
    private sealed record Key(Guid Id);

    public async Task<Page<PublicReportItem>> Handle(ListPublicReports request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var reports = request.Filter.Of(db.PublicReports.AsNoTracking());
        reports = request.Within is { } box
            ? reports.Where(r => r.Lat >= box.South && r.Lat <= box.North && r.Lng >= box.West && r.Lng <= box.East)
            : reports;
        if (Cursor.Read<Key>(request.After) is { } after)
        {
            reports = reports.Where(r => r.Id < after.Id);
        }

        // version 7 ids sort by time: newest first needs no other index than the key
        var rows = await reports.OrderByDescending(r => r.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        var supports = await db.CountSupports([.. rows.Select(r => r.Id)], cancellationToken);
        return Cursor.Cut(rows, request.PageSize, r => PublicReportItem.Of(r, supports.GetValueOrDefault(r.Id), city), r => new Key(r.Id));
    }
}
