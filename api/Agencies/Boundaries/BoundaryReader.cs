using System.Text.Json;
using NetTopologySuite.Geometries;

namespace KediriLapor.Agencies.Boundaries;

/// <summary>
/// From bytes to drawn wards: JSON, codes, rings, place on earth. Walks the JSON itself instead of deserialising it, because a
/// GeoJSON library stops at the first fault and cannot say in which ward it is.
/// </summary>
internal sealed class BoundaryReader(IReadOnlyCollection<Ward> known)
{
    /// <summary>About 300 times the indicative layer; above it the file is not what it claims to be.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    public const int MaxFeatures = 1_000;

    /// <summary>A vertex every metre of all borders together; more only slows each location down.</summary>
    public const int MaxPoints = 300_000;

    /// <summary>
    /// Where the ward's code may stand, matched without regard to case, first one present wins. <c>KDEPUM</c> is what the
    /// national topographic layer (RBI) calls it, <c>KODE_KEL</c> what most city layers do.
    /// </summary>
    private static readonly string[] CodeProperties = ["code", "kode", "kode_kel", "kode_kelurahan", "kode_kemendagri", "kdepum"];

    /// <summary>As much of an unknown code as is repeated to the operator.</summary>
    private const int MaxCodeLength = 40;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The city with some 8 km around it, in degrees.</summary>
    private static readonly Envelope Kediri = new(111.87, 112.13, -7.95, -7.69);

    private static readonly Envelope KediriSwapped = new(Kediri.MinY, Kediri.MaxY, Kediri.MinX, Kediri.MaxX);

    private readonly Dictionary<string, Ward> wards = known.ToDictionary(ward => ward.Code, StringComparer.Ordinal);
    private readonly SortedSet<string> seen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, WardArea> areas = new(StringComparer.Ordinal);

    public List<BoundaryProblem> Problems { get; } = [];

    public IReadOnlyCollection<WardArea> Areas => areas.Values;

    public void Read(ReadOnlyMemory<byte> file)
    {
        if (file.Span.StartsWith(ByteOrderMark))
        {
            file = file[ByteOrderMark.Length..];
        }

        if (file.IsEmpty)
        {
            Report("file_empty", "Berkas kosong.");
        }
        else if (file.Length > MaxBytes)
        {
            Report("file_too_large", $"Berkas lebih besar dari {MaxBytes / 1024 / 1024} MB.");
        }
        else
        {
            ReadJson(file);
        }
    }

    private void ReadJson(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var json = JsonDocument.Parse(file);
            ReadCollection(json.RootElement);
        }
        catch (JsonException e)
        {
            Report("not_json", $"Berkas bukan JSON yang sah: galat di baris {e.LineNumber + 1}, bita ke-{e.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            // how System.Text.Json says that a string holds broken UTF-8 or half a surrogate pair
            Report("not_json", "Berkas berisi teks yang bukan UTF-8 yang sah.");
        }
    }

