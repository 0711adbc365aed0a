using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Duplicates;

namespace KediriLapor.Api.Tests.Reports.Duplicates;

public sealed class SimilarTests : Story
{
    private const string Public = "/api/v1/public/reports/similar";
    private const string Officer = "petugas.dlhkp";

    private static readonly NewReport NextDoor = Given.Pollution with
    {
        Description = "Selokan bau menyengat dan airnya berwarna hitam.",
        Location = new GeoPoint { Lat = Given.InBandarLor.Lat + 0.0003, Lng = Given.InBandarLor.Lng },
    };

    [Test]
    public async Task An_officer_finds_what_tells_of_the_same_with_the_parts_of_the_score()
    {
        var (report, near) = (await Given.ReportAsync(), await Given.ReportAsync(NextDoor));
        var (far, done, other) = (
            await Given.ReportAsync(NextDoor with { Location = new GeoPoint { Lat = Given.InBandarLor.Lat + 0.004, Lng = Given.InBandarLor.Lng } }),
            await Given.ResolvedAsync(),
            await Given.ReportAsync(Given.Garbage));

        var similar = await SimilarAsync(report);

        var ids = similar.Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("report").Value("id")).ToArray();
        Assert.That(ids, Does.Contain(near.Id.ToString()));
        Assert.That(ids.Intersect(new[] { far, done, other, report }.Select(one => one.Id.ToString())), Is.Empty);
        var found = similar.Body.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("report").Value("id") == near.Id.ToString());
        var parts = found.GetProperty("parts");
        Assert.Multiple(() =>
        {
            Assert.That(found.GetProperty("score").GetDouble(), Is.InRange(Similarity.Least, 1.0));
            Assert.That(parts.GetProperty("distanceMetres").GetDouble(), Is.EqualTo(33).Within(1));
            Assert.That((parts.GetProperty("daysApart").GetDouble(), parts.Value("service")), Is.EqualTo((0.0, "same")));
            Assert.That(parts.GetProperty("text").GetDouble(), Is.InRange(0.3, 1.0));
        });
    }

    [Test]
    public async Task A_place_told_in_words_is_compared_within_its_ward()
    {
        var inWords = Given.Unclear with { Location = null, KelurahanCode = Given.BandarKidul, Description = "Ada suara aneh tiap malam." };
        var (report, other) = (await Given.ReportAsync(inWords), await Given.ReportAsync(inWords));
        var similar = await (await Given.StaffAsync("verifikator")).GetAsync(report.StaffPath + "/similar");
        Assert.That(similar.Text, Does.Contain(other.Id.ToString()).And.Contain("\"distanceMetres\":null"));
    }

    [Test]
    public async Task What_was_found_to_be_another_matter_stays_so_in_both_directions_until_it_is_taken_back()
    {
        var (one, other) = (await Given.ReportAsync(), await Given.ReportAsync(NextDoor));
        var officer = await Given.StaffAsync(Officer);
        var path = $"{one.StaffPath}/similar/{other.Id}/rejection";
        var said = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => officer.WriteAsync(HttpMethod.Put, path)));
        Assert.That(said.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await SimilarAsync(one)).Text, Does.Not.Contain(other.Id.ToString()));
        Assert.That((await SimilarAsync(other)).Text, Does.Not.Contain(one.Id.ToString()));

        (await officer.WriteAsync(HttpMethod.Delete, $"{other.StaffPath}/similar/{one.Id}/rejection")).HasStatus(HttpStatusCode.NoContent);
        Assert.That((await SimilarAsync(one)).Text, Does.Contain(other.Id.ToString()));
        (await officer.WriteAsync(HttpMethod.Put, $"{one.StaffPath}/similar/{one.Id}/rejection")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await (await Given.StaffAsync("petugas.bandar-lor")).WriteAsync(HttpMethod.Put, path)).IsProblem(HttpStatusCode.Forbidden, "permission_required");
    }

    [Test]
    public async Task The_accused_unit_finds_no_integrity_case_beside_its_own_reports()
    {
        var (own, bribe) = (await Given.ReportAsync(Given.Alley), await Given.ReportAsync(Given.Bribe));
        var secret = await Given.ReportAsync(Given.Alley with { Confidential = true });
        foreach (var userName in new[] { "petugas.bandar-lor", "camat.mojoroto" })
        {
            var staff = await Given.StaffAsync(userName);
            Assert.That((await staff.GetAsync(own.StaffPath + "/similar")).Text, Does.Not.Contain(bribe.Id.ToString()));
            (await staff.GetAsync(bribe.StaffPath + "/similar")).IsProblem(HttpStatusCode.NotFound, "not_found");
            (await staff.WriteAsync(HttpMethod.Put, $"{own.StaffPath}/similar/{bribe.Id}/rejection")).IsProblem(HttpStatusCode.NotFound, "not_found");
        }

        await Api.OutboxIsDeliveredAsync();
        foreach (var asked in new[] { "APR-PUNGLI", "JLN-LINGKUNGAN" })
        {
            var shown = await Given.Citizen.GetAsync(Near($"service={asked}&text=minta%20uang%20pungli"));
            shown.HasStatus(HttpStatusCode.OK);
            Assert.That(shown.Text, Does.Not.Contain(bribe.Id.ToString()).And.Not.Contain(secret.Id.ToString()));
        }
    }

    [Test]
    public async Task A_citizen_who_is_about_to_report_sees_what_is_reported_already_and_nothing_personal()
    {
        var report = await Given.ReportAsync(Given.Pollution with
        {
            Description = "Saya Ibu Kenari: selokan berbau.",
            Anonymous = true,
            Location = new GeoPoint { Lat = -7.8181, Lng = 112.0036 },
        });
        await Api.OutboxIsDeliveredAsync();

        var shown = await Given.Citizen.GetAsync(Near("service=LGK-CEMAR"));

        var found = shown.Body.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("report").Value("id") == report.Id.ToString());
        Assert.That(found.GetProperty("report").GetProperty("location").GetRawText(), Is.EqualTo("""{"lat":-7.818,"lng":112.004}"""), "as the public list has it");
        Assert.That(shown.Text, Does.Not.Contain("Kenari").And.Not.Contain(report.TrackingCode));
        Assert.That(shown.Body.GetProperty("items").GetArrayLength(), Is.LessThanOrEqualTo(5));
        var byWords = await Given.Citizen.GetAsync(Near("text=selokan%20tercemar%20limbah%20bau%20menyengat"));
        byWords.HasStatus(HttpStatusCode.OK);
        Assert.That((await Given.Citizen.GetAsync(Near(""))).Body.GetProperty("items").GetArrayLength(), Is.Zero, "asked about nothing");
    }

    [TestCase("lat=-7.8", "required", "lng")]
    [TestCase("lat=91&lng=112", "out_of_range", "lat")]
    [TestCase("lat=-7.8&lng=112&service=KARANGAN", "unknown_service", "service")]
    [TestCase("lat=-7.8&lng=112&q=x", "unknown_parameter", "q")]
    public async Task A_question_that_means_nothing_is_refused_by_name(string query, string code, string field) =>
        (await Given.Citizen.GetAsync($"{Public}?{query}")).IsProblem(HttpStatusCode.BadRequest, code, field);

    private static string Near(string query) => FormattableString.Invariant($"{Public}?lat={Given.InBandarLor.Lat}&lng={Given.InBandarLor.Lng}") + (query.Length == 0 ? "" : "&" + query);

    private async Task<Answer> SimilarAsync(FiledReport report)
    {
        var similar = await (await Given.StaffAsync(Officer)).GetAsync(report.StaffPath + "/similar");
        similar.HasStatus(HttpStatusCode.OK);
        return similar;
    }
}
