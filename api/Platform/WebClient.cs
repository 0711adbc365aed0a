using System.Collections.Frozen;

namespace KediriLapor.Platform;

/// <summary>
/// Serves the built single-page client. A page address is rewritten before routing to the file that holds its application,
/// so static assets answer it compressed and with an ETag, and an unknown API path stays a 404 problem.
/// </summary>
internal static class WebClient
{
    private static readonly string[] NotPages = ["/api", "/open311", "/connect", "/openapi", "/docs", "/health"];

    public static void UseWebClient(this WebApplication app)
    {
        // pages that have a frame of their own, by the first part of their address
        var framed = app.Environment.WebRootFileProvider.GetDirectoryContents("app").Select(file => Path.GetFileNameWithoutExtension(file.Name)).ToFrozenSet(StringComparer.Ordinal);
        app.Use((http, next) => Serve(http, next, framed));
    }

    private static Task Serve(HttpContext http, RequestDelegate next, FrozenSet<string> framed)
    {
        var request = http.Request;
        if (request.Path == "/operator")
        {
            // the address that hangs beside the phones; the page is one of the staff's
            http.Response.Redirect("/petugas/operator");
            return Task.CompletedTask;
        }

        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && IsPage(request.Path))
        {
            var first = request.Path.Value!.Split('/', 3)[1];
            request.Path = request.Path == "/" ? "/index.html"
                : first == "petugas" ? "/petugas/index.html"
                : framed.Contains(first) ? $"/app/{first}.html"
                : "/app.html";
        }

        if (request.Path.Value!.Contains("/assets/", StringComparison.Ordinal))
        {
            http.Response.OnStarting(() =>
            {
                // the bundler puts a hash of the content into the name
                if (http.Response.StatusCode == StatusCodes.Status200OK)
                {
                    http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                }

                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    public static void MapWebClient(this WebApplication app) => app.MapGroup("").AllowAnonymous().MapStaticAssets();

    /// <summary>A dot makes a file of an address, but not of a staff page: it may name a person, as <c>/petugas/admin/orang/petugas.dpupr</c> does.</summary>
    private static bool IsPage(PathString path) =>
        path.StartsWithSegments("/petugas", StringComparison.Ordinal, out var rest)
            ? !rest.StartsWithSegments("/assets", StringComparison.Ordinal)
            : !Path.HasExtension(path.Value) && !NotPages.Any(prefix => path.StartsWithSegments(prefix, StringComparison.Ordinal));
}
