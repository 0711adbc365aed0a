using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace KediriLapor.Exports.Tables;

/// <summary>RFC 4180, UTF-8 without a mark, instants as RFC 3339 in WIB.</summary>
internal sealed class CsvTable : TableFormat
{
    public const string Type = "text/csv";

    private const int BufferSize = 64 * 1024;

    // what a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)
    private static readonly System.Buffers.SearchValues<char> Formula = System.Buffers.SearchValues.Create("=+-@\t\r\n＝＋－＠");

    // lines end in CR LF unless told; told so, the writer would quote no other end of a line, and a text with a bare LF would break its row in two
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture);

    public override string Extension => "csv";

    public override string ContentType => Type + "; charset=utf-8; header=present";

    public override async Task Write<T>(Stream body, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        await using var text = new StreamWriter(body, new UTF8Encoding(false), BufferSize, leaveOpen: true);
        await using var csv = new CsvWriter(text, Rfc4180, leaveOpen: true);
        foreach (var column in columns)
        {
            csv.WriteField(column.Name);
        }

        await csv.NextRecordAsync();
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var column in columns)
            {
                var value = column.Value(row);
                csv.WriteField(value is string words ? Inert(words) : Values.Text(value));
            }

            await csv.NextRecordAsync();
        }
    }

    /// <summary>An apostrophe keeps a spreadsheet from reckoning with what a citizen wrote.</summary>
    private static string Inert(string text) => text.Length > 0 && Formula.Contains(text[0]) ? "'" + text : text;
}
