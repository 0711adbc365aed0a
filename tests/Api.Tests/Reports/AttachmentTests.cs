using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using KediriLapor.Harness;
using NetVips;

namespace KediriLapor.Api.Tests.Reports;

[TestFixture(FilePlace.Disk)]
[TestFixture(FilePlace.S3)]
public sealed class AttachmentTests(string place) : FileStory(place)
{
    [Test]
    public async Task A_photo_loses_the_place_the_name_and_all_else_that_is_not_picture()
    {
        var sent = Photo.TellingJpeg();
        using (var before = Image.NewFromBuffer(sent))
        {
            Assert.That(before.GetFields(), Does.Contain(Photo.GpsField), "the photo tells the place when it is sent");
        }

        var report = await ReportWithAsync(await UploadedAsync(sent));
        foreach (var size in new[] { "full", "thumb" })
        {
            var stored = await Given.Citizen.GetAsync($"{report.TrackingPath}/attachments/{report.Photo}?size={size}", report.SecretHeader);
            stored.HasStatus(HttpStatusCode.OK);
            Assert.That((stored.ContentType, stored.Header("X-Content-Type-Options"), stored.Header("Cache-Control")), Is.EqualTo(("image/jpeg", "nosniff", "no-store")));
            using var picture = Image.NewFromBuffer(stored.Bytes);
            Assert.That(picture.GetFields().Where(field => field.StartsWith("exif", StringComparison.Ordinal)), Is.Empty);
            Assert.That(Encoding.Latin1.GetString(stored.Bytes), Does.Not.Contain("Exif").And.Not.Contain("Kenari").And.Not.Contain("<script>"));
            Assert.That(picture.Width, Is.EqualTo(size == "full" ? 640 : 400));
        }
    }

