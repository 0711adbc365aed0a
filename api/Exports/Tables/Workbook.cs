using System.IO.Pipelines;
using KediriLapor.Platform;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace KediriLapor.Exports.Tables;

/// <summary>A workbook of several sheets, Office Open XML (ISO/IEC 29500), written while its rows are read: texts as texts, instants in WIB.</summary>
internal sealed class Workbook : IAsyncDisposable
{
    /// <summary>Rows that a sheet holds, its heading included.</summary>
    private const int SheetMax = 1_048_576;

    /// <summary>Characters that a cell holds.</summary>
    private const int CellMax = 32_767;

    private readonly Stream pipe;
    private readonly Spreadsheet book;
    private readonly StyleId bold;
    private readonly StyleId instant;
    private readonly StyleId day;

    private Workbook(Stream pipe, Spreadsheet book)
    {
        (this.pipe, this.book) = (pipe, book);
        (bold, instant, day) = (
            book.AddStyle(new Style { Font = { Bold = true } }),
            book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm") }),
            book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") }));
    }

    public static async Task<Workbook> StartAsync(Stream body, CancellationToken ct)
    {
        // the archive ends with a write that does not wait, which a server refuses; a pipe takes it
        var pipe = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true)).AsStream();
        return new Workbook(pipe, await Spreadsheet.CreateNewAsync(pipe, cancellationToken: ct));
    }

    /// <summary>A sheet under a heading that stays in sight; another one goes on where it is full.</summary>
    public async Task AddSheetAsync<T>(string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        var cells = new Cell[columns.Count];
        var sheets = 0;
        await StartSheet();
        var used = 1;
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (used == SheetMax)
            {
                await StartSheet();
                used = 1;
            }

            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Of(columns[i].Value(row));
            }

            await book.AddRowAsync(cells, ct);
            used++;
        }

        async Task StartSheet()
        {
            sheets++;
            await book.StartWorksheetAsync(sheets == 1 ? name : $"{name} {sheets}", new WorksheetOptions { FrozenRows = 1 }, ct);
            await book.AddRowAsync([.. columns.Select(column => new Cell(column.Heading, bold))], ct);
        }
    }

    public async Task FinishAsync(CancellationToken ct) => await book.FinishAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await book.DisposeAsync();
        await pipe.DisposeAsync();
    }

    private Cell Of(object? value) => value switch
    {
        null => default,
        string text => new Cell(LegibleXml.Of(text.Length > CellMax ? text[..CellMax] : text)),
        bool yes => new Cell(yes ? "ya" : "tidak"),
        int number => new Cell(number),
        long number => new Cell(number),
        double number => new Cell(number),
        decimal number => new Cell(number),
        DateTimeOffset at => new Cell(at.ToOffset(IndonesianDate.Wib).DateTime, instant),
        DateOnly on => new Cell(on.ToDateTime(TimeOnly.MinValue), day),
        Word word => new Cell(word.Told),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "no kind of cell"),
    };
}