    private void ReadCollection(JsonElement root)
    {
        var features = root.Member("features");
        if (root.Member("type").Text() != "FeatureCollection" || features.ValueKind != JsonValueKind.Array)
        {
            Report("not_geojson", "Berkas bukan GeoJSON FeatureCollection.");
            return;
        }

        if (features.GetArrayLength() > MaxFeatures)
        {
            Report("too_many_features", $"Berkas berisi lebih dari {MaxFeatures} fitur; batas kelurahan hanya {wards.Count}.");
            return;
        }

        foreach (var (index, feature) in features.EnumerateArray().Index())
        {
            ReadFeature(feature, index + 1);
        }

        var missing = wards.Keys.Where(code => !seen.Contains(code)).Order(StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
        {
            Report("missing_ward", $"Kelurahan tidak ada di berkas: {string.Join(", ", missing.Select(Name))}.", missing);
        }

        CheckPlaceOnEarth();
        CheckDetail();
    }

    private void ReadFeature(JsonElement feature, int number)
    {
        if (CodeOf(feature.Member("properties")) is not { } code)
        {
            Report("ward_code_missing", $"Fitur ke-{number} tidak memiliki kode kelurahan ({string.Join(", ", CodeProperties)}).");
        }
        else if (!wards.TryGetValue(code, out var ward))
        {
            Report("unknown_ward", $"Fitur ke-{number}: kode \"{code}\" bukan kelurahan Kota Kediri.", code);
        }
        else if (!seen.Add(code))
        {
            Report("duplicate_ward", $"Fitur ke-{number}: kelurahan {Name(code)} sudah ada di berkas.", code);
        }
        else
        {
            ReadArea(ward, feature.Member("geometry"));
        }
    }

    private void ReadArea(Ward ward, JsonElement geometry)
    {
        var reader = new GeometryReader();
        if (reader.Read(geometry) is { } area)
        {
            areas.Add(ward.Code, new(ward, area));
        }
        else if (reader.Fault is { } fault)
        {
            Report(fault.Code, $"Kelurahan {Name(ward.Code)}: {fault.Message}", ward.Code);
        }
    }

    /// <summary>Takes away what is not drawn in Kediri: no further check could make sense of it.</summary>
    private void CheckPlaceOnEarth()
    {
        var abroad = areas.Values.Where(area => !Kediri.Contains(area.Area.EnvelopeInternal)).ToArray();
        var swapped = Codes(abroad.Where(area => KediriSwapped.Contains(area.Area.EnvelopeInternal)));
        if (swapped.Length > 0)
        {
            Report("axes_swapped", $"Bujur dan lintang tertukar pada {swapped.Length} kelurahan: GeoJSON menulis [bujur, lintang].", swapped);
        }

        var elsewhere = abroad.Where(area => !KediriSwapped.Contains(area.Area.EnvelopeInternal)).ToArray();
        if (elsewhere is [var first, ..])
        {
            var place = first.Area.Coordinates.First(point => !Kediri.Contains(point));
            var unit = Math.Abs(place.X) > 180 || Math.Abs(place.Y) > 90
                ? "tampaknya dalam meter (UTM), bukan derajat WGS84"
                : "di luar wilayah Kediri";
            Report(
                "outside_kediri",
                $"Koordinat {elsewhere.Length} kelurahan {unit}; yang pertama: {Name(first.Ward.Code)} di {place.Place()}.",
                Codes(elsewhere));
        }

        foreach (var area in abroad)
        {
            areas.Remove(area.Ward.Code);
        }
    }

    private void CheckDetail()
    {
        if (areas.Values.Sum(area => (long)area.Area.NumPoints) > MaxPoints)
        {
            Report("too_many_points", $"Berkas berisi lebih dari {MaxPoints} titik; sederhanakan garis batasnya.");
            areas.Clear();
        }
    }

    /// <summary>Accepts the dotted code and its ten bare digits, as text or number: spreadsheets drop the dots.</summary>
    private static string? CodeOf(JsonElement properties)
    {
        if (properties.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var value = CodeProperties
            .SelectMany(name => properties.EnumerateObject().Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Select(property => property.Value)
            .FirstOrDefault(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number);
        var code = (value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.Text())?.Trim();
        return string.IsNullOrEmpty(code) ? null
            : code.Length == 10 && code.All(char.IsAsciiDigit)
            ? $"{code[..2]}.{code[2..4]}.{code[4..6]}.{code[6..]}"
            : code[..Math.Min(code.Length, MaxCodeLength)];
    }

    private static string[] Codes(IEnumerable<WardArea> wards) => [.. wards.Select(area => area.Ward.Code)];

    private string Name(string code) => $"{wards[code].Name} ({code})";

    private void Report(string code, string message, params IReadOnlyList<string> wards) =>
        Problems.Add(BoundaryProblem.Error(code, message, wards));
}
