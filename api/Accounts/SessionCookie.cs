using System.Security.Claims;
using KediriLapor.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace KediriLapor.Accounts;

/// <summary>The cookie that carries a session's id, encrypted and signed with keys all instances share.</summary>
internal sealed class SessionCookie(CurrentActor currentActor) : CookieAuthenticationEvents
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    // The name of the claim that antiforgery tokens are bound to: a token dies with its session.
    private const string SessionClaim = "sub";

    public static void Configure(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        options.Cookie.Name = NameIn(environment, "kedirilapor");
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = Session.IdleLimit;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionCookie);
    }

    /// <summary>
    /// <c>__Host-</c> keeps a sister site of the city from planting the cookie, but browsers refuse it over plain http,
    /// which only a developer uses.
    /// </summary>
    public static string NameIn(IHostEnvironment environment, string name) =>
        environment.IsDevelopment() ? name : "__Host-" + name;

    public static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionClaim), out var sessionId) ? sessionId : null;

    /// <summary>Starts the session in the browser and for the rest of this request.</summary>
    public async Task IssueAsync(HttpContext http, Guid sessionId)
    {
        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, sessionId.ToString())], Scheme));
        await http.SignInAsync(Scheme, http.User);
        currentActor.Become(await ActorOf(http, http.User) ?? Actor.Anonymous, AgainBy(sessionId));
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await ActorOf(context.HttpContext, context.Principal!) is { } actor)
            currentActor.Become(actor, AgainBy(SessionOf(context.Principal!)!.Value));
        else
            context.RejectPrincipal();
    }

    /// <summary>A stream that takes itself up again is nobody at the desk: it does not prolong the session.</summary>
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        throw new RuleViolation("sign_in_required", StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        throw new RuleViolation("permission_required", StatusCodes.Status403Forbidden);

    private static AskAgain AgainBy(Guid sessionId) => (services, ct) => services.GetRequiredService<StaffActors>().FindAsync(sessionId, ct);

    // asked for only where there is a session: a citizen's request costs no database context here
    private static async Task<Actor?> ActorOf(HttpContext http, ClaimsPrincipal principal) =>
        SessionOf(principal) is { } sessionId
            ? await http.RequestServices.GetRequiredService<StaffActors>().FindAsync(sessionId, http.RequestAborted)
            : null;
}
