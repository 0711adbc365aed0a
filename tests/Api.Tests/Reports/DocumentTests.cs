using System.Net;
using System.Text;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports;

/// <summary>PDFs are for staff: from them, and to nobody else.</summary>
[TestFixture(FilePlace.Disk)]
[TestFixture(FilePlace.S3)]
public sealed class DocumentTests(string place) : FileStory(place)
{
    [Test]
    public async Task A_PDF_joins_a_report_with_a_note_and_colleagues_read_it_as_it_was_sent()
    {
        var (report, sent) = (await Given.InProgressAsync(), PdfFile.Plain());
        var document = await UploadedAsync(sent);
        report = await NotedAsync(report, "Surat perintah kerja", document);

        var detail = (await (await Given.StaffAsync("verifikator")).GetAsync(report.StaffPath)).Body;
        var told = detail.GetProperty("documents").EnumerateArray().Single();
        Assert.That((told.Value("id"), told.Value("contentType"), told.Value("bytes"), told.Value("sequence")),
            Is.EqualTo((document.ToString(), "application/pdf", $"{sent.Length}", $"{report.Version}")));
        Assert.That(told.Value("addedBy"), Is.EqualTo(detail.GetProperty("history").EnumerateArray().Last().Value("actor")));
        Assert.That(detail.GetProperty("attachments").GetArrayLength(), Is.Zero, "no picture");

        var read = await (await Given.StaffAsync("verifikator")).GetAsync($"{report.StaffPath}/documents/{document}");
        read.HasStatus(HttpStatusCode.OK);
        Assert.That(read.Bytes, Is.EqualTo(sent));
        Assert.That((read.ContentType, read.Header("X-Content-Type-Options"), read.Header("Cache-Control")), Is.EqualTo(("application/pdf", "nosniff", "no-store")));
        Assert.That(read.Header("Content-Disposition"), Does.StartWith("attachment; filename=lampiran-"));
        Assert.That(read.Header("Content-Security-Policy"), Does.Contain("sandbox").And.Contain("default-src 'none'"));
        Assert.That(read.Header("Cross-Origin-Resource-Policy"), Is.EqualTo("same-origin"));
    }

    [Test]
    public async Task Neither_the_reporter_nor_the_public_nor_another_unit_hears_of_it()
    {
        var report = await Given.InProgressAsync();
        var document = await UploadedAsync(PdfFile.Plain());
        report = await NotedAsync(report, "Surat perintah kerja", document);
        await Api.OutboxIsDeliveredAsync();

        foreach (var answer in new[]
        {
            await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader),
            await Given.Citizen.GetAsync(report.TrackingPath + "/personal-data", report.SecretHeader),
            await Given.Citizen.GetAsync(report.TrackingPath + "/proof", report.SecretHeader),
            await Given.Citizen.GetAsync("/api/v1/public/reports?pageSize=100"),
        })
        {
            answer.HasStatus(HttpStatusCode.OK);
            Assert.That(answer.Text, Does.Not.Contain(document.ToString()).And.Not.Contain("pdf"));
        }

