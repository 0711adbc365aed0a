using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Exports.OpenData;

/// <summary>
/// Brings the open data set to the present day, once a day: whoever asks within the day gets the same. It is made in one transaction, so
/// nobody ever reads half of it.
/// </summary>
public sealed record RebuildOpenData : IBatchCommand;

internal sealed class RebuildOpenDataHandler(AppDb db, TimeProvider time) : IRequestHandler<RebuildOpenData, int>
{
    /// <summary>A place is told where at least so many reports of one service and year share it.</summary>
    internal const int SmallestCell = 5;

    /// <summary>Any number that no other lock of the program has.</summary>
    private const long Lock = 7_105_112_030;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <returns>How many reports it holds, or 0 when the day has its set.</returns>
    public async Task<int> Handle(RebuildOpenData request, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(Longest);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        var day = IndonesianDate.InWib(time.Now()).Day;
        var set = await db.OpenDataSets.SingleOrDefaultAsync(cancellationToken);
        if (set?.Day >= day)
        {
            return 0;
        }

        var until = new DateTimeOffset(day, TimeOnly.MinValue, IndonesianDate.Wib).ToUniversalTime();
        await db.Database.ExecuteSqlAsync($"DELETE FROM open_data_rows o WHERE NOT EXISTS (SELECT FROM public_reports p WHERE p.id = o.id)", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH reports AS (
                SELECT p.*, k.kecamatan_code, r.status_since, extract(year FROM p.submitted_at AT TIME ZONE 'Asia/Jakarta') AS year
                FROM public_reports p JOIN reports r ON r.id = p.id LEFT JOIN kelurahan k ON k.code = p.kelurahan_code
                WHERE p.submitted_at < {until}),
            wards AS (
                SELECT *, kelurahan_code IS NOT NULL AND count(*) OVER (PARTITION BY service_code, year, kelurahan_code) >= {SmallestCell} AS in_ward FROM reports),
            districts AS (
                SELECT *, kecamatan_code IS NOT NULL AND count(*) OVER (PARTITION BY service_code, year, kecamatan_code, in_ward) >= {SmallestCell} AS in_district FROM wards)
            INSERT INTO open_data_rows (id, status, outcome, service_code, agency_code, requested_at, updated_at, closed_at, kelurahan_code, kecamatan_code, lat, lng)
            SELECT id, status, outcome, service_code,
                   CASE WHEN in_ward OR (in_district AND agency_code = kecamatan_code)
                       OR agency_code NOT IN (SELECT code FROM kelurahan UNION SELECT kecamatan_code FROM kelurahan) THEN agency_code END,
                   date_trunc('hour', submitted_at), date_trunc('hour', status_since), date_trunc('hour', settled_at),
                   CASE WHEN in_ward THEN kelurahan_code END, CASE WHEN in_ward OR in_district THEN kecamatan_code END,
                   CASE WHEN in_ward THEN round(lat::numeric, 3) END, CASE WHEN in_ward THEN round(lng::numeric, 3) END
            FROM districts
            ON CONFLICT (id) DO UPDATE SET
                status = excluded.status, outcome = excluded.outcome, service_code = excluded.service_code, agency_code = excluded.agency_code,
                updated_at = excluded.updated_at, closed_at = excluded.closed_at,
                kelurahan_code = excluded.kelurahan_code, kecamatan_code = excluded.kecamatan_code, lat = excluded.lat, lng = excluded.lng
            WHERE (open_data_rows.status, open_data_rows.outcome, open_data_rows.service_code, open_data_rows.agency_code, open_data_rows.updated_at,
                   open_data_rows.closed_at, open_data_rows.kelurahan_code, open_data_rows.kecamatan_code, open_data_rows.lat, open_data_rows.lng)
                IS DISTINCT FROM (excluded.status, excluded.outcome, excluded.service_code, excluded.agency_code, excluded.updated_at,
                   excluded.closed_at, excluded.kelurahan_code, excluded.kecamatan_code, excluded.lat, excluded.lng)
            """,
            cancellationToken);
        if (set is null)
        {
            db.OpenDataSets.Add(set = new OpenDataSet());
        }

        (set.Day, set.MadeAt, set.Rows) = (day, time.Now(), await db.OpenDataRows.CountAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return set.Rows;
    }
}
