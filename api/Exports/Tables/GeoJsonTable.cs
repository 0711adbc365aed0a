using System.IO.Pipelines;
using System.Text.Json;

namespace KediriLapor.Exports.Tables;

/// <summary>RFC 7946: a FeatureCollection whose features are points, or have no geometry where none is known; from the columns <c>lat</c> and <c>lng</c>.</summary>
internal sealed class GeoJsonTable : TableFormat
{
    public const string Type = "application/geo+json";

    private const string Lat = "lat";
    private const string Lng = "lng";

    private const int FlushAt = 64 * 1024;

    public override string Extension => "geojson";

    public override string ContentType => Type;

    public override async Task Write<T>(Stream body, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        var (lat, lng) = (columns.Single(column => column.Name == Lat), columns.Single(column => column.Name == Lng));
        Column<T>[] properties = [.. columns.Where(column => column != lat && column != lng)];
        var pipe = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true));
        var json = new Utf8JsonWriter(pipe, Values.Json);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        await foreach (var row in rows.WithCancellation(ct))
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            WritePoint(json, lat.Value(row), lng.Value(row));
            json.WriteStartObject("properties");
            foreach (var property in properties)
            {
                json.WriteCell(property.Name, property.Value(row));
            }

            json.WriteEndObject();
            json.WriteEndObject();
            if (json.BytesPending + pipe.UnflushedBytes > FlushAt)
            {
                json.Flush();
                await pipe.FlushAsync(ct);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await pipe.CompleteAsync();
    }

    private static void WritePoint(Utf8JsonWriter json, object? lat, object? lng)
    {
        if (lat is not double y || lng is not double x)
        {
            json.WriteNull("geometry");
            return;
        }

        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(x);
        json.WriteNumberValue(y);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
