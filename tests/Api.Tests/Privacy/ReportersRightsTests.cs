using System.Net;
using System.Net.Http.Json;
using KediriLapor.Api.Tests.Proof;
using KediriLapor.Api.Tests.Reports;
using KediriLapor.Harness;
using KediriLapor.Proof;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Privacy;

/// <summary>UU 27/2022: what is kept about a reporter is theirs to get, to correct and to have erased.</summary>
public sealed class ReportersRightsTests : Story
{
    private static readonly NewReport Named = Given.Pollution with
    {
        Description = "Selokan berbau di depan rumah saya, hubungi 081298760002.",
        Address = "Jl. Dhoho 12, WA 081298760003",
        Reporter = new ReporterDetails { Name = "Sulastri Kenari", Phone = "081298760001" },
    };

    [Test]
    public async Task Everything_kept_is_told_with_who_read_it_but_not_which_person()
    {
        var report = await Given.ReportAsync(Named);
        (await (await Given.StaffAsync("petugas.dlhkp")).PostAsync(report.StaffPath + "/contact-readings", new { reason = "Menanyakan letaknya" })).HasStatus(HttpStatusCode.OK);

        var held = await GetAsync(report);

        held.HasStatus(HttpStatusCode.OK);
        Assert.That(held.Body.GetProperty("contact").Value("name"), Is.EqualTo("Sulastri Kenari"));
        Assert.That(held.Body.GetProperty("contact").Value("phone"), Is.EqualTo("+6281298760001"));
        Assert.That((held.Body.Value("description"), held.Body.Value("address")), Is.EqualTo((Named.Description, Named.Address)));
        Assert.That(held.Body.GetProperty("readings").EnumerateArray().Select(r => (r.Value("agency"), r.Value("reason"))), Is.EqualTo(new[] { ("DLHKP", "Menanyakan letaknya") }));
        Assert.That(held.Text, Does.Not.Contain("Petugas DLHKP"));
    }

    [Test]
    public async Task A_contact_is_corrected_checked_as_at_intake_and_the_act_is_kept()
    {
        var report = await Given.ReportAsync(Named);

        var corrected = await PutAsync(report, new { name = "Sulastri K.", phone = "0857 1234 5678", email = "kenari@contoh.id" });
        corrected.HasStatus(HttpStatusCode.OK);
        Assert.That(corrected.Body.Value("phone"), Is.EqualTo("+6285712345678"));
        (await PutAsync(report, new { name = "Sulastri K.", phone = "0857 1234 5678", email = "kenari@contoh.id" })).HasStatus(HttpStatusCode.OK);
        (await PutAsync(report, new { phone = "12" })).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_phone", "phone");
        (await PutAsync(report, new { email = "kenari" })).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_email", "email");

        var held = await GetAsync(report);
        Assert.That(held.Body.GetProperty("contact").Value("email"), Is.EqualTo("kenari@contoh.id"));
        Assert.That(held.Body.Values("acts", "kind"), Is.EqualTo(new[] { "corrected" }));
    }

    [Test]
    public async Task The_words_of_a_rating_are_told_and_erased_and_its_stars_stay()
    {
        var report = await Given.ResolvedAsync();
        var rated = await Given.Citizen.ChangeAsync(
            report.TrackingPath + "/rating", report.Version, new NewRating { Stars = 4, Comment = "Salam dari Sulastri Kenari" }, report.SecretHeader);
        rated.HasStatus(HttpStatusCode.OK);
        Assert.That((await GetAsync(report)).Body.Values("words", "text"), Is.EqualTo(new[] { "Salam dari Sulastri Kenari" }));

        (await DeleteAsync(report)).HasStatus(HttpStatusCode.NoContent);

        Assert.That((await GetAsync(report)).Body.GetProperty("words").GetArrayLength(), Is.Zero);
        var rating = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body.GetProperty("rating");
        Assert.That((rating.GetProperty("stars").GetInt32(), rating.Value("comment")), Is.EqualTo((4, (string?)null)));
    }

    [Test]
    public async Task A_contact_can_be_given_later_but_no_name_to_an_anonymous_report()
    {
        var report = await Given.ReportAsync(Given.Pollution with { Anonymous = true });
        (await PutAsync(report, new { name = "Sulastri" })).IsProblem(HttpStatusCode.UnprocessableEntity, "anonymous_with_name", "name");
        (await PutAsync(report, new { email = "kenari@contoh.id" })).HasStatus(HttpStatusCode.OK);
        Assert.That((await GetAsync(report)).Body.GetProperty("contact").Value("email"), Is.EqualTo("kenari@contoh.id"));
    }

