using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using KediriLapor.Agencies.Boundaries;

namespace KediriLapor.Model.Tests.Agencies;

public class BoundaryFileProperties
{
    private const int Wards = 3;

    private static readonly Ward[] Known = [.. Kediri.Wards.OrderBy(ward => ward.Code).Take(Wards)];

    /// <summary>A few wards of the shipped layer: small enough to be damaged thousands of times.</summary>
    private static readonly byte[] Layer = FirstWards();

    private static readonly Gen<string> Damage = Gen.OneOf(
        Gen.Char["0123456789-.eE[]{},:\"\\u nft"].Select(letter => letter.ToString()),
        Gen.Int[0, 4].Select(kind => new[] { "", "null", "[[]]", "1e999", "\\ud800" }[kind]),
        Gen.Char['\u0080', '\u00ff'].Select(letter => letter.ToString()));

    [Test]
    public void The_undamaged_part_is_acceptable() =>
        Assert.That(BoundaryFile.Read(Layer, Known).Problems.Where(problem => problem.Code != "gap"), Is.Empty);

    [Test]
    public void However_a_file_is_damaged_reading_it_gives_an_answer() =>
        Gen.Select(Gen.Int[0, Layer.Length - 1], Gen.Int[0, 12], Damage).Sample(
            (at, length, damage) =>
            {
                byte[] damaged = [.. Layer[..at], .. Encoding.Latin1.GetBytes(damage), .. Layer[Math.Min(Layer.Length, at + length)..]];
                var file = BoundaryFile.Read(damaged, Known);
                return file.IsAcceptable ? file.Areas.Length == Wards : file.Problems.All(problem => problem.Message.Length > 0);
            },
            iter: 2_000);

    private static byte[] FirstWards()
    {
        var layer = JsonNode.Parse(ReferenceFiles.Bytes("kelurahan.geojson"))!;
        var features = layer["features"]!.AsArray();
        while (features.Count > Wards)
        {
            features.RemoveAt(features.Count - 1);
        }

        return Encoding.UTF8.GetBytes(layer.ToJsonString());
    }
}
