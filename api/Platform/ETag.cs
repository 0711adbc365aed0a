using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace KediriLapor.Platform;

/// <summary>Versions on the wire: strong entity tags such as <c>"3"</c> (RFC 9110).</summary>
internal static class ETag
{
    /// <summary>Of a hash: two answers of one address never share them by chance.</summary>
    private const int TagBytes = 15;

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

    /// <summary>Of what is said, where it has no version of its own: every instance gives the same one.</summary>
    public static string Of(ReadOnlySpan<byte> body) => $"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, TagBytes))}\"";

    /// <summary>True when the client's copy is current: answer 304 with no body.</summary>
    public static bool IsCurrent(HttpContext http, string tag)
    {
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.ToString().Split(',').Any(seen => seen.Trim() is var t && (t == tag || t == "*" || t == "W/" + tag));
    }

    /// <summary>
    /// For public reads without a version of their own: who has the answer already is sent 304 instead.
    /// </summary>
    public static RouteHandlerBuilder Revalidates(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status304NotModified).AddEndpointFilter(async (context, next) =>
    {
        var result = await next(context);
        if (result is not IValueHttpResult { Value: { } answer })
        {
            return result;
        }

        var http = context.HttpContext;
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, answer.GetType(), json);
        return IsCurrent(http, Of(body))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(body, "application/json; charset=utf-8");
    });
}
