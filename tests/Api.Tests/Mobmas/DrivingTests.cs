using System.Net;
using KediriLapor.Mobmas;

namespace KediriLapor.Api.Tests.Mobmas;

/// <summary>The log book, what time does, and what is counted from it; the days go by in the order of the tests.</summary>
public sealed class DrivingTests : MobmasStory
{
    [Test, Order(1)]
    public async Task A_trip_is_driven_and_logged_and_the_car_is_free_for_the_rest()
    {
        var asked = await ApprovedAsync(1, 8, 12);
        (await MoveAsync(asked, Ward, new { to = "underWay", driver = "Budi", odometer = 22_410 })).IsProblem(HttpStatusCode.Conflict, "move_not_allowed", "to");

        Clock.SetUtcNow(At(1, 8).ToUniversalTime());
        (await MoveAsync(asked, Ward, new { to = "underWay", driver = "Budi" })).IsProblem(HttpStatusCode.UnprocessableEntity, "required", "odometer");
        (await MoveAsync(asked, Ward, new { to = "underWay", odometer = 22_410 })).IsProblem(HttpStatusCode.UnprocessableEntity, "required", "driver");
        (await MoveAsync(asked, Ward, new { to = "underWay", driver = "Budi", odometer = 22_409 })).IsProblem(HttpStatusCode.UnprocessableEntity, "odometer_back", "odometer");
        (await MoveAsync(asked, Ward, new { to = "underWay", driver = "Budi", odometer = 22_410, at = At(1, 9) })).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "at");
        asked = await MovedAsync(asked, Ward, new { to = "underWay", driver = "Budi", odometer = 22_412 });
        Assert.That((await CarAsync(OwnCar)).GetProperty("out").GetBoolean(), Is.True);
        (await Given.Citizen.SendAsync(HttpMethod.Delete, asked.TrackingPath + "/personal-data", null, asked.SecretHeader)).IsProblem(HttpStatusCode.Conflict, "move_not_allowed");

        Clock.SetUtcNow(At(1, 10).ToUniversalTime());
        (await MoveAsync(asked, Ward, new { to = "done", odometer = 22_400 })).IsProblem(HttpStatusCode.UnprocessableEntity, "odometer_back", "odometer");
        (await MoveAsync(asked, Ward, new { to = "done", odometer = 99_999 })).IsProblem(HttpStatusCode.UnprocessableEntity, "odometer_jump", "odometer");
        await MovedAsync(asked, Ward, new { to = "done", odometer = 22_437, fuelLitres = 5.5, fuelCost = 55_000, note = "Ban kempis di jalan." });
        await ApprovedAsync(1, 11, 12);

