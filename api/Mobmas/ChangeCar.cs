using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>A car as its keeper writes it.</summary>
public sealed record NewCar
{
    /// <summary>Such as <c>AG 1112 AP</c>.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(Car.PlateMax, ErrorMessage = "too_long")]
    public string Plate { get; init; } = "";

    /// <summary>By which people call it: type and colour, or its ward.</summary>
    [Required(ErrorMessage = "required")]
    [Legible]
    [MaxLength(Car.NameMax, ErrorMessage = "too_long")]
    public string Name { get; init; } = "";

    /// <summary>The kelurahan it belongs to, or the kecamatan whose wards share it.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(20, ErrorMessage = "too_long")]
    public string AgencyCode { get; init; } = "";

    /// <summary>For passengers; the driver's is not counted.</summary>
    [Range(1, Car.SeatsMax, ErrorMessage = "out_of_range")]
    public required int Seats { get; init; }

    /// <summary>Kilometres.</summary>
    [Range(0, Car.OdometerMax, ErrorMessage = "out_of_range")]
    public int Odometer { get; init; }

    public CarState State { get; init; }

    /// <summary>Why it cannot be booked; needed unless it can.</summary>
    [MaxLength(Car.ReasonMax, ErrorMessage = "too_long")]
    public string? StateReason { get; init; }

    /// <summary>Until when the yearly tax is paid.</summary>
    public DateOnly? StnkDueOn { get; init; }

    public DateOnly? KirDueOn { get; init; }

    public DateOnly? InsuranceDueOn { get; init; }
}

/// <summary>Writes a car, or writes it anew. One that is not there yet has version 0, so that nobody makes another's by mistake.</summary>
public sealed record ChangeCar(Guid Id, int ExpectedVersion, NewCar Car) : ICommand<CarItem>, ITakesTurns
{
    string ITakesTurns.Turn => "cars";
}

internal sealed partial class ChangeCarHandler(AppDb db, CityWatch watch, CurrentActor actor, AdminHistory history, TimeProvider time) : IRequestHandler<ChangeCar, CarItem>
{
    public async Task<CarItem> Handle(ChangeCar request, CancellationToken cancellationToken)
    {
        var (sent, city, who, now) = (request.Car, watch.Current, actor.Value, time.Now());
        var car = await db.Cars.SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken);
        if (car is not null && !who.Keeps(car.AgencyCode))
        {
            throw RuleViolation.NotFound();
        }

        if (request.ExpectedVersion != (car?.Version ?? 0))
        {
            throw car is null ? RuleViolation.NotFound() : AppDb.Stale(car.Version);
        }

        var facts = await Checked(request.Id, sent, city, who, cancellationToken);
        var before = car?.Facts;
        if (car is null)
        {
            car = Car.Add(request.Id, facts, who, now);
            db.Cars.Add(car);
        }
        else
        {
            car.Change(facts, who, now);
        }

        history.Add(AdminSubject.Car, car.Plate, car.Version, before, car.Facts);
        return CarItem.Of(car, city, who, IndonesianDate.InWib(now).Day);
    }

    /// <exception cref="RuleViolation"><c>unknown_agency</c>, <c>invalid_plate</c>, <c>plate_taken</c> (409).</exception>
    private async Task<CarFacts> Checked(Guid id, NewCar sent, City city, Actor who, CancellationToken ct)
    {
        if (city.Agencies.GetValueOrDefault(sent.AgencyCode) is not { Kind: AgencyKind.Kelurahan or AgencyKind.Kecamatan } || !who.Keeps(sent.AgencyCode))
        {
            throw new RuleViolation("unknown_agency", field: "agencyCode");
        }

        var plate = Spaces().Replace(sent.Plate.Trim().ToUpperInvariant(), " ");
        if (!Plate().IsMatch(plate))
        {
            throw new RuleViolation("invalid_plate", field: "plate");
        }

        return await db.Cars.AnyAsync(c => c.Plate == plate && c.Id != id, ct)
            ? throw new RuleViolation("plate_taken", StatusCodes.Status409Conflict, "plate")
            : new CarFacts(plate, sent.Name.Trim(), sent.AgencyCode, sent.Seats, sent.Odometer, sent.State, sent.StateReason, sent.StnkDueOn, sent.KirDueOn, sent.InsuranceDueOn);
    }

    [GeneratedRegex("^[A-Z]{1,2} [0-9]{1,4}( [A-Z]{1,3})?$")]
    private static partial Regex Plate();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
