using System.IO.Pipelines;
using KediriLapor.Platform;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace KediriLapor.Exports.Tables;

/// <summary>Office Open XML (ISO/IEC 29500), texts as texts, instants in WIB; a next sheet where one is full.</summary>
internal sealed class XlsxTable : TableFormat
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows that a sheet holds, its heading included.</summary>
    private const int SheetMax = 1_048_576;

    /// <summary>Characters that a cell holds.</summary>
    private const int CellMax = 32_767;

    private const string SheetName = "Laporan";

    public override string Extension => "xlsx";

    public override string ContentType => Type;

    public override async Task Write<T>(Stream body, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        // the archive ends with a write that does not wait, which a server refuses; a pipe takes it
        await using var pipe = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true)).AsStream();
        await using var book = await Spreadsheet.CreateNewAsync(pipe, cancellationToken: ct);
        var (bold, instant, day) = (
            book.AddStyle(new Style { Font = { Bold = true } }),
            book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm") }),
            book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") }));
        var cells = new Cell[columns.Count];
        var (sheets, used) = (0, SheetMax);
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (used == SheetMax)
            {
                await StartSheet();
            }

            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Of(columns[i].Value(row));
            }

            await book.AddRowAsync(cells, ct);
            used++;
        }

        if (sheets == 0)
        {
            await StartSheet();
        }

        await book.FinishAsync(ct);

        async Task StartSheet()
        {
            sheets++;
            await book.StartWorksheetAsync(sheets == 1 ? SheetName : $"{SheetName} {sheets}", new WorksheetOptions { FrozenRows = 1 }, ct);
            await book.AddRowAsync([.. columns.Select(column => new Cell(column.Heading, bold))], ct);
            used = 1;
        }

        Cell Of(object? value) => value switch
        {
            null => default,
            string text => new Cell(text.Length > CellMax ? text[..CellMax] : text),
            bool yes => new Cell(yes ? "ya" : "tidak"),
            int number => new Cell(number),
            double number => new Cell(number),
            DateTimeOffset at => new Cell(at.ToOffset(IndonesianDate.Wib).DateTime, instant),
            DateOnly on => new Cell(on.ToDateTime(TimeOnly.MinValue), day),
            Word word => new Cell(word.Told),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "no kind of cell"),
        };
    }
}
