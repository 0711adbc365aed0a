using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>How the cars are used and what could not be met, over days of WIB; by car and by ward, and never by person.</summary>
/// <param name="Until">The last day, in it; at most 366 days.</param>
public sealed record ShowCarUse(DateOnly? From, DateOnly? Until) : IQuery<CarUse>;

/// <param name="Definition">What the figures count, in Indonesian.</param>
public sealed record CarUse(DateOnly From, DateOnly Until, DateTimeOffset CountedAt, string Definition, IReadOnlyList<CarUseOfCar> Cars, IReadOnlyList<CarUseOfWard> Wards);

/// <param name="BookedHours">In which it was booked and not given back early.</param>
/// <param name="AvailableHours">Hours of service in which it could be booked.</param>
/// <param name="Share">Of the available hours, 0 to 1; null where there were none.</param>
public sealed record CarUseOfCar(string Car, Named Agency, double BookedHours, double AvailableHours, double? Share, int Trips, int Kilometres, int NoShows);

/// <param name="Requests">All that were taken in for these days.</param>
/// <param name="Granted">For which a car was booked, and not taken back.</param>
/// <param name="NoCarFree">Tries that were turned away because no car was free.</param>
/// <param name="Unmet">Refused for want of a car or of a decision, and the tries that were turned away.</param>
public sealed record CarUseOfWard(Named Kelurahan, int Requests, int Granted, int Cancelled, IReadOnlyList<CarRefusalCount> Refused, int NoCarFree, int Unmet);

public sealed record CarRefusalCount(CarRefusal Reason, int Count);

internal sealed class ShowCarUseHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ShowCarUse, CarUse>
{
    private const int DaysMost = 366;
    private const int DaysUsual = 30;

    private const string Definition =
        "Jam terpesan dibagi jam layanan (06.00–21.00 WIB) selama mobil dapat dipesan. Permintaan dihitung pada hari mobil diminta, bukan hari pengajuan. "
        + "Tidak terlayani: ditolak karena tidak ada mobil atau tidak diputuskan tepat waktu, dan pengajuan yang tidak menemukan mobil kosong.";

    public async Task<CarUse> Handle(ShowCarUse request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var last = request.Until ?? IndonesianDate.InWib(now).Day;
        var first = request.From ?? last.AddDays(1 - DaysUsual);
        if (last < first || last.DayNumber - first.DayNumber >= DaysMost)
        {
            throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "until").With("max", DaysMost);
        }

        var (from, until) = (IndonesianDate.Midnight(first), IndonesianDate.Midnight(last.AddDays(1)));
        var cars = await db.Cars.AsNoTracking().OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new { c.Id, c.Name, c.AgencyCode }).ToListAsync(cancellationToken);
        var states = (await db.CarEvents.Where(e => e.At < until).OrderBy(e => e.Version).Select(e => new { e.CarId, e.At, e.State }).ToListAsync(cancellationToken)).ToLookup(e => e.CarId, e => new CarStateSince(e.At, e.State));
        await using var rows = await db.Read(
            cancellationToken,
            $"""
            SELECT r.car_id, coalesce(sum(extract(epoch FROM r.taken_until - r.starts_at)) FILTER (WHERE r.status = ANY ({Names(CarRequest.Booked)})), 0)::float8 / 3600,
                count(t.in_at)::int, coalesce(sum(t.odometer_in - t.odometer_out), 0)::int, count(*) FILTER (WHERE r.status = {CarRequestStatus.NoShow})::int
            FROM car_requests AS r LEFT JOIN car_trips AS t ON t.request_id = r.id
            WHERE r.car_id IS NOT NULL AND r.starts_at >= {from} AND r.starts_at < {until}
            GROUP BY r.car_id
            """,
            $"""
            SELECT kelurahan_code, status, refusal, count(*)::int FROM car_requests WHERE starts_at >= {from} AND starts_at < {until} GROUP BY kelurahan_code, status, refusal
            """,
            $"""
            SELECT kelurahan_code, count(*)::int FROM unmet_car_demand WHERE starts_at >= {from} AND starts_at < {until} GROUP BY kelurahan_code
            """);
        var driven = (await rows.All(row => new Driven(row.Value<Guid>(), row.Value<double>(), row.Value<int>(), row.Value<int>(), row.Value<int>()), cancellationToken)).ToDictionary(one => one.CarId);
        var asked = (await rows.All(row => new Asked(row.Text(), row.Word<CarRequestStatus>(), row.WordOrNull<CarRefusal>(), row.Value<int>()), cancellationToken)).ToLookup(one => one.Kelurahan);
        var turnedAway = (await rows.All(row => (Kelurahan: row.Text(), Count: row.Value<int>()), cancellationToken)).ToDictionary(one => one.Kelurahan, one => one.Count);
        return new CarUse(
            first, last, now, Definition,
            [.. cars.Select(car => OfCar(car.Name, city.AgencyNamed(car.AgencyCode)!, driven.GetValueOrDefault(car.Id), CarStanding.AvailableHours([.. states[car.Id]], first, last)))],
            [.. asked.Select(ward => ward.Key).Union(turnedAway.Keys).OrderBy(code => code, StringComparer.Ordinal).Select(code => OfWard(city.KelurahanNamed(code)!, [.. asked[code]], turnedAway.GetValueOrDefault(code)))]);
    }

    private static CarUseOfCar OfCar(string name, Named agency, Driven? driven, double available) => new(
        name, agency, Math.Round(driven?.Hours ?? 0, 1), Math.Round(available, 1), available > 0 ? Math.Round(Math.Min(1, (driven?.Hours ?? 0) / available), 3) : null, driven?.Trips ?? 0,
        driven?.Kilometres ?? 0, driven?.NoShows ?? 0);

    private static CarUseOfWard OfWard(Named kelurahan, Asked[] asked, int turnedAway)
    {
        var refused = asked.Where(one => one.Refusal is not null).Select(one => new CarRefusalCount(one.Refusal!.Value, one.Count)).OrderBy(one => one.Reason).ToArray();
        return new CarUseOfWard(
            kelurahan, asked.Sum(one => one.Count), asked.Where(one => CarRequest.Booked.Contains(one.Status)).Sum(one => one.Count),
            asked.Where(one => one.Status == CarRequestStatus.Cancelled).Sum(one => one.Count), refused, turnedAway,
            turnedAway + refused.Where(one => one.Reason is CarRefusal.NoCar or CarRefusal.NotDecided).Sum(one => one.Count));
    }

    private static string[] Names(CarRequestStatus[] statuses) => [.. statuses.Select(status => status.ToString())];

    private sealed record Driven(Guid CarId, double Hours, int Trips, int Kilometres, int NoShows);

    private sealed record Asked(string Kelurahan, CarRequestStatus Status, CarRefusal? Refusal, int Count);
}
