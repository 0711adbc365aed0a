using System.Net;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Mobmas;

/// <summary>Asking for a car: what is taken in, by whom it is decided, and what is told where it cannot be.</summary>
public sealed class RequestingTests : MobmasStory
{
    [Test]
    public async Task A_citizen_asks_follows_by_code_and_secret_and_takes_it_back()
    {
        var answer = await AskAsync(Wish(1));
        answer.HasStatus(HttpStatusCode.Created);
        Assert.That((answer.Body.Value("status"), answer.Body.Value("agency")), Is.EqualTo(("requested", Given.BandarLor)));
        Assert.That(answer.Header("Location"), Does.EndWith(answer.Body.Value("trackingCode")!));
        var asked = new AskedCar(answer.Body.GetProperty("id").GetGuid(), answer.Body.Value("trackingCode")!, answer.Body.Value("secret")!, 1);

        var seen = await TrackAsync(asked);
        seen.HasStatus(HttpStatusCode.OK);
        Assert.That((seen.Body.Value("status"), seen.Body.GetProperty("mayCancel").GetBoolean(), seen.Body.Value("pickUp")), Is.EqualTo(("requested", true, "Gang 2 RT 03, depan musala")));
        Assert.That(seen.Text, Does.Not.Contain("Kenari").And.Not.Contain("1234567890"));

        var gone = await Given.Citizen.ChangeAsync(asked.TrackingPath + "/cancellation", 1, new { }, asked.SecretHeader);
        gone.HasStatus(HttpStatusCode.OK);
        Assert.That(gone.Body.Value("status"), Is.EqualTo("cancelled"));
    }

    [Test]
    public async Task Without_the_secret_there_is_nothing()
    {
        var asked = await AskedAsync(Wish(1));
        // another one, whatever it begins with
        var wrong = (asked.Secret[0] == 'X' ? "Y" : "X") + asked.Secret[1..];
        foreach (var header in new[] { ("Report-Secret", wrong), ("Report-Secret", ""), ("Lain", "lain") })
        {
            (await Given.Citizen.GetAsync(asked.TrackingPath, header)).IsProblem(HttpStatusCode.NotFound, "not_found");
        }

        (await Given.Citizen.GetAsync("/api/v1/mobmas/tracking/0000-0000-000", asked.SecretHeader)).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await Given.Citizen.GetAsync("/api/v1/tracking/" + asked.TrackingCode, asked.SecretHeader)).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_ward_without_a_car_is_offered_the_pool_of_its_kecamatan()
    {
        var free = await Given.Citizen.GetAsync($"/api/v1/mobmas/availability?kelurahan={Given.BandarKidul}&date={At(2, 8):yyyy-MM-dd}");
        free.HasStatus(HttpStatusCode.OK);
        Assert.That((free.Body.GetProperty("pool").GetBoolean(), free.Body.Value("agency")), Is.EqualTo((true, "35.71.01")));
        // of the two cars of Mojoroto one is in the workshop
        Assert.That(free.Body.Values("cars", "name"), Is.EqualTo(new[] { "Minibus putih Mojoroto" }));
        Assert.That(free.Text, Does.Not.Contain("AG 11"), "a plate is nobody's business");

        var asked = await AskedAsync(Wish(2, kelurahan: Given.BandarKidul));
        (await MoveAsync(asked, Ward, new { to = "approved", carId = PoolCar })).IsProblem(HttpStatusCode.NotFound, "not_found");
        await MovedAsync(asked, Camat, new { to = "approved", carId = PoolCar });
        Assert.That((await TrackAsync(asked)).Body.GetProperty("car").Value("plate"), Is.EqualTo("AG 1101 AP"));
    }

