using System.Text;
using System.Text.Json.Nodes;
using KediriLapor.Agencies.Boundaries;
using static KediriLapor.Model.Tests.Agencies.BrokenLayer;

namespace KediriLapor.Model.Tests.Agencies;

/// <summary>Broken layers, each made from the shipped one by a single fault.</summary>
[Parallelizable(ParallelScope.All)]
public class BoundaryFileTests
{
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

    [TestCase("113.0")]
    [TestCase("1e308")]
    [TestCase("-1e999")]
    public void A_stray_point_is_told_with_its_ward(string longitude)
    {
        var file = Broken(layer => Ring(layer, BandarLor)[3]![0] = JsonNode.Parse(longitude));
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
}
