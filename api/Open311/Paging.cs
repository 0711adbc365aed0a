using System.Globalization;

namespace KediriLapor.Open311;

/// <summary>One page of a list: by number, by offset, or by a limit alone, as clients know it.</summary>
/// <param name="IsOneOfMany">Asked for page by page: then the answer tells how many items there are.</param>
internal sealed record Paging(int Offset, int Limit, bool IsOneOfMany)
{
    public const int LimitMax = 1000;

    private const int LimitDefault = 100;

    /// <summary>Whoever would turn further pages narrows the window.</summary>
    private const int OffsetMax = 20_000;

    public static Paging Of(Parameters sent)
    {
        var isOneOfMany = sent["page"] is not null || sent["page_size"] is not null || sent["offset"] is not null;
        var limit = sent.Whole("page_size", 1, LimitMax) ?? sent.Whole("limit", 1, LimitMax) ?? sent.Whole("max_requests", 1, LimitMax) ?? (isOneOfMany ? LimitDefault : LimitMax);
        var offset = sent.Whole("offset", 0, OffsetMax) ?? (((sent.Whole("page", 1, OffsetMax) ?? 1) - 1) * limit);
        return offset <= OffsetMax
            ? new Paging(offset, limit, isOneOfMany)
            : throw new Refusal($"page: at most {OffsetMax} items can be paged through; narrow start_date and end_date");
    }

    /// <summary>Where the next page is (RFC 8288), in the words in which this one was asked for, and how many items there are.</summary>
    /// <param name="total">Null where they are not counted.</param>
    public void Tell(HttpContext http, bool hasMore, int? total)
    {
        if (total is { } all)
        {
            http.Response.Headers["X-Total-Count"] = all.ToString(CultureInfo.InvariantCulture);
        }

        if (hasMore)
        {
            // a key does not belong into an address that is passed on
            var others = http.Request.Query.Where(parameter => parameter.Key is not ("page" or "page_size" or "offset" or "limit" or "max_requests" or "api_key"));
            var next = QueryString.Create(others).Add("limit", Limit.ToString(CultureInfo.InvariantCulture)).Add("offset", (Offset + Limit).ToString(CultureInfo.InvariantCulture));
            http.Response.Headers.Link = $"<{http.Request.PathBase}{http.Request.Path}{next}>; rel=\"next\"";
        }
    }
}
