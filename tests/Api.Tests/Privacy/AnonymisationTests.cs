using KediriLapor.Api.Tests.Reports;
using KediriLapor.Harness;
using KediriLapor.Privacy;
using KediriLapor.Proof;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Privacy;

/// <summary>What the program does with personal data by itself: takes the person out a year after closing, and seals anew under a new key.</summary>
public sealed class AnonymisationTests : Story
{
    private static readonly NewReport Named = Given.Pollution with
    {
        Description = "Selokan berbau, hubungi 081298760002.",
        Address = "Jl. Dhoho 12",
        Reporter = new ReporterDetails { Name = "Sulastri Kenari", Phone = "081298760001" },
    };

    [Test]
    public async Task A_year_after_closing_and_not_a_day_earlier_the_person_is_taken_out_once()
    {
        var (closed, reopened, open) = (await ClosedAsync(), await ClosedAsync(), await Given.InProgressAsync(Named));
        reopened = await MoveAsync(reopened, new ReporterMove { To = ReportStatus.InProgress, Note = "Belum bersih" });
        await Api.OutboxIsDeliveredAsync();

        Clock.Advance(TimeSpan.FromDays(364));
        Assert.That(await SendAsync(new AnonymiseClosedReports()), Is.Zero);

        Clock.Advance(TimeSpan.FromDays(1));
        var both = await Task.WhenAll(SendAsync(new AnonymiseClosedReports()), SendAsync(new AnonymiseClosedReports()));
        Assert.That(both.Sum(), Is.EqualTo(1), "two instances at once do it once");
        Assert.That(await SendAsync(new AnonymiseClosedReports()), Is.Zero);

        var held = (await Given.Citizen.GetAsync(closed.TrackingPath + "/personal-data", closed.SecretHeader)).Body;
        Assert.That((held.Value("contact"), held.Value("address"), held.Value("description")), Is.EqualTo(((string?)null, (string?)null, "Selokan berbau, hubungi [nomor telepon].")));
        Assert.That(held.GetProperty("location").GetProperty("lat").GetDouble(), Is.EqualTo(-7.818));
        Assert.That((held.Values("acts", "kind"), held.Values("acts", "by")), Is.EqualTo((new[] { "anonymised" }, new[] { "system" })));
        var late = await Given.Citizen.SendAsync(
            HttpMethod.Put, closed.TrackingPath + "/personal-data", System.Net.Http.Json.JsonContent.Create(new { phone = "081298760001" }), closed.SecretHeader);
        late.IsProblem(System.Net.HttpStatusCode.Conflict, "already_anonymised");
        foreach (var kept in new[] { reopened, open })
        {
            var other = (await Given.Citizen.GetAsync(kept.TrackingPath + "/personal-data", kept.SecretHeader)).Body;
            Assert.That(other.GetProperty("contact").Value("name"), Is.EqualTo("Sulastri Kenari"));
            Assert.That(other.Value("address"), Is.EqualTo(Named.Address));
        }
    }

    [Test]
    public async Task Then_go_the_reporters_photos_every_PDF_and_each_note_with_a_number_in_it_and_the_photos_of_the_work_stay()
    {
        using var given = new Given(Api); // other stories here take a year
        var officer = await given.StaffAsync("petugas.dlhkp");
        var own = (await given.Citizen.UploadAsync(Photo.Jpeg())).Body.GetProperty("id").GetGuid();
        var after = (await given.Citizen.UploadAsync(Photo.Jpeg())).Body.GetProperty("id").GetGuid();
        var document = (await officer.SendFileAsync(PdfFile.Plain())).Body.GetProperty("id").GetGuid();
        var report = await given.InProgressAsync(Named with { AttachmentIds = [own] });
        report = await given.MovedAsync(report, "petugas.dlhkp", new NewStatus
        {
            To = ReportStatus.Resolved,
            PublicNote = "Sudah bersih.",
            InternalNote = "Tetangganya, 081355550000, menyaksikan.",
            AttachmentIds = [after, document],
        });
        await MoveAsync(report, new ReporterMove { To = ReportStatus.Closed, Note = "Terima kasih, dari Kenari nomor 12" });
        await Api.OutboxIsDeliveredAsync(); // a report in somebody's hand is left for the next night

        Clock.Advance(TimeSpan.FromDays(365));
        Assert.That(await SendAsync(new AnonymiseClosedReports()), Is.GreaterThanOrEqualTo(1));
        await Api.RunAsync(new DeleteRemovedFiles());

        using var later = new Given(Api); // a session of a year ago is over
        var detail = (await (await later.StaffAsync("inspektorat")).GetAsync(report.StaffPath)).Body;
        Assert.That((detail.Values("attachments", "id"), detail.GetProperty("documents").GetArrayLength(), detail.Value("attachmentsRemoved")), Is.EqualTo((new[] { $"{after}" }, 0, "2")));
        Assert.That(detail.Values("history", "internalNote").OfType<string>(), Is.Empty);
        Assert.That(detail.Values("history", "publicNote").OfType<string>(), Does.Contain("Sudah bersih.").And.None.Contains("Kenari"));
        var files = await FilePlace.NamesAsync(Api);
        Assert.That(files.Where(name => name.StartsWith($"{own}", StringComparison.Ordinal) || name.StartsWith($"{document}", StringComparison.Ordinal)), Is.Empty);
        Assert.That(files, Does.Contain($"{after}.jpg"));
        Assert.That(await Api.InDatabaseAsync(db => new CheckHistory(db).Run(CancellationToken.None).ToListAsync().AsTask()), Is.Empty, "the chain holds");
    }

    [Test]
    public async Task A_new_key_seals_what_the_old_one_sealed_and_the_contact_stays_readable()
    {
        var report = await Given.ReportAsync(Named);
        var before = await SealedAsync(report);
        Api.Services.GetRequiredService<IKeyManager>().CreateNewKey(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(90));

        // an instance takes a new key up a moment after it was made
        var done = await Eventually.SeeAsync(() => SendAsync(new ResealContacts()), done => done.Resealed > 0);
        Assert.That(done.Resealed, Is.EqualTo(done.Seen));
        Assert.That((await SendAsync(new ResealContacts())).Resealed, Is.Zero, "nothing is left to do");

        Assert.That(KeyOf(await SealedAsync(report)), Is.Not.EqualTo(KeyOf(before)));
        Assert.That(
            (await Given.Citizen.GetAsync(report.TrackingPath + "/personal-data", report.SecretHeader)).Body.GetProperty("contact").Value("phone"), Is.EqualTo("+6281298760001"));
    }

    private async Task<FiledReport> ClosedAsync()
    {
        var done = await Given.MovedAsync(await Given.InProgressAsync(Named), "petugas.dlhkp", new NewStatus { To = ReportStatus.Resolved, PublicNote = "Sudah bersih." });
        return await MoveAsync(done, new ReporterMove { To = ReportStatus.Closed });
    }

    private async Task<FiledReport> MoveAsync(FiledReport report, ReporterMove move)
    {
        var standing = await Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, move, report.SecretHeader);
        return report with { Version = standing.Body.GetProperty("version").GetInt32() };
    }

    private async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = Api.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private Task<byte[]> SealedAsync(FiledReport report) =>
        Api.InDatabaseAsync(db => db.ReporterContacts.Where(c => c.ReportId == report.Id).Select(c => c.Sealed).SingleAsync());

    /// <summary>The id of the key stands behind the four bytes of the format's mark.</summary>
    private static Guid KeyOf(byte[] protectedBytes) => new(protectedBytes.AsSpan(4, 16));
}
