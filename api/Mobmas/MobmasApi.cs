using System.Text;
using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Notifications;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using KediriLapor.Reports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Mobmas;

/// <summary>Mobmas, the free cars of the wards: asked for by citizens, decided and driven by the wards, counted in public (docs/decisions/0034).</summary>
public static class MobmasApi
{
    private const string Calendar = "text/calendar";

    public static IServiceCollection AddMobmas(this IServiceCollection services) => services
        .AddSingleton<CarContactVault>()
        .AddSubject<CarRequestSubject>()
        .AddScheduled<TellOfCars>("5/10 * * * * ?")
        .AddScheduled<RefuseUndecidedCarRequests>("20 0/5 * * * ?")
        .AddScheduled<WarnOfCarPapers>("0 30 6 * * ?")
        .AddScheduled<AnonymiseEndedCarRequests>("0 40 2 * * ?");

    public static void MapMobmas(this IEndpointRouteBuilder api)
    {
        var mobmas = api.MapGroup("/mobmas").WithTags("Mobmas");
        mobmas.MapGet("/availability", Availability).WithName("showCarAvailability").AllowAnyone().AllowsQuery("kelurahan", "date");
        mobmas.MapGet("/use", Use).WithName("showCarUse").AllowAnyone().AllowsQuery("from", "until");
        mobmas.MapGet("/feeds/{token}.ics", Feed).WithName("readCarFeed").AllowAnyone().Counted(RouteClass.Track).AllowsQuery().Produces<string>(200, Calendar).Refuses(404);

        var requests = mobmas.MapGroup("/requests");
        requests.MapPost("", Submit).WithName("submitCarRequest").AllowAnyone().Counted(RouteClass.Submit).Refuses(400, 409, 422);
        requests.MapGet("", List).WithName("listCarRequests").RequirePermission(Permission.ReadCars).AllowsQuery("state", "kelurahan", "car", "since", "pageSize", "after");
        requests.MapGet("/{id:guid}", Show).WithName("showCarRequest").RequirePermission(Permission.ReadCars).AllowsQuery().Refuses(404);
        requests.MapPost("/{id:guid}/status", ChangeStatus).WithName("changeCarRequestStatus").RequirePermission(Permission.HandleCars).Refuses(400, 404, 409, 412, 422, 428);
        // POST, because every reading writes a row of the log
        requests.MapPost("/{id:guid}/contact-readings", ReadContact).WithName("readCarContact").RequirePermission(Permission.ReadCars).Refuses(400, 404);

        var tracking = mobmas.MapGroup("/tracking/{trackingCode}").Counted(RouteClass.Track);
        tracking.MapGet("", Track).WithName("trackCarRequest").AllowAnyone().AllowsQuery().Refuses(404);
        tracking.MapPost("/cancellation", Cancel).WithName("withdrawCarRequest").AllowAnyone().Refuses(400, 404, 409, 412, 428);
        tracking.MapGet("/personal-data", ShowData).WithName("showCarRequestData").AllowAnyone().AllowsQuery().Refuses(404);
        tracking.MapPut("/personal-data", CorrectData).WithName("correctCarRequestData").AllowAnyone().Refuses(400, 404, 409, 412, 422);
        tracking.MapDelete("/personal-data", EraseData).WithName("eraseCarRequestData").AllowAnyone().Refuses(404, 409);

        var cars = mobmas.MapGroup("/cars");
        cars.MapGet("", Cars).WithName("listCars").RequirePermission(Permission.ReadCars, Permission.ManageReferenceData).AllowsQuery("pageSize", "after");
        cars.MapGet("/{id:guid}", ShowCar).WithName("showCar").RequirePermission(Permission.ReadCars, Permission.ManageReferenceData).AllowsQuery().Refuses(404);
        cars.MapPut("/{id:guid}", ChangeCar).WithName("changeCar").RequirePermission(Permission.HandleCars, Permission.ManageReferenceData).Refuses(400, 404, 409, 412, 422, 428);
        cars.MapPost("/{id:guid}/feed", RenewFeed).WithName("rotateCarFeed").RequirePermission(Permission.HandleCars, Permission.ManageReferenceData).Refuses(400, 404, 412, 428);
        mobmas.MapGet("/calendar", ShowCalendar).WithName("showCarCalendar").RequirePermission(Permission.ReadCars).AllowsQuery("from", "until");
        mobmas.MapGet("/trips", Trips).WithName("listCarTrips").RequirePermission(Permission.ReadCars).AllowsQuery("car", "since", "until", "pageSize", "after");
        mobmas.MapGet("/contact-readings", Readings).WithName("listCarContactReadings").RequirePermission(Permission.ReadAuditLog).AllowsQuery("request", "pageSize", "after");
    }

    private static async Task<Ok<CarAvailability>> Availability(IMediator mediator, CancellationToken cancellationToken, string? kelurahan = null, DateOnly? date = null) =>
        TypedResults.Ok(await mediator.Send(new ShowCarAvailability(kelurahan, date), cancellationToken));

