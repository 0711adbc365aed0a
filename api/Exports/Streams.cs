using System.Globalization;
using KediriLapor.Exports.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Exports;

/// <summary>Rows as an answer that is written while they are read.</summary>
internal static class Streams
{
    /// <summary>How many rows the file will have, known before its first byte.</summary>
    public const string TotalHeader = "X-Total-Count";

    /// <summary>A million rows take less than one; a client that reads more slowly than that keeps the database from cleaning up.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static PushStreamHttpResult Table<T>(
        HttpContext http, TableFormat format, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, int total, string name, CancellationToken ct)
    {
        http.Response.Headers[TotalHeader] = total.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Stream(Write, format.ContentType, $"{name}.{format.Extension}");

        async Task Write(Stream body)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
            ending.CancelAfter(Longest);
            await format.Write(body, columns, rows, ending.Token);
        }
    }
}
