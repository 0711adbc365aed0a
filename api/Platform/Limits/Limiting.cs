namespace KediriLapor.Platform.Limits;

/// <summary>Where in the path of a request it is counted (docs/decisions/0029).</summary>
internal static class Limiting
{
    /// <summary>Counts an endpoint in this class, where that does not follow from its method.</summary>
    public static TBuilder Counted<TBuilder>(this TBuilder endpoint, RouteClass kind)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CountedAs(kind));

    /// <summary>Leaves the counting to the endpoint, which knows better who sends.</summary>
    public static TBuilder CountsItself<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CountedInside());

    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(LimitSettings.Of(configuration)).AddSingleton<RateCounts>().AddSingleton<RateLimits>().AddHostedService<SharedCounts>();

    /// <summary>Counts by address what is open to guessing, before anybody looks at a secret.</summary>
    public static void UseAddressLimits(this WebApplication app) => Use(app, isEarly: true, static _ => null);

    /// <summary>Counts everything else, once it is known who sends it.</summary>
    /// <param name="known">The sender of a request who is known; null for a stranger.</param>
    public static void UseLimits(this WebApplication app, Func<HttpContext, Sender?> known) => Use(app, isEarly: false, known);

    /// <returns>Null for what is not counted: files of the web client, probes, the documents of the contract.</returns>
    public static RouteClass? KindOf(HttpContext http) => http.GetEndpoint() switch
    {
        null => null,
        { } endpoint when endpoint.Metadata.GetMetadata<CountedAs>() is { } counted => counted.Kind,
        _ when !http.Request.Path.StartsWithSegments("/api") && !http.Request.Path.StartsWithSegments("/open311") => null,
        _ => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? RouteClass.Read : RouteClass.Write,
    };

    private static void Use(WebApplication app, bool isEarly, Func<HttpContext, Sender?> known)
    {
        var limits = app.Services.GetRequiredService<RateLimits>();
        app.Use((http, next) =>
        {
            if (KindOf(http) is { } kind && kind is RouteClass.SignIn == isEarly && http.GetEndpoint()!.Metadata.GetMetadata<CountedInside>() is null)
            {
                limits.Take(http, kind, known(http));
            }

            return next(http);
        });
    }

    private sealed record CountedAs(RouteClass Kind);

    private sealed record CountedInside;
}
