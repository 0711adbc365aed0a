using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>
/// Writes what happened to rides into the histories of the reports that they serve, for those who handle these. Beside the change itself, not in it: a car leaves
/// though somebody writes an answer to the report in that moment.
/// </summary>
public sealed record TellOfCars : IBatchCommand;

internal sealed class TellOfCarsHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<TellOfCars, int>
{
    private const int Batch = 100;

    public async Task<int> Handle(TellOfCars request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var news = await db.CarNews.FromSql($"SELECT * FROM car_news ORDER BY request_id, version LIMIT {Batch} FOR UPDATE SKIP LOCKED").ToListAsync(cancellationToken);
        if (news.Count == 0)
        {
            return 0;
        }

        var (requestIds, versions) = (news.Select(one => one.RequestId).Distinct().ToArray(), news.Select(one => one.Version).Distinct().ToArray());
        var rides = await db.CarRequests.Where(r => requestIds.Contains(r.Id)).Select(r => new Ride(r.Id, r.ReportId, r.TrackingCode, r.From, r.Until))
            .ToDictionaryAsync(ride => ride.Id, cancellationToken);
        var events = (await db.CarRequestEvents.AsNoTracking().Where(e => requestIds.Contains(e.RequestId) && versions.Contains(e.Version)).ToListAsync(cancellationToken))
            .ToDictionary(e => (e.RequestId, e.Version));
        var carIds = events.Values.Select(e => e.CarId).OfType<Guid>().Distinct().ToArray();
        var cars = await db.Cars.Where(c => carIds.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var reportIds = rides.Values.Select(ride => ride.ReportId).OfType<Guid>().Distinct().ToArray();
        var reports = await db.Reports.Include(r => r.History).Where(r => reportIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        foreach (var one in news)
        {
            var (ride, happened) = (rides[one.RequestId], events[(one.RequestId, one.Version)]);
            // the tie may have been cut meanwhile
            if (ride.ReportId is { } id && Words(ride, happened, happened.CarId is { } car ? cars[car] : null, city) is { } words)
            {
                reports[id].HearOfCar(words, Who(happened), city.TermsOf(reports[id].ServiceCode), now);
            }

            db.CarNews.Remove(one);
        }

        return news.Count;
    }

    /// <summary>Without a name and without the note, which is the requester's.</summary>
    private static string? Words(Ride ride, CarRequestEvent happened, string? car, City city) => happened.Kind switch
    {
        CarRequestEventKind.Requested => $"Mobil Mobmas diminta untuk {When(ride)} (permintaan {ride.Code}). {city.AgencyNamed(happened.AgencyCode)!.Name} memutuskan.",
        CarRequestEventKind.Approved => $"Permintaan mobil {ride.Code} disetujui: {car}, {When(ride)}.",
        CarRequestEventKind.LeftToPool => $"Permintaan mobil {ride.Code} diserahkan kepada {city.AgencyNamed(happened.AgencyCode)!.Name}.",
        CarRequestEventKind.Refused => $"Permintaan mobil {ride.Code} ditolak: {Why(happened.Reason)}.",
        CarRequestEventKind.Departed => $"{car} berangkat untuk permintaan {ride.Code}.",
        CarRequestEventKind.Returned => $"Perjalanan mobil untuk permintaan {ride.Code} selesai.",
        CarRequestEventKind.Cancelled => $"Permintaan mobil {ride.Code} dibatalkan.",
        CarRequestEventKind.NoShow => $"Pemohon tidak datang untuk permintaan mobil {ride.Code}.",
        CarRequestEventKind.Corrected or CarRequestEventKind.Erased or CarRequestEventKind.Anonymised => null,
    };

    private static string Why(CarRefusal? reason) => reason switch
    {
        CarRefusal.NoCar => "tidak ada mobil kosong",
        CarRefusal.NotCovered => "di luar layanan Mobmas",
        CarRefusal.Unclear => "tidak jelas atau tidak dapat dihubungi",
        CarRefusal.TooFar => "tujuan terlalu jauh",
        CarRefusal.Urgent => "darurat, sudah dialihkan ke 112",
        CarRefusal.NotDecided or null => "tidak diputuskan sampai waktunya",
    };

    private static string When(Ride ride)
    {
        var (day, from) = IndonesianDate.InWib(ride.From);
        return $"{IndonesianDate.Format(day)} pukul {IndonesianDate.Format(from)}–{IndonesianDate.Format(IndonesianDate.InWib(ride.Until).Time)} WIB";
    }

    /// <summary>Staff by name; what the requester did is told as the program's news, so that it is not taken for a word from the report's own reporter.</summary>
    private static Actor Who(CarRequestEvent happened) =>
        happened.ActorKind == ActorKind.Staff ? Actor.System with { Kind = ActorKind.Staff, AccountId = happened.ActorId, Name = happened.ActorName } : Actor.System;

    private sealed record Ride(Guid Id, Guid? ReportId, TrackingCode Code, DateTimeOffset From, DateTimeOffset Until);
}
