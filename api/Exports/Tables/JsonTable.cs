using System.IO.Pipelines;
using System.Text.Json;

namespace KediriLapor.Exports.Tables;

/// <summary>An array of objects.</summary>
internal sealed class JsonTable : TableFormat
{
    public const string Type = "application/json";

    private const int FlushAt = 64 * 1024;

    public override string Extension => "json";

    public override string ContentType => Type;

    public override async Task Write<T>(Stream body, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        var pipe = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true));
        await using var json = new Utf8JsonWriter(pipe, Values.Json);
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(ct))
        {
            json.WriteStartObject();
            foreach (var column in columns)
            {
                json.WriteCell(column.Name, column.Value(row));
            }

            json.WriteEndObject();
            if (json.BytesPending + pipe.UnflushedBytes > FlushAt)
            {
                await json.FlushAsync(ct);
                await pipe.FlushAsync(ct);
            }
        }

        json.WriteEndArray();
        await json.FlushAsync(ct);
        await pipe.CompleteAsync();
    }
}
