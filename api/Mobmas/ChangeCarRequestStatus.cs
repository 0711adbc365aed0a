using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>A move of a request; which moves are open, and what each demands, is told by <c>moves</c> of the request.</summary>
public sealed record NewCarRequestStatus
{
    /// <summary><c>requested</c> leaves it to the pool of the kecamatan.</summary>
    public required CarRequestStatus To { get; init; }

    /// <summary>The car that is booked.</summary>
    public Guid? CarId { get; init; }

    public CarRefusal? Reason { get; init; }

    /// <summary>To the requester; at the end of a trip to colleagues.</summary>
    [MaxLength(CarRequest.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }

    [MaxLength(CarTrip.DriverMax, ErrorMessage = "too_long")]
    public string? Driver { get; init; }

    /// <summary>When the car left or came in; absent for now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Kilometres, as it stood then.</summary>
    [Range(0, Car.OdometerMax, ErrorMessage = "out_of_range")]
    public int? Odometer { get; init; }

    [Range(0.0, 200.0, ErrorMessage = "out_of_range")]
    public double? FuelLitres { get; init; }

    /// <summary>Rupiah.</summary>
    [Range(0, 10_000_000, ErrorMessage = "out_of_range")]
    public int? FuelCost { get; init; }
}

public sealed record ChangeCarRequestStatus(Guid RequestId, int ExpectedVersion, NewCarRequestStatus Change) : ICommand<CarRequestStanding>;

/// <summary>Where a request stands after a change.</summary>
public sealed record CarRequestStanding(CarRequestStatus Status, int Version, CarRequestStatus[] AllowedNext)
{
    internal static CarRequestStanding Of(CarRequest request, Actor who, DateTimeOffset now) =>
        new(request.Status, request.Version, request.Next(CarRequestEdges.RolesOf(who, request.AgencyCode), now));
}

internal sealed class ChangeCarRequestStatusHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ChangeCarRequestStatus, CarRequestStanding>
{
    public async Task<CarRequestStanding> Handle(ChangeCarRequestStatus request, CancellationToken cancellationToken)
    {
        var (change, who, now) = (request.Change, actor.Value, time.Now());
        var wanted = await db.CarRequests.Include(r => r.Trip).VisibleTo(who).SingleOrDefaultAsync(r => r.Id == request.RequestId, cancellationToken) ?? throw RuleViolation.NotFound();
        if (wanted.Version != request.ExpectedVersion)
        {
            throw AppDb.Stale(wanted.Version);
        }

        var (roles, note) = (CarRequestEdges.RolesOf(who, wanted.AgencyCode), string.IsNullOrWhiteSpace(change.Note) ? null : change.Note.Trim());
        switch (change.To)
        {
            case CarRequestStatus.Requested:
                wanted.LeaveToPool(watch.Current.Kelurahan[wanted.KelurahanCode].KecamatanCode, note, roles, who, now);
                break;
            case CarRequestStatus.Approved:
                wanted.Approve(await Offered(wanted, change.CarId, who, cancellationToken), note, roles, who, now);
                break;
            case CarRequestStatus.Refused:
                wanted.Refuse(change.Reason, note, roles, who, now);
                break;
            case CarRequestStatus.Cancelled:
                wanted.Cancel(note, roles, who, now);
                break;
            case CarRequestStatus.UnderWay:
                wanted.Depart(await Booked(wanted, cancellationToken), Given(change.Driver, "driver"), At(change, now), Given(change.Odometer, "odometer"), roles, who, now);
                break;
            case CarRequestStatus.NoShow when wanted.Trip is null:
                wanted.MissRequester(note, roles, who, now);
                break;
            case CarRequestStatus.Done or CarRequestStatus.NoShow:
                wanted.Return(
                    await Booked(wanted, cancellationToken), new TripReturn(At(change, now), Given(change.Odometer, "odometer"), (decimal?)change.FuelLitres, change.FuelCost, note),
                    change.To, roles, who, now);
                break;
        }

        return CarRequestStanding.Of(wanted, who, now);
    }

    /// <summary>One's own car, of the ward or of its kecamatan.</summary>
    private async Task<Car> Offered(CarRequest wanted, Guid? carId, Actor who, CancellationToken ct)
    {
        var (id, kecamatan) = (carId ?? throw new RuleViolation("required", field: "carId"), watch.Current.Kelurahan[wanted.KelurahanCode].KecamatanCode);
        return await db.Cars.SingleOrDefaultAsync(c => c.Id == id && (c.AgencyCode == wanted.KelurahanCode || c.AgencyCode == kecamatan), ct) is { } car && who.Keeps(car.AgencyCode)
            ? car
            : throw new RuleViolation("unknown_car", field: "carId");
    }

    /// <summary>Asked for before it is known whether there is one: where none is booked, the move itself is refused.</summary>
    private async Task<Car> Booked(CarRequest wanted, CancellationToken ct) =>
        wanted.CarId is { } id ? await db.Cars.SingleAsync(c => c.Id == id, ct)
        : throw new RuleViolation("move_not_allowed", StatusCodes.Status409Conflict, "to").With("allowedNext", wanted.Next(CarRequestEdges.RolesOf(actor.Value, wanted.AgencyCode), time.Now()));

    private static DateTimeOffset At(NewCarRequestStatus change, DateTimeOffset now) => change.At?.ToUniversalTime() ?? now;

    private static string Given(string? text, string field) => string.IsNullOrWhiteSpace(text) ? throw new RuleViolation("required", field: field) : text.Trim();

    private static int Given(int? number, string field) => number ?? throw new RuleViolation("required", field: field);
}
