using System.Net;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.ServiceCatalog;

public sealed class ServicesTests : Story
{
    private const string Services = "/api/v1/services";

    [Test]
    public async Task All_services_are_listed_with_group_and_questions()
    {
        var services = (await Given.Citizen.GetAsync(Services)).Body.GetProperty("items").EnumerateArray().ToDictionary(service => service.Value("code")!);

        Assert.That(services, Has.Count.EqualTo(await Api.CountAsync("services WHERE active")).And.Count.GreaterThan(100));
        Assert.That(services["DAR-KEBAKARAN"].Value("emergency"), Is.EqualTo("true"));
        Assert.That((services["PPA-KB"].Value("confidential"), services["PPA-KB"].Value("group")), Is.EqualTo(("true", "PPA")));
        var question = services["JLN-RUSAK"].GetProperty("questions").EnumerateArray().Single();
        Assert.That((question.Value("code"), question.Value("required")), Is.EqualTo(("kelasJalan", "false")));
        Assert.That(question.Values("choices", "value"), Does.Contain("gang"));
    }

    [Test]
    public async Task A_service_and_its_group_are_named_in_English_too_wherever_they_are_named()
    {
        var road = (await Given.Citizen.GetAsync(Services)).Body.GetProperty("items").EnumerateArray().Single(service => service.Value("code") == "LGK-CEMAR");
        Assert.That((road.Value("nameEn"), road.GetProperty("group").Value("nameEn")), Is.EqualTo(("Pollution, effluent", "Waste and environment")));
        var report = await Given.ReportAsync(Given.Pollution);
        var tracked = (await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body;
        Assert.That(tracked.GetProperty("service").Value("nameEn"), Is.EqualTo(road.Value("nameEn")));
        Assert.That(tracked.GetProperty("kelurahan").TryGetProperty("nameEn", out _), Is.False);
    }

    [Test]
    public async Task A_question_its_choices_and_the_answer_are_told_in_English_too()
    {
        var service = (await Given.Citizen.GetAsync(Services)).Body.GetProperty("items").EnumerateArray().Single(one => one.Value("code") == "PJU-PADAM");
        var question = service.GetProperty("questions")[0];
        Assert.That((question.Value("textEn"), question.Values("choices", "textEn")[0]), Is.EqualTo(("Where is the light?", "Beside a main road")));
        var answers = new Dictionary<string, string> { ["letakLampu"] = "jalan", ["nomorTiang"] = "17 B" };
        var report = await Given.ReportAsync(Given.Garbage with { ServiceCode = "PJU-PADAM", Answers = answers });
        var detail = (await (await Given.StaffAsync("verifikator")).GetAsync(report.StaffPath)).Body;
        Assert.That(detail.Values("answers", "textEn")[0], Is.EqualTo("Where is the light?"));
        Assert.That(detail.Values("answers", "valueEn"), Is.EqualTo(new[] { "Beside a main road", null }), "words of the reporter's own are as they are");
    }

    [Test]
    public async Task Who_has_the_current_list_is_sent_nothing()
    {
        var first = await Given.Citizen.GetAsync(Services);
        Assert.That(first.Header("Cache-Control"), Does.StartWith("public"));

        var again = await Given.Citizen.GetAsync(Services, ("If-None-Match", first.Header("ETag")!));

        Assert.That((again.Status, again.Bytes.Length, again.Header("ETag")), Is.EqualTo((HttpStatusCode.NotModified, 0, first.Header("ETag"))));
        (await Given.Citizen.GetAsync(Services, ("If-None-Match", "\"lain\""))).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task An_edit_in_the_database_shows_within_seconds_under_a_new_tag()
    {
        var before = await Given.Citizen.GetAsync(Services);
        await Api.ExecuteAsync("UPDATE services SET name = 'Lampu taman padam' WHERE code = 'PJU-PADAM'");

        var after = await Eventually.SeeAsync(
            () => Given.Citizen.GetAsync(Services, ("If-None-Match", before.Header("ETag")!)), answer => answer.Status == HttpStatusCode.OK);

        after.HasStatus(HttpStatusCode.OK);
        Assert.That(after.Text, Does.Contain("Lampu taman padam"));
        Assert.That(after.Header("ETag"), Is.Not.EqualTo(before.Header("ETag")));
    }

    [Test]
    public async Task A_service_that_was_closed_takes_no_new_report()
    {
        await Api.ExecuteAsync("UPDATE services SET active = false WHERE code = 'BUD-PUSTAKA'");
        var closed = await Eventually.SeeAsync(
            () => Given.SubmitAsync(Given.Garbage with { ServiceCode = "BUD-PUSTAKA" }), answer => answer.Status != HttpStatusCode.Created);
        closed.IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_service", "serviceCode");
        Assert.That((await Given.Citizen.GetAsync(Services)).Text, Does.Not.Contain("BUD-PUSTAKA"));
    }

    [TestCase("lampu jalan depan rumah mati sudah seminggu", "PJU-PADAM", false)]
    [TestCase("tolong ada kebakaran rumah di gang sebelah", "DAR-KEBAKARAN", true)]
    [TestCase("sampah numpuk ora diangkut", "SMP-ANGKUT", false)]
    public async Task A_text_is_understood(string text, string service, bool emergency)
    {
        var heard = (await Given.Citizen.GetAsync($"{Services}/suggest?text={Uri.EscapeDataString(text)}")).Body;
        Assert.That(heard.GetProperty("suggestions").GetArrayLength(), Is.InRange(1, 3));
        Assert.That(heard.Values("suggestions", "code"), Does.Contain(service));
        Assert.That(heard.GetProperty("suggestions").EnumerateArray().Select(s => s.GetProperty("score").GetDouble()), Is.Ordered.Descending.And.All.InRange(0, 1));
        Assert.That(heard.GetProperty("emergency").GetBoolean(), Is.EqualTo(emergency));
    }

    [Test]
    public async Task A_kelurahan_named_in_a_text_is_heard()
    {
        var heard = (await Given.Citizen.GetAsync($"{Services}/suggest?text={Uri.EscapeDataString("selokan mampet di Kelurahan Bandar Lor RT 3")}")).Body;
        Assert.That(heard.Values("places", "kelurahan"), Does.Contain(Given.BandarLor));
    }

    [Test]
    public async Task A_text_without_meaning_gets_no_suggestion()
    {
        var heard = await Given.Citizen.GetAsync($"{Services}/suggest?text=%20");
        heard.HasStatus(HttpStatusCode.OK);
        Assert.That(heard.Body.GetProperty("suggestions").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_text_longer_than_a_report_is_refused() =>
        (await Given.Citizen.GetAsync($"{Services}/suggest?text={new string('a', 5001)}")).IsProblem(HttpStatusCode.BadRequest, "too_long", "text");
}
