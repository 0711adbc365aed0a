namespace KediriLapor.Exports.Tables;

/// <param name="Name">For programs: CSV header and GeoJSON property.</param>
/// <param name="Heading">For people: the spreadsheet's first row.</param>
/// <param name="Value">Null, <see cref="string"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/>, <see cref="DateOnly"/> or <see cref="Word"/>.</param>
internal sealed record Column<T>(string Name, string Heading, Func<T, object?> Value);

/// <summary>A value of an enum: as the contract spells it, and as people read it.</summary>
internal sealed record Word(Enum Value, string Told)
{
    public override string ToString() => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(Value.ToString());
}

/// <summary>A way to write rows of any length in constant memory.</summary>
internal abstract class TableFormat
{
    public abstract string Extension { get; }

    public abstract string ContentType { get; }

    /// <summary>Each value goes out as what it is: no text becomes a formula.</summary>
    public abstract Task Write<T>(Stream body, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct);
}
