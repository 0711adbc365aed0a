using KediriLapor.Accounts;
using KediriLapor.Clients;
using KediriLapor.Platform.Limits;

namespace KediriLapor.Open311;

/// <summary>Every request through this door: who sends it, and what is refused at once.</summary>
internal sealed class Door(ClientActors clients, CurrentActor actor, RateLimits limits)
{
    private const string Key = "api_key";

    /// <summary>Tells what this door refuses by itself in the format asked for; all else goes the road of every error (<see cref="ToldProblems"/>).</summary>
    public static async ValueTask<object?> TellRefusals(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return http.GetRouteValue("format") is Told.Json or Told.Xml or null ? await next(context) : throw Refusal.NotFound("The formats are xml and json");
        }
        catch (Refusal refusal)
        {
            return Told.Errors(Told.FormatOf(http.Request), refusal.Status, refusal.Message);
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
}
