using System.Globalization;

namespace KediriLapor.Platform;

/// <summary>Versions on the wire: strong entity tags such as <c>"3"</c> (RFC 9110).</summary>
internal static class ETag
{
    public static void Set(HttpResponse response, int version) =>
        response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The version its author saw. 428 without (RFC 6585), 400 for anything but one strong tag: <c>*</c> would overwrite blindly.</summary>
    public static int Expected(HttpRequest request)
    {
        var given = request.Headers.IfMatch.ToString();
        if (given.Length == 0)
        {
            throw new RuleViolation("if_match_required", StatusCodes.Status428PreconditionRequired, "If-Match");
        }

        return given is ['"', .. var inner, '"'] && int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new RuleViolation("if_match_invalid", StatusCodes.Status400BadRequest, "If-Match");
    }

    /// <summary>True when the client's copy is current: answer 304 with no body.</summary>
    public static bool IsCurrent(HttpContext http, string tag)
    {
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.ToString().Split(',').Any(seen => seen.Trim() is var t && (t == tag || t == "*" || t == "W/" + tag));
    }
}
