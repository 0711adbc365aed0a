using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Statistics;

/// <summary>Where the same thing is reported again and again, with the reports that say so.</summary>
public sealed record ShowHotSpots(DateOnly? From, DateOnly? Until, string? Kelurahan, string? Service) : IQuery<HotSpots>;

/// <param name="Definition">What makes a hot spot, in Indonesian.</param>
public sealed record HotSpots(DateTimeOffset CountedAt, DateOnly From, DateOnly Until, string Definition, string DefinitionEn, IReadOnlyList<HotSpot> Items);

/// <summary>A square of about 100 m in which one service was reported at least <see cref="ShowHotSpotsHandler.Least"/> times.</summary>
/// <param name="Location">The middle of the reports, WGS84 degrees.</param>
/// <param name="Recurrences">How many of them came after an earlier one there had been ended: what was done did not last.</param>
/// <param name="Evidence">Public ids of the newest reports, at most <see cref="ShowHotSpotsHandler.EvidenceMax"/>.</param>
public sealed record HotSpot(
    Named Service, Named? Kelurahan, PointOnMap Location, int Count, int Open, int Recurrences, DateTimeOffset FirstAt, DateTimeOffset LastAt, IReadOnlyList<Guid> Evidence);

internal sealed class ShowHotSpotsHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ShowHotSpots, HotSpots>
{
    public const int Least = 3;
    public const int EvidenceMax = 10;
    private const int Most = 100;

    // about 100 m at the latitude of Kediri
    private const double CellHeight = 0.0009;
    private const double CellWidth = 0.00091;

    private const string Definition =
        "Petak sekitar 100 m tempat jenis laporan yang sama dikirim paling sedikit 3 kali dalam kurun ini. Berulang: dikirim lagi setelah laporan sebelumnya di petak itu selesai.";

    private const string DefinitionEn =
        "A square of about 100 m in which the same kind was reported at least 3 times in the period. Recurring: reported again after the one before it there had been resolved.";

    private static readonly ReportStatus[] Ended = [ReportStatus.Resolved, ReportStatus.Closed];

    public async Task<HotSpots> Handle(ShowHotSpots request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var period = Period.Of(request.From, request.Until, now);
        Sql within = $"r.id >= {TimeId.FirstOf(period.Start)} AND r.id < {TimeId.FirstOf(period.End)} AND r.lat IS NOT NULL AND r.merged_into IS NULL";
        within = within.And(request.Kelurahan is not null, $"r.kelurahan_code = {request.Kelurahan}").And(request.Service is not null, $"r.service_code = {request.Service}");
        // which squares are the worst is found by counting alone; only their reports are then put in order
        await using var rows = await db.Read(
            cancellationToken,
            $"""
            WITH worst AS (
                SELECT r.service_code, floor(r.lat / {CellHeight}) AS y, floor(r.lng / {CellWidth}) AS x
                FROM public_reports AS r WHERE {within}
                GROUP BY r.service_code, y, x HAVING count(*) >= {Least}
                ORDER BY count(*) DESC, max(r.submitted_at) DESC {Sql.Limit(Most)}),
            seen AS (
                SELECT r.id, r.service_code, r.kelurahan_code, r.lat, r.lng, r.submitted_at, r.status, w.y, w.x,
                    max(r.settled_at) OVER (PARTITION BY r.service_code, w.y, w.x ORDER BY r.submitted_at, r.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ended_before
                FROM worst AS w JOIN public_reports AS r ON r.service_code = w.service_code AND floor(r.lat / {CellHeight}) = w.y AND floor(r.lng / {CellWidth}) = w.x
                WHERE {within})
            SELECT r.service_code, mode() WITHIN GROUP (ORDER BY r.kelurahan_code), avg(r.lat), avg(r.lng), count(*)::int,
                (count(*) FILTER (WHERE r.status <> ALL ({Ended})))::int, (count(*) FILTER (WHERE r.ended_before < r.submitted_at))::int,
                min(r.submitted_at), max(r.submitted_at), (array_agg(r.id ORDER BY r.submitted_at DESC))[1:{EvidenceMax}]
            FROM seen AS r
            GROUP BY r.service_code, r.y, r.x
            ORDER BY count(*) DESC, max(r.submitted_at) DESC
            """);
        var spots = await rows.All(
            row => new HotSpot(
                city.ServiceNamed(row.Text()), city.KelurahanNamed(row.TextOrNull()), new PointOnMap(row.Value<double>(), row.Value<double>()), row.Value<int>(), row.Value<int>(),
                row.Value<int>(), row.Value<DateTimeOffset>(), row.Value<DateTimeOffset>(), row.Value<Guid[]>()),
            cancellationToken);
        return new HotSpots(now, period.From, period.Until, Definition, DefinitionEn, spots);
    }
}
