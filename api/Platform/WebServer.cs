namespace KediriLapor.Platform;

/// <summary>Where the program listens, and the limits and headers of every answer.</summary>
internal static class WebServer
{
    /// <summary>A JSON body is a report or a note; uploads state their own limit.</summary>
    private const long BodyLimit = 256 * 1024;

    /// <summary>The longest report in one address, each letter written as %XX of two bytes: so that too long a text is told as a problem, not by a bare 414.</summary>
    private const int RequestLineLimit = 64 * 1024;

    private const string ContentSecurityPolicy =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string SettingsFile = "appsettings.json";

    public const string DefaultUrl = "http://localhost:5112";

    /// <summary>A builder with this program's defaults, each of which the usual settings override.</summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder([.. DefaultArguments(), .. args]);
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null && builder.Configuration[WebHostDefaults.HttpPortsKey] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        // it tells every address with its query, and into a query goes what people type while they look for a service or a report
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit;
            kestrel.Limits.MaxRequestLineSize = RequestLineLimit;
        });
        return builder;
    }

    private static string[] DefaultArguments() => [.. EnvironmentArguments(), .. ContentRootArguments()];

    /// <summary>A debug build is somebody developing, so that <c>dotnet run</c> shows the demo people; a published one never is.</summary>
    private static string[] EnvironmentArguments()
    {
#if DEBUG
        return Told("ENVIRONMENT") is null ? ["--environment", Environments.Development] : [];
#else
        return [];
#endif
    }

    /// <summary>Settings and client lie beside the program; started from elsewhere, it would look for them in that folder.</summary>
    private static string[] ContentRootArguments() =>
        Told("CONTENTROOT") is null && !File.Exists(SettingsFile) ? ["--contentRoot", AppContext.BaseDirectory] : [];

    private static string? Told(string setting) =>
        Environment.GetEnvironmentVariable($"ASPNETCORE_{setting}") ?? Environment.GetEnvironmentVariable($"DOTNET_{setting}");

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
                if (headers.ContentSecurityPolicy.Count == 0)
                {
                    headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal)
                        ? policy + "; style-src 'self' 'unsafe-inline'"
                        : policy;
                }

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
