using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Platform;

/// <summary>Keyset cursors: the sort key of the last item, opaque to clients, checked when it comes back.</summary>
internal static class Cursor
{
    public const int PageSizeDefault = 25;
    public const int PageSizeMax = 100;

    public static string Write<T>(T key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key));

    public static T? Read<T>(string? after)
        where T : class
    {
        if (after is null)
        {
            return null;
        }

        try
        {
            return after.Length <= 400 ? JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(after)) ?? throw Invalid() : throw Invalid();
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw Invalid();
        }
    }

    public static int PageSize(int? asked) => asked switch
    {
        null => PageSizeDefault,
        >= 1 and <= PageSizeMax => asked.Value,
        _ => throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "pageSize").With("max", PageSizeMax),
    };

    /// <summary>One row more than asked for tells whether there is a next page; it is cut off here.</summary>
    public static Page<TItem> Cut<TRow, TItem>(List<TRow> rows, int pageSize, Func<TRow, TItem> show, Func<TRow, object> key)
    {
        var more = rows.Count > pageSize;
        var items = rows.Take(pageSize).Select(show).ToArray();
        return new Page<TItem>(items, more ? Write(key(rows[pageSize - 1])) : null);
    }

    /// <summary>The page, with <c>Link: rel="next"</c> (RFC 8288) where there is one more.</summary>
    public static Ok<Page<T>> Ok<T>(HttpContext http, Page<T> page)
    {
        if (page.Next is { } next)
        {
            var query = QueryString.Create(http.Request.Query.Where(parameter => parameter.Key != "after")).Add("after", next);
            http.Response.Headers.Link = $"<{http.Request.Path}{query}>; rel=\"next\"";
        }

        return TypedResults.Ok(page);
    }

    private static RuleViolation Invalid() => new("invalid_cursor", StatusCodes.Status400BadRequest, "after");
}

/// <summary>One page of a list; <paramref name="Next"/> goes into <c>after</c>, null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
