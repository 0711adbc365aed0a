using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KediriLapor.Persistence.Reading;

/// <summary>The answers to one or more statements that went out together, read one after the other.</summary>
internal sealed class Rows(AppDb db, NpgsqlDataReader reader) : IAsyncDisposable
{
    private bool isClosed;

    /// <summary>All rows of the present answer; the next call reads the next one.</summary>
    public async Task<List<T>> All<T>(Func<Row, T> show, CancellationToken ct)
    {
        var (rows, row) = (new List<T>(), new Row(reader));
        while (await reader.ReadAsync(ct))
        {
            rows.Add(show(row.First()));
        }

        await reader.NextResultAsync(ct);
        return rows;
    }

    /// <summary>The rows of the present answer, each when it is asked for; the answer ends with this.</summary>
    public async IAsyncEnumerable<T> Stream<T>(Func<Row, T> show, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var all = this;
        var row = new Row(reader);
        while (await reader.ReadAsync(ct))
        {
            yield return show(row.First());
        }
    }

    /// <summary>The only row, or null.</summary>
    public async Task<T?> One<T>(Func<Row, T> show, CancellationToken ct)
        where T : class => (await All(show, ct)).SingleOrDefault();

    public async ValueTask DisposeAsync()
    {
        // the session goes back to the pool with its one reader: closed a second time, it would be closed under whoever reads there by then
        if (isClosed)
        {
            return;
        }

        isClosed = true;
        await reader.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}

/// <summary>One row, taken column by column from the left: in the order in which its SELECT names them.</summary>
internal sealed class Row(NpgsqlDataReader reader)
{
    private int column;

    public Row First()
    {
        column = 0;
        return this;
    }

    /// <summary>A value; of a nullable type where the column may be null.</summary>
    public T Value<T>()
        where T : notnull => reader.GetFieldValue<T>(column++);

    public T? ValueOrNull<T>()
        where T : struct => reader.GetFieldValue<T?>(column++);

    public string Text() => reader.GetString(column++);

    public string? TextOrNull() => reader.IsDBNull(column++) ? null : reader.GetString(column - 1);

    /// <summary>Enums are stored as their names.</summary>
    public T Word<T>()
        where T : struct, Enum => Enum.Parse<T>(Text());

    public T? WordOrNull<T>()
        where T : struct, Enum => TextOrNull() is { } word ? Enum.Parse<T>(word) : null;
}