    [Test]
    public async Task After_erasure_the_report_goes_on_without_the_person()
    {
        var report = await Given.InProgressAsync(Named);
        await Api.OutboxIsDeliveredAsync();

        (await DeleteAsync(report)).HasStatus(HttpStatusCode.NoContent);
        (await DeleteAsync(report)).HasStatus(HttpStatusCode.NoContent);

        var held = await GetAsync(report);
        Assert.That(held.Body.Value("contact"), Is.Null);
        Assert.That(held.Text, Does.Not.Contain("812987600"));
        Assert.That(held.Body.Values("acts", "kind"), Is.EqualTo(new[] { "erased" }), "asked twice, done once");
        var told = await (await Given.StaffAsync("inspektorat")).GetAsync("/api/v1/audit/privacy-acts?report=" + report.Id);
        Assert.That((told.Body.Values("items", "kind"), told.Body.Values("items", "by")), Is.EqualTo((new[] { "erased" }, new[] { "reporter" })), "the auditor knows that it was done");
        Assert.That(await Api.CountAsync($"reporter_contacts WHERE report_id = '{report.Id}'"), Is.Zero);
        Assert.That(await Api.CountAsync($"report_events WHERE report_id = '{report.Id}'"), Is.EqualTo(report.Version), "the history stays");
        Assert.That(
            await Api.AskAsync<double>("SELECT lat AS \"Value\" FROM public_reports WHERE id = {0}", report.Id), Is.EqualTo(-7.818), "the map shows the neighbourhood");
        (await (await Given.StaffAsync("petugas.dlhkp")).PostAsync(report.StaffPath + "/contact-readings", new { reason = "Menanyakan letaknya" }))
            .IsProblem(HttpStatusCode.Forbidden, "contact_withheld");
        await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.Resolved, PublicNote = "Sudah bersih." });
        Assert.That((await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body.Value("status"), Is.EqualTo("resolved"));
    }

    [Test]
    public async Task With_the_reporter_go_the_own_photos_and_words_and_what_colleagues_wrote_of_them_and_the_rest_stays()
    {
        var (own, after, document) = (await UploadedAsync(Given.Citizen, Photo.Jpeg()), await UploadedAsync(Given.Citizen, Photo.Png()), await UploadedAsync(await Given.StaffAsync("petugas.dlhkp"), PdfFile.Plain()));
        var report = await Given.InProgressAsync(Named with { AttachmentIds = [own] });
        var asked = new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di sebelah mana?", InternalNote = "Bu Sulastri Kenari ditelepon di 0812-9876-0001." };
        report = await Given.MovedAsync(report, "petugas.dlhkp", asked);
        report = await MovedAsync(report, new ReporterMove { To = ReportStatus.Routed, Note = "Di rumah saya, nomor 12." });
        report = await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.InProgress });
        var done = new NewStatus { To = ReportStatus.Resolved, PublicNote = "Sudah bersih. Kantor kami: 0354 771234.", InternalNote = "Dua orang, satu jam.", AttachmentIds = [after, document] };
        report = await Given.MovedAsync(report, "petugas.dlhkp", done);

        (await DeleteAsync(report)).HasStatus(HttpStatusCode.NoContent);

        var detail = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body;
        Assert.That((detail.Values("attachments", "id"), detail.Values("documents", "id"), detail.Value("attachmentsRemoved")), Is.EqualTo((new[] { $"{after}" }, new[] { $"{document}" }, "1")));
        Assert.That(detail.Values("history", "publicNote").OfType<string>().Except([detail.GetProperty("history")[1].Value("publicNote")]), Is.EqualTo(new[] { asked.PublicNote, done.PublicNote }));
        Assert.That(detail.Values("history", "internalNote").OfType<string>(), Is.EqualTo(new[] { done.InternalNote }));
        foreach (var gone in new[]
        {
            await (await Given.StaffAsync("petugas.dlhkp")).GetAsync($"{report.StaffPath}/attachments/{own}"),
            await Given.Citizen.GetAsync($"{report.TrackingPath}/attachments/{own}", report.SecretHeader),
        })
        {
            gone.IsProblem(HttpStatusCode.NotFound, "not_found");
        }

        Assert.That((await GetAsync(report)).Body.GetProperty("photoIds").GetArrayLength(), Is.Zero);
        Assert.That(await FilesOfAsync(own), Is.EqualTo(2), "nobody sees them, and they are there");
        Assert.That(await Api.RunAsync(new DeleteRemovedFiles()), Is.EqualTo(1));
        Assert.That((await FilesOfAsync(own), await FilesOfAsync(after), await FilesOfAsync(document)), Is.EqualTo((0, 2, 1)));
        Assert.That(await Api.RunAsync(new DeleteRemovedFiles()), Is.Zero, "nothing is left to do");
        Assert.That(await Api.AskAsync<int>("SELECT bytes + length(sha256) AS \"Value\" FROM attachments WHERE id = {0}", own), Is.Zero, "the row tells that there was one, and no more");

        var proof = (await Given.Citizen.GetAsync(report.TrackingPath + "/proof", report.SecretHeader)).Text;
        Assert.That(proof, Does.Not.Contain("nomor 12"));
        Assert.That(await Api.InDatabaseAsync(db => new CheckHistory(db).Run(CancellationToken.None).ToListAsync().AsTask()), Is.Empty, "the chain holds");
    }

    [Test]
    public async Task Notes_that_lead_to_the_person_are_forgotten_others_stay_and_the_chain_holds()
    {
        var report = await Given.ReportAsync(Named);
        report = await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus
        {
            To = ReportStatus.NeedsInformation,
            PublicNote = "Ibu Sulastri Kenari, di sebelah mana?",
            InternalNote = "Sudah ditelepon ke 081298760001.",
        });
        var answered = await Given.Citizen.ChangeAsync(
            report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.Routed, Note = "Depan rumah, WA 081298760004." }, report.SecretHeader);
        report = report with { Version = answered.Body.GetProperty("version").GetInt32() };
        report = await Given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.InProgress, PublicNote = "Tim berangkat pukul 08.00 WIB." });

        (await DeleteAsync(report)).HasStatus(HttpStatusCode.NoContent);

        var history = (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body.GetProperty("history");
        Assert.That(history.EnumerateArray().Skip(2).Select(row => (row.Value("publicNote"), row.Value("internalNote"))), Is.EqualTo(new (string?, string?)[]
        {
            (null, null), (null, null), ("Tim berangkat pukul 08.00 WIB.", null),
        }));
        Assert.That((await GetAsync(report)).Text, Does.Not.Contain("8129876").And.Not.Contain("Kenari"));
        Assert.That((await Api.FaultsAsync()).Where(fault => fault.Report == report.TrackingCode), Is.Empty);
        foreach (var table in new[] { "reports", "report_events", "routing_records", "outbox", "notifications" })
        {
            Assert.That(
                await Api.AskAsync<int>($"SELECT count(*)::int AS \"Value\" FROM {table} t WHERE t::text ~ '8129876000[1-4]|Kenari' AND t::text LIKE {{0}}", $"%{report.Id}%"), Is.Zero, table);
        }
    }

    [Test]
    public async Task An_answer_in_ones_own_words_is_not_kept_where_it_could_not_be_erased()
    {
        var report = await Given.ReportAsync(Given.Garbage with { Answers = new() { ["lamaHari"] = "Lima hari, tanya 081298760005" } });
        Assert.That(await Api.AskAsync<int>("SELECT count(*)::int AS \"Value\" FROM routing_records t WHERE report_id = {0} AND t::text LIKE '%8129876%'", report.Id), Is.Zero);
        (await DeleteAsync(report)).HasStatus(HttpStatusCode.NoContent);
        Assert.That((await GetAsync(report)).Text, Does.Contain("Lima hari").And.Not.Contain("8129876"));
    }

    [Test]
    public async Task A_wrong_secret_opens_corrects_and_erases_nothing()
    {
        var (mine, other) = (await Given.ReportAsync(Named), await Given.ReportAsync());
        var wrong = mine with { Secret = other.Secret };
        foreach (var refused in new[] { await GetAsync(wrong), await PutAsync(wrong, new { name = "Lain" }), await DeleteAsync(wrong) })
        {
            refused.IsProblem(HttpStatusCode.NotFound, "not_found");
        }

        Assert.That((await GetAsync(mine)).Body.GetProperty("contact").Value("name"), Is.EqualTo("Sulastri Kenari"));
    }

    private static async Task<Guid> UploadedAsync(Person person, byte[] file)
    {
        var answer = person.AntiforgeryToken.Length > 0 ? await person.SendFileAsync(file) : await person.UploadAsync(file);
        answer.HasStatus(HttpStatusCode.Created);
        return answer.Body.GetProperty("id").GetGuid();
    }

    private async Task<FiledReport> MovedAsync(FiledReport report, ReporterMove move)
    {
        var standing = await Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, move, report.SecretHeader);
        standing.HasStatus(HttpStatusCode.OK);
        return report with { Version = standing.Body.GetProperty("version").GetInt32() };
    }

    private async Task<int> FilesOfAsync(Guid id) => (await FilePlace.NamesAsync(Api)).Count(name => name.StartsWith(id.ToString(), StringComparison.Ordinal));

    private Task<Answer> GetAsync(FiledReport report) => Given.Citizen.GetAsync(report.TrackingPath + "/personal-data", report.SecretHeader);

    private Task<Answer> PutAsync(FiledReport report, object contact) =>
        Given.Citizen.SendAsync(HttpMethod.Put, report.TrackingPath + "/personal-data", JsonContent.Create(contact), report.SecretHeader);

    private Task<Answer> DeleteAsync(FiledReport report) =>
        Given.Citizen.SendAsync(HttpMethod.Delete, report.TrackingPath + "/personal-data", null, report.SecretHeader);
}