        var log = await (await StaffAsync(Ward)).GetAsync($"/api/v1/mobmas/trips?car={OwnCar}");
        var trip = log.Body.GetProperty("items").EnumerateArray().Single();
        Assert.That(
            (trip.GetProperty("kilometres").GetInt32(), trip.GetProperty("fuelLitres").GetDouble(), trip.GetProperty("fuelCost").GetInt32(), trip.Value("driver")), Is.EqualTo((25, 5.5, 55_000, "Budi")));
        Assert.That((await CarAsync(OwnCar)).GetProperty("odometer").GetInt32(), Is.EqualTo(22_437));
        var seen = await TrackAsync(asked);
        Assert.That((seen.Body.Value("status"), seen.Body.Value("car")), Is.EqualTo(("done", (string?)null)));
        Assert.That(seen.Text, Does.Not.Contain("Budi").And.Not.Contain("kempis"), "a driver's name and notes are for colleagues");
    }

    [Test, Order(2)]
    public async Task Nobody_came()
    {
        var asked = await ApprovedAsync(2);
        Clock.SetUtcNow(At(2, 8, 30).ToUniversalTime());
        await MovedAsync(asked, Ward, new { to = "noShow" });
        Assert.That((await TrackAsync(asked)).Body.Value("status"), Is.EqualTo("noShow"));
    }

    [Test, Order(3)]
    public async Task What_nobody_decides_is_over_when_its_time_comes_and_counts_as_unmet()
    {
        var asked = await AskedAsync(Wish(3));
        Clock.SetUtcNow(At(3, 7, 59).ToUniversalTime());
        Assert.That(await Api.RunAsync(new RefuseUndecidedCarRequests()), Is.Zero);
        Clock.SetUtcNow(At(3, 8).ToUniversalTime());
        Assert.That(await Api.RunAsync(new RefuseUndecidedCarRequests()), Is.EqualTo(1));
        var seen = await TrackAsync(asked);
        Assert.That((seen.Body.Value("status"), seen.Body.Value("reason")), Is.EqualTo(("refused", "notDecided")));
    }

    [Test, Order(4)]
    public async Task Use_is_counted_by_car_and_by_ward()
    {
        var use = await Given.Citizen.GetAsync($"/api/v1/mobmas/use?from={At(1, 0):yyyy-MM-dd}&until={At(3, 0):yyyy-MM-dd}");
        use.HasStatus(HttpStatusCode.OK);
        var car = use.Body.GetProperty("cars").EnumerateArray().Single(one => one.Value("car") == "Mobil Bandar Lor");
        // two hours of the four that were booked, and the hour after; the one who did not come took nothing
        Assert.That(
            (car.GetProperty("bookedHours").GetDouble(), car.GetProperty("availableHours").GetDouble(), car.GetProperty("trips").GetInt32(), car.GetProperty("kilometres").GetInt32(), car.GetProperty("noShows").GetInt32()),
            Is.EqualTo((3.0, 45.0, 1, 25, 1)));
        var ward = use.Body.GetProperty("wards").EnumerateArray().Single();
        Assert.That((ward.GetProperty("requests").GetInt32(), ward.GetProperty("granted").GetInt32(), ward.GetProperty("unmet").GetInt32()), Is.EqualTo((4, 2, 1)));
        Assert.That(use.Body.GetProperty("cars").EnumerateArray().Single(one => one.Value("car") == "Minibus perak Mojoroto").GetProperty("availableHours").GetDouble(), Is.Zero, "in the workshop");
        Assert.That(use.Text, Does.Not.Contain("AG 1").And.Not.Contain("Budi").And.Not.Contain("Gambiran"));
        (await Given.Citizen.GetAsync("/api/v1/mobmas/use?from=2026-01-01&until=2027-06-01")).IsProblem(HttpStatusCode.BadRequest, "out_of_range", "until");
    }

    [Test, Order(5)]
    public async Task After_a_year_nobody_can_tell_who_was_driven()
    {
        var asked = await AskedAsync(Wish(5));
        asked = await MovedAsync(asked, Ward, new { to = "refused", reason = "tooFar", note = "Bu Sulastri, terlalu jauh." });
        var ended = Clock.GetUtcNow();
        Clock.SetUtcNow(ended.AddDays(365).AddMinutes(-1));
        await Api.RunAsync(new AnonymiseEndedCarRequests());
        Assert.That((await TrackAsync(asked)).Body.Value("pickUp"), Is.Not.Empty, "not a minute sooner");
        Clock.SetUtcNow(ended.AddDays(365));
        Assert.That(await Api.RunAsync(new AnonymiseEndedCarRequests()), Is.GreaterThanOrEqualTo(1));
        Assert.That(await Api.RunAsync(new AnonymiseEndedCarRequests()), Is.Zero);

        var seen = await TrackAsync(asked);
        Assert.That((seen.Body.Value("status"), seen.Body.Value("pickUp"), seen.Body.Value("destination"), seen.Body.Value("need")), Is.EqualTo(("refused", "", "", (string?)null)));
        Assert.That(seen.Text, Does.Not.Contain("Sulastri"));
        var own = await Given.Citizen.GetAsync(asked.TrackingPath + "/personal-data", asked.SecretHeader);
        Assert.That(own.Body.Value("contact"), Is.Null);
    }
}
