using System.Text;
using System.Text.Json.Nodes;
using KediriLapor.Agencies.Boundaries;

namespace KediriLapor.Model.Tests.Agencies;

/// <summary>The shipped layer with one fault put in.</summary>
internal static class BrokenLayer
{
    public const string BandarLor = "35.71.01.1001";

    public static BoundaryFile Read(byte[] bytes) => BoundaryFile.Read(bytes, Kediri.Wards);

    public static BoundaryFile Broken(Action<JsonNode> fault)
    {
        var layer = JsonNode.Parse(ReferenceFiles.Bytes("kelurahan.geojson"))!;
        fault(layer);
        return Read(Encoding.UTF8.GetBytes(layer.ToJsonString()));
    }

    public static string[] Codes(BoundaryFile file) => [.. file.Problems.Select(problem => problem.Code)];

    public static void AssertOnly(BoundaryFile file, string code, string message, string ward) => Assert.Multiple(() =>
    {
        Assert.That(file.IsAcceptable, Is.False);
        Assert.That(Codes(file), Is.EqualTo(new[] { code }));
        Assert.That(file.Problems[0].Message, Does.Contain(message));
        Assert.That(file.Problems[0].Wards, Is.EqualTo(new[] { ward }));
    });

    public static JsonNode Feature(JsonNode layer, string code) =>
        layer["features"]!.AsArray().Single(feature => (string?)feature!["properties"]?["code"] == code)!;

    /// <summary>The outline of a ward that has one part.</summary>
    public static JsonArray Ring(JsonNode layer, string code) => Feature(layer, code)["geometry"]!["coordinates"]![0]!.AsArray();

    public static IEnumerable<JsonArray> Points(JsonNode layer) =>
        layer["features"]!.AsArray().SelectMany(feature => Leaves(feature!["geometry"]!["coordinates"]!.AsArray()));

    private static IEnumerable<JsonArray> Leaves(JsonArray node) =>
        node[0] is JsonArray ? node.SelectMany(child => Leaves(child!.AsArray())) : [node];

    public static void Scale(JsonNode layer, string code, double factor)
    {
        foreach (var point in Ring(layer, code))
        {
            point![0] = 112.0034 + (((double)point[0]! - 112.0034) * factor);
            point[1] = -7.8187 + (((double)point[1]! + 7.8187) * factor);
        }
    }

    /// <summary>Moves the corner that opens and closes a ring.</summary>
    public static void MoveWest(JsonNode corner, double degrees)
    {
        var ring = corner.Parent!.AsArray();
        ring[0]![0] = (double)corner[0]! - degrees;
        ring[^1]![0] = (double)ring[0]![0]!;
    }
}