    private static async Task<Ok<CarUse>> Use(HttpContext http, IMediator mediator, CancellationToken cancellationToken, DateOnly? from = null, DateOnly? until = null)
    {
        var use = await mediator.Send(new ShowCarUse(from, until), cancellationToken);
        http.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(use);
    }

    private static async Task<ContentHttpResult> Feed(string token, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var calendar = await mediator.Send(new ReadCarFeed(token), cancellationToken);
        http.Response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.Text(calendar, Calendar, Encoding.UTF8);
    }

    private static async Task<Created<CarRequestReceipt>> Submit(NewCarRequest request, HttpContext http, IMediator mediator, Persistence.Replay replay, CancellationToken cancellationToken)
    {
        var receipt = await mediator.Send(new SubmitCarRequest(request, Idempotency.Key(http.Request)), cancellationToken);
        Idempotency.Tell(http.Response, replay.Happened);
        ETag.Set(http.Response, receipt.Version);
        return TypedResults.Created("/api/v1/mobmas/tracking/" + receipt.TrackingCode, receipt);
    }

    private static async Task<Ok<Page<CarRequestItem>>> List(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken,
        [FromQuery] string[]? state = null, string? kelurahan = null, Guid? car = null, DateOnly? since = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(
            new ListCarRequests(Queries.Enums<CarRequestStatus>(state, "state"), kelurahan, car, since, Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<CarRequestDetail>> Show(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = await mediator.Send(new ShowCarRequest(id), cancellationToken);
        ETag.Set(http.Response, request.Version);
        return TypedResults.Ok(request);
    }

    private static async Task<Ok<CarRequestStanding>> ChangeStatus(Guid id, NewCarRequestStatus change, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new ChangeCarRequestStatus(id, ETag.Expected(http.Request), change), cancellationToken));

    private static async Task<Ok<Contact>> ReadContact(Guid id, NewCarContactReading purpose, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadCarContact(id, purpose.Reason), cancellationToken));

    private static async Task<Ok<TrackedCarRequest>> Track(string trackingCode, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = await mediator.Send(new TrackCarRequest(trackingCode, ReporterDoor.SecretOf(http.Request)), cancellationToken);
        ETag.Set(http.Response, request.Version);
        return TypedResults.Ok(request);
    }

    private static async Task<Ok<CarRequestStanding>> Cancel(string trackingCode, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Standing(http, await mediator.Send(new CancelCarRequest(trackingCode, ReporterDoor.SecretOf(http.Request), ETag.Expected(http.Request)), cancellationToken));

    private static async Task<Ok<CarRequestDataHeld>> ShowData(string trackingCode, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowCarRequestData(trackingCode, ReporterDoor.SecretOf(http.Request)), cancellationToken));

    private static async Task<Ok<Contact>> CorrectData(string trackingCode, ReporterDetails contact, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CorrectCarRequestData(trackingCode, ReporterDoor.SecretOf(http.Request), contact), cancellationToken));

    private static async Task<NoContent> EraseData(string trackingCode, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EraseCarRequestData(trackingCode, ReporterDoor.SecretOf(http.Request)), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Page<CarItem>>> Cars(HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListCars(Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<CarDetail>> ShowCar(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var car = await mediator.Send(new ShowCar(id), cancellationToken);
        ETag.Set(http.Response, car.Car.Version);
        return TypedResults.Ok(car);
    }

    private static async Task<Ok<CarItem>> ChangeCar(Guid id, NewCar car, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var changed = await mediator.Send(new ChangeCar(id, ETag.Expected(http.Request), car), cancellationToken);
        ETag.Set(http.Response, changed.Version);
        return TypedResults.Ok(changed);
    }

    private static async Task<Ok<CarFeedAddress>> RenewFeed(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var address = await mediator.Send(new RenewCarFeed(id, ETag.Expected(http.Request)), cancellationToken);
        ETag.Set(http.Response, address.Version);
        return TypedResults.Ok(address);
    }

    private static async Task<Ok<CarCalendar>> ShowCalendar(IMediator mediator, CancellationToken cancellationToken, DateOnly? from = null, DateOnly? until = null) =>
        TypedResults.Ok(await mediator.Send(new ShowCarCalendar(from, until), cancellationToken));

    private static async Task<Ok<Page<CarTripItem>>> Trips(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, Guid? car = null, DateOnly? since = null, DateOnly? until = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListCarTrips(car, since, until, Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Ok<Page<CarContactReadingItem>>> Readings(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, Guid? request = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListCarContactReadings(request, Cursor.PageSize(pageSize), after), cancellationToken));

    private static Ok<CarRequestStanding> Standing(HttpContext http, CarRequestStanding standing)
    {
        ETag.Set(http.Response, standing.Version);
        return TypedResults.Ok(standing);
    }
}
