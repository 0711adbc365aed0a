namespace KediriLapor.House.Tests.Endpoints;

/// <summary>How one calls what Mobmas does.</summary>
public sealed partial class AccessTests
{
    /// <returns>Null where the operation is another room's.</returns>
    private async Task<HttpResponseMessage?> AtCars(string operationId, string principal, Person person)
    {
        var reporter = persons["reporter"];
        return operationId switch
        {
            "showCarAvailability" => await person.Get("mobmas/availability?kelurahan=35.71.01.1001"),
            "showCarUse" => await person.Get("mobmas/use"),
            "readCarFeed" => await person.Get("mobmas/feeds/karangan.ics"),
            "submitCarRequest" => await person.Send("POST", "mobmas/requests", Given.NewCarRequest(), ("Idempotency-Key", Guid.CreateVersion7().ToString())),
            "listCarRequests" => await person.Get("mobmas/requests"),
            "showCarRequest" => await person.Get("mobmas/requests/" + (await Given.CarRequest(reporter)).Id),
            "changeCarRequestStatus" => await CarMove(await Given.CarRequest(reporter)),
            "readCarContact" => await person.Send("POST", $"mobmas/requests/{(await Given.CarRequest(reporter)).Id}/contact-readings", new { reason = "Menanyakan letaknya" }),
            "trackCarRequest" or "withdrawCarRequest" or "showCarRequestData" or "correctCarRequestData" or "eraseCarRequestData" => await AsRequester(await Given.CarRequest(reporter)),
            "listCars" => await person.Get("mobmas/cars"),
            "showCar" => await person.Get("mobmas/cars/" + Given.Car),
            "changeCar" => await person.Send("PUT", "mobmas/cars/" + Given.Car, Given.NewCar("AG 1103 AP"), ("If-Match", "\"99\"")),
            "rotateCarFeed" => await person.Send("POST", $"mobmas/cars/{Given.Car}/feed", null, ("If-Match", "\"99\"")),
            "showCarCalendar" => await person.Get("mobmas/calendar"),
            "listCarTrips" => await person.Get("mobmas/trips"),
            "listCarContactReadings" => await person.Get("mobmas/contact-readings"),
            _ => null,
        };

        (string, string?) Secret(GivenReport request) => ("Report-Secret", principal == "reporter" ? request.Secret : null);

        Task<HttpResponseMessage> CarMove(GivenReport request) =>
            person.Send("POST", $"mobmas/requests/{request.Id}/status", new { to = "cancelled", note = "Diminta lewat telepon" }, ("If-Match", request.ETag));

        Task<HttpResponseMessage> AsRequester(GivenReport request) => operationId switch
        {
            "trackCarRequest" => person.Get("mobmas/tracking/" + request.TrackingCode, Secret(request)),
            "withdrawCarRequest" => person.Send("POST", $"mobmas/tracking/{request.TrackingCode}/cancellation", null, Secret(request), ("If-Match", request.ETag)),
            "showCarRequestData" => person.Get($"mobmas/tracking/{request.TrackingCode}/personal-data", Secret(request)),
            "correctCarRequestData" => person.Send("PUT", $"mobmas/tracking/{request.TrackingCode}/personal-data", new { phone = "081234567891" }, Secret(request)),
            _ => person.Send("DELETE", $"mobmas/tracking/{request.TrackingCode}/personal-data", null, Secret(request)),
        };
    }
}
