using System.Net;
using System.Net.Http.Json;
using System.Text;
using KediriLapor.Harness;
using KediriLapor.Mobmas;

namespace KediriLapor.Api.Tests.Mobmas;

/// <summary>The cars: who keeps them, their state and papers, and the calendar that a telephone subscribes to.</summary>
public sealed class CarRegisterTests : MobmasStory
{
    private const string Cars = "/api/v1/mobmas/cars";

    private static readonly object Car = new { plate = "ag 1105 ap", name = "Mobil Bandar Lor 2", agencyCode = Given.BandarLor, seats = 6, odometer = 10, state = "available" };

    [Test]
    public async Task Everybody_sees_the_cars_of_their_area()
    {
        Assert.That((await NamesAsync(Ward)).Order(), Is.EqualTo(new[] { "Minibus perak Mojoroto", "Minibus putih Mojoroto", "Mobil Bandar Lor" }));
        Assert.That(await NamesAsync(Camat), Has.Length.EqualTo(4));
        Assert.That(await NamesAsync("verifikator"), Has.Length.EqualTo(12));
        Assert.That(await NamesAsync("petugas.dpupr"), Is.Empty);
        (await (await Given.StaffAsync(Ward)).GetAsync($"{Cars}/01930000-0000-7000-8000-000000001203")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await Given.Citizen.GetAsync(Cars)).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
    }

    [Test]
    public async Task A_keeper_writes_a_car_down_once_and_only_in_the_own_area()
    {
        var (ward, path) = (await Given.StaffAsync(Ward), $"{Cars}/{Guid.CreateVersion7()}");
        var made = await ward.ReplaceAsync(path, 0, Car);
        made.HasStatus(HttpStatusCode.OK);
        Assert.That((made.Body.Value("plate"), made.Body.GetProperty("version").GetInt32()), Is.EqualTo(("AG 1105 AP", 1)));
        (await ward.ReplaceAsync(path, 0, Car)).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        (await ward.ReplaceAsync($"{Cars}/{Guid.CreateVersion7()}", 0, Car)).IsProblem(HttpStatusCode.Conflict, "plate_taken", "plate");
        (await ward.ReplaceAsync($"{Cars}/{Guid.CreateVersion7()}", 0, Changed("agencyCode", "35.71.01"))).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_agency", "agencyCode");
        (await ward.ReplaceAsync($"{Cars}/{Guid.CreateVersion7()}", 0, Changed("plate", "12 AG"))).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_plate", "plate");
        (await ward.ReplaceAsync($"{Cars}/{PoolCar}", 1, Car)).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await ward.ReplaceAsync(path, 1, Changed("state", "maintenance"))).IsProblem(HttpStatusCode.UnprocessableEntity, "reason_required", "stateReason");
        (await ward.ReplaceAsync(path, 1, Changed("state", "retired", "stateReason", "Dilelang"))).HasStatus(HttpStatusCode.OK);
        (await ward.ReplaceAsync(path, 2, Car)).IsProblem(HttpStatusCode.Conflict, "car_state_move", "state");

