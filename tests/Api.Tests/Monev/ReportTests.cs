using System.IO.Compression;
using System.Net;
using System.Text.Json;
using KediriLapor.Api.Tests.Merata;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using UglyToad.PdfPig;

namespace KediriLapor.Api.Tests.Monev;

/// <summary>What Monev says of a budget year: the same for a past day however often it is asked, and nothing that is not theirs to an area's people.</summary>
public sealed class ReportTests : MonevStory
{
    private const string Indicators = "/api/v1/monev/indicators";
    private const string AllIndicators = "/api/v1/admin/indicators";
    private const string Report = "/api/v1/monev/report";

    [Test, Order(1)]
    public async Task A_story_of_a_lane_moves_the_indicators_and_a_past_day_stays_as_it_was()
    {
        var report = await Given.ReportAsync(Given.Alley);
        var work = MerataStory.Kept(await (await Given.StaffAsync(Ward)).ChangeAsync((await PlannedAsync()).Path + "/reports", 2, new { report = report.TrackingCode }));
        work = await MovedAsync(work, new { to = "contracted", number = "SPK/1", pokmasName = "Pokmas Kenanga", pokmasChair = "Slamet" });
        var before = Today;
        DaysPass(1);
        foreach (var stage in new[] { "started", "halfway", "completed" })
        {
            work = await MovedAsync(work, new { to = stage, photoIds = new[] { await PhotoAsync() } });
        }

        work = MerataStory.Kept(await (await Given.StaffAsync(Ward)).ReplaceAsync(work.Path + "/realisation", work.Version, new { volume = 119, budget = new[] { new { name = "Bahan", realised = 60_000_000 }, new { name = "Upah", realised = 30_000_000 } } }));
        work = await MovedAsync(work, new { to = "handedOver", number = "BAST/1", documentIds = new[] { await PdfAsync() } });
        report = await Given.MovedAsync(report, Ward, new NewStatus { To = ReportStatus.InProgress });
        await Given.MovedAsync(report, Ward, new NewStatus { To = ReportStatus.Resolved, PublicNote = "Gang sudah dipaving.", AttachmentIds = [await PhotoAsync()] });
        Kept(await RecordAsync(Found(work)));

        var now = await FiguresAsync($"{Indicators}?year=2026&area={Given.BandarLor}");
        Assert.That(
            (now["KETEPATAN_WAKTU"], now["KESESUAIAN_VOLUME"], now["SERAPAN_ANGGARAN"], now["LAPORAN_TERJAWAB"], now["TANPA_PENYIMPANGAN"], now["TINDAK_LANJUT"], now["KEPUASAN"]),
            Is.EqualTo(((decimal?)0, (decimal?)100, (decimal?)94.74, (decimal?)100, (decimal?)0, default(decimal?), default(decimal?))), "complete on the 25th, promised for the 20th");
        var then = await FiguresAsync($"{Indicators}?year=2026&asOf={before:yyyy-MM-dd}&area={Given.BandarLor}");
        Assert.That((then["KESESUAIAN_VOLUME"], then["SERAPAN_ANGGARAN"], then["LAPORAN_TERJAWAB"], then["TANPA_PENYIMPANGAN"]), Is.EqualTo((default(decimal?), (decimal?)0, default(decimal?), default(decimal?))));

        var (past, again) = (await SeenAsync($"{Report}?year=2026&asOf={before:yyyy-MM-dd}"), await SeenAsync($"{Report}?year=2026&asOf={before:yyyy-MM-dd}"));
        Assert.That(again.GetRawText(), Is.EqualTo(past.GetRawText()));
        Assert.That(past.GetProperty("works").EnumerateArray().Select(one => one.Value("stage")), Is.EqualTo(new[] { "contracted" }));
        Assert.That(past.GetProperty("findings").GetArrayLength(), Is.Zero);
        var shown = await SeenAsync($"{Report}?year=2026");
        Assert.That(shown.GetProperty("works")[0].GetProperty("deviations").EnumerateArray().Select(one => one.GetString()), Is.EqualTo(new[] { "late", "openFinding" }));
        Assert.That(shown.GetProperty("kelurahan")[0].GetProperty("area").Value("code"), Is.EqualTo(Given.BandarLor));
        Assert.That(shown.GetProperty("total").GetProperty("realised").GetInt64(), Is.EqualTo(90_000_000));
    }

