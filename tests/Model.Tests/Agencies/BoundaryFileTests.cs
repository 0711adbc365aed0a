using System.Text;
using System.Text.Json.Nodes;
using KediriLapor.Agencies.Boundaries;

namespace KediriLapor.Model.Tests.Agencies;

/// <summary>Broken layers, each made from the shipped one by a single fault.</summary>
public class BoundaryFileTests
{
    private const string BandarLor = "35.71.01.1001";

    [Test]
    public void The_shipped_layer_is_acceptable_and_without_a_remark() => Assert.Multiple(() =>
    {
        Assert.That(Kediri.Layer.Problems, Is.Empty);
        Assert.That(Kediri.Layer.IsAcceptable);
        Assert.That(Kediri.Layer.Areas.Select(area => area.Ward), Is.EqualTo(Kediri.Wards.OrderBy(ward => ward.Code)));
    });

    [Test]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.That(Read([0xEF, 0xBB, 0xBF, .. ReferenceFiles.Bytes("kelurahan.geojson")]).Problems, Is.Empty);

    [TestCase("", "file_empty")]
    [TestCase("{\"type\": ", "not_json")]
    [TestCase("<kml/>", "not_json")]
    [TestCase("[]", "not_geojson")]
    [TestCase("42", "not_geojson")]
    [TestCase("{\"type\":\"Topology\",\"objects\":{}}", "not_geojson")]
    [TestCase("{\"type\":\"FeatureCollection\",\"features\":{}}", "not_geojson")]
    public void What_is_no_feature_collection_is_refused(string text, string code)
    {
        var file = Read(Encoding.UTF8.GetBytes(text));
        Assert.Multiple(() =>
        {
            Assert.That(file.IsAcceptable, Is.False);
            Assert.That(file.Problems.Single().Code, Is.EqualTo(code));
            Assert.That(file.Areas, Is.Empty);
        });
    }

