using KediriLapor.Accounts;
using KediriLapor.Clients;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;

namespace KediriLapor.Open311;

/// <summary>Every request through this door: who sends it, and errors as this standard tells them.</summary>
internal sealed class Door(ClientActors clients, CurrentActor actor, RateLimits limits)
{
    private const string Key = "api_key";

    /// <summary>Turns what is refused on the way into <c>errors</c> in the format asked for, with a real status.</summary>
    public static async ValueTask<object?> TellErrors(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var format = http.GetRouteValue("format") as string is Told.Json ? Told.Json : Told.Xml;
        try
        {
            return http.GetRouteValue("format") is Told.Json or Told.Xml or null ? await next(context) : throw Refusal.NotFound("Format yang ada: xml dan json.");
        }
        catch (Refusal refusal)
        {
            return Told.Errors(format, refusal.Status, refusal.Message);
        }
        catch (RuleViolation violation)
        {
            return Told.Errors(format, StatusOf(violation), Describe(violation));
        }
        catch (Unavailable away)
        {
            http.Response.Headers.RetryAfter = away.RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Told.Errors(format, away.Status, ProblemCodes.Text(away.Code));
        }
        catch (BadHttpRequestException bad)
        {
            return Told.Errors(format, bad.StatusCode, ProblemCodes.Text(ProblemCodes.For(bad.StatusCode)));
        }
        catch (InvalidDataException)
        {
            return Told.Errors(format, StatusCodes.Status400BadRequest, ProblemCodes.Text("bad_request"));
        }
    }

    /// <summary>Counts by address what asks for no key.</summary>
    public static ValueTask<object?> CountStranger(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.RequestServices.GetRequiredService<RateLimits>().Take(http, Limiting.KindOf(http)!.Value);
        return next(context);
    }

    /// <summary>The client behind the key, or behind the token of the request.</summary>
    /// <exception cref="Refusal">403: no key, a wrong one, or one without <paramref name="scope"/>.</exception>
    public async Task<Actor> Require(HttpContext http, Parameters sent, string scope, CancellationToken ct)
    {
        var who = await Know(http, sent, ct) ?? throw Refusal.Forbidden("api_key was not provided");
        return who.Client!.Scopes.Contains(scope) ? who : throw Refusal.Forbidden($"api_key does not allow {scope}");
    }

    /// <summary>And counts the request: a client by itself, everybody else by address.</summary>
    /// <returns>Null where no key was given.</returns>
    /// <exception cref="Refusal">403: a wrong one was.</exception>
    public async Task<Actor?> Know(HttpContext http, Parameters sent, CancellationToken ct)
    {
        var key = sent[Key];
        var who = key is null ? actor.Value.Client is null ? null : actor.Value : (await clients.FindAsync(key, ct))?.Actor;
        limits.Take(http, Limiting.KindOf(http)!.Value, who is null ? null : AccountsSetup.SenderOf(who));
        if (key is null)
        {
            return who;
        }

        actor.Become(who ?? throw Refusal.Forbidden("api_key is not valid"));
        return who;
    }

    /// <summary>400 but for what this standard has a status for; what passes by itself keeps its own.</summary>
    private static int StatusOf(RuleViolation violation) => violation.Status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => StatusCodes.Status403Forbidden,
        StatusCodes.Status404NotFound or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status429TooManyRequests => violation.Status,
        _ when violation.Code == "unknown_service" => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string Describe(RuleViolation violation) => violation.Code switch
    {
        "answer_required" => $"{violation.Field![(violation.Field!.LastIndexOf('.') + 1)..]} required",
        _ => ProblemCodes.Text(violation.Code),
    };
}