    [Test, Order(2)]
    public async Task The_report_is_a_workbook_of_four_sheets_and_a_paper_that_says_the_same()
    {
        var xlsx = await (await Given.StaffAsync(Team)).GetAsync(Report + ".xlsx?year=2026");
        using var book = new ZipArchive(new MemoryStream(xlsx.Bytes));
        using var names = new StreamReader(book.GetEntry("xl/workbook.xml")!.Open());
        Assert.That(await names.ReadToEndAsync(), Does.Contain("Indikator").And.Contain("Wilayah").And.Contain("Pekerjaan").And.Contain("Temuan"));

        var pdf = await (await Given.StaffAsync(Team)).GetAsync(Report + ".pdf?year=2026&area=35.71.01");
        Assert.That((pdf.Header("Content-Type"), pdf.Header("Content-Disposition")), Is.EqualTo(("application/pdf", $"attachment; filename=monev-2026-35.71.01-{InDays(0)}.pdf; filename*=UTF-8''monev-2026-35.71.01-{InDays(0)}.pdf")));
        var words = WordsOf(pdf);
        Assert.That(words, Does.Contain("Monev Merata 2026").And.Contain("Volume sesuai rencana"));
        Assert.That(words, Does.Contain("Rp95.000.000").And.Contain("Paving Gang Kenanga RT 03").And.Contain("terlambat, temuan terbuka").And.Contain("94,74%"));
        Assert.That(WordsOf(await (await Given.StaffAsync(Team)).GetAsync(Report + ".pdf?year=2026&area=35.71.01")), Is.EqualTo(words));
        Assert.That(StruckThrough(pdf), Is.Empty);
        Assert.That(WordsOf(await (await Given.StaffAsync(Team)).GetAsync(Report + ".pdf?year=2026")), Does.Contain("Kecamatan Mojoroto"));
        (await (await Given.StaffAsync(Team)).GetAsync(Report + ".docx")).IsProblem(HttpStatusCode.NotFound, "not_found");

        static string WordsOf(Answer pdf)
        {
            using var paper = PdfDocument.Open(pdf.Bytes);
            return string.Join(' ', paper.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        }

        static IReadOnlyList<string> StruckThrough(Answer pdf)
        {
            using var paper = PdfDocument.Open(pdf.Bytes);
            return [.. from page in paper.GetPages()
                       from rule in page.Paths
                       let at = rule.GetBoundingRectangle()!.Value.Bottom
                       from word in page.GetWords()
                       where word.BoundingBox.Bottom - 1 < at && at < word.BoundingBox.Top + 1
                       select word.Text];
        }
    }

    [Test, Order(3)]
    public async Task An_area_s_people_see_theirs_and_no_other()
    {
        var ward = await Given.StaffAsync(Ward);
        Assert.That((await ward.GetAsync(Report + "?year=2026")).Body.GetProperty("works").GetArrayLength(), Is.EqualTo(1));
        Assert.That((await ward.GetAsync($"{Report}?year=2026&area={Given.BandarLor}")).Status, Is.EqualTo(HttpStatusCode.OK));
        (await ward.GetAsync(Report + "?year=2026&area=35.71.01")).IsProblem(HttpStatusCode.BadRequest, "unknown_value", "area");
        (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(Report)).IsProblem(HttpStatusCode.BadRequest, "unknown_value", "area");
        Assert.That((await (await Given.StaffAsync("camat.mojoroto")).GetAsync(Report + "?year=2026&area=35.71.01")).Status, Is.EqualTo(HttpStatusCode.OK));
        foreach (var (query, code, field) in new[] { ("?year=2024", "out_of_range", "year"), ($"?asOf={InDays(1)}", "out_of_range", "asOf"), ("?area=99", "unknown_value", "area") })
        {
            (await Given.Citizen.GetAsync(Indicators + query)).IsProblem(HttpStatusCode.BadRequest, code, field);
        }
    }

    [Test, Order(4)]
    public async Task An_indicator_is_defined_anew_from_today_on()
    {
        DaysPass(1);
        var (admin, body) = (await Given.StaffAsync(City), new
        {
            name = "Serapan",
            definition = "Realisasi dari anggaran.",
            group = "conformity",
            numerator = "realisedMoney",
            denominator = "plannedMoney",
            unit = "percent",
            aim = "higher",
            target = 80,
            tolerance = 5,
            rank = 1,
        });
        (await admin.ReplaceAsync(Indicators + "/SERAPAN_ANGGARAN", 2, body)).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        (await admin.ReplaceAsync(Indicators + "/SERAPAN_ANGGARAN", 1, body)).HasStatus(HttpStatusCode.OK);
        (await admin.ReplaceAsync(Indicators + "/BIAYA_PER_PENERIMA", 0, With(body, "plannedMoney", "ratings"))).HasStatus(HttpStatusCode.OK);
        (await admin.ReplaceAsync(Indicators + "/SAMA", 0, With(body, "works", "works"))).IsProblem(HttpStatusCode.UnprocessableEntity, "same_measure", "denominator");
        (await admin.ReplaceAsync(Indicators + "/salah-kode", 0, body)).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_format", "code");
        (await admin.ReplaceAsync(Indicators + "/BELUM_ADA", 1, body)).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await (await Given.StaffAsync(Team)).ReplaceAsync(Indicators + "/SERAPAN_ANGGARAN", 2, body)).HasStatus(HttpStatusCode.Forbidden);

        var yesterday = await SeenAsync($"{Indicators}?year=2026&asOf={InDays(-1)}");
        var today = await SeenAsync($"{Indicators}?year=2026");
        Assert.That((Verdict(yesterday), Verdict(today)), Is.EqualTo(("near", "met")), "judged by what was asked then");
        Assert.That(today.Values("items", "code"), Does.Contain("BIAYA_PER_PENERIMA"));

        static string? Verdict(JsonElement sheet) => sheet.GetProperty("items").EnumerateArray().Single(one => one.Value("code") == "SERAPAN_ANGGARAN").Value("verdict");

        static object With(object body, string numerator, string denominator)
        {
            var changed = JsonSerializer.SerializeToNode(body)!.AsObject();
            (changed["numerator"], changed["denominator"]) = (numerator, denominator);
            return changed;
        }
    }