        var changes = await (await Given.StaffAsync("admin")).GetAsync("/api/v1/admin/changes?pageSize=100");
        Assert.That(changes.Text, Does.Contain("AG 1105 AP"));
        var history = (await ward.GetAsync(path)).Body.GetProperty("history");
        Assert.That(history.EnumerateArray().Select(entry => entry.Value("kind")), Is.EqualTo(new[] { "changed", "added" }));
    }

    [Test]
    public async Task A_car_that_breaks_down_leaves_its_bookings_to_be_found_another()
    {
        var (asked, camat) = (await MovedAsync(await AskedAsync(Wish(12, kelurahan: Given.BandarKidul)), Camat, new { to = "approved", carId = PoolCar }), await Given.StaffAsync(Camat));
        var car = await CarAsync(PoolCar);
        object Facts(string state, string? why) => new { plate = car.Value("plate"), name = car.Value("name"), agencyCode = "35.71.01", seats = 7, odometer = 41_200, state, stateReason = why };
        (await camat.ReplaceAsync($"{Cars}/{PoolCar}", car.GetProperty("version").GetInt32(), Facts("maintenance", "Mogok"))).HasStatus(HttpStatusCode.OK);

        Assert.That((await camat.GetAsync($"{Cars}/{PoolCar}")).Body.GetProperty("upcoming").GetInt32(), Is.EqualTo(1));
        var inbox = (await camat.GetAsync(Requests + "?state=approved")).Body.GetProperty("items").EnumerateArray().Single(item => item.Value("id") == asked.Id.ToString());
        Assert.That(inbox.GetProperty("carLaidUp").GetBoolean(), Is.True);
        (await AskAsync(Wish(12, kelurahan: Given.BandarKidul))).IsProblem(HttpStatusCode.Conflict, "no_car_free", "from");
        (await camat.ReplaceAsync($"{Cars}/{PoolCar}", car.GetProperty("version").GetInt32() + 1, Facts("available", null))).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task Papers_that_end_soon_are_warned_of_once()
    {
        // of the demo cars STNK of 1102, 1103 and 1303, KIR of 1104, STNK and insurance of 1202
        Assert.That(await Api.RunAsync(new WarnOfCarPapers()), Is.EqualTo(5));
        Assert.That(await Api.RunAsync(new WarnOfCarPapers()), Is.Zero);
        var car = await (await Given.StaffAsync(Ward)).GetAsync($"{Cars}/{OwnCar}");
        Assert.That(car.Body.GetProperty("history")[0].Value("kind"), Is.EqualTo("paperDue"));
        Assert.That(car.Body.GetProperty("car").Values("papers", "due"), Is.EqualTo(new[] { "soon", "later", "later" }));
    }

    [Test]
    public async Task A_telephone_subscribes_to_a_cars_calendar_by_a_secret_address_that_tells_of_nobody()
    {
        await ApprovedAsync(10);
        var camat = await Given.StaffAsync(Camat);
        var version = (await CarAsync(OwnCar)).GetProperty("version").GetInt32();
        var renewed = await camat.ChangeAsync($"{Cars}/{OwnCar}/feed", version, new { });
        renewed.HasStatus(HttpStatusCode.OK);
        var feed = await Given.Citizen.GetAsync(renewed.Body.Value("path")!);
        feed.HasStatus(HttpStatusCode.OK);
        Assert.That(feed.ContentType, Is.EqualTo("text/calendar"));

        var lines = feed.Text.Split("\r\n");
        Assert.That((lines[0], lines[^2], lines[^1]), Is.EqualTo(("BEGIN:VCALENDAR", "END:VCALENDAR", "")));
        Assert.That(lines, Is.All.Matches<string>(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n')));
        Assert.That(lines, Does.Contain("SUMMARY:Berobat terencana (Bandar Lor)").And.Contain($"DTSTART:{At(10, 8).UtcDateTime:yyyyMMdd'T'HHmmss'Z'}").And.Contain("VERSION:2.0"));
        Assert.That(feed.Text, Does.Not.Contain("Gambiran").And.Not.Contain("Gang 2").And.Not.Contain("Kenari"));

        (await camat.ChangeAsync($"{Cars}/{OwnCar}/feed", version + 1, new { })).HasStatus(HttpStatusCode.OK);
        (await Given.Citizen.GetAsync(renewed.Body.Value("path")!)).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_contact_is_read_by_who_decides_for_a_reason_and_the_requester_learns_of_it_and_has_it_erased()
    {
        var asked = await AskedAsync(Wish(11));
        var why = new { reason = "Memastikan waktu jemput" };
        (await (await Given.StaffAsync("petugas.dpupr")).PostAsync(asked.StaffPath + "/contact-readings", why)).IsProblem(HttpStatusCode.NotFound, "not_found");
        var read = await (await Given.StaffAsync(Ward)).PostAsync(asked.StaffPath + "/contact-readings", why);
        Assert.That((read.Body.Value("name"), read.Body.Value("phone")), Is.EqualTo(("Sulastri Kenari", "+6281234567890")));

        var own = await Given.Citizen.GetAsync(asked.TrackingPath + "/personal-data", asked.SecretHeader);
        Assert.That((own.Body.GetProperty("contact").Value("phone"), own.Body.GetProperty("readings")[0].Value("agency")), Is.EqualTo(("+6281234567890", Given.BandarLor)));
        Assert.That(own.Text, Does.Not.Contain("Petugas"));
        var log = await (await Given.StaffAsync("inspektorat")).GetAsync("/api/v1/mobmas/contact-readings?request=" + asked.Id);
        Assert.That(log.Body.GetProperty("items")[0].Value("reason"), Is.EqualTo("Memastikan waktu jemput"));
        Assert.That(await StoredAsync(asked), Does.Not.Contain("1234567890").And.Not.Contain("Kenari"), "it lies encrypted");

        (await Given.Citizen.SendAsync(HttpMethod.Delete, asked.TrackingPath + "/personal-data", null, asked.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
        var seen = await TrackAsync(asked);
        Assert.That((seen.Body.Value("status"), seen.Body.Value("pickUp")), Is.EqualTo(("cancelled", "")));
        Assert.That((await (await Given.StaffAsync(Ward)).PostAsync(asked.StaffPath + "/contact-readings", why)).Body.Value("phone"), Is.Null);
    }

    [Test]
    public async Task The_requester_and_nobody_else_corrects_the_contact_and_the_ward_sees_that_it_was()
    {
        var (asked, ward) = (await AskedAsync(Wish(12)), await Given.StaffAsync(Ward));
        var own = asked.TrackingPath + "/personal-data";
        var mended = new { name = "Sulastri Kenanga", phone = "0812-9999-0000" };
        (await ward.SendAsync(HttpMethod.Put, own, JsonContent.Create(mended))).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await CorrectAsync(new { name = "Sulastri" })).IsProblem(HttpStatusCode.UnprocessableEntity, "required", "phone");
        (await CorrectAsync(new { phone = "12" })).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_phone", "phone");
        (await CorrectAsync(new { phone = Phone, email = "bukan surel" })).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_email", "email");

        Assert.That((await CorrectAsync(mended)).Body.Value("phone"), Is.EqualTo("+6281299990000"));
        (await CorrectAsync(mended)).HasStatus(HttpStatusCode.OK);
        Assert.That((await ward.PostAsync(asked.StaffPath + "/contact-readings", new { reason = "Memastikan waktu jemput" })).Body.Value("name"), Is.EqualTo("Sulastri Kenanga"));
        var seen = await ward.GetAsync(asked.StaffPath);
        Assert.That(seen.Body.Values("history", "kind"), Is.EqualTo(new[] { "requested", "corrected" }), "what is the same is no correction");
        Assert.That(seen.Text, Does.Not.Contain("Kenanga").And.Not.Contain("99990000"));
        Assert.That(await StoredAsync(asked), Does.Not.Contain("99990000").And.Not.Contain("Kenanga"), "it lies encrypted");

        (await Given.Citizen.SendAsync(HttpMethod.Delete, own, null, asked.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
        (await CorrectAsync(mended)).IsProblem(HttpStatusCode.Conflict, "already_anonymised");

        Task<Answer> CorrectAsync(object contact) => Given.Citizen.SendAsync(HttpMethod.Put, own, JsonContent.Create(contact), asked.SecretHeader);
    }

    private static Dictionary<string, object?> Changed(params string[] fields)
    {
        var car = new Dictionary<string, object?> { ["plate"] = "AG 1106 AP", ["name"] = "Mobil lain", ["agencyCode"] = Given.BandarLor, ["seats"] = 6, ["odometer"] = 10, ["state"] = "available" };
        foreach (var pair in fields.Chunk(2))
        {
            car[pair[0]] = pair[1];
        }

        return car;
    }

    private async Task<string[]> NamesAsync(string userName) =>
        [.. (await (await Given.StaffAsync(userName)).GetAsync(Cars + "?pageSize=100")).Body.GetProperty("items").EnumerateArray().Select(car => car.Value("name")!).Where(name => name is not "Mobil Bandar Lor 2" and not "Mobil lain")];

    private Task<string> StoredAsync(AskedCar asked) => Api.InDatabaseAsync(async db =>
    {
        var kept = await db.CarContacts.FindAsync(asked.Id);
        return Encoding.Latin1.GetString(kept!.Sealed);
    });
}
