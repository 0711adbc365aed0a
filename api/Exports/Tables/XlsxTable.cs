namespace KediriLapor.Exports.Tables;

/// <summary>A <see cref="Workbook"/> of one list.</summary>
internal sealed class XlsxTable : TableFormat
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string SheetName = "Laporan";

    public override string Extension => "xlsx";

    public override string ContentType => Type;

    public override async Task Write<T>(Stream body, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        await using var book = await Workbook.StartAsync(body, ct);
        await book.AddSheetAsync(SheetName, columns, rows, ct);
        await book.FinishAsync(ct);
    }
}
