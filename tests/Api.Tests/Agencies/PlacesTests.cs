using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using KediriLapor.Agencies;
using KediriLapor.Harness;
using KediriLapor.Reports;

namespace KediriLapor.Api.Tests.Agencies;

public sealed class PlacesTests : Story
{
    private const string Wards = "/api/v1/wards";

    [Test]
    public async Task The_wards_are_a_layer_that_is_sent_once()
    {
        var layer = await Given.Citizen.GetAsync(Wards);

        Assert.That(layer.ContentType, Is.EqualTo("application/geo+json"));
        Assert.That(layer.Body.Value("type"), Is.EqualTo("FeatureCollection"));
        Assert.That(layer.Body.GetProperty("features").GetArrayLength(), Is.EqualTo(46));
        var again = await Given.Citizen.GetAsync(Wards, ("If-None-Match", layer.Header("ETag")!));
        Assert.That((again.Status, again.Bytes.Length), Is.EqualTo((HttpStatusCode.NotModified, 0)));
    }

    [Test]
    public async Task A_point_in_the_city_is_located()
    {
        var located = await LocateAsync(-7.818385, 112.003541);
        Assert.That((located.Value("inside"), located.Value("kelurahan"), located.Value("kecamatan")), Is.EqualTo(("true", Given.BandarLor, "35.71.01")));
        Assert.That(located.GetProperty("borderMetres").GetDouble(), Is.EqualTo(471).Within(3));
        Assert.That(located.GetProperty("alternatives").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Outside_the_city_is_an_answer_and_no_error()
    {
        var located = await LocateAsync(-7.75, 112.2);
        Assert.That((located.Value("inside"), located.Value("kelurahan"), located.Value("kecamatan")), Is.EqualTo(("false", (string?)null, (string?)null)));
    }

    [Test]
    public async Task Near_a_border_both_wards_are_offered_and_the_reporter_decides()
    {
        var (lat, lng, here, there) = await BorderPointAsync();
        var point = new GeoPoint { Lat = lat, Lng = lng };

        var doubtful = (await Given.SubmitAsync(Given.Alley with { Location = point })).Body;
        Assert.That((doubtful.Value("status"), doubtful.Value("agency")), Is.EqualTo(("submitted", (string?)null)));
        Assert.That(doubtful.GetProperty("routing").Value("reason"), Does.Contain("batas kelurahan"));

        foreach (var named in new[] { here, there })
        {
            var decided = (await Given.SubmitAsync(Given.Alley with { Location = point, KelurahanCode = named })).Body;
            Assert.That((decided.Value("kelurahan"), decided.Value("agency")), Is.EqualTo((named, named)));
        }
    }

    [Test]
    public async Task Units_are_found_by_name_or_duty()
    {
        var verifier = await Given.StaffAsync("verifikator");
        Assert.That((await verifier.GetAsync("/api/v1/agencies")).Body.GetProperty("items").GetArrayLength(), Is.EqualTo(102));
        Assert.That((await verifier.GetAsync("/api/v1/agencies?q=bandar%20lor")).Body.Values("items", "code"), Does.Contain(Given.BandarLor));
        Assert.That((await verifier.GetAsync("/api/v1/agencies?q=dlhkp")).Body.Values("items", "kind"), Does.Contain("opd"));
        (await verifier.GetAsync("/api/v1/agencies?kind=opd")).IsProblem(HttpStatusCode.BadRequest, "unknown_parameter", "kind");
    }

    [Test]
    public async Task New_boundaries_are_judged_first_and_hold_only_when_applied()
    {
        var before = await Given.Citizen.GetAsync(Wards);
        var (moved, corner) = WithOneCornerMoved(before.Text);
        var file = Path.Combine(PostgresServer.NewFolder(), "batas.geojson");
        await File.WriteAllTextAsync(file, moved);

        Assert.That(await ImportBoundariesCommand.Run(Api.Services, [file]), Is.Zero);
        Assert.That((await Given.Citizen.GetAsync(Wards)).Text, Does.Not.Contain(corner), "only judged");
        Assert.That(await ImportBoundariesCommand.Run(Api.Services, [file, "--apply", "--source", "Perwali 1/2026"]), Is.Zero);

        var after = await Eventually.SeeAsync(() => Given.Citizen.GetAsync(Wards), layer => layer.Text.Contains(corner));
        Assert.That(after.Text, Does.Contain(corner));
        Assert.That(after.Header("ETag"), Is.Not.EqualTo(before.Header("ETag")));
        Assert.That(await Api.CountAsync("kelurahan WHERE boundary_source = 'Perwali 1/2026'"), Is.EqualTo(46));
    }

    [Test]
    public async Task A_layer_with_a_ward_missing_is_refused_and_nothing_changes()
    {
        var before = await Given.Citizen.GetAsync(Wards);
        var layer = JsonNode.Parse(before.Text)!;
        layer["features"]!.AsArray().RemoveAt(0);
        var file = Path.Combine(PostgresServer.NewFolder(), "batas.geojson");
        await File.WriteAllTextAsync(file, layer.ToJsonString());

        Assert.That(await ImportBoundariesCommand.Run(Api.Services, [file, "--apply", "--source", "berkas rusak"]), Is.EqualTo(1));
        Assert.That(await ImportBoundariesCommand.Run(Api.Services, [file + ".tidak-ada"]), Is.EqualTo(2));
        Assert.That(await Api.CountAsync("kelurahan WHERE boundary_source = 'berkas rusak'"), Is.Zero);
    }

    private async Task<JsonElement> LocateAsync(double lat, double lng) =>
        (await Given.Citizen.GetAsync(FormattableString.Invariant($"{Wards}/locate?lat={lat}&lng={lng}"))).Body;

    /// <summary>Walks north from Bandar Kidul's middle until another ward is near.</summary>
    private async Task<(double Lat, double Lng, string Here, string There)> BorderPointAsync()
    {
        const double lng = 112.0003818;
        for (var lat = -7.8288; lat < -7.81; lat += 0.0002)
        {
            var located = await LocateAsync(lat, lng);
            if (located.GetProperty("alternatives").GetArrayLength() > 0)
            {
                return (lat, lng, located.Value("kelurahan")!, located.Values("alternatives", "code")[0]!);
            }
        }

        throw new InvalidOperationException("No border north of Bandar Kidul.");
    }

    /// <summary>Moves one corner of Bandar Lor by some metres, in every ward that has it.</summary>
    private static (string Layer, string Corner) WithOneCornerMoved(string layer)
    {
        var features = JsonNode.Parse(layer)!["features"]!.AsArray();
        var ward = features.Single(feature => (string)feature!["properties"]!["code"]! == Given.BandarLor)!;
        var polygon = ward["geometry"]!["coordinates"]![0]!;
        var corner = ((string)ward["geometry"]!["type"]! == "Polygon" ? polygon : polygon[0]!)[3]!;
        var old = corner.ToJsonString();
        var moved = FormattableString.Invariant($"[{(double)corner[0]! + 0.00002:0.######},{(double)corner[1]!}]");
        return (JsonNode.Parse(layer)!.ToJsonString().Replace(old, moved), moved);
    }
}