        (await Given.Citizen.GetAsync($"{report.TrackingPath}/attachments/{document}", report.SecretHeader)).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await Given.Citizen.GetAsync($"{report.StaffPath}/documents/{document}", report.SecretHeader)).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
        (await (await Given.StaffAsync("petugas.dpupr")).GetAsync($"{report.StaffPath}/documents/{document}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        var officer = await Given.StaffAsync("petugas.dlhkp");
        (await officer.GetAsync($"{report.StaffPath}/attachments/{document}")).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await officer.GetAsync($"{(await Given.InProgressAsync()).StaffPath}/documents/{document}")).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task From_a_citizen_it_is_refused_by_name_and_so_it_is_from_staff_who_handle_nothing()
    {
        (await Given.Citizen.UploadAsync(PdfFile.Plain())).IsProblem(HttpStatusCode.UnprocessableEntity, "pdf_staff_only", "file");
        foreach (var userName in new[] { "inspektorat", "operator" })
        {
            (await (await Given.StaffAsync(userName)).SendFileAsync(PdfFile.Plain())).IsProblem(HttpStatusCode.UnprocessableEntity, "pdf_staff_only", "file");
        }

        // a session without its antiforgery token is a stranger
        (await (await Given.StaffAsync("petugas.dlhkp")).UploadAsync(PdfFile.Plain())).IsProblem(HttpStatusCode.UnprocessableEntity, "pdf_staff_only", "file");
    }

    [Test]
    public async Task To_a_citizen_who_knows_its_id_it_is_an_unknown_one()
    {
        var document = await UploadedAsync(PdfFile.Plain());
        (await Given.SubmitAsync(Given.Pollution with { AttachmentIds = [document] })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_attachment", "attachmentIds");
    }

    [Test]
    public async Task It_comes_with_a_move_too_and_stands_for_no_photo_of_the_work()
    {
        var report = await Given.InProgressAsync(Given.Garbage);
        var (officer, document) = (await Given.StaffAsync("petugas.dlhkp"), await UploadedAsync(PdfFile.Plain()));
        var done = new NewStatus { To = ReportStatus.Resolved, PublicNote = "Sudah diangkut.", AttachmentIds = [document] };
        (await officer.ChangeAsync(report.StaffPath + "/status", report.Version, done)).IsProblem(HttpStatusCode.UnprocessableEntity, "photo_required", "attachmentIds");

        var photo = (await Given.Citizen.UploadAsync(Photo.Jpeg())).Body.GetProperty("id").GetGuid();
        await Given.MovedAsync(report, "petugas.dlhkp", done with { AttachmentIds = [document, photo] });
        var detail = (await officer.GetAsync(report.StaffPath)).Body;
        Assert.That((detail.Values("documents", "id"), detail.Values("attachments", "id")), Is.EqualTo((new[] { document.ToString() }, new[] { photo.ToString() })));
        Assert.That((await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body.Values("attachments", "id"), Is.EqualTo(new[] { photo.ToString() }));
    }

    [Test]
    public async Task A_note_takes_PDFs_alone_and_a_report_so_many()
    {
        var report = await Given.InProgressAsync();
        var officer = await Given.StaffAsync("petugas.dlhkp");
        var photo = (await Given.Citizen.UploadAsync(Photo.Png())).Body.GetProperty("id").GetGuid();
        (await officer.ChangeAsync(report.StaffPath + "/notes", report.Version, new NewNote { InternalNote = "Foto", AttachmentIds = [photo] }))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "documents_only", "attachmentIds");
        (await officer.ChangeAsync(report.StaffPath + "/notes", report.Version, new NewNote { AttachmentIds = [await UploadedAsync(PdfFile.Plain())] }))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "note_required", "publicNote");

        for (var left = Attachment.DocumentsMax; left > 0; left -= 5)
        {
            report = await NotedAsync(report, "Lima berkas", await UploadedAsync(PdfFile.Plain()), await UploadedAsync(PdfFile.Plain()), await UploadedAsync(PdfFile.Plain()), await UploadedAsync(PdfFile.Plain()), await UploadedAsync(PdfFile.Plain()));
        }

        (await officer.ChangeAsync(report.StaffPath + "/notes", report.Version, new NewNote { InternalNote = "Satu lagi", AttachmentIds = [await UploadedAsync(PdfFile.Plain())] }))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "too_many", "attachmentIds");
    }

    [Test]
    public async Task Ten_megabytes_to_the_byte_are_enough()
    {
        var largest = PdfFile.OfSize(Attachment.BytesMax);
        Assert.That(largest, Has.Length.EqualTo(Attachment.BytesMax));
        await UploadedAsync(largest);
        (await (await Given.StaffAsync("petugas.dlhkp")).SendFileAsync(PdfFile.OfSize(Attachment.BytesMax + 1))).IsProblem(HttpStatusCode.RequestEntityTooLarge, "payload_too_large", "file");
    }

    private static IEnumerable<TestCaseData> Plain()
    {
        yield return Named("as an office prints it", PdfFile.Plain());
        yield return Named("with packed objects", PdfFile.Plain(objects: PdfFile.ObjectStream("<</Type/Font/BaseFont/Helvetica>>")));
        yield return Named("with data that say endstream and 1 0 obj", PdfFile.Plain(objects: PdfFile.Stream("", "endstream 1 0 obj << ( stream")));
        yield return Named("with strings and hex in its dictionaries", PdfFile.Plain(inTrailer: "/Info<</Title(a \\( b (c))/Key<4142>>>/ID[<41><42>]", objects: PdfFile.ObjectStream("<</K 1>>")));
        yield return Named("without a line end", PdfFile.Plain()[..^1]);

        static TestCaseData Named(string name, byte[] file) => new TestCaseData(file).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Plain))]
    public async Task What_is_plain_is_taken(byte[] file) => await UploadedAsync(file);

    private static IEnumerable<TestCaseData> Unfit()
    {
        const string Script = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>";
        yield return Named("cut off", "pdf_damaged", PdfFile.Plain()[..^40]);
        yield return Named("without a cross-reference", "pdf_damaged", [.. "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n3\n%%EOF"u8]);
        yield return Named("with a web page behind it", "pdf_damaged", [.. PdfFile.Plain(), .. "<html><script>alert(1)</script>"u8]);
        yield return Named("of no known version", "pdf_damaged", [.. "%PDF-9"u8, .. PdfFile.Plain()[6..]]);
        yield return Named("locked", "pdf_encrypted", PdfFile.Plain(inTrailer: "/Encrypt<</Filter/Standard/V 1>>"));
        yield return Named("with a script", "pdf_active", PdfFile.Plain(Script));
        yield return Named("with a script in other letters", "pdf_active", PdfFile.Plain("/OpenAction<</S/J#61vaScr#69pt/JS(1)>>"));
        yield return Named("with a script among packed objects", "pdf_active", PdfFile.Plain(objects: PdfFile.ObjectStream("<</S/JavaScript/JS(1)>>")));
        yield return Named("with a script among packed objects of no type", "pdf_active", PdfFile.Plain(objects: PdfFile.ObjectStream("<</S/JavaScript/JS(1)>>", "/N 1/First 4/Filter/FlateDecode")));
        yield return Named("with a script behind a false beginning", "pdf_active",
            PdfFile.Plain(objects: PdfFile.ObjectStream("<</S/JavaScript/JS(1)>>", "/Type/ObjStm/N 1/First 4/Filter/FlateDecode/X(1 0 obj <<)")));
        yield return Named("with a script hidden in a comment", "pdf_active", PdfFile.Plain(objects: "<<>>\n% <</S/JavaScript>>\n"));
        yield return Named("that starts a program", "pdf_active", PdfFile.Plain("/OpenAction<</S/Launch/F(calc.exe)>>"));
        yield return Named("that sends a form", "pdf_active", PdfFile.Plain("/OpenAction<</S/SubmitForm/F(http://127.0.0.1/)>>"));
        yield return Named("with a file in it", "pdf_embeds_files", PdfFile.Plain("/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>", objects: "<</Type/Filespec/EF<</F 5 0 R>>>>"));
        yield return Named("packed so that nobody can look", "pdf_damaged", PdfFile.Plain(objects: PdfFile.ObjectStream("<<>>", "/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]")));
        yield return Named("packed and broken", "pdf_damaged", PdfFile.Plain(objects: PdfFile.Stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", "x\u009c not packed")));
        yield return Named("that unpacks without end", "pdf_damaged", PdfFile.Plain(objects: PdfFile.ObjectStream(new string(' ', 40_000_000))));

        static TestCaseData Named(string name, string code, byte[] file) => new TestCaseData(file, code).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Unfit))]
    public async Task What_is_not_plain_is_refused_with_its_reason(byte[] file, string code) =>
        (await (await Given.StaffAsync("petugas.dlhkp")).SendFileAsync(file)).IsProblem(HttpStatusCode.UnprocessableEntity, code, "file");

    [Test]
    public async Task What_is_two_things_at_once_is_served_as_the_one_it_was_taken_for()
    {
        var officer = await Given.StaffAsync("petugas.dlhkp");
        // a picture with a PDF behind it: what is served is the picture, written anew
        var picture = await officer.SendFileAsync([.. Photo.Jpeg(), .. PdfFile.Plain()]);
        Assert.That(picture.Body.Value("contentType"), Is.EqualTo("image/jpeg"), picture.Text);
        var report = await Given.ReportAsync(Given.Pollution with { AttachmentIds = [picture.Body.GetProperty("id").GetGuid()] });
        var served = await officer.GetAsync($"{report.StaffPath}/attachments/{picture.Body.Value("id")}");
        Assert.That((served.ContentType, served.Text.Contains("%PDF", StringComparison.Ordinal)), Is.EqualTo(("image/jpeg", false)));

        // a page that calls itself a PDF further down is neither
        (await officer.SendFileAsync([.. "<script>alert(1)</script>\n"u8, .. PdfFile.Plain()])).IsProblem(HttpStatusCode.UnprocessableEntity, "unsupported_image", "file");

        // a PDF with a page in its data stays a PDF: a download of a fixed type
        var pdf = PdfFile.Plain(objects: PdfFile.Stream("", "<!doctype html><script>alert(1)</script>"));
        var document = await UploadedAsync(pdf, "halaman.html", "text/html");
        report = await NotedAsync(await Given.InProgressAsync(), "Dua hal sekaligus", document);
        var read = await officer.GetAsync($"{report.StaffPath}/documents/{document}");
        Assert.That((read.ContentType, read.Header("X-Content-Type-Options"), Encoding.Latin1.GetString(read.Bytes)), Is.EqualTo(("application/pdf", "nosniff", Encoding.Latin1.GetString(pdf))));
        Assert.That(read.Header("Content-Disposition"), Does.StartWith("attachment").And.Not.Contain("html"));
    }

    [TestCase("../../etc/passwd")]
    [TestCase("..\\..\\web.config")]
    [TestCase("%2e%2e%2fkunci.pdf")]
    [TestCase("/etc/cron.d/x")]
    [TestCase("con.jpg")]
    [TestCase("gpj.\u202efdp")]
    public async Task The_name_it_was_sent_under_is_forgotten(string name)
    {
        await UploadedAsync(PdfFile.Plain(), name);
        (await Given.Citizen.UploadAsync(Photo.Png(), name + new string('x', 300))).HasStatus(HttpStatusCode.Created);
        Assert.That(await FilePlace.NamesAsync(Api), Is.Not.Empty.And.All.Matches(@"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.pdf|\.jpg|\.thumb\.jpg)$"));
    }

    private async Task<Guid> UploadedAsync(byte[] file, string name = "surat.pdf", string contentType = "application/pdf")
    {
        var answer = await (await Given.StaffAsync("petugas.dlhkp")).SendFileAsync(file, name, contentType);
        answer.HasStatus(HttpStatusCode.Created);
        Assert.That(answer.Body.Value("contentType"), Is.EqualTo("application/pdf"));
        return answer.Body.GetProperty("id").GetGuid();
    }

    private async Task<FiledReport> NotedAsync(FiledReport report, string note, params Guid[] documents)
    {
        var noted = await (await Given.StaffAsync("petugas.dlhkp")).ChangeAsync(report.StaffPath + "/notes", report.Version, new NewNote { InternalNote = note, AttachmentIds = documents });
        noted.HasStatus(HttpStatusCode.OK);
        return report with { Version = noted.Body.GetProperty("version").GetInt32() };
    }
}
