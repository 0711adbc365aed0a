using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;

namespace KediriLapor.Platform.Limits;

/// <summary>In an endpoint's metadata: the class it is counted in, where that does not follow from its method.</summary>
internal sealed record CountedAs(RouteClass Kind);

/// <summary>Who sends a request, known by more than an address, and what they may do in a minute where that was agreed.</summary>
internal readonly record struct Sender(string Key, int? PerMinute = null);

/// <summary>
/// Holds every sender to what the class of a route allows, and tells in every answer what is left (IETF draft ratelimit-headers). Who is not
/// known is counted by address.
/// </summary>
internal static class Limiting
{
    /// <summary>Proxies whose word about the sender's address is taken, as networks (<c>10.0.0.0/8</c>), separated by commas or blanks.</summary>
    private const string ProxiesSetting = "Proxies:Trusted";

    public static TBuilder Counted<TBuilder>(this TBuilder endpoint, RouteClass kind)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CountedAs(kind));

    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(LimitSettings.Of(configuration)).AddSingleton<RateCounts>().AddHostedService<SharedCounts>();
        if (configuration[ProxiesSetting] is { Length: > 0 } proxies)
        {
            services.Configure<ForwardedHeadersOptions>(options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
                options.KnownProxies.Clear();
                options.KnownIPNetworks.Clear();
                foreach (var network in proxies.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    options.KnownIPNetworks.Add(IPNetwork.Parse(network.Contains('/', StringComparison.Ordinal) ? network : network + (network.Contains(':', StringComparison.Ordinal) ? "/128" : "/32")));
                }
            });
        }

        return services;
    }

    /// <summary>Before everything: an address that a stranger wrote into a header is not believed.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Configuration[ProxiesSetting] is { Length: > 0 })
        {
            app.UseForwardedHeaders();
        }
    }

    /// <summary>Counts what is open to guessing, before anybody looks at a secret.</summary>
    public static void UseAddressLimits(this WebApplication app) => Use(app, isEarly: true, _ => null);

    /// <summary>Counts everything else, once it is known who sends it.</summary>
    /// <param name="known">The sender of a request who is known; null for a stranger.</param>
    public static void UseLimits(this WebApplication app, Func<HttpContext, Sender?> known) => Use(app, isEarly: false, known);

    private static void Use(WebApplication app, bool isEarly, Func<HttpContext, Sender?> known)
    {
        var (counts, settings) = (app.Services.GetRequiredService<RateCounts>(), app.Services.GetRequiredService<LimitSettings>());
        app.Use((http, next) =>
        {
            if (KindOf(http) is not { } kind || kind is RouteClass.SignIn != isEarly)
            {
                return next(http);
            }

            var sender = known(http) ?? new Sender(AddressOf(http.Connection.RemoteIpAddress));
            var allowance = counts.Take(kind, sender.Key, sender.PerMinute ?? settings.PerMinute[kind]);
            http.Response.OnStarting(() =>
            {
                Tell(http.Response.Headers, kind, allowance);
                return Task.CompletedTask;
            });
            return allowance.IsAllowed ? next(http) : throw new RuleViolation("too_many_requests", StatusCodes.Status429TooManyRequests).With("retryAfter", allowance.Reset);
        });
    }

    private static RouteClass? KindOf(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint || !IsCounted(http.Request.Path))
        {
            return null;
        }

        return endpoint.Metadata.GetMetadata<CountedAs>()?.Kind
            ?? (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? RouteClass.Read : RouteClass.Write);
    }

    /// <summary>Files of the web client and probes are not.</summary>
    private static bool IsCounted(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/open311") || path.StartsWithSegments("/connect");

    private static void Tell(IHeaderDictionary headers, RouteClass kind, Allowance allowance)
    {
        var name = char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={allowance.Limit};w={RateCounts.Window}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={allowance.Remaining};t={allowance.Reset}");
    }

    /// <summary>Who has one address of IPv6 has all of its /64.</summary>
    internal static string AddressOf(IPAddress? address)
    {
        if (address is null)
        {
            return "?";
        }

        var actual = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return actual.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(actual.GetAddressBytes().AsSpan(0, 8)) : actual.ToString();
    }
}
