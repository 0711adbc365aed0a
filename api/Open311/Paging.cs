using System.Globalization;

namespace KediriLapor.Open311;

/// <summary>Where the next page is (RFC 8288), in the words in which this one was asked for, and how many there are.</summary>
internal static class Paging
{
    public static void Tell(HttpContext http, int offset, int limit, bool hasMore, int? total)
    {
        if (total is { } all)
        {
            http.Response.Headers["X-Total-Count"] = all.ToString(CultureInfo.InvariantCulture);
        }

        if (hasMore)
        {
            // a key does not belong into an address that is passed on
            var others = http.Request.Query.Where(parameter => parameter.Key is not ("page" or "page_size" or "offset" or "limit" or "max_requests" or "api_key"));
            var next = QueryString.Create(others).Add("limit", limit.ToString(CultureInfo.InvariantCulture)).Add("offset", (offset + limit).ToString(CultureInfo.InvariantCulture));
            http.Response.Headers.Link = $"<{http.Request.PathBase}{http.Request.Path}{next}>; rel=\"next\"";
        }
    }
}
