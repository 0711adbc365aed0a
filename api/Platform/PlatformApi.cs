using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Platform;

/// <summary>One code of the catalogue.</summary>
public sealed record ProblemCode(string Code, string Text);

/// <summary>Health, documentation and the catalogue of problems.</summary>
internal static class PlatformApi
{
    public static void MapPlatform(this WebApplication app)
    {
        // live: the process answers; ready: it is migrated, seeded and the database takes writes
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();

        app.MapGet("/openapi/v1.{format:regex(^(json|yaml)$)}", (string format, HttpContext http, ServedContract contract) => contract.Serve(http, format)).AllowAnonymous().ExcludeFromDescription();
        // it would look at every other request too
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal), docs => docs.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.DocumentTitle = "KediriLapor API";
            ui.HeadContent = $"<meta name=\"viewport\" content=\"width=device-width\"><style>{OperationWords.Read("docs.css")}</style>";
            ui.SwaggerEndpoint("/openapi/v1.json", "KediriLapor v1");
            // every operation has an anchor, and none is open before one looks for it
            ui.EnableDeepLinking();
            ui.DocExpansion(Swashbuckle.AspNetCore.SwaggerUI.DocExpansion.None);
            ui.EnableFilter();
            ui.DefaultModelsExpandDepth(-1);
        }));

        var problems = app.MapGroup("/api/v1/problems").WithTags("Problems");
        problems.MapGet("", List).WithName("listProblems").AllowAnonymous().AllowsQuery();
        problems.MapGet("/{code}", Show).WithName("showProblem").AllowAnonymous().AllowsQuery().Refuses(404);
        app.MapGet("/api/v1/map/base", ShowMapBase).WithName("showMapBase").WithTags("Public").AllowAnonymous().AllowsQuery().Revalidates();
    }

    private static Ok<MapBase> ShowMapBase(HttpContext http, IConfiguration configuration)
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Ok(MapBase.Of(configuration));
    }

    private static Ok<IEnumerable<ProblemCode>> List() => TypedResults.Ok(ProblemCodes.All.OrderBy(code => code.Key, StringComparer.Ordinal).Select(code => new ProblemCode(code.Key, code.Value)));

    private static Ok<ProblemCode> Show(string code) =>
        ProblemCodes.All.TryGetValue(code, out var text) ? TypedResults.Ok(new ProblemCode(code, text)) : throw RuleViolation.NotFound();
}
