using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Platform;

/// <summary>Whatever is sent to the most open door, the answer is a 4xx that names code and field.</summary>
public sealed class BadInputTests : Story
{
    private const string Reports = "/api/v1/reports";

    private const string Point = """ "location":{"lat":-7.818385,"lng":112.003541} """;

    private const string Words = """ "serviceCode":"SMP-ANGKUT","description":"Sampah menumpuk di pasar." """;

    private static IEnumerable<TestCaseData> RefusedByTheDoor()
    {
        yield return Refused("no service", """{"description":"Sampah menumpuk.",POINT}""", "validation_failed", "serviceCode");
        yield return Refused("empty description", """{"serviceCode":"SMP-ANGKUT","description":"",POINT}""", "validation_failed", "description");
        yield return Refused("blank description", """{"serviceCode":"SMP-ANGKUT","description":"          ",POINT}""", "validation_failed", "description");
        yield return Refused("description without width", """{"serviceCode":"SMP-ANGKUT","description":"\u200b\u200b\u200b\u200b\u200b\u200b \u2060\u2060\ufeff",POINT}""", "validation_failed", "description");
        yield return Refused("8,471 characters", """{"serviceCode":"SMP-ANGKUT","description":"LONG",POINT}""".Replace("LONG", new string('a', 8471)), "validation_failed", "description");
        yield return Refused("latitude beyond the pole", """{WORDS,"location":{"lat":-90.0000001,"lng":112.0}}""", "validation_failed", "location.lat");
        yield return Refused("long address", """{WORDS,POINT,"address":"LONG"}""".Replace("LONG", new string('a', 301)), "validation_failed", "address");
        yield return Refused("NUL in a text", """{"serviceCode":"SMP-ANGKUT","description":"Sampah\u0000menumpuk",POINT}""", "invalid_characters", "description");
        yield return Refused("NUL in a nested text", """{WORDS,POINT,"reporter":{"name":"a\u0000b"}}""", "invalid_characters", "reporter.name");
        yield return Refused("lone surrogate", """{"serviceCode":"SMP-ANGKUT","description":"Sampah \ud800 menumpuk",POINT}""", "wrong_type", "description");
        yield return Refused("number as text", """{WORDS,"location":{"lat":"-7.818385","lng":112.003541}}""", "wrong_type", "location.lat");
        yield return Refused("text as number", """{"serviceCode":"SMP-ANGKUT","description":12345,POINT}""", "wrong_type", "description");
        yield return Refused("word as bool", """{WORDS,POINT,"anonymous":"ya"}""", "wrong_type", "anonymous");
        yield return Refused("list as object", """{WORDS,"location":[-7.8,112.0]}""", "wrong_type", "location");
        yield return Refused("1e999", """{WORDS,"location":{"lat":1e999,"lng":112.0}}""", null, "location.lat");
        yield return Refused("not an id", """{WORDS,POINT,"attachmentIds":["satu"]}""", "wrong_type", "attachmentIds[0]");
        yield return Refused("half a point", """{WORDS,"location":{"lat":-7.8}}""", "required", "location.lng");
        yield return Refused("null where a text belongs", """{"serviceCode":"SMP-ANGKUT","description":null,POINT}""", "required", "description");
        yield return Refused("unknown field", """{WORDS,POINT,"status":"closed"}""", "unknown_field", "status");
        yield return Refused("unknown nested field", """{WORDS,POINT,"reporter":{"nik":"3571012345678901"}}""", "unknown_field", "reporter.nik");
        yield return Refused("duplicate field", """{WORDS,POINT,"description":"Yang kedua."}""", "duplicate_field", "description");
        yield return Refused("list", "[]", "wrong_type", "$");
        yield return Refused("text", "\"laporan\"", "wrong_type", "$");
        yield return Refused("null", "null", "bad_request", "$");
        yield return Refused("nothing", "", "bad_request", "$");
        yield return Refused("half a document", """{"serviceCode":"SMP""", "malformed_json", null);
        yield return Refused("two documents", """{WORDS,POINT} {}""", "malformed_json", null);
        yield return Refused("deep", new string('[', 100_000), null, null);
        yield return Refused("deep in a field", """{WORDS,"answers":LONG""".Replace("LONG", new string('[', 10_000)), null, null);

        static TestCaseData Refused(string name, string body, string? code, string? field) => new TestCaseData(Whole(body), code, field).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(RefusedByTheDoor))]
    public async Task A_body_is_refused_by_the_door(string body, string? code, string? field)
    {
        var answer = await PostAsync(Encoding.UTF8.GetBytes(body));
        answer.IsProblem(HttpStatusCode.BadRequest, code ?? answer.Code!, field);
    }

    [TestCase("""{"serviceCode":"TIDAK-ADA","description":"Sampah menumpuk.",POINT}""", "unknown_service", "serviceCode")]
    [TestCase("""{WORDS}""", "place_required", "location")]
    [TestCase("""{WORDS,"location":null}""", "place_required", "location")]
    [TestCase("""{WORDS,"location":{"lat":-7.75,"lng":112.2}}""", "outside_city", "location")]
    [TestCase("""{WORDS,"location":{"lat":0,"lng":0}}""", "outside_city", "location")]
    [TestCase("""{WORDS,POINT,"kelurahanCode":"35.71.01.1002"}""", "place_conflict", "kelurahanCode")]
    [TestCase("""{WORDS,"kelurahanCode":"99.99.99.9999"}""", "unknown_kelurahan", "kelurahanCode")]
    [TestCase("""{WORDS,POINT,"answers":{"warna":"biru"}}""", "unknown_question", "answers.warna")]
    [TestCase("""{WORDS,POINT,"answers":{"lamaHari":null}}""", "required", "answers.lamaHari")]
    [TestCase("""{WORDS,POINT,"answers":{"lamaHari":"a\u0000b"}}""", "invalid_characters", "answers.lamaHari")]
    [TestCase("""{"serviceCode":"JLN-RUSAK","description":"Jalan berlubang.",POINT,"answers":{"kelasJalan":"tol"}}""", "unknown_answer", "answers.kelasJalan")]
    [TestCase("""{WORDS,POINT,"attachmentIds":["0199d000-0000-7000-8000-000000000000"]}""", "unknown_attachment", "attachmentIds")]
    [TestCase("""{WORDS,POINT,"reporter":{"phone":"bukan nomor"}}""", "invalid_phone", "reporter.phone")]
    [TestCase("""{WORDS,POINT,"reporter":{"phone":"12"}}""", "invalid_phone", "reporter.phone")]
    [TestCase("""{WORDS,POINT,"reporter":{"email":"a@b\r\nBcc: c@d.id"}}""", "invalid_email", "reporter.email")]
    public async Task A_body_is_refused_by_a_rule_of_the_city(string body, string code, string field)
    {
        (await PostAsync(Encoding.UTF8.GetBytes(Whole(body)))).IsProblem(HttpStatusCode.UnprocessableEntity, code, field);
    }

    [Test]
    public async Task Bytes_that_are_not_utf8_are_refused()
    {
        byte[] body = [.. "{\"serviceCode\":\"SMP-ANGKUT\",\"description\":\"Sampah "u8, 0xC3, 0x28, 0xFF, .. " menumpuk\"}"u8];
        var answer = await PostAsync(body);
        answer.IsProblem(HttpStatusCode.BadRequest, answer.Code!);
    }

    [Test]
    public async Task A_body_beyond_a_quarter_megabyte_is_refused() =>
        (await PostAsync(Encoding.UTF8.GetBytes(Whole("""{WORDS,POINT,"address":"LONG"}""".Replace("LONG", new string('a', 300_000))))))
            .IsProblem(HttpStatusCode.RequestEntityTooLarge, "payload_too_large", "$");

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/xml")]
    [TestCase("application/json; charset=klingon")]
    [TestCase("application/json; charset=utf-7")]
    [TestCase(null)]
    public async Task A_body_that_does_not_say_json_is_not_read(string? contentType) =>
        (await PostAsync(Encoding.UTF8.GetBytes(Whole("""{WORDS,POINT}""")), contentType)).IsProblem(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type", "Content-Type");

    [Test]
    public async Task A_form_with_a_part_in_an_alphabet_that_is_switched_off_is_not_read()
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=\"file\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nx\r\n--b--\r\n"));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        (await Given.Citizen.SendAsync(HttpMethod.Post, "/api/v1/attachments", content)).IsProblem(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Test]
    public async Task A_packed_body_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[50_000_000]);
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        var answer = await Given.Citizen.SendAsync(HttpMethod.Post, Reports, content, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        answer.IsProblem(HttpStatusCode.BadRequest, "malformed_json");
    }

    [TestCase("GET", "/api/v1/tidak-ada", HttpStatusCode.NotFound, "not_found")]
    [TestCase("GET", "/api/v1/reports/bukan-id/status/lagi", HttpStatusCode.NotFound, "not_found")]
    [TestCase("DELETE", "/api/v1/services", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [TestCase("GET", "/api/v1/problems/tidak_ada", HttpStatusCode.NotFound, "not_found")]
    [TestCase("GET", "/api/v1/tracking/%01", HttpStatusCode.NotFound, "not_found")]
    [TestCase("GET", "/api/v1/tracking/..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound, "not_found")]
    [TestCase("GET", "/api/v1/wards/locate?lat=abc&lng=112", HttpStatusCode.BadRequest, "wrong_type")]
    [TestCase("GET", "/api/v1/public/reports?pageSize=banyak", HttpStatusCode.BadRequest, "wrong_type")]
    [TestCase("GET", "/api/v1/statistics/public?days=seminggu", HttpStatusCode.BadRequest, "wrong_type")]
    [TestCase("GET", "/api/v1/wards/locate?lat=-7,8&lng=112.0", HttpStatusCode.BadRequest, "wrong_type")]
    [TestCase("GET", "/api/v1/wards/locate?lat=1e999&lng=112", HttpStatusCode.BadRequest, "out_of_range")]
    [TestCase("GET", "/api/v1/wards/locate?lat=NaN&lng=112", HttpStatusCode.BadRequest, "out_of_range")]
    [TestCase("GET", "/api/v1/wards/locate?lat=-7.8", HttpStatusCode.BadRequest, "required")]
    [TestCase("GET", "/api/v1/services/suggest", HttpStatusCode.BadRequest, "required")]
    [TestCase("GET", "/api/v1/services/suggest?text=%00", HttpStatusCode.BadRequest, "invalid_characters")]
    [TestCase("GET", "/api/v1/services/suggest?text=lampu%20%ff", HttpStatusCode.BadRequest, "invalid_characters")]
    [TestCase("GET", "/api/v1/services/suggest?text=a&lat=-7.8", HttpStatusCode.BadRequest, "required")]
    [TestCase("GET", "/api/v1/services?lang=en", HttpStatusCode.BadRequest, "unknown_parameter")]
    [TestCase("GET", "/api/v1/wards?format=kml", HttpStatusCode.BadRequest, "unknown_parameter")]
    public async Task An_address_is_refused(string method, string path, HttpStatusCode status, string code) =>
        (await Given.Citizen.SendAsync(new HttpMethod(method), path, null)).IsProblem(status, code);

    [Test]
    public async Task A_text_longer_than_a_report_is_told_so_and_the_longest_report_is_heard_in_any_script()
    {
        (await SuggestAsync(new string('a', 8471))).IsProblem(HttpStatusCode.BadRequest, "too_long", "text");
        (await SuggestAsync(string.Concat(Enumerable.Repeat("ꦲꦏ꧀ ", 1250)))).HasStatus(HttpStatusCode.OK);

        Task<Answer> SuggestAsync(string text) => Given.Citizen.GetAsync("/api/v1/services/suggest?text=" + Uri.EscapeDataString(text));
    }

    [Test]
    public async Task A_path_with_nul_does_not_get_past_the_web_server() =>
        Assert.That((await Given.Citizen.GetAsync("/api/v1/tracking/%00")).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task Letters_of_all_kinds_come_back_as_they_were_written()
    {
        const string text = "Lampu mati 🔦 ꧋ꦥꦣꦩꦸ — “é” e\u0301 \u202Ekanan-kiri\u202C <script>alert(1)</script> '; DROP TABLE reports; --";
        var report = await Given.ReportAsync(Given.Pollution with { Description = text });
        var tracked = await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader);
        Assert.That(tracked.Body.Value("description"), Is.EqualTo(text));
    }

    /// <summary>The body with what is right in it written out.</summary>
    private static string Whole(string body) => body.Replace("WORDS", Words).Replace("POINT", Point);

    private async Task<Answer> PostAsync(byte[] body, string? contentType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return await Given.Citizen.SendAsync(HttpMethod.Post, Reports, content, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
    }
}
