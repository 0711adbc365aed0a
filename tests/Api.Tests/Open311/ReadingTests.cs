using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KediriLapor.Harness;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests.Open311;

/// <summary>What other systems read here: discovery, catalogue and requests, in both formats, and nothing that is nobody's business.</summary>
public sealed partial class ReadingTests : Story
{
    private static readonly string[] Request =
    [
        "service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible", "service_notice", "requested_datetime",
        "updated_datetime", "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url",
    ];

    private Georeport open311 = null!;

    [OneTimeSetUp]
    public void Arrive() => open311 = new Georeport(Api);

    [OneTimeTearDown]
    public void Leave() => open311.Dispose();

    [Test]
    public async Task Discovery_names_both_endpoints_and_both_formats()
    {
        var discovery = await open311.ReadAsync("discovery", root: "/open311/");
        Assert.That(Names(discovery), Is.EquivalentTo(new[] { "changeset", "contact", "key_service", "endpoints" }));
        var endpoints = discovery.GetProperty("endpoints").EnumerateArray().ToArray();
        Assert.That(endpoints.Select(it => it.GetProperty("type").GetString()), Is.EqualTo(new[] { "production", "test" }));
        Assert.That(endpoints[0].GetProperty("url").GetString(), Is.EqualTo("http://localhost:5112/open311/v2"));
        Assert.That(endpoints[0].GetProperty("formats").EnumerateArray().Select(it => it.GetString()), Is.EqualTo(new[] { "text/xml", "application/json" }));
    }

