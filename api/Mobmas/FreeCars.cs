using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>A time at which a car could be had instead.</summary>
public sealed record FreeSlot(Guid CarId, string Car, DateTimeOffset From, DateTimeOffset Until);

/// <summary>The cars that a ward is offered.</summary>
/// <param name="AgencyCode">Who decides: the kelurahan, or the kecamatan whose pool it is.</param>
/// <param name="Cars">Those that can be booked at all.</param>
internal sealed record CarOffer(string KelurahanCode, string AgencyCode, IReadOnlyList<Car> Cars)
{
    public bool IsPool => AgencyCode != KelurahanCode;
}

/// <summary>Which cars are there for a ward, and when they are free.</summary>
internal static class FreeCars
{
    private const int DaysLookedAt = 8;
    private const int PerCar = 2;
    private const int SlotsMost = 6;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>The ward's own cars; where none of them is in service, those of its kecamatan.</summary>
    public static async Task<CarOffer> OfferTo(this AppDb db, string kelurahanCode, CancellationToken ct)
    {
        var kecamatan = await db.Kelurahan.Where(k => k.Code == kelurahanCode).Select(k => k.KecamatanCode).SingleAsync(ct);
        var cars = await db.Cars.AsNoTracking().Where(c => c.State == CarState.Available && (c.AgencyCode == kelurahanCode || c.AgencyCode == kecamatan))
            .OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(ct);
        var own = cars.Where(car => car.AgencyCode == kelurahanCode).ToArray();
        return own.Length > 0 ? new CarOffer(kelurahanCode, kelurahanCode, own) : new CarOffer(kelurahanCode, kecamatan, cars);
    }

    /// <summary>When the cars are taken, from one day on.</summary>
    public static async Task<ILookup<Guid, TimeSlot>> TakenOf(this AppDb db, IEnumerable<Car> cars, DateOnly first, int days, CancellationToken ct)
    {
        var (ids, from, until) = (cars.Select(car => car.Id).ToArray(), CarHours.Of(first).From, CarHours.Of(first.AddDays(days - 1)).Until);
        // no booking leaves its day, so what starts in these days is all there is in them
        var taken = await db.CarRequests.Where(r => ids.Contains(r.CarId!.Value) && CarRequest.Booked.Contains(r.Status) && r.From >= from && r.From < until)
            .Select(r => new { r.CarId, r.From, r.TakenUntil }).ToListAsync(ct);
        return taken.ToLookup(row => row.CarId!.Value, row => new TimeSlot(row.From, row.TakenUntil));
    }

    /// <summary>Free times of these cars as long as what was wanted, nearest first; at most <see cref="SlotsMost"/>.</summary>
    public static async Task<FreeSlot[]> FreeNear(this AppDb db, IReadOnlyList<Car> cars, TimeSlot wanted, int passengers, DateTimeOffset now, CancellationToken ct)
    {
        var (fitting, today, day) = (cars.Where(car => car.Seats >= passengers).ToArray(), IndonesianDate.InWib(now).Day, IndonesianDate.InWib(wanted.From).Day);
        var first = day > today ? day.AddDays(-1) : today;
        var (taken, soon) = (await db.TakenOf(fitting, first, DaysLookedAt, ct), RoundUp(now));
        return
        [
            .. fitting.SelectMany(car => CarHours
                    .Nearest(wanted, Enumerable.Range(0, DaysLookedAt).SelectMany(i => CarHours.Free(first.AddDays(i), taken[car.Id], soon)))
                    .Take(PerCar).Select(slot => new FreeSlot(car.Id, car.Name, slot.From, slot.Until)))
                .OrderBy(slot => (slot.From - wanted.From).Duration()).ThenBy(slot => slot.Car, StringComparer.Ordinal).Take(SlotsMost),
        ];
    }

    /// <summary>What whoever came too late for a car is told: when it, and the others of the ward, are free.</summary>
    public static async Task<RuleViolation> Taken(this AppDb db, CarRequest lost, DateTimeOffset now, CancellationToken ct)
    {
        var offer = await db.OfferTo(lost.KelurahanCode, ct);
        var cars = offer.Cars.Any(car => car.Id == lost.CarId) ? offer.Cars : [.. offer.Cars, .. await db.Cars.AsNoTracking().Where(c => c.Id == lost.CarId && c.State == CarState.Available).ToListAsync(ct)];
        return new RuleViolation("car_taken", StatusCodes.Status409Conflict, "carId")
            .With("freeSlots", await db.FreeNear(cars, lost.When, lost.Passengers, now, ct));
    }

    /// <summary>People do not leave at 9.07.</summary>
    public static DateTimeOffset RoundUp(DateTimeOffset now) => new((now.UtcTicks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, TimeSpan.Zero);
}
