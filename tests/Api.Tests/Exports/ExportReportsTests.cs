using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using CsvHelper;
using KediriLapor.Exports;
using KediriLapor.Harness;
using KediriLapor.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Exports;

public sealed class ExportReportsTests : Story
{
    private const string Path = "/api/v1/exports/reports.";

    /// <summary>As a telephone sends it: a line ends in LF alone, and not every character is one that XML knows.</summary>
    private const string Raw = "Sampah menumpuk\nsudah tiga hari\rdi tepi jalan \u0001\u000B\uFFFE 🚮";

    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private FiledReport garbage = null!;
    private FiledReport formula = null!;
    private FiledReport anonymous = null!;
    private FiledReport bribe = null!;

    [OneTimeSetUp]
    public async Task File()
    {
        garbage = await Given.InProgressAsync(Given.Garbage with { Description = Raw });
        Clock.Advance(TimeSpan.FromMinutes(1));
        formula = await Given.ReportAsync(Given.Garbage with { Description = "=HYPERLINK(\"http://jahat.contoh\";\"klik\"), telepon 0812-3456-7890\n\"kutip\", koma" });
        Clock.Advance(TimeSpan.FromMinutes(1));
        anonymous = await Given.ReportAsync(Given.Alley with { Anonymous = true, Reporter = null });
        bribe = await Given.ReportAsync(Given.Bribe);
    }

    [Test]
    public async Task Whoever_sees_reports_takes_them_away_as_CSV_that_a_program_reads_back()
    {
        var answer = await (await Given.StaffAsync("verifikator")).GetAsync(Path + "csv");
        answer.HasStatus(HttpStatusCode.OK);
        Assert.Multiple(() =>
        {
            Assert.That(answer.ContentType, Is.EqualTo("text/csv"));
            Assert.That(answer.Header("Content-Disposition"), Does.Contain("attachment").And.Contain("laporan-2026-11-24.csv"));
            Assert.That(answer.Header("X-Total-Count"), Is.EqualTo("3"));
        });

        var rows = Read(answer.Text);
        Assert.That(rows.Select(row => row["trackingCode"]), Is.EqualTo(new[] { garbage.TrackingCode, formula.TrackingCode, anonymous.TrackingCode }), "oldest first");
        Assert.Multiple(() =>
        {
            Assert.That(rows[0]["status"], Is.EqualTo("inProgress"));
            Assert.That(rows[0]["agencyCode"], Is.EqualTo("DLHKP"));
            Assert.That(rows[0]["description"], Is.EqualTo(Raw));
            Assert.That(rows[0]["submittedAt"], Is.EqualTo("2026-11-24T09:00:00+07:00"));
            Assert.That(rows[0]["lat"], Is.EqualTo("-7.818385"), "a number is no formula");
            Assert.That(rows[1]["description"], Does.StartWith("'=HYPERLINK(").And.Contain("\"kutip\", koma"));
            Assert.That(answer.Text, Does.Not.Contain("3456"));
        });
    }

