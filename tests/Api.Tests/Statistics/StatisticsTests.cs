using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using KediriLapor.Statistics.Alarms;

namespace KediriLapor.Api.Tests.Statistics;

/// <summary>One story, told in order: the clock of the fixture only goes forward.</summary>
public sealed class StatisticsTests : Story
{
    [Test, Order(1)]
    public async Task Everybody_reads_the_public_reports_and_staff_what_they_work_with()
    {
        await Given.ReportAsync(Given.Pollution);
        await Given.ReportAsync(Given.Pollution with { Confidential = true });
        await Given.ReportAsync(Given.Alley);
        await Given.ReportAsync(Given.Bribe);
        await Api.EverythingIsCountedAsync();

        Assert.That(await ReceivedAsync(Given.Citizen, "reports?by=agency"), Is.EquivalentTo(new[] { ("DLHKP", 1), (Given.BandarLor, 1) }));
        Assert.That(await ReceivedAsync(await Given.StaffAsync("petugas.dlhkp"), "own?by=agency"), Is.EqualTo(new[] { ("DLHKP", 2) }));
        Assert.That((await ReceivedAsync(await Given.StaffAsync("verifikator"), "own?by=service")).Sum(row => row.Count), Is.EqualTo(3), "no integrity case");
        Assert.That((await ReceivedAsync(await Given.StaffAsync("inspektorat"), "own?by=service")).Sum(row => row.Count), Is.EqualTo(4));
    }

    [TestCase("by=village", "unknown_value", "by")]
    [TestCase("from=2026-12-01&until=2026-01-01", "out_of_range", "from")]
    [TestCase("from=1999-01-01", "out_of_range", "from")]
    [TestCase("kelurahan=9", "unknown_kelurahan", "kelurahan")]
    [TestCase("agency=NASA", "unknown_agency", "agency")]
    [TestCase("service=UFO", "unknown_service", "service")]
    [TestCase("channel=pigeon", "unknown_value", "channel")]
    [TestCase("by=kelurahan&agency=DPUPR", "combination_not_counted", "by")]
    [TestCase("from=yesterday", "wrong_type", "from")]
    [TestCase("region=1", "unknown_parameter", "region")]
    public async Task What_cannot_be_counted_is_refused_by_name(string query, string code, string field) =>
        (await Given.Citizen.GetAsync("/api/v1/statistics/reports?" + query)).IsProblem(HttpStatusCode.BadRequest, code, field);

    [Test, Order(2)]
    public async Task What_is_reported_at_one_place_again_and_again_is_a_hot_spot_with_its_reports()
    {
        var first = await Given.InProgressAsync(Given.Pollution);
        await Given.MovedAsync(first, "petugas.dlhkp", new NewStatus { To = ReportStatus.Resolved, PublicNote = "Sudah kami bersihkan." });
        Clock.Advance(TimeSpan.FromHours(1));
        var second = await Given.ReportAsync(Given.Pollution);
        await Api.OutboxIsDeliveredAsync();

        var spots = (await Given.Citizen.GetAsync("/api/v1/statistics/hot-spots")).Body.GetProperty("items").EnumerateArray().ToArray();
        Assert.That(spots, Has.Length.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(spots[0].GetProperty("service").GetProperty("code").GetString(), Is.EqualTo(Given.Pollution.ServiceCode));
            Assert.That((spots[0].GetProperty("count").GetInt32(), spots[0].GetProperty("open").GetInt32(), spots[0].GetProperty("recurrences").GetInt32()), Is.EqualTo((3, 2, 1)));
            Assert.That(spots[0].GetProperty("evidence").EnumerateArray().First().GetGuid(), Is.EqualTo(second.Id));
        });
    }

    [Test, Order(3)]
    public async Task More_reports_of_one_kind_than_chance_allows_raise_an_alarm_that_ends_when_the_week_is_usual_again()
    {
        for (var i = 0; i < ControlLimit.Least; i++)
        {
            await Given.ReportAsync(Given.Alley);
        }

        await Api.OutboxIsDeliveredAsync();
        await Api.EverythingIsCountedAsync();
        await Api.RunAsync(new WatchLimits());
        await Api.RunAsync(new WatchLimits()); // looked at again, it is the same alarm
        var alarm = (await AlarmsAsync()).Single(one => one.GetProperty("service").GetProperty("code").GetString() == Given.Alley.ServiceCode);
        Assert.Multiple(() =>
        {
            Assert.That((alarm.GetProperty("count").GetInt32(), alarm.GetProperty("limit").GetInt32()), Is.EqualTo((6, 5)));
            Assert.That(alarm.GetProperty("kelurahan").GetProperty("code").GetString(), Is.EqualTo(Given.BandarLor));
            Assert.That(alarm.GetProperty("evidence").GetArrayLength(), Is.EqualTo(6));
            Assert.That(alarm.GetProperty("endedAt").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });

        Clock.Advance(TimeSpan.FromDays(8));
        await Api.RunAsync(new WatchLimits());
        Assert.That((await AlarmsAsync()).All(one => one.GetProperty("endedAt").ValueKind == JsonValueKind.String), Is.True);
    }

    [Test, Order(4)]
    public async Task A_ward_with_few_reports_is_not_judged_and_one_with_many_late_ones_is_told_apart()
    {
        var before = await WardAsync(Given.BandarKidul);
        Assert.That((before.GetProperty("verdict").GetString(), before.GetProperty("share").ValueKind), Is.EqualTo(("tooFew", JsonValueKind.Null)));

        Clock.Advance(TimeSpan.FromDays(60)); // all that is open is late now
        var late = await WardAsync(Given.BandarLor);
        Assert.Multiple(() =>
        {
            Assert.That(late.GetProperty("verdict").GetString(), Is.EqualTo("alike"), "there is no other ward to compare with");
            Assert.That(late.GetProperty("judged").GetInt32(), Is.EqualTo(9));
            Assert.That(late.GetProperty("share").GetDouble(), Is.EqualTo(0.1111));
            Assert.That(late.GetProperty("interval").GetProperty("high").GetDouble(), Is.GreaterThan(0.12));
        });
    }

    private async Task<JsonElement> WardAsync(string code)
    {
        var answer = await Given.Citizen.GetAsync("/api/v1/statistics/fairness");
        answer.HasStatus(HttpStatusCode.OK);
        return answer.Body.GetProperty("items").EnumerateArray().Single(ward => ward.GetProperty("kelurahan").GetProperty("code").GetString() == code);
    }

    private async Task<JsonElement[]> AlarmsAsync() => [.. (await Given.Citizen.GetAsync("/api/v1/statistics/alarms")).Body.GetProperty("items").EnumerateArray()];

    private static async Task<(string Key, int Count)[]> ReceivedAsync(Person person, string path)
    {
        var answer = await person.GetAsync("/api/v1/statistics/" + path);
        answer.HasStatus(HttpStatusCode.OK);
        return [.. answer.Body.GetProperty("rows").EnumerateArray().Select(row => (row.GetProperty("key").GetString()!, row.GetProperty("measures").GetProperty("received").GetInt32()))];
    }
}