    [Test, Order(5)]
    public async Task An_indicator_that_was_retired_is_seen_by_the_admin_with_all_that_it_was_and_comes_back()
    {
        const string Timely = Indicators + "/KETEPATAN_WAKTU";
        var (admin, stranger) = (await Given.StaffAsync(City), Given.Citizen);
        (await admin.ReplaceAsync(Timely, 1, Asked(95, retired: true))).HasStatus(HttpStatusCode.OK);
        Assert.That((await stranger.GetAsync(Indicators)).Body.Values("items", "code"), Does.Not.Contain("KETEPATAN_WAKTU"));
        Assert.That((await VersionsAsync()).Select(one => one.GetProperty("retired").GetBoolean()), Is.EqualTo(new[] { true, false }));

        (await admin.ReplaceAsync(Timely, 2, Asked(90, retired: false))).HasStatus(HttpStatusCode.OK);
        Assert.That((await stranger.GetAsync(Indicators)).Body.Values("items", "code"), Does.Contain("KETEPATAN_WAKTU"));
        var versions = await VersionsAsync();
        Assert.That(versions.Select(one => (one.GetProperty("version").GetInt32(), one.GetProperty("target").GetDecimal())), Is.EqualTo(new[] { (3, 90m), (2, 95m), (1, 90m) }));
        Assert.That(versions.Select(one => one.Value("by") == "Sistem"), Is.EqualTo(new[] { false, false, true }), "the first was shipped");
        (await (await Given.StaffAsync(Team)).GetAsync(AllIndicators)).HasStatus(HttpStatusCode.Forbidden);

        async Task<JsonElement[]> VersionsAsync()
        {
            var entry = (await admin.GetAsync(AllIndicators)).Body.GetProperty("items").EnumerateArray().Single(one => one.Value("code") == "KETEPATAN_WAKTU");
            return [entry.GetProperty("current"), .. entry.GetProperty("earlier").EnumerateArray()];
        }

        static object Asked(int target, bool retired) => new
        {
            name = "Selesai tepat waktu",
            definition = "Selesai paling lambat pada tanggal rencana.",
            group = "conformity",
            numerator = "worksOnTime",
            denominator = "worksDue",
            unit = "percent",
            aim = "higher",
            target,
            tolerance = 10,
            rank = 1,
            retired,
        };
    }

    private async Task<Dictionary<string, decimal?>> FiguresAsync(string path)
    {
        var answer = await Given.Citizen.GetAsync(path);
        answer.HasStatus(HttpStatusCode.OK);
        return answer.Body.GetProperty("items").EnumerateArray().ToDictionary(
            one => one.Value("code")!, one => one.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : default(decimal?));
    }

    private async Task<JsonElement> SeenAsync(string path)
    {
        var answer = await (await Given.StaffAsync(Team)).GetAsync(path);
        answer.HasStatus(HttpStatusCode.OK);
        return answer.Body;
    }
}