    [TestCase("\"properties\":{\"code\":\"\\ud800\"}")]
    [TestCase("\"properties\":{\"\\udc00\":1}")]
    [TestCase("\"properties\":{\"code\":\"\u00ff\"}")]
    public void Text_that_is_no_unicode_is_a_problem_and_not_a_crash(string member)
    {
        var bytes = Encoding.Latin1.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":[{{{member}}}]}}");
        Assert.That(Read(bytes).Problems.Single().Code, Is.EqualTo("not_json"));
    }

    [TestCase("null")]
    [TestCase("[1,2]")]
    [TestCase("{\"properties\":null}")]
    [TestCase("{\"properties\":{\"code\":null,\"kode\":true}}")]
    public void A_feature_without_a_code_is_told_by_its_number(string feature)
    {
        var file = Read(Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":[{feature}]}}"));
        Assert.Multiple(() =>
        {
            Assert.That(Codes(file), Is.EqualTo(new[] { "ward_code_missing", "missing_ward" }));
            Assert.That(file.Problems[0].Message, Does.Contain("Fitur ke-1"));
            Assert.That(file.Problems[1].Wards, Has.Count.EqualTo(46));
        });
    }

    [Test]
    public void Files_too_large_to_be_a_layer_are_not_even_parsed() =>
        Assert.That(Read(new byte[BoundaryReader.MaxBytes + 1]).Problems.Single().Code, Is.EqualTo("file_too_large"));

    [Test]
    public void Features_and_points_are_bounded()
    {
        var crowded = Broken(layer =>
        {
            foreach (var _ in Enumerable.Range(0, BoundaryReader.MaxFeatures))
            {
                layer["features"]!.AsArray().Add(new JsonObject());
            }
        });
        var detailed = Broken(layer =>
        {
            var ring = Ring(layer, BandarLor);
            var first = ring[0]!;
            foreach (var _ in Enumerable.Range(0, BoundaryReader.MaxPoints))
            {
                ring.Add(first.DeepClone());
            }
        });
        Assert.Multiple(() =>
        {
            Assert.That(Codes(crowded), Is.EqualTo(new[] { "too_many_features" }));
            Assert.That(Codes(detailed), Is.EqualTo(new[] { "too_many_points" }));
        });
    }

    [TestCase("kode", "35.71.01.1001")]
    [TestCase("KODE_KEL", "3571011001")]
    [TestCase("KDEPUM", " 35.71.01.1001 ")]
    [TestCase("kode_kelurahan", 3571011001)]
    public void The_code_is_found_under_its_usual_names_and_forms(string property, object value)
    {
        var file = Broken(layer => Feature(layer, BandarLor)["properties"] = new JsonObject { [property] = JsonValue.Create(value) });
        Assert.That(file.Problems, Is.Empty);
    }

    [Test]
    public void A_missing_ward_is_named()
    {
        var file = Broken(layer => layer["features"]!.AsArray().Remove(Feature(layer, BandarLor)));
        AssertOnly(file, "missing_ward", "Bandar Lor", BandarLor);
    }

    [Test]
    public void A_ward_drawn_twice_is_named()
    {
        var file = Broken(layer => layer["features"]!.AsArray().Add(Feature(layer, BandarLor).DeepClone()));
        AssertOnly(file, "duplicate_ward", "Bandar Lor", BandarLor);
    }

    [Test]
    public void An_unknown_code_is_quoted()
    {
        var file = Broken(layer => Feature(layer, BandarLor)["properties"]!["code"] = "35.06.01.2001");
        Assert.That(Codes(file), Is.EqualTo(new[] { "unknown_ward", "missing_ward" }));
        Assert.That(file.Problems[0].Message, Does.Contain("35.06.01.2001"));
    }

    [Test]
    public void Swapped_axes_are_recognised_as_such()
    {
        var file = Broken(layer =>
        {
            foreach (var point in Points(layer))
            {
                (point[0], point[1]) = (point[1]!.DeepClone(), point[0]!.DeepClone());
            }
        });
        Assert.Multiple(() =>
        {
            Assert.That(Codes(file), Is.EqualTo(new[] { "axes_swapped" }));
            Assert.That(file.Problems[0].Wards, Has.Count.EqualTo(46));
            Assert.That(file.Areas, Is.Empty);
        });
    }

    [Test]
    public void Metres_are_recognised_as_such()
    {
        var file = Broken(layer =>
        {
            foreach (var point in Points(layer))
            {
                (point[0], point[1]) = (612_345.6, 9_135_432.1);
            }
        });
        Assert.That(file.Problems.Single().Message, Does.Contain("UTM"));
    }

    [TestCase(113.0)]
    [TestCase(1e308)]
    public void A_stray_point_is_told_with_its_ward(double longitude)
    {
        var file = Broken(layer => Ring(layer, BandarLor)[3]![0] = longitude);
        AssertOnly(file, "outside_kediri", "Bandar Lor", BandarLor);
    }

    [Test]
    public void An_open_ring_is_told_with_both_its_ends()
    {
        var file = Broken(layer => Ring(layer, BandarLor).RemoveAt(Ring(layer, BandarLor).Count - 1));
        AssertOnly(file, "ring_open", "-7.81966, 111.99879", BandarLor);
    }

    [TestCase("null", "geometry_missing")]
    [TestCase("{\"type\":\"Point\",\"coordinates\":[112.0,-7.8]}", "geometry_type")]
    [TestCase("{\"type\":\"Polygon\"}", "coordinates_malformed")]
    [TestCase("{\"type\":\"Polygon\",\"coordinates\":[]}", "coordinates_malformed")]
    [TestCase("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[112.0]]]]}", "coordinates_malformed")]
    [TestCase("{\"type\":\"Polygon\",\"coordinates\":[[[\"112\",\"-7.8\"]]]}", "coordinates_malformed")]
    [TestCase("{\"type\":\"Polygon\",\"coordinates\":[[[112.0,-7.8],[112.1,-7.8],[112.0,-7.8]]]}", "ring_too_short")]
    public void A_ward_without_a_proper_polygon_is_named(string geometry, string code)
    {
        var file = Broken(layer => Feature(layer, BandarLor)["geometry"] = JsonNode.Parse(geometry));
        AssertOnly(file, code, "Bandar Lor", BandarLor);
    }

    [Test]
    public void A_bow_tie_is_told_with_its_place()
    {
        var file = Broken(layer =>
        {
            var ring = Ring(layer, BandarLor);
            (ring[3], ring[20]) = (ring[20]!.DeepClone(), ring[3]!.DeepClone());
        });
        AssertOnly(file, "invalid_geometry", "memotong dirinya sendiri di -7.8", BandarLor);
    }

    [Test]
    public void Overlapping_wards_are_told_in_pairs()
    {
        var file = Broken(layer => Scale(layer, BandarLor, 1.1));
        var overlaps = file.Problems.Where(problem => problem.Code == "overlap").ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(file.IsAcceptable, Is.False);
            Assert.That(overlaps, Is.Not.Empty);
            Assert.That(overlaps.Select(problem => problem.Wards.Count), Has.All.EqualTo(2));
            Assert.That(overlaps.Select(problem => problem.Wards[0]), Has.All.EqualTo(BandarLor));
            Assert.That(overlaps[0].Message, Does.Match(@"^Bandar Lor .* dan .* bertumpang tindih: [\d.]+ m² di sekitar -7\.8"));
        });
    }

    [Test]
    public void A_gap_is_told_with_the_wards_around_it()
    {
        var file = Broken(layer => Scale(layer, BandarLor, 0.9));
        var gaps = file.Problems.Where(problem => problem is { Code: "gap", Severity: BoundarySeverity.Error }).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(file.IsAcceptable, Is.False);
            Assert.That(gaps, Is.Not.Empty);
            Assert.That(gaps.SelectMany(problem => problem.Wards), Does.Contain(BandarLor).And.Contains("35.71.01.1002"));
            Assert.That(gaps[0].Message, Does.StartWith("Celah di antara Bandar Lor"));
        });
    }

    [Test]
    public void A_small_overlap_is_a_warning_and_does_not_stop_the_layer()
    {
        var file = Broken(layer => MoveWest(Ring(layer, BandarLor)[0]!, degrees: 0.0001));
        Assert.Multiple(() =>
        {
            Assert.That(file.Problems, Is.Not.Empty);
            Assert.That(file.Problems.Select(problem => problem.Severity), Has.All.EqualTo(BoundarySeverity.Warning));
            Assert.That(file.IsAcceptable);
        });
    }

    [Test]
    public void A_ward_may_have_a_hole_that_another_fills()
    {
        var (outer, inner) = ("35.71.01.1001", "35.71.01.1002");
        Ward[] known = [.. Kediri.Wards.Where(ward => ward.Code == outer || ward.Code == inner)];
        const string hole = "[[112.004,-7.806],[112.006,-7.806],[112.006,-7.804],[112.004,-7.804],[112.004,-7.806]]";
        var file = BoundaryFile.Read(
            Encoding.UTF8.GetBytes($$$"""
                {"type":"FeatureCollection","features":[
                  {"properties":{"code":"{{{outer}}}"},"geometry":{"type":"Polygon","coordinates":[[[112,-7.81],[112.01,-7.81],[112.01,-7.8],[112,-7.8],[112,-7.81]],{{{hole}}}]}},
                  {"properties":{"code":"{{{inner}}}"},"geometry":{"type":"Polygon","coordinates":[{{{hole}}}]}}]}
                """),
            known);
        Assert.That(file.Problems, Is.Empty);
    }

    [Test]
    public void The_same_layer_changes_nothing() =>
        Assert.That(
            Kediri.Layer.ChangesFrom(Kediri.Map).Select(change => (change.DifferenceM2, change.CentroidShiftM)),
            Has.Exactly(46).Items.And.All.EqualTo((0.0, 0.0)));

    [Test]
    public void Areas_agree_with_the_reference_data()
    {
        // the table was computed before the outlines were smoothed
        var reference = ReferenceFiles.Rows("kelurahan.csv").ToDictionary(row => row.Text("kelurahan_code"), row => row.Number("area_km2"));
        foreach (var change in Kediri.Layer.ChangesFrom(Kediri.Map))
        {
            Assert.That(change.AreaAfterKm2, Is.EqualTo(reference[change.Ward.Code]).Within(1).Percent, change.Ward.Name);
        }
    }

    [Test]
    public void A_changed_ward_is_reported_with_its_figures()
    {
        var changes = Broken(layer => Scale(layer, BandarLor, 0.9)).ChangesFrom(Kediri.Map);
        var changed = changes.Single(change => change.DifferenceM2 > 0);
        Assert.Multiple(() =>
        {
            Assert.That(changed.Ward.Name, Is.EqualTo("Bandar Lor"));
            Assert.That(changed.AreaAfterKm2, Is.EqualTo(0.81 * changed.AreaBeforeKm2).Within(1e-6));
            Assert.That(changed.DifferenceM2, Is.GreaterThanOrEqualTo((changed.AreaBeforeKm2 - changed.AreaAfterKm2) * 1e6 * 0.999));
            Assert.That(changed.CentroidShiftM, Is.GreaterThan(0).And.LessThan(100));
        });
    }

    private static BoundaryFile Read(byte[] bytes) => BoundaryFile.Read(bytes, Kediri.Wards);

    private static BoundaryFile Broken(Action<JsonNode> fault)
    {
        var layer = JsonNode.Parse(ReferenceFiles.Bytes("kelurahan.geojson"))!;
        fault(layer);
        return Read(Encoding.UTF8.GetBytes(layer.ToJsonString()));
    }

    private static string[] Codes(BoundaryFile file) => [.. file.Problems.Select(problem => problem.Code)];

    private static void AssertOnly(BoundaryFile file, string code, string message, string ward) => Assert.Multiple(() =>
    {
        Assert.That(file.IsAcceptable, Is.False);
        Assert.That(Codes(file), Is.EqualTo(new[] { code }));
        Assert.That(file.Problems[0].Message, Does.Contain(message));
        Assert.That(file.Problems[0].Wards, Is.EqualTo(new[] { ward }));
    });

    private static JsonNode Feature(JsonNode layer, string code) =>
        layer["features"]!.AsArray().Single(feature => (string?)feature!["properties"]?["code"] == code)!;

    /// <summary>The outline of a ward that has one part.</summary>
    private static JsonArray Ring(JsonNode layer, string code) => Feature(layer, code)["geometry"]!["coordinates"]![0]!.AsArray();

    private static IEnumerable<JsonArray> Points(JsonNode layer) =>
        layer["features"]!.AsArray().SelectMany(feature => Leaves(feature!["geometry"]!["coordinates"]!.AsArray()));

    private static IEnumerable<JsonArray> Leaves(JsonArray node) =>
        node[0] is JsonArray ? node.SelectMany(child => Leaves(child!.AsArray())) : [node];

    private static void Scale(JsonNode layer, string code, double factor)
    {
        foreach (var point in Ring(layer, code))
        {
            point![0] = 112.0034 + (((double)point[0]! - 112.0034) * factor);
            point[1] = -7.8187 + (((double)point[1]! + 7.8187) * factor);
        }
    }

    /// <summary>Moves the corner that opens and closes a ring.</summary>
    private static void MoveWest(JsonNode corner, double degrees)
    {
        var ring = corner.Parent!.AsArray();
        ring[0]![0] = (double)corner[0]! - degrees;
        ring[^1]![0] = (double)ring[0]![0]!;
    }
}
