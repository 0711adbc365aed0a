using System.Net;
using KediriLapor.Harness;
using Npgsql;

namespace KediriLapor.Api.Tests.Mobmas;

/// <summary>A car is booked once, however many want it at the same instant.</summary>
public sealed class BookingTests : MobmasStory
{
    private const int Many = 50;

    [Test]
    public async Task Of_fifty_who_want_one_car_at_once_exactly_one_gets_it_and_the_others_are_told_the_free_times()
    {
        var officer = await Given.StaffAsync(Ward);
        // each wants another quarter of an hour, and all of them meet in 9.45
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Task.Run(() => AskAsync(With(With(With(Wish(1), "carId", OwnCar), "from", At(1, 8, i % 4 * 15)), "until", At(1, 10, i % 4 * 15)), officer))));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
        foreach (var lost in answers.Where(answer => answer.Status != HttpStatusCode.Created))
        {
            lost.IsProblem(HttpStatusCode.Conflict, "car_taken", "carId");
            Assert.That(lost.Body.GetProperty("freeSlots").GetArrayLength(), Is.Positive);
        }

        Assert.That(await BookedOnDayAsync(1), Is.EqualTo(1));
        // what was told is true: the first of them can be booked
        var slot = answers.First(answer => answer.Status == HttpStatusCode.Conflict).Body.GetProperty("freeSlots")[0];
        (await AskAsync(With(With(With(Wish(1), "carId", slot.Value("carId")), "from", slot.GetProperty("from").GetDateTimeOffset()), "until", slot.GetProperty("until").GetDateTimeOffset()), officer))
            .HasStatus(HttpStatusCode.Created);
    }

    [Test]
    public async Task Of_fifty_requests_that_are_approved_at_once_for_one_car_one_is()
    {
        var asked = new List<AskedCar>();
        for (var i = 0; i < Many; i++)
        {
            asked.Add(await AskedAsync(Wish(2)));
        }

        var answers = await Task.WhenAll(asked.Select(one => Task.Run(() => MoveAsync(one, Ward, new { to = "approved", carId = OwnCar }))));
        Assert.That(answers.Select(answer => answer.Status).Order(), Is.EqualTo(Enumerable.Repeat(HttpStatusCode.Conflict, Many - 1).Prepend(HttpStatusCode.OK)));
        Assert.That(answers.Where(answer => answer.Status == HttpStatusCode.Conflict).Select(answer => answer.Code), Is.All.EqualTo("car_taken"));
        Assert.That(await BookedOnDayAsync(2), Is.EqualTo(1));
    }

    [Test]
    public async Task Bookings_that_touch_do_not_overlap()
    {
        await ApprovedAsync(3, 8, 10);
        await ApprovedAsync(3, 10, 12);
    }

    [Test]
    public async Task What_is_cancelled_is_free_again_and_a_booking_moves_to_another_car()
    {
        var (first, second) = (await ApprovedAsync(4), await AskedAsync(Wish(4, 13, 15)));
        await MovedAsync(first, Ward, new { to = "cancelled", note = "Pemohon menelepon." });
        second = await MovedAsync(second, Camat, new { to = "approved", carId = OwnCar });
        second = await MovedAsync(second, Camat, new { to = "approved", carId = PoolCar });
        await ApprovedAsync(4, 13, 15);
        Assert.That((await TrackAsync(second)).Body.GetProperty("car").Value("plate"), Is.EqualTo("AG 1101 AP"));
    }

    [Test]
    public async Task Who_has_a_car_is_offered_no_other_time()
    {
        var waiting = await AskedAsync(Wish(8, 9, 11));
        var booked = await ApprovedAsync(8);
        var ward = await StaffAsync(Ward);
        foreach (var (asked, free, slots) in new[] { (booked, true, 0), (waiting, false, 2) })
        {
            var seen = (await ward.GetAsync(asked.StaffPath)).Body;
            Assert.That((seen.GetProperty("cars").EnumerateArray().Single().GetProperty("free").GetBoolean(), seen.GetProperty("freeSlots").GetArrayLength()), Is.EqualTo((free, slots)));
        }
    }

    [Test]
    public async Task Even_sql_books_no_car_twice_and_none_that_is_laid_up()
    {
        await ApprovedAsync(5);
        var other = await AskedAsync(Wish(5, 14, 16));
        Assert.That(
            () => Api.ExecuteAsync($"UPDATE car_requests SET status = 'Approved', car_id = '{OwnCar}', starts_at = starts_at - interval '5 hours', taken_until = ends_at, agency_code = agency_code WHERE id = '{other.Id}'"),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.ExclusionViolation));
        Assert.That(
            () => Api.ExecuteAsync($"UPDATE car_requests SET status = 'Approved', car_id = '01930000-0000-7000-8000-000000001102' WHERE id = '{other.Id}'"),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.ExclusionViolation));
        Assert.That(() => Api.ExecuteAsync($"DELETE FROM car_request_events WHERE request_id = '{other.Id}'"), Throws.TypeOf<PostgresException>());
        Assert.That(() => Api.ExecuteAsync($"UPDATE car_request_events SET actor_name = 'Lain' WHERE request_id = '{other.Id}'"), Throws.TypeOf<PostgresException>());
    }

    [Test]
    public async Task Who_saw_an_older_version_is_told_the_newer()
    {
        var asked = await AskedAsync(Wish(6));
        await MovedAsync(asked, Ward, new { to = "approved", carId = OwnCar });
        var stale = await MoveAsync(asked, Ward, new { to = "refused", reason = "tooFar", note = "Terlalu jauh." });
        stale.IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        Assert.That(stale.Body.GetProperty("currentVersion").GetInt32(), Is.EqualTo(2));
        (await (await Given.StaffAsync(Ward)).PostAsync(asked.StaffPath + "/status", new { to = "cancelled", note = "x" })).IsProblem(HttpStatusCode.PreconditionRequired, "if_match_required", "If-Match");
    }

    [Test]
    public async Task The_calendar_shows_a_pools_bookings_and_hides_whose_they_are()
    {
        var asked = await MovedAsync(await AskedAsync(Wish(7, kelurahan: Given.BandarKidul)), Camat, new { to = "approved", carId = PoolCar });
        var path = $"/api/v1/mobmas/calendar?from={At(7, 0):yyyy-MM-dd}&until={At(7, 0):yyyy-MM-dd}";
        var (camat, ward) = ((await (await Given.StaffAsync(Camat)).GetAsync(path)).Body, (await (await Given.StaffAsync(Ward)).GetAsync(path)).Body);
        foreach (var (calendar, visible) in new[] { (camat, true), (ward, false) })
        {
            var booking = calendar.GetProperty("cars").EnumerateArray().Single(car => car.Value("id") == PoolCar).GetProperty("bookings").EnumerateArray().Single();
            Assert.That((booking.Value("requestId"), booking.GetProperty("visible").GetBoolean()), Is.EqualTo((asked.Id.ToString(), visible)));
        }

        Assert.That(ward.GetProperty("cars").GetArrayLength(), Is.EqualTo(3), "its own and the two of the pool");
    }

    private Task<int> BookedOnDayAsync(int day) => Api.InDatabaseAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(
        db.CarRequests, r => r.CarId != null && r.From >= At(day, 0).ToUniversalTime() && r.From < At(day + 1, 0).ToUniversalTime()));
}
