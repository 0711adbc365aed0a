namespace KediriLapor.Platform;

/// <summary>Where the program listens, and the limits and headers of every answer.</summary>
internal static class WebServer
{
    /// <summary>A JSON body is a report or a note; uploads state their own limit.</summary>
    private const long BodyLimit = 256 * 1024;

    private const string ContentSecurityPolicy =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string DefaultUrl = "http://localhost:5112";

    /// <summary>A builder with this program's defaults, each of which the usual settings override.</summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder([.. DefaultArguments(), .. args]);
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null && builder.Configuration[WebHostDefaults.HttpPortsKey] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit;
        });
        return builder;
    }

    /// <summary>A debug build is somebody developing, so that <c>dotnet run</c> shows the demo people; a published one never is.</summary>
    private static string[] DefaultArguments()
    {
#if DEBUG
        var told = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
        return told is null ? ["--environment", Environments.Development] : [];
#else
        return [];
#endif
    }

    /// <summary>Security headers on everything, errors and files included (OWASP); personal answers are never stored.</summary>
    public static void UseSecureHeaders(this WebApplication app)
    {
        var tiles = MapBase.Of(app.Configuration).Source;
        var policy = $"{ContentSecurityPolicy}; img-src 'self' data: blob: {tiles}".TrimEnd();
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal)
                    ? policy + "; style-src 'self' 'unsafe-inline'"
                    : policy;
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                headers["Permissions-Policy"] = "geolocation=(self), camera=(self), microphone=(), payment=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                if (headers.CacheControl.Count == 0)
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            return next(http);
        });
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }
    }
}
