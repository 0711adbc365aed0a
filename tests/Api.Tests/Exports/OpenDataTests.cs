using System.Net;
using System.Xml.Linq;
using KediriLapor.Exports.OpenData;
using KediriLapor.Harness;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests.Exports;

public sealed class OpenDataTests : Story
{
    private const string Path = "/api/v1/open-data";

    [Test]
    public async Task Each_day_everybody_gets_the_public_reports_without_words_and_without_places_that_few_share()
    {
        var many = new List<FiledReport>();
        while (many.Count < RebuildOpenDataHandler.SmallestCell)
        {
            many.Add(await Given.ReportAsync(Given.Garbage));
        }

        var lonely = await Given.ReportAsync(Given.Alley);
        var bribe = await Given.ReportAsync(Given.Bribe);
        await Api.OutboxIsDeliveredAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        var today = await Given.ReportAsync(Given.Pollution);
        await Api.OutboxIsDeliveredAsync();
        Assert.That(await Api.RunAsync(new RebuildOpenData()), Is.Positive);

        var json = await Given.Citizen.GetAsync(Path + "/reports.json");
        var rows = json.Body.EnumerateArray().ToArray();
        var (alone, one) = (RowOf(lonely), RowOf(many[0]));
        Assert.Multiple(() =>
        {
            Assert.That(json.Text, Does.Not.Contain(bribe.Id.ToString()), "confidential");
            Assert.That(json.Text, Does.Not.Contain(today.Id.ToString()), "not before today");
            Assert.That(one.GetProperty("address").GetString(), Is.EqualTo("Kelurahan Bandar Lor, Kecamatan Mojoroto, Kota Kediri"));
            Assert.That(one.GetProperty("lat").GetDouble(), Is.EqualTo(-7.818));
            Assert.That(one.GetProperty("requested_datetime").GetString(), Does.EndWith(":00:00+07:00"));
            Assert.That(one.GetProperty("status_description").GetString(), Is.EqualTo("Processing"));
            Assert.That(alone.GetProperty("address").GetString(), Is.EqualTo("Kota Kediri"));
            Assert.That(alone.GetProperty("agency_responsible").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null), "its kelurahan would tell the place");
            Assert.That(alone.GetProperty("lat").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
            Assert.That(json.Text, Does.Not.Contain("bergelombang").IgnoreCase);
        });

        System.Text.Json.JsonElement RowOf(FiledReport report) => rows.Single(row => row.GetProperty("service_request_id").GetString() == report.Id.ToString());
    }

    [Test]
    public async Task What_leaves_the_public_leaves_the_set_and_what_moved_on_is_brought_up_to_date_but_never_within_the_day()
    {
        var report = await Given.InProgressAsync(Given.Garbage);
        var hidden = await Given.ReportAsync(Given.Alley);
        await Api.OutboxIsDeliveredAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        await Api.RunAsync(new RebuildOpenData());
        var before = await Given.Citizen.GetAsync(Path + "/reports.csv");

        using var nextMorning = new Given(Api);
        await nextMorning.MovedAsync(report, "petugas.dlhkp", new KediriLapor.Reports.NewStatus { To = KediriLapor.Reports.Model.ReportStatus.Planned, PublicNote = "Diangkut besok.", PlannedFor = new DateOnly(2026, 11, 27) });
        await Api.OutboxIsDeliveredAsync();
        await Api.InDatabaseAsync(db => db.PublicReports.Where(r => r.Id == hidden.Id).ExecuteDeleteAsync());
        Assert.That(await Api.RunAsync(new RebuildOpenData()), Is.Zero, "the day has its set");
        var within = await Given.Citizen.GetAsync(Path + "/reports.csv", ("If-None-Match", before.Header("ETag")!));
        within.HasStatus(HttpStatusCode.NotModified);
        (await Given.Citizen.GetAsync(Path + "/reports.csv", ("If-Modified-Since", before.Header("Last-Modified")!))).HasStatus(HttpStatusCode.NotModified);

        Clock.Advance(TimeSpan.FromDays(1));
        await Api.RunAsync(new RebuildOpenData());
        var after = await Given.Citizen.GetAsync(Path + "/reports.csv", ("If-None-Match", before.Header("ETag")!));
        (await Given.Citizen.GetAsync(Path + "/reports.csv", ("If-Modified-Since", before.Header("Last-Modified")!))).HasStatus(HttpStatusCode.OK);
        Assert.Multiple(() =>
        {
            Assert.That(before.Text, Does.Contain($"{hidden.Id}"));
            Assert.That(after.Text, Does.Not.Contain($"{hidden.Id}"));
            Assert.That(Line(after, report.Id), Does.Contain(",Processing,Dijadwalkan,"));
            Assert.That(Line(before, report.Id), Does.Contain(",Processing,Sedang ditindaklanjuti,"));
        });

        static string Line(Answer answer, Guid id) => answer.Text.Split("\r\n").Single(line => line.StartsWith($"{id}", StringComparison.Ordinal));
    }

    [Test]
    public async Task The_set_says_what_it_holds_and_where_it_lies_in_three_forms()
    {
        await Given.ReportAsync(Given.Garbage);
        await Api.OutboxIsDeliveredAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        await Api.RunAsync(new RebuildOpenData());

        var told = (await Given.Citizen.GetAsync(Path)).Body;
        var rows = told.GetProperty("rows").GetInt32();
        foreach (var file in told.GetProperty("files").EnumerateArray())
        {
            var answer = await Given.Citizen.GetAsync(file.GetProperty("url").GetString()!);
            answer.HasStatus(HttpStatusCode.OK);
            Assert.That(answer.Header("X-Total-Count"), Is.EqualTo($"{rows}"));
            Assert.That(answer.Header("Cache-Control"), Does.Contain("public"));
            Assert.That(
                answer.ContentType switch
                {
                    "application/json" => answer.Body.GetArrayLength(),
                    "application/xml" => XDocument.Parse(answer.Text).Root!.Elements("request").Count(),
                    _ => answer.Text.Split("\r\n").Length - 2,
                },
                Is.EqualTo(rows),
                answer.ContentType);
        }
    }
}
