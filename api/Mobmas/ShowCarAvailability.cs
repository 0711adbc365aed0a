using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Mobmas;

/// <summary>The cars that a ward is offered, and when they are free on one day (WIB).</summary>
public sealed record ShowCarAvailability(string? Kelurahan, DateOnly? Date) : IQuery<CarAvailability>;

/// <param name="Pool">The ward has no car of its own in service: those of its kecamatan are offered.</param>
/// <param name="Agency">Who decides.</param>
/// <param name="LastDate">The last day for which one can ask.</param>
public sealed record CarAvailability(Named Kelurahan, Named Agency, bool Pool, DateOnly Date, DateOnly LastDate, TimeOnly Opens, TimeOnly Closes, IReadOnlyList<FreeCar> Cars);

public sealed record FreeCar(Guid Id, string Name, int Seats, IReadOnlyList<FreeTime> Free);

public sealed record FreeTime(DateTimeOffset From, DateTimeOffset Until);

internal sealed class ShowCarAvailabilityHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ShowCarAvailability, CarAvailability>
{
    public async Task<CarAvailability> Handle(ShowCarAvailability request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var kelurahan = city.Kelurahan.GetValueOrDefault(request.Kelurahan ?? throw Bad("required", "kelurahan")) ?? throw Bad("unknown_kelurahan", "kelurahan");
        var (today, last) = (IndonesianDate.InWib(now).Day, IndonesianDate.InWib(now + CarHours.Ahead).Day);
        var day = request.Date ?? today;
        if (day < today || day > last)
        {
            throw Bad("out_of_range", "date").With("min", today).With("max", last);
        }

        var offer = await db.OfferTo(kelurahan.Code, cancellationToken);
        var (taken, soon) = (await db.TakenOf(offer.Cars, day, 1, cancellationToken), FreeCars.RoundUp(now));
        return new CarAvailability(
            city.KelurahanNamed(kelurahan.Code)!, city.AgencyNamed(offer.AgencyCode)!, offer.IsPool, day, last, CarHours.Opens, CarHours.Closes,
            [.. offer.Cars.Select(car => new FreeCar(car.Id, car.Name, car.Seats, [.. CarHours.Free(day, taken[car.Id], soon).Select(slot => new FreeTime(slot.From, slot.Until))]))]);
    }

    private static RuleViolation Bad(string code, string field) => new(code, StatusCodes.Status400BadRequest, field);
}
