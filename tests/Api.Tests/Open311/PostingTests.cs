using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using KediriLapor.Api.Tests.Reports;
using KediriLapor.Harness;
using KediriLapor.ServiceCatalog;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace KediriLapor.Api.Tests.Open311;

/// <summary>What other systems send here becomes a report as any other, and what they send wrongly is told as the standard tells it.</summary>
public sealed class PostingTests : Story
{
    private const string Requests = Georeport.Root + "requests.json";

    private static readonly (string, string) Key = ("api_key", ApiHost.DemoApiKey);
    private static readonly (string, string)[] Place = [("lat", "-7.818385"), ("long", "112.003541")];

    private Georeport open311 = null!;
    private WebApplication pictures = null!;
    private string pictureUrl = "";

    [OneTimeSetUp]
    public async Task Arrive()
    {
        open311 = new Georeport(Api);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "").ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        pictures = builder.Build();
        pictures.MapGet("/foto.jpg", () => Results.Bytes(Photo.Jpeg(), "image/jpeg"));
        pictures.MapGet("/teks", () => Results.Text("bukan foto"));
        pictures.MapGet("/pindah", () => Results.Redirect("/foto.jpg"));
        await pictures.StartAsync();
        pictureUrl = pictures.Urls.First();
    }

    [OneTimeTearDown]
    public async Task Leave()
    {
        open311.Dispose();
        await pictures.DisposeAsync();
    }

    protected override Task<(string Key, string? Value)[]> SettingsAsync() => Task.FromResult<(string, string?)[]>([("Open311:AllowLocalMedia", "true")]);

    [Test]
    public async Task A_form_becomes_a_report_that_says_which_client_sent_it()
    {
        var answer = await open311.PostAsync(
            Requests, Key, ("jurisdiction_id", "kedirikota.go.id"), ("service_code", "JLN-RUSAK"), Place[0], Place[1], ("address_string", "Jl. KDP Slamet"), ("email", "sri@contoh.invalid"),
            ("device_id", "tt222111"), ("account_id", "123456"), ("first_name", "Sri"), ("last_name", "Wahyuni"), ("phone", "081234567890"),
            ("description", "Lubang dalam\ndi depan pasar"), ("attribute[kelasJalan]", "kota"), ("attribute[easting]", "1"), ("karangan", "x"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        var taken = answer.Body.EnumerateArray().Single();
        Assert.That(taken.EnumerateObject().Select(it => it.Name), Is.EquivalentTo(new[] { "service_request_id", "service_notice", "account_id" }));
        Assert.That(taken.GetProperty("service_notice").GetString(), Does.Contain("DPUPR").Or.Contain("Pekerjaan Umum"));
        Assert.That(answer.Header("Location"), Is.EqualTo($"/open311/v2/requests/{taken.GetProperty("service_request_id").GetString()}.json"));
        await open311.ReadAsync("requests/" + taken.GetProperty("service_request_id").GetString());

        var report = await Seen(taken, "verifikator");
        Assert.That(report.GetProperty("channel").GetString(), Is.EqualTo("api"));
        Assert.That(report.GetProperty("history")[0].GetProperty("actor").GetString(), Is.EqualTo("Klien demo"));
        Assert.That(report.GetProperty("answers")[0].GetProperty("value").GetString(), Is.EqualTo("Jalan kota"));
        Assert.That(report.GetProperty("agency").GetProperty("code").GetString(), Is.EqualTo("DPUPR"));
    }

    [Test]
    public async Task A_multipart_form_with_files_repeated_attributes_and_pictures_elsewhere_becomes_one_too()
    {
        using var file = new ByteArrayContent(Photo.Jpeg());
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(ApiHost.DemoApiKey), "api_key" }, { new StringContent("JLN-RUSAK"), "service_code" }, { new StringContent("-7.818385"), "lat" },
            { new StringContent("112.003541"), "long" }, { new StringContent("Lubang dalam di depan pasar"), "description" },
            { new StringContent("Jalan kota"), "attribute[kelasjalan][]" }, { new StringContent("kota"), "attribute[kelasjalan][]" },
            { file, "photo1", "a.jpg" }, { new StringContent(pictureUrl + "/foto.jpg"), "media_url" }, { new StringContent(pictureUrl + "/teks"), "media_url" },
            { new StringContent(pictureUrl + "/pindah"), "media_url" }, { new StringContent("data:image/jpeg;base64," + Convert.ToBase64String(Photo.Jpeg())), "media" },
        };
        var answer = await open311.PostAsync(Requests + "?extensions=true", form);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        var taken = answer.Body[0];
        Assert.That(taken.GetProperty("service_notice").GetString(), Does.EndWith("2 foto tidak dapat diambil."), "one is no picture, one lies behind a redirect");
        Assert.That((await Seen(taken, "verifikator")).GetProperty("attachments").GetArrayLength(), Is.EqualTo(3));

        var tracked = await Given.Citizen.GetAsync(
            "/api/v1/tracking/" + taken.GetProperty("tracking_code").GetString(), ("Report-Secret", taken.GetProperty("tracking_secret").GetString()!));
        Assert.That(tracked.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_large_picture_may_come_in_base64()
    {
        // what follows the end of a picture is no part of it
        var picture = Convert.ToBase64String([.. Photo.Jpeg(), .. new byte[6_000_000]]);
        var answer = await open311.PostAsync(Requests, Key, ("service_code", "SMP-ANGKUT"), Place[0], Place[1], ("media", picture));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        Assert.That((await Seen(answer.Body[0], "verifikator")).GetProperty("attachments").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_picture_on_a_private_address_is_not_fetched_and_the_report_is_taken_all_the_same()
    {
        await using var strict = await ApiHost.StartDemoAsync(Clock, Api.Database);
        using var client = new Georeport(strict);
        foreach (var url in new[] { pictureUrl + "/foto.jpg", "http://169.254.169.254/latest/meta-data", "http://[::1]/x", "ftp://contoh.invalid/x", "http://user@contoh.invalid/x" })
        {
            var answer = await client.PostAsync(Requests, Key, ("service_code", "SMP-ANGKUT"), Place[0], Place[1], ("media_url", url));
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
            Assert.That(answer.Body[0].GetProperty("service_notice").GetString(), Does.EndWith("1 foto tidak dapat diambil."), url);
        }
    }

    [Test]
    public async Task What_is_taken_is_told_alike_in_both_formats()
    {
        (string, string)[] request = [Key, ("service_code", "SMP-ANGKUT"), Place[0], Place[1]];
        Assert.That((await open311.TakenAsync("requests", request)).EnumerateArray().Single().EnumerateObject().Count(), Is.EqualTo(3));
        Assert.That((await open311.TakenAsync("requests?extensions=true", request))[0].TryGetProperty("tracking_secret", out _), Is.True);
    }

    [Test]
    public async Task A_form_that_breaks_off_or_is_in_an_alphabet_that_nobody_reads_is_its_senders_fault()
    {
        const string Part = "--b\r\nContent-Disposition: form-data; name=\"description\"\r\n";
        foreach (var (body, type) in new[]
        {
            ($"{Part}\r\nLubang", "multipart/form-data; boundary=b"), ("x", "multipart/form-data; boundary=b"), ("x", "multipart/form-data"),
            ($"{Part}Content-Type: text/plain; charset=utf-7\r\n\r\nLubang\r\n--b--\r\n", "multipart/form-data; boundary=b"), ("a=b", "application/x-www-form-urlencoded; charset=utf-7"),
            ("a=%00", "application/x-www-form-urlencoded"), (string.Join('&', Enumerable.Range(0, 2000).Select(n => $"a{n}=1")), "application/x-www-form-urlencoded"),
        })
        {
            await open311.RefusedAsync("requests", HttpStatusCode.BadRequest, () =>
            {
                var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                return content;
            });
        }
    }

    [Test]
    public async Task All_of_it_may_stand_in_the_address()
    {
        var answer = await open311.SendAsync(HttpMethod.Post, $"{Requests}?api_key={ApiHost.DemoApiKey}&service_code=SMP-ANGKUT&lat=-7.818385&long=112.003541");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        Georeport.Descriptions(await open311.RefusedAsync("requests", HttpStatusCode.Forbidden, () => new ByteArrayContent([])), HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task A_description_has_4000_characters_whatever_they_are_and_stays_legible_in_XML()
    {
        (string, string)[] request = [Key, ("service_code", "SMP-ANGKUT"), Place[0], Place[1]];
        var long4000 = string.Concat(Enumerable.Repeat("\U0001F600", 3999)) + "\u0001";
        var taken = (await open311.PostAsync(Requests, [.. request, ("description", long4000)])).Body[0];
        await Refused(HttpStatusCode.BadRequest, "description: at most 4000", [.. request, ("description", long4000 + "x")]);
        var path = $"{Georeport.Root}requests/{taken.GetProperty("service_request_id").GetString()}.xml?api_key={ApiHost.DemoApiKey}";
        var described = System.Xml.Linq.XDocument.Parse((await open311.GetAsync(path)).Text).Descendants("description").Single().Value;
        Assert.That(described, Is.EqualTo(long4000.Replace('\u0001', '\uFFFD')));
    }

    [Test]
    public async Task What_shows_nothing_is_nothing()
    {
        var taken = (await open311.PostAsync(Requests, Key, ("service_code", "SMP-ANGKUT"), Place[0], Place[1], ("description", "\u200b\u2060\u200b\ufeff\u200b\u200b"))).Body[0];
        Assert.That((await Seen(taken, "verifikator")).GetProperty("description").GetString(), Does.StartWith("Sampah menumpuk"));
    }

    [Test]
    public async Task Who_reports_an_emergency_is_told_to_call()
    {
        var answer = await open311.PostAsync(Requests, Key, ("service_code", "DAR-KEBAKARAN"), Place[0], Place[1]);
        Assert.That(answer.Body[0].GetProperty("service_notice").GetString(), Does.StartWith("Keadaan darurat: telepon 112 sekarang. "));
        var services = (await open311.ReadAsync("services")).EnumerateArray().ToArray();
        Assert.That(Described("DAR-KEBAKARAN"), Does.StartWith("Keadaan darurat: telepon 112 sekarang. "));
        Assert.That(Described("SMP-ANGKUT"), Does.Not.Contain("112"));

        string? Described(string code) => services.Single(it => it.GetProperty("service_code").GetString() == code).GetProperty("description").GetString();
    }

    [Test]
    public async Task A_place_is_a_point_or_words_or_a_kelurahan()
    {
        var words = await open311.PostAsync(Requests, Key, ("service_code", "SMP-ANGKUT"), ("address_string", "depan pasar Bandar"), ("description", "Sampah menumpuk"));
        Assert.That(words.Status, Is.EqualTo(HttpStatusCode.OK), words.Text);
        Assert.That((await Seen(words.Body[0], "verifikator")).GetProperty("address").GetString(), Is.EqualTo("depan pasar Bandar"));
        var ward = await open311.PostAsync(Requests, Key, ("service_code", "SMP-ANGKUT"), ("address_id", Given.BandarLor));
        Assert.That((await Seen(ward.Body[0], "verifikator")).GetProperty("kelurahan").GetProperty("code").GetString(), Is.EqualTo(Given.BandarLor));
    }

    [Test]
    public async Task What_is_wrong_is_told_with_its_status_in_the_format_asked_for()
    {
        await Refused(HttpStatusCode.Forbidden, "api_key was not provided", ("service_code", "SMP-ANGKUT"));
        await Refused(HttpStatusCode.Forbidden, "api_key is not valid", ("api_key", "karangan"));
        await Refused(HttpStatusCode.Forbidden, "reports:write", ("api_key", await ReadingKey()), ("service_code", "SMP-ANGKUT"), Place[0], Place[1]);
        await Refused(HttpStatusCode.BadRequest, "service_code was not provided", Key);
        await Refused(HttpStatusCode.NotFound, "KARANGAN", Key, ("service_code", "KARANGAN"));
        await Refused(HttpStatusCode.BadRequest, "place", Key, ("service_code", "SMP-ANGKUT"));
        await Refused(HttpStatusCode.BadRequest, "long was not provided", Key, ("service_code", "SMP-ANGKUT"), ("lat", "-7.8"));
        await Refused(HttpStatusCode.BadRequest, "lat must be a number", Key, ("service_code", "SMP-ANGKUT"), ("lat", "NaN"), ("long", "112"));
        await Refused(HttpStatusCode.BadRequest, "lat, long: ", Key, ("service_code", "SMP-ANGKUT"), ("lat", "-7.0"), ("long", "110.0"));
        await Refused(HttpStatusCode.BadRequest, "lamaHari: ", Key, ("service_code", "SMP-ANGKUT"), Place[0], Place[1], ("attribute[lamaHari]", new string('x', 100_000)));
        await Refused(HttpStatusCode.BadRequest, "kelasJalan", Key, ("service_code", "JLN-RUSAK"), Place[0], Place[1], ("attribute[kelasJalan]", "karangan"));
        await Refused(HttpStatusCode.BadRequest, "4000", Key, ("service_code", "SMP-ANGKUT"), Place[0], Place[1], ("description", new string('x', 4001)));
        await Refused(HttpStatusCode.BadRequest, "phone: ", Key, ("service_code", "SMP-ANGKUT"), Place[0], Place[1], ("phone", "12"));
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.That((await open311.PostAsync(Requests, json)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_question_that_has_to_be_answered_is_named()
    {
        await Api.InDatabaseAsync(async db =>
        {
            var service = await db.Services.SingleAsync(s => s.Code == "JLN-TROTOAR");
            var question = service.Questions[0];
            service.Questions = [new ServiceQuestion { Code = question.Code, Text = question.Text, Required = true, Choices = question.Choices }];
            return await db.SaveChangesAsync();
        });
        var answer = await Eventually.SeeAsync(
            () => open311.PostAsync(Requests, Key, ("service_code", "JLN-TROTOAR"), Place[0], Place[1]), it => it.Status == HttpStatusCode.BadRequest);
        Assert.That(Georeport.Descriptions(answer.Body, HttpStatusCode.BadRequest), Is.EqualTo(new[] { "kelasJalan required" }));
        Assert.That((await open311.ReadAsync("services/JLN-TROTOAR")).GetProperty("attributes")[0].GetProperty("required").GetBoolean(), Is.True);
    }

    [Test]
    public async Task A_request_sent_again_under_its_key_is_one_report()
    {
        var key = Guid.CreateVersion7().ToString();
        var ids = new List<string?>();
        for (var sent = 0; sent < 2; sent++)
        {
            using var form = new FormUrlEncodedContent([new("api_key", ApiHost.DemoApiKey), new("service_code", "SMP-ANGKUT"), new("lat", "-7.818385"), new("long", "112.003541")]);
            var answer = await Given.Citizen.SendAsync(HttpMethod.Post, Requests, form, ("Idempotency-Key", key));
            ids.Add(answer.Body[0].GetProperty("service_request_id").GetString());
        }

        Assert.That(ids.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_test_endpoint_checks_and_routes_and_no_officer_ever_sees_it()
    {
        var before = await Api.InDatabaseAsync(db => db.Reports.CountAsync());
        var answer = await open311.PostAsync(Georeport.Test + "requests.json", Key, ("service_code", "SMP-ANGKUT"), Place[0], Place[1], ("description", "Hanya mencoba, telepon 081234567890"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        var id = answer.Body[0].GetProperty("service_request_id").GetString();
        Assert.That(answer.Header("Location"), Is.EqualTo($"/open311/test/v2/requests/{id}.json"));

        var shown = (await open311.ReadAsync("requests/" + id, root: Georeport.Test))[0];
        Assert.That(shown.GetProperty("agency_responsible").GetString(), Is.Not.Null);
        Assert.That((await open311.ReadAsync("requests", root: Georeport.Test)).GetArrayLength(), Is.EqualTo(1));
        await open311.ReadAsync("tokens/" + id, root: Georeport.Test);
        await open311.ReadAsync("requests/" + id, HttpStatusCode.NotFound);
        Assert.That(await Api.InDatabaseAsync(db => db.Reports.CountAsync()), Is.EqualTo(before));
        Assert.That(await Api.InDatabaseAsync(db => db.Outbox.CountAsync(message => message.SubjectId == Guid.Parse(id!))), Is.Zero);

        (string, string)[] update = [Key, ("service_request_id", id!), ("update_id", "u1"), ("updated_datetime", "2026-11-24T09:00:00+07:00"), ("status", "NO_FURTHER_ACTION")];
        Assert.That((await open311.PostAsync(Georeport.Test + "servicerequestupdates.json", update)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await open311.ReadAsync("requests/" + id, root: Georeport.Test))[0].GetProperty("status").GetString(), Is.EqualTo("closed"));
        Assert.That((await open311.ReadAsync("servicerequestupdates", root: Georeport.Test)).GetArrayLength(), Is.EqualTo(1));
        Assert.That((await open311.PostAsync(Georeport.Test + "requests.json", Key, ("service_code", "KARANGAN"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task Refused(HttpStatusCode status, string told, params (string, string)[] fields) =>
        Assert.That(Georeport.Descriptions(await open311.RefusedAsync("requests", status, fields), status).Single(), Does.Contain(told));

    private async Task<JsonElement> Seen(JsonElement taken, string userName)
    {
        var answer = await (await Given.StaffAsync(userName)).GetAsync("/api/v1/reports/" + taken.GetProperty("service_request_id").GetString());
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return answer.Body;
    }

    private async Task<string> ReadingKey()
    {
        var made = await (await Given.StaffAsync("admin")).PostAsync(
            "/api/v1/admin/clients", new { clientId = "pembaca", name = "Pembaca", scopes = new[] { "reports:read" } }, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        return made.Body.GetProperty("secret").GetString()!;
    }
}
