using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;

namespace KediriLapor.Api.Tests.Reports;

public sealed class PublicMapTests : Story
{
    private const string City = "111.9,-7.93,112.1,-7.7";

    [Test]
    public async Task Far_away_reports_are_gathered_and_near_by_each_stands_for_itself()
    {
        var here = await Given.ReportAsync(Given.Alley);
        var there = await Given.ReportAsync(Given.Alley with { Location = Moved(Given.Alley.Location!, 0.004) });
        await Api.OutboxIsDeliveredAsync();

        var far = await MapAsync($"bbox={City}&zoom=8&service={Given.Alley.ServiceCode}");
        var near = await MapAsync($"bbox={Around(Given.Alley.Location!)}&zoom=18&service={Given.Alley.ServiceCode}");

        Assert.That(Counts(far).Sum(), Is.EqualTo(Number(far, "total") - Number(far, "withoutPoint")));
        Assert.That(Counts(far), Has.Length.EqualTo(1));
        var ids = near.Body.GetProperty("clusters").EnumerateArray().Select(cluster => cluster.GetProperty("reportId").GetString()).ToArray();
        Assert.That(ids, Does.Contain(here.Id.ToString()).And.Contain(there.Id.ToString()));
    }

    [Test]
    public async Task A_confidential_report_is_in_no_count()
    {
        await Given.ReportAsync(Given.Pollution);
        await Api.OutboxIsDeliveredAsync();
        var before = await MapAsync($"bbox={City}&zoom=12");
        await Given.ReportAsync(Given.Pollution with { Confidential = true });
        await Given.ReportAsync(Given.Bribe);
        await Api.OutboxIsDeliveredAsync();

        Assert.That((await MapAsync($"bbox={City}&zoom=12")).Text, Is.EqualTo(before.Text));
    }

    [Test]
    public async Task A_report_without_a_point_counts_for_its_kelurahan_and_the_filters_hold_for_all_parts()
    {
        await Given.ReportAsync(Given.Pollution);
        await Api.OutboxIsDeliveredAsync();
        var code = (await MapAsync($"bbox={City}&zoom=12")).Body.GetProperty("wards")[0].Value("kelurahan")!;
        var ward = "kelurahan=" + code;
        var before = await MapAsync($"bbox={City}&zoom=12&{ward}");
        await Given.ReportAsync(Given.Pollution with { Location = null, KelurahanCode = code, Address = "Depan balai" });
        await Api.OutboxIsDeliveredAsync();

        var after = await MapAsync($"bbox={City}&zoom=12&{ward}");
        var closed = await MapAsync($"bbox={City}&zoom=12&{ward}&status=closed");

        Assert.That(Number(after, "total"), Is.EqualTo(Number(before, "total") + 1));
        Assert.That(Number(after, "withoutPoint"), Is.EqualTo(Number(before, "withoutPoint") + 1));
        Assert.That(after.Body.GetProperty("wards").GetArrayLength(), Is.EqualTo(1));
        Assert.That(Number(closed, "total"), Is.Zero);
    }

    [TestCase("zoom=12", "required", "bbox")]
    [TestCase("bbox=111.9,-7.93,112.1,-7.7", "required", "zoom")]
    [TestCase("bbox=111.9,-7.93,112.1,-7.7&zoom=25", "out_of_range", "zoom")]
    [TestCase("bbox=-180,-90,180,90&zoom=18", "out_of_range", "bbox")]
    [TestCase("bbox=1,2,3&zoom=12", "invalid_format", "bbox")]
    [TestCase("bbox=111.9,-7.93,112.1,-7.7&zoom=12&status=karangan", "unknown_value", "status")]
    public async Task What_no_map_can_show_is_refused(string query, string code, string field)
    {
        (await Given.Citizen.GetAsync("/api/v1/public/map?" + query)).IsProblem(HttpStatusCode.BadRequest, code, field);
    }

    private async Task<Answer> MapAsync(string query)
    {
        var map = await Given.Citizen.GetAsync("/api/v1/public/map?" + query);
        map.HasStatus(HttpStatusCode.OK);
        return map;
    }

    private static int Number(Answer map, string name) => map.Body.GetProperty(name).GetInt32();

    private static int[] Counts(Answer map) => [.. map.Body.GetProperty("clusters").EnumerateArray().Select(cluster => cluster.GetProperty("count").GetInt32())];

    private static GeoPoint Moved(GeoPoint point, double degrees) => new() { Lat = point.Lat, Lng = point.Lng + degrees };

    private static string Around(GeoPoint point) => FormattableString.Invariant($"{point.Lng - 0.01},{point.Lat - 0.01},{point.Lng + 0.01},{point.Lat + 0.01}");
}