    [Test]
    public async Task Services_and_their_definitions_are_the_catalogue()
    {
        var services = (await open311.ReadAsync("services")).EnumerateArray().ToArray();
        Assert.That(services, Has.Length.GreaterThan(100));
        Assert.That(services.Select(Names), Is.All.EquivalentTo(new[] { "service_code", "service_name", "description", "metadata", "type", "keywords", "group" }));
        Assert.That(services.Single(it => it.GetProperty("service_code").GetString() == "JLN-RUSAK").GetProperty("metadata").GetBoolean(), Is.True);
        Assert.That((await open311.ReadAsync("services?lat=-7.0&long=110.0")).GetArrayLength(), Is.Zero);

        var definition = await open311.ReadAsync("services/JLN-RUSAK");
        var attribute = definition.GetProperty("attributes")[0];
        Assert.That(Names(attribute), Is.EquivalentTo(new[] { "variable", "code", "datatype", "required", "datatype_description", "order", "description", "values" }));
        Assert.That(attribute.GetProperty("values").EnumerateArray().Select(it => it.GetProperty("key").GetString()), Does.Contain("kota"));
        Assert.That((await open311.ReadAsync("services/LAIN-LAIN")).GetProperty("attributes").GetArrayLength(), Is.Zero);
        Assert.That(Georeport.Descriptions(await open311.ReadAsync("services/KARANGAN", HttpStatusCode.NotFound), HttpStatusCode.NotFound), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_request_shows_what_everybody_may_see_at_once_and_its_words_to_nobody_without_a_key()
    {
        var report = await Given.ReportAsync(Given.Pollution with { Description = "Air selokan hitam, kata Sri 081234567890.", Address = "Gang Melati 7", Reporter = new() { Name = "Sri Wahyuni" } });
        var shown = (await open311.ReadAsync("requests/" + report.Id)).EnumerateArray().Single();
        Assert.That(Names(shown), Is.EquivalentTo(Request));
        Assert.That(shown.GetProperty("status").GetString(), Is.EqualTo("open"));
        Assert.That(shown.GetProperty("address").GetString(), Is.EqualTo("Kelurahan Bandar Lor, Kecamatan Mojoroto, Kota Kediri"));
        Assert.That(shown.GetRawText(), Does.Not.Contain("selokan").And.Not.Contain("Sri").And.Not.Contain("0812").And.Not.Contain("Melati").And.Not.Contain(report.TrackingCode));

        var keyed = (await open311.ReadAsync($"requests/{report.Id}?api_key={Uri.EscapeDataString(ApiHost.DemoApiKey)}&extensions=true")).EnumerateArray().Single();
        Assert.That(keyed.GetProperty("description").GetString(), Does.Contain("selokan hitam").And.Not.Contain("0812"));
        Assert.That(keyed.GetProperty("address").GetString(), Does.StartWith("Gang Melati 7, "));
        Assert.That(Names(keyed), Is.SupersetOf(new[] { "detailed_status", "agency_code", "group" }));
        Georeport.Descriptions(await open311.ReadAsync($"requests/{report.Id}?api_key=karangan", HttpStatusCode.Forbidden), HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task What_is_confidential_is_nowhere()
    {
        var reports = new[] { await Given.ReportAsync(Given.Pollution with { Confidential = true }), await Given.ReportAsync(Given.Bribe) };
        var open = await Given.ReportAsync();
        await Published(open);
        foreach (var report in reports)
        {
            await open311.ReadAsync("requests/" + report.Id, HttpStatusCode.NotFound);
        }

        var key = Uri.EscapeDataString(ApiHost.DemoApiKey);
        foreach (var list in new[] { await open311.ReadAsync("requests"), await open311.ReadAsync("requests?api_key=" + key) })
        {
            Assert.That(Ids(list), Does.Contain(open.Id).And.Not.Contain(reports[0].Id).And.Not.Contain(reports[1].Id));
        }

        var updates = (await open311.ReadAsync("servicerequestupdates")).EnumerateArray().Select(update => update.GetProperty("service_request_id").GetGuid()).ToArray();
        Assert.That(updates, Does.Contain(open.Id).And.Not.Contain(reports[0].Id).And.Not.Contain(reports[1].Id));
    }

    [Test]
    public async Task A_list_is_narrowed_by_what_it_is_asked_for()
    {
        var (garbage, alley) = (await Given.ReportAsync(Given.Garbage), await Given.ReportAsync(Given.Alley));
        var done = await Given.ResolvedAsync();
        await Published(garbage, alley, done);
        await Api.InDatabaseAsync(db => db.PublicReports.Where(r => r.Id == done.Id && r.Status == ReportStatus.Resolved).CountAsync());

        await Holds("", garbage, alley, done);
        await Holds("?service_code=SMP-ANGKUT,JLN-LINGKUNGAN", garbage, alley);
        await Eventually.SeeAsync(async () => Ids(await open311.ReadAsync("requests?status=closed")), ids => ids.Contains(done.Id));
        await Holds("?status=closed", done);
        await Holds("?status=open", garbage, alley);
        await Holds("?status=open,closed&agency_responsible=DLHKP", garbage, done);
        await Holds($"?service_request_id={garbage.Id},{done.Id}&status=closed&service_code=KARANGAN", garbage, done);
        await Holds("?service_code=&status=", garbage, alley, done);
        await Holds("?bbox=112.0,-7.9,112.1,-7.8", garbage, alley, done);
        await Holds("?bbox=111.0,-7.9,111.1,-7.8");
        await Holds("?lat=-7.818385&long=112.003541&radius=200", garbage, alley, done);
        await Holds("?updated_after=2026-11-24T08:00:00%2B07:00", garbage, alley, done);
        await Holds("?updated_after=2026-11-24T09:00:01+07:00");
        await Holds("?start_date=2026-11-24&end_date=2026-11-25", garbage, alley, done);
        await Holds("?start_date=2026-08-01T00:00:00Z&end_date=2026-10-29T00:00:00Z");

        async Task Holds(string query, params FiledReport[] expected)
        {
            var ids = Ids(await open311.ReadAsync("requests" + query));
            Assert.That(new[] { garbage.Id, alley.Id, done.Id }.Where(ids.Contains), Is.EquivalentTo(expected.Select(report => report.Id)), query);
        }
    }

    [Test]
    public async Task Pages_follow_one_another_and_tell_how_many_there_are()
    {
        await Published(await Given.ReportAsync(Given.Alley), await Given.ReportAsync(Given.Alley), await Given.ReportAsync(Given.Alley));
        var all = Ids(await open311.ReadAsync("requests?service_code=JLN-LINGKUNGAN"));
        var first = await open311.GetAsync(Georeport.Root + "requests.json?service_code=JLN-LINGKUNGAN&page=1&page_size=2");
        Assert.That(first.Header("X-Total-Count"), Is.EqualTo(all.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var read = Ids(first.Body).ToList();
        for (var next = Next(first); next is not null;)
        {
            var page = await open311.GetAsync(next);
            read.AddRange(Ids(page.Body));
            next = Next(page);
        }

        Assert.That(read, Is.EqualTo(all));
        Assert.That(Ids(await open311.ReadAsync("requests?service_code=JLN-LINGKUNGAN&page=2&page_size=2")), Is.EqualTo(all[2..4]).Or.EqualTo(all[2..]));
        Assert.That(Ids(await open311.ReadAsync("requests?service_code=JLN-LINGKUNGAN&sort=requested_datetime")), Is.EqualTo(all.Reverse()));
        Assert.That(Ids(await open311.ReadAsync("requests?service_code=JLN-LINGKUNGAN&max_requests=1")), Is.EqualTo(all[..1]));

        static string? Next(Answer answer) => answer.Header("Link") is { } link ? NextLink().Match(link).Groups[1].Value : null;
    }

    [TestCase("requests?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z", "at most 90 days")]
    [TestCase("requests?start_date=kemarin", "start_date")]
    [TestCase("requests?start_date=2026-11-02&end_date=2026-11-01", "before")]
    [TestCase("requests?status=karangan", "status")]
    [TestCase("requests?lat=-7.8", "long was not provided")]
    [TestCase("requests?lat=-7,8&long=112", "lat must be a number")]
    [TestCase("requests?page_size=1001", "page_size")]
    [TestCase("requests?page=9000&page_size=1000", "narrow")]
    [TestCase("requests?page=1.5", "whole number")]
    [TestCase("requests?radius=100", "lat and long")]
    [TestCase("requests?updated_after=2026-01-01", "at most 90 days")]
    [TestCase("requests?bbox=1,2", "bbox: ")]
    [TestCase("requests?sort=karangan", "sort")]
    [TestCase("servicerequestupdates?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z", "at most 90 days")]
    public async Task What_is_asked_wrongly_is_told_with_its_limit(string path, string told) => Assert.That(
        Georeport.Descriptions(await open311.ReadAsync(path, HttpStatusCode.BadRequest), HttpStatusCode.BadRequest).Single(), Does.Contain(told));

    [TestCase("requests?start_date=9999-12-31")]
    [TestCase("requests?updated_after=9999-12-31")]
    [TestCase("requests?end_date=0001-01-02")]
    [TestCase("servicerequestupdates?start_date=9999-12-31")]
    public async Task A_window_at_the_end_of_the_calendar_is_no_error(string path) =>
        Assert.That((await open311.ReadAsync(path, HttpStatusCode.OK)).ValueKind, Is.EqualTo(JsonValueKind.Array));

    [Test]
    public async Task What_is_not_there_is_an_error_in_the_format_asked_for()
    {
        foreach (var path in new[] { "requests/karangan", "requests/" + Guid.CreateVersion7(), "tokens/karangan", "services/KARANGAN" })
        {
            Georeport.Descriptions(await open311.ReadAsync(path, HttpStatusCode.NotFound), HttpStatusCode.NotFound);
        }

        foreach (var path in new[] { "/open311/v2/karangan.json", "/open311/v2/karangan.xml", "/open311/v2/services.yaml", "/open311" })
        {
            var answer = await open311.GetAsync(path);
            Assert.That((answer.Status, answer.ContentType), Is.EqualTo((HttpStatusCode.NotFound, path.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/xml")), path);
        }
    }

    [Test]
    public async Task A_token_that_is_no_good_is_refused_in_the_format_asked_for()
    {
        foreach (var format in new[] { "xml", "json" })
        {
            var answer = await open311.GetAsync($"{Georeport.Root}services.{format}", ("Authorization", "Bearer karangan"));
            Assert.That((answer.Status, answer.ContentType), Is.EqualTo((HttpStatusCode.Forbidden, format == "xml" ? "text/xml" : "application/json")));
            Assert.That(answer.Text, Does.Match("code>403<|\"code\":403"));
        }
    }

    [Test]
    public async Task A_method_that_is_none_is_refused_in_the_format_asked_for()
    {
        var answer = await open311.SendAsync(HttpMethod.Put, Georeport.Root + "requests.json");
        Assert.That(Georeport.Descriptions(answer.Body, HttpStatusCode.MethodNotAllowed), Has.Length.EqualTo(1));
        Assert.That(answer.Header("Allow"), Does.StartWith("GET"));
        Assert.That((await open311.SendAsync(HttpMethod.Post, Georeport.Root + "services.xml")).ContentType, Is.EqualTo("text/xml"));
    }

    [Test]
    public async Task A_page_of_any_site_may_ask_and_no_cookie_is_asked_of_it()
    {
        var asked = await open311.SendAsync(
            HttpMethod.Options, Georeport.Root + "requests.json", ("Origin", "https://warga.contoh"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization"));
        Assert.That((asked.Status, asked.Header("Access-Control-Allow-Origin"), asked.Header("Access-Control-Allow-Credentials")), Is.EqualTo((HttpStatusCode.NoContent, "*", (string?)null)));
        foreach (var path in new[] { "services.json", "requests/karangan.json", "requests.json?api_key=karangan" })
        {
            var answer = await open311.GetAsync(Georeport.Root + path, ("Origin", "https://warga.contoh"));
            Assert.That((answer.Header("Access-Control-Allow-Origin"), answer.Header("Access-Control-Expose-Headers")), Is.EqualTo(("*", answer.Header("Access-Control-Expose-Headers"))), path);
            Assert.That(answer.Header("Access-Control-Expose-Headers"), Does.Contain("Link").And.Contain("Retry-After"));
        }
    }

    [Test]
    public async Task Who_has_an_answer_already_is_told_that_it_still_holds()
    {
        foreach (var path in new[] { "/open311/discovery.xml", Georeport.Root + "services.json", Georeport.Root + "services/JLN-RUSAK.xml", Georeport.Root + "requests.json?service_code=KARANGAN" })
        {
            var tag = (await open311.GetAsync(path)).Header("ETag")!;
            var again = await open311.GetAsync(path, ("If-None-Match", tag));
            Assert.That((again.Status, again.Text, again.Header("ETag")), Is.EqualTo((HttpStatusCode.NotModified, "", tag)), path);
        }

        Assert.That((await open311.GetAsync($"{Georeport.Root}requests.json?api_key={ApiHost.DemoApiKey}")).Header("ETag"), Is.Null, "what is told to a client is kept nowhere");
    }

    [Test]
    public async Task A_merged_id_keeps_answering_and_names_the_one_that_goes_on()
    {
        var (merged, survivor) = (await Given.ReportAsync(), await Given.ReportAsync());
        var officer = await Given.StaffAsync("petugas.dlhkp");
        await Published(merged, survivor);
        Assert.That((await officer.ChangeAsync(merged.StaffPath + "/merge", merged.Version, new { into = survivor.Id })).Status, Is.EqualTo(HttpStatusCode.OK));
        var shown = await Eventually.SeeAsync(
            async () => (await open311.ReadAsync($"requests/{merged.Id}?extensions=true"))[0], it => it.GetProperty("status").GetString() == "closed");
        Assert.That(shown.GetProperty("service_request_id").GetGuid(), Is.EqualTo(merged.Id));
        Assert.That(shown.GetProperty("status_notes").GetString(), Does.Contain(survivor.Id.ToString()));
        Assert.That(shown.GetProperty("detailed_status").GetString(), Is.EqualTo("duplicate"));
        Assert.That(Ids(await open311.ReadAsync("requests?status=open")), Does.Contain(survivor.Id).And.Not.Contain(merged.Id));
    }

    private static string[] Names(JsonElement record) => [.. record.EnumerateObject().Select(property => property.Name)];

    private static Guid[] Ids(JsonElement requests) => [.. requests.EnumerateArray().Select(request => request.GetProperty("service_request_id").GetGuid())];

    private async Task Published(params FiledReport[] reports)
    {
        var ids = reports.Select(report => report.Id).ToArray();
        Assert.That(await Eventually.SeeAsync(() => Api.InDatabaseAsync(db => db.PublicReports.CountAsync(r => ids.Contains(r.Id))), count => count == ids.Length), Is.EqualTo(ids.Length));
    }

    [GeneratedRegex("<([^>]+)>; rel=\"next\"")]
    private static partial Regex NextLink();
}
