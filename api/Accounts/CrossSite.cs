using System.Security.Claims;
using KediriLapor.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace KediriLapor.Accounts;

/// <summary>Keeps other sites from acting through a visitor's browser.</summary>
internal static class CrossSite
{
    public const string TokenHeader = "X-XSRF-TOKEN";

    /// <summary>Metadata of the sign-in endpoint: it hands out the token, so it cannot ask for one.</summary>
    public sealed class GivesToken;

    /// <summary>Refuses a write that a session cookie authenticates but no antiforgery token vouches for.</summary>
    /// <exception cref="RuleViolation"><c>antiforgery</c> (403).</exception>
    public static async Task GuardWrites(HttpContext http, IAntiforgery antiforgery, CurrentActor currentActor)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<GivesToken>() is not null
            || !IsWrite(http.Request)
            || currentActor.Value.Kind != ActorKind.Staff)
            return;

        var openToAnyone = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (openToAnyone && !http.Request.Headers.ContainsKey(TokenHeader))
        {
            // A citizen's form opened in a browser that also holds a session knows no token. Served as from a
            // stranger it can be sent, and a forged request gains nothing that a stranger could not do.
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
            currentActor.Become(Actor.Anonymous);
        }
        else if (!await antiforgery.IsRequestValidAsync(http))
        {
            throw new RuleViolation("antiforgery", StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>Refuses a request that another site's page sent: signing a victim in as the attacker is an attack too.</summary>
    /// <remarks>
    /// Browsers tell by Sec-Fetch-Site; the few that do not, by an Origin other than our host. Programs send neither
    /// header and carry nobody's cookie.
    /// </remarks>
    /// <exception cref="RuleViolation"><c>cross_site</c> (403).</exception>
    public static void Refuse(HttpRequest request)
    {
        var fetchSite = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        var ours = fetchSite.Length > 0
            ? fetchSite is "same-origin" or "none"
            : origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
        if (!ours)
            throw new RuleViolation("cross_site", StatusCodes.Status403Forbidden);
    }

    private static bool IsWrite(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method));
}