    [Test]
    public async Task Where_it_was_taken_is_told_to_who_agreed_and_kept_nowhere()
    {
        var photo = Photo.TellingJpeg();
        var silent = (await Given.Citizen.UploadAsync(photo)).Body;
        var agreed = await UploadToAsync("?readPosition=true", photo);
        Assert.That(silent.GetProperty("position").ValueKind, Is.EqualTo(JsonValueKind.Null), "nobody agreed");
        Assert.That(agreed.Body.GetProperty("position").GetProperty("lat").GetDouble(), Is.EqualTo(-7.81833).Within(0.00001), agreed.Text);
        Assert.That(agreed.Body.GetProperty("position").GetProperty("lng").GetDouble(), Is.EqualTo(112.00354).Within(0.00001));
        Assert.That((await UploadToAsync("?readPosition=true", Photo.Png())).Body.GetProperty("position").ValueKind, Is.EqualTo(JsonValueKind.Null), "it does not say");
        (await UploadToAsync("?readPosition=mungkin", photo)).IsProblem(HttpStatusCode.BadRequest, "wrong_type", "readPosition");

        async Task<Answer> UploadToAsync(string query, byte[] file)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "foto.jpg" } };
            return await Given.Citizen.SendAsync(HttpMethod.Post, "/api/v1/attachments" + query, form);
        }
    }

    [Test]
    public async Task What_it_is_tells_the_content_and_not_the_name()
    {
        var uploaded = await Given.Citizen.UploadAsync(Photo.Png(), "../../etc/passwd.jpg", "text/html");
        uploaded.HasStatus(HttpStatusCode.Created);
        Assert.That((uploaded.Body.Value("contentType"), uploaded.Body.Value("width"), uploaded.Body.Value("height")), Is.EqualTo(("image/jpeg", "64", "48")));
        Assert.That(uploaded.Body.GetProperty("bytes").GetInt32(), Is.Positive);
    }

    private static IEnumerable<TestCaseData> Impostors()
    {
        yield return Named("SVG", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>"u8);
        yield return Named("HTML", "<!doctype html><script>alert(1)</script>"u8);
        yield return Named("GIF", [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]);
        yield return Named("nothing", []);
        yield return Named("half a JPEG", Photo.Jpeg(1200, 900).AsSpan(..2000));
        yield return Named("half a PNG", Photo.Png().AsSpan(..60));

        static TestCaseData Named(string name, ReadOnlySpan<byte> file) => new TestCaseData(file.ToArray()).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Impostors))]
    public async Task What_is_not_a_whole_photo_is_refused(byte[] file) =>
        (await Given.Citizen.UploadAsync(file)).IsProblem(HttpStatusCode.UnprocessableEntity, "unsupported_image", "file");

    [Test]
    public async Task A_decompression_bomb_is_refused_before_it_is_opened()
    {
        var bomb = Photo.Bomb();
        Assert.That(bomb, Has.Length.LessThan(1 << 20));

        var waited = Stopwatch.StartNew();
        (await Given.Citizen.UploadAsync(bomb)).IsProblem(HttpStatusCode.UnprocessableEntity, "image_too_large", "file");
        Assert.That(waited.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task A_picture_that_moves_is_refused() =>
        (await Given.Citizen.UploadAsync(Photo.Moving())).IsProblem(HttpStatusCode.UnprocessableEntity, "image_animated", "file");

    [Test]
    public async Task A_progressive_photo_is_taken_and_one_of_endless_scans_is_refused_before_it_is_opened()
    {
        (await Given.Citizen.UploadAsync(Photo.Progressive())).HasStatus(HttpStatusCode.Created);
        var waited = Stopwatch.StartNew();
        (await Given.Citizen.UploadAsync(Photo.Progressive(moreScans: 2000))).IsProblem(HttpStatusCode.UnprocessableEntity, "image_too_large", "file");
        Assert.That(waited.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [TestCase((10 * 1024 * 1024) + 1)]
    [TestCase(11 * 1024 * 1024)]
    public async Task Ten_megabytes_are_enough(int bytes) =>
        (await Given.Citizen.UploadAsync(new byte[bytes], headers: ("Expect", "100-continue"))).IsProblem(HttpStatusCode.RequestEntityTooLarge, "payload_too_large");

    [Test]
    public async Task A_request_without_a_form_is_refused() =>
        (await Given.Citizen.SendAsync(HttpMethod.Post, "/api/v1/attachments", null)).IsProblem(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");

    [Test]
    public async Task A_form_without_a_file_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("foto"), "keterangan" } };
        var answer = await Given.Citizen.SendAsync(HttpMethod.Post, "/api/v1/attachments", form);
        answer.IsProblem(HttpStatusCode.BadRequest, "required", "file");
    }

    [Test]
    public async Task Of_another_report_it_does_not_exist()
    {
        var (mine, other) = (await ReportWithAsync(await UploadedAsync(Photo.Jpeg())), await ReportWithAsync(await UploadedAsync(Photo.Jpeg())));
        var officer = await Given.StaffAsync("petugas.dlhkp");
        (await officer.GetAsync($"{mine.StaffPath}/attachments/{mine.Photo}")).HasStatus(HttpStatusCode.OK);

        (await officer.GetAsync($"{mine.StaffPath}/attachments/{other.Photo}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await (await Given.StaffAsync("petugas.dpupr")).GetAsync($"{mine.StaffPath}/attachments/{mine.Photo}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await Given.Citizen.GetAsync($"{mine.TrackingPath}/attachments/{other.Photo}", mine.SecretHeader)).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await Given.Citizen.GetAsync($"{mine.TrackingPath}/attachments/{mine.Photo}")).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_photo_belongs_to_one_report()
    {
        var photo = await UploadedAsync(Photo.Jpeg());
        await ReportWithAsync(photo);
        (await Given.SubmitAsync(Given.Pollution with { AttachmentIds = [photo] })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_attachment", "attachmentIds");
    }

    [Test]
    public async Task Of_two_reports_that_name_one_photo_at_once_one_gets_it()
    {
        for (var round = 0; round < 5; round++)
        {
            var photo = await UploadedAsync(Photo.Png());
            var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Given.SubmitAsync(Given.Pollution with { AttachmentIds = [photo] })));
            Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
            Assert.That((int)answers.Single(answer => answer.Status != HttpStatusCode.Created).Status, Is.EqualTo(409).Or.EqualTo(422));
        }
    }

    [Test]
    public async Task Seven_photos_are_too_many() =>
        (await Given.SubmitAsync(Given.Pollution with { AttachmentIds = [.. Enumerable.Range(0, 7).Select(_ => Guid.CreateVersion7())] }))
            .IsProblem(HttpStatusCode.BadRequest, "validation_failed", "attachmentIds");

    private async Task<Guid> UploadedAsync(byte[] file)
    {
        var answer = await Given.Citizen.UploadAsync(file);
        answer.HasStatus(HttpStatusCode.Created);
        return answer.Body.GetProperty("id").GetGuid();
    }

    private async Task<ReportWithPhoto> ReportWithAsync(Guid photo) => new(await Given.ReportAsync(Given.Pollution with { AttachmentIds = [photo] }), photo);

    private sealed record ReportWithPhoto(FiledReport Report, Guid Photo)
    {
        public string StaffPath => Report.StaffPath;

        public string TrackingPath => Report.TrackingPath;

        public (string Name, string Value) SecretHeader => Report.SecretHeader;
    }
}