    [Test]
    public async Task A_spreadsheet_holds_texts_as_texts_and_instants_as_dates()
    {
        var answer = await (await Given.StaffAsync("verifikator")).GetAsync(Path + "xlsx");
        using var book = new ZipArchive(new MemoryStream(answer.Bytes));
        using var sheet = book.Entries.Single(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal)).Open();
        var rows = XDocument.Load(sheet).Descendants(Sheet + "row").Select(row => row.Elements(Sheet + "c").ToArray()).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Length.EqualTo(4));
            Assert.That(rows[0].Select(cell => cell.Value), Does.Contain("Nomor laporan").And.Contain("Tenggat"));
            Assert.That(rows[1].Select(cell => cell.Value), Does.Contain("Sedang ditindaklanjuti"));
            Assert.That(rows[1].Select(cell => cell.Value), Does.Contain("Sampah menumpuk\nsudah tiga hari\ndi tepi jalan \uFFFD\uFFFD\uFFFD 🚮"), "one character that XML does not know spoils no file");
            Assert.That(rows.SelectMany(row => row).Where(cell => cell.Element(Sheet + "f") is not null), Is.Empty);
            Assert.That(rows[2].Single(cell => cell.Value.StartsWith("=HYPERLINK(", StringComparison.Ordinal)).Attribute("t")?.Value, Is.EqualTo("inlineStr"));
        });
    }

    [Test]
    public async Task A_map_takes_the_points_and_an_anonymous_one_only_roughly()
    {
        var answer = await (await Given.StaffAsync("verifikator")).GetAsync(Path + "geojson");
        var features = answer.Body.GetProperty("features").EnumerateArray().ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(answer.ContentType, Is.EqualTo("application/geo+json"));
            Assert.That(answer.Body.GetProperty("type").GetString(), Is.EqualTo("FeatureCollection"));
            Assert.That(Point(0), Is.EqualTo(new[] { 112.003541, -7.818385 }));
            Assert.That(Point(2), Is.EqualTo(new[] { 112.004, -7.818 }));
            Assert.That(features[0].GetProperty("properties").GetProperty("confidential").GetBoolean(), Is.False);
        });

        double[] Point(int index) => [.. features[index].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble())];
    }

    [Test]
    public async Task Nobody_takes_away_what_they_do_not_see()
    {
        Assert.That(await Exported("petugas.dlhkp"), Is.EquivalentTo(new[] { garbage.TrackingCode, formula.TrackingCode }));
        Assert.That(await Exported("petugas.dpupr"), Does.Not.Contain(garbage.TrackingCode).And.Not.Contain(bribe.TrackingCode));
        Assert.That(await Exported("inspektorat"), Does.Contain(bribe.TrackingCode));
        (await (await Given.StaffAsync("operator")).GetAsync(Path + "csv")).HasStatus(HttpStatusCode.Forbidden);
        (await Given.Citizen.GetAsync(Path + "csv")).HasStatus(HttpStatusCode.Unauthorized);
    }

    [TestCase("status=inProgress", 1)]
    [TestCase("service=SMP-ANGKUT", 2)]
    [TestCase("q=paving", 1)]
    [TestCase("submittedFrom=2026-11-24&submittedUntil=2026-11-24", 3)]
    [TestCase("submittedFrom=2026-11-25", 0)]
    [TestCase("submittedUntil=2026-11-23", 0)]
    public async Task A_filter_narrows_the_file_as_it_does_the_queue(string query, int count)
    {
        var answer = await (await Given.StaffAsync("verifikator")).GetAsync($"{Path}csv?{query}");
        Assert.Multiple(() =>
        {
            Assert.That(Read(answer.Text), Has.Count.EqualTo(count));
            Assert.That(answer.Header("X-Total-Count"), Is.EqualTo(count.ToString(CultureInfo.InvariantCulture)));
        });
    }

    [TestCase("pdf", HttpStatusCode.NotFound)]
    [TestCase("csv?submittedFrom=kemarin", HttpStatusCode.BadRequest)]
    [TestCase("csv?pageSize=10", HttpStatusCode.BadRequest)]
    [TestCase("csv?status=karangan", HttpStatusCode.BadRequest)]
    public async Task What_is_no_file_is_refused_as_a_problem(string path, HttpStatusCode status)
    {
        var answer = await (await Given.StaffAsync("verifikator")).GetAsync(Path + path);
        answer.HasStatus(status);
        Assert.That(answer.ContentType, Is.EqualTo("application/problem+json"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Who_comes_while_many_files_are_on_their_way_is_asked_to_come_again_and_strangers_keep_nobody_from_work(bool isAtWork)
    {
        var (turns, taken) = (Api.Services.GetRequiredService<ExportTurns>(), new List<IDisposable>());
        try
        {
            while (taken.Count < ExportTurns.AtOnce)
            {
                taken.Add(turns.Take(isAtWork ? Guid.CreateVersion7() : null, $"192.0.2.{taken.Count}"));
            }

            var (atWork, stranger) = (await (await Given.StaffAsync("verifikator")).GetAsync(Path + "csv"), await Given.Citizen.GetAsync("/api/v1/statistics/reports.csv"));
            var (busy, served) = isAtWork ? (atWork, stranger) : (stranger, atWork);
            busy.IsProblem(HttpStatusCode.ServiceUnavailable, "exports_busy");
            Assert.That(busy.Header("Retry-After"), Is.EqualTo("30"));
            Assert.That(busy.Header("Content-Disposition"), Is.Null);
            served.HasStatus(HttpStatusCode.OK);
        }
        finally
        {
            taken.ForEach(turn => turn.Dispose());
        }

        (await (await Given.StaffAsync("verifikator")).GetAsync(Path + "csv")).HasStatus(HttpStatusCode.OK);
        (await Given.Citizen.GetAsync("/api/v1/statistics/reports.csv")).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public void Nobody_has_all_turns()
    {
        using var turns = new ExportTurns();
        var officer = Guid.CreateVersion7();
        var own = turns.Take(officer, "192.0.2.1");
        turns.Take(officer, "192.0.2.2");
        Assert.That(() => turns.Take(officer, "192.0.2.3"), Throws.InstanceOf<Unavailable>(), "a third file of one officer");
        turns.Take(null, "192.0.2.1");
        turns.Take(null, "192.0.2.1");
        Assert.That(() => turns.Take(null, "192.0.2.1"), Throws.InstanceOf<Unavailable>(), "a third file of one address");
        turns.Take(null, "192.0.2.2");
        own.Dispose();
        Assert.That(() => turns.Take(officer, "192.0.2.1"), Throws.Nothing, "one was given back");
    }

    private async Task<string[]> Exported(string userName) =>
        [.. Read((await (await Given.StaffAsync(userName)).GetAsync(Path + "csv")).Text).Select(row => row["trackingCode"])];

    private static List<Dictionary<string, string>> Read(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        }

        return rows;
    }
}
