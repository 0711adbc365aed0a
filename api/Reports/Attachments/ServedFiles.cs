using KediriLapor.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Reports.Attachments;

/// <summary>How a file leaves the program, whoever asks for it.</summary>
internal static class ServedFiles
{
    public static FileStreamHttpResult Picture(HttpContext http, Stream file) => Served(http, file, Attachments.Picture.ContentType);

    public static FileStreamHttpResult Document(HttpContext http, Stream file, Guid id) => Served(http, file, Pdf.ContentType, $"lampiran-{id.ToString()[^12..]}.pdf");

    public static bool IsThumbnail(string? size) => size switch
    {
        null or "full" => false,
        "thumb" => true,
        _ => throw new RuleViolation("unknown_value", StatusCodes.Status400BadRequest, "size").With("allowed", "full, thumb"),
    };

    /// <summary>Whatever a file may also be, a browser takes it for the type that is fixed here, and lets nothing in it run or load.</summary>
    private static FileStreamHttpResult Served(HttpContext http, Stream file, string contentType, string? download = null)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return TypedResults.Stream(file, contentType, download);
    }
}
