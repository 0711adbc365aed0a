using System.Text;
using System.Xml;
using KediriLapor.Platform;

namespace KediriLapor.Exports.Tables;

/// <summary>One element per row, in it one per column, empty where there is no value.</summary>
internal sealed class XmlTable(string root, string item) : TableFormat
{
    public const string Type = "application/xml";

    private static readonly XmlWriterSettings Settings = new() { Async = true, CloseOutput = false, Encoding = new UTF8Encoding(false) };

    public override string Extension => "xml";

    public override string ContentType => Type;

    public override async Task Write<T>(Stream body, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        await using var xml = XmlWriter.Create(body, Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, root, null);
        await foreach (var row in rows.WithCancellation(ct))
        {
            await xml.WriteStartElementAsync(null, item, null);
            foreach (var column in columns)
            {
                await xml.WriteElementStringAsync(null, column.Name, null, LegibleXml.Of(Values.Text(column.Value(row)) ?? ""));
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
    }
}
