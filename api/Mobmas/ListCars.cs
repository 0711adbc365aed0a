using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>The cars of the actor's area, by name.</summary>
public sealed record ListCars(int PageSize, string? After) : IQuery<Page<CarItem>>;

/// <param name="Agency">The kelurahan it belongs to, or the kecamatan whose wards share it.</param>
/// <param name="Odometer">Kilometres.</param>
/// <param name="Out">It is on the road.</param>
/// <param name="MayKeep">The actor says what it is and what state it is in.</param>
/// <param name="HasFeed">Somebody has the address of its calendar.</param>
public sealed record CarItem(
    Guid Id, string Plate, string Name, Named Agency, int Seats, int Odometer, CarState State, string? StateReason, CarState[] NextStates, bool Out, IReadOnlyList<CarPaperItem> Papers, bool MayKeep,
    bool HasFeed, int Version)
{
    internal static CarItem Of(Car car, City city, Actor who, DateOnly today) => new(
        car.Id, car.Plate, car.Name, city.AgencyNamed(car.AgencyCode)!, car.Seats, car.Odometer, car.State, car.StateReason, Car.Next(car.State), car.OutFor is not null,
        [.. car.Papers.Select(paper => CarPaperItem.Of(paper.Paper, paper.DueOn, today))], who.Keeps(car.AgencyCode), car.FeedHash is not null, car.Version);
}

/// <param name="Due">Whether it has ended, or ends within 30 days.</param>
public sealed record CarPaperItem(CarPaper Paper, DateOnly DueOn, CarPaperDue Due)
{
    internal static CarPaperItem Of(CarPaper paper, DateOnly dueOn, DateOnly today) =>
        new(paper, dueOn, dueOn < today ? CarPaperDue.Over : dueOn <= today.AddDays(Car.WarnDays) ? CarPaperDue.Soon : CarPaperDue.Later);
}

public enum CarPaperDue
{
    Later,

    Soon,

    Over,
}

internal sealed class ListCarsHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ListCars, Page<CarItem>>
{
    private sealed record Key(string Name, Guid Id);

    public async Task<Page<CarItem>> Handle(ListCars request, CancellationToken cancellationToken)
    {
        var (city, who, today) = (watch.Current, actor.Value, IndonesianDate.InWib(time.Now()).Day);
        var cars = db.Cars.AsNoTracking().VisibleTo(who, city.SharedWith(who));
        cars = Cursor.Read<Key>(request.After) is { } after ? cars.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Name, c.Id), ValueTuple.Create(after.Name, after.Id))) : cars;
        var rows = await cars.OrderBy(c => c.Name).ThenBy(c => c.Id).Take(request.PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, car => CarItem.Of(car, city, who, today), car => new Key(car.Name, car.Id));
    }
}