    [Test]
    public async Task The_kelurahan_leaves_to_the_pool_what_its_own_car_cannot_do()
    {
        var asked = await AskedAsync(Wish(3));
        (await MoveAsync(asked, Ward, new { to = "approved", carId = PoolCar })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_car", "carId");
        asked = await MovedAsync(asked, Ward, new { to = "requested", note = "Mobil kelurahan dipakai seharian." });
        (await MoveAsync(asked, Ward, new { to = "approved", carId = OwnCar })).IsProblem(HttpStatusCode.Conflict, "move_not_allowed", "to");
        (await (await Given.StaffAsync(Ward)).GetAsync(asked.StaffPath)).HasStatus(HttpStatusCode.OK);
        await MovedAsync(asked, Camat, new { to = "approved", carId = PoolCar });
    }

    [Test]
    public async Task An_urgent_medical_purpose_is_sent_to_112()
    {
        var urgent = await AskAsync(Wish(1, purpose: "urgentMedical"));
        urgent.IsProblem(HttpStatusCode.UnprocessableEntity, "urgent_medical", "purpose");
        Assert.That(urgent.Body.Value("telephone"), Is.EqualTo("112"));

        var words = With(Wish(1), "need", "Bapak saya pingsan tidak sadarkan diri dan sesak napas berat, tolong cepat");
        var heard = await AskAsync(words);
        heard.IsProblem(HttpStatusCode.UnprocessableEntity, "urgent_medical", "need");
        // what only sounded like it can be said again; the purpose cannot be talked away
        (await AskAsync(With(words, "notUrgent", true))).HasStatus(HttpStatusCode.Created);
        (await AskAsync(With(Wish(1, purpose: "urgentMedical"), "notUrgent", true))).IsProblem(HttpStatusCode.UnprocessableEntity, "urgent_medical", "purpose");
    }

    private static IEnumerable<TestCaseData> Unfit()
    {
        TestCaseData One(string field, object? value, HttpStatusCode status, string code, string named) => new TestCaseData(field, value, status, code, named).SetName($"{field}: {code}");
        const HttpStatusCode Rule = HttpStatusCode.UnprocessableEntity;
        yield return One("kelurahanCode", "35.06.01.2001", Rule, "unknown_kelurahan", "kelurahanCode");
        yield return One("from", At(-1, 8), Rule, "in_the_past", "from");
        yield return One("from", At(70, 8), Rule, "too_far_ahead", "from");
        yield return One("until", At(5, 8), Rule, "too_short_a_time", "until");
        yield return One("until", At(5, 22), Rule, "outside_service_hours", "until");
        yield return One("contact", null, Rule, "required", "contact.phone");
        yield return One("contact", new { name = "Sri" }, Rule, "required", "contact.phone");
        yield return One("contact", new { phone = "12" }, Rule, "invalid_phone", "contact.phone");
        yield return One("passengers", 12, Rule, "too_many_passengers", "passengers");
        yield return One("pickUpLocation", new { lat = -7.0, lng = 110.0 }, Rule, "outside_city", "pickUpLocation");
        yield return One("carId", OwnCar, Rule, "unknown_car", "carId");
    }

    [TestCaseSource(nameof(Unfit))]
    public async Task What_is_not_fit_names_its_field(string field, object? value, HttpStatusCode status, string code, string named) =>
        (await AskAsync(With(Wish(5), field, value))).IsProblem(status, code, named);

    [TestCase("passengers", 0)]
    [TestCase("passengers", "dua")]
    [TestCase("purpose", "piknik")]
    [TestCase("pickUp", "")]
    [TestCase("destination", "\u200b\u200b\u200b")]
    [TestCase("from", "besok")]
    [TestCase("karangan", 1)]
    public async Task What_cannot_be_read_names_its_field(string field, object value)
    {
        var refused = await AskAsync(With(Wish(5), field, value));
        Assert.That((int)refused.Status, Is.EqualTo(400).Or.EqualTo(422), refused.Text);
        Assert.That(refused.Body.GetProperty("errors").EnumerateObject().Select(error => error.Name), Does.Contain(field));
    }

    [Test]
    public async Task Sending_again_under_one_key_asks_once()
    {
        var (key, wish) = (Guid.CreateVersion7(), Wish(6));
        var (first, again) = (await AskAsync(wish, key: key), await AskAsync(wish, key: key));
        Assert.That((again.Status, again.Body.Value("secret")), Is.EqualTo((HttpStatusCode.Created, first.Body.Value("secret"))));
        (await AskAsync(Wish(7), key: key)).IsProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        (await Given.Citizen.PostAsync(Requests, wish)).IsProblem(HttpStatusCode.BadRequest, "idempotency_key_required", "Idempotency-Key");
    }

    [Test]
    public async Task Where_no_car_is_free_one_is_told_the_free_times_and_the_want_is_counted_once()
    {
        await ApprovedAsync(8);
        var key = Guid.CreateVersion7();
        for (var tried = 0; tried < 2; tried++)
        {
            var full = await AskAsync(Wish(8, 9, 11), key: key);
            full.IsProblem(HttpStatusCode.Conflict, "no_car_free", "from");
            var nearest = full.Body.GetProperty("freeSlots")[0];
            Assert.That((nearest.GetProperty("from").GetDateTimeOffset(), nearest.GetProperty("until").GetDateTimeOffset()), Is.EqualTo((At(8, 10), At(8, 12))));
        }

        var use = await Given.Citizen.GetAsync($"/api/v1/mobmas/use?from={At(8, 0):yyyy-MM-dd}&until={At(8, 0):yyyy-MM-dd}");
        use.HasStatus(HttpStatusCode.OK);
        var ward = use.Body.GetProperty("wards").EnumerateArray().Single();
        Assert.That((ward.GetProperty("noCarFree").GetInt32(), ward.GetProperty("unmet").GetInt32(), ward.GetProperty("granted").GetInt32()), Is.EqualTo((1, 1, 1)));
        Assert.That(use.Text, Does.Not.Contain("AG 11").And.Not.Contain("Gang 2"));
    }
}
