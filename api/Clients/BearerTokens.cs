using System.Text.Encodings.Web;
using KediriLapor.Accounts;
using KediriLapor.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Validation;

namespace KediriLapor.Clients;

/// <summary>Reads the token of <c>Authorization: Bearer</c> (RFC 6750). One that is no good is refused everywhere, also where nobody has to be known.</summary>
internal sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, OpenIddictValidationService tokens, ClientActors actors, CurrentActor current)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Request.Headers.Authorization.ToString()[(AccountsSetup.BearerScheme.Length + 1)..].Trim();
        try
        {
            var opened = await tokens.ValidateAccessTokenAsync(token, Context.RequestAborted);
            var grant = TokenEndpoint.Read(opened) ?? throw Invalid();
            current.Become(await actors.FindAsync(grant, Context.RequestAborted) ?? throw Invalid(), Again(grant));
            return AuthenticateResult.Success(new AuthenticationTicket(opened, new AuthenticationProperties { ExpiresUtc = opened.GetExpirationDate() }, Scheme.Name));
        }
        catch (OpenIddictExceptions.ProtocolException)
        {
            throw Invalid();
        }
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => throw new RuleViolation("permission_required", StatusCodes.Status403Forbidden);

    private static AskAgain Again(ClientGrant grant) => (services, ct) => services.GetRequiredService<ClientActors>().FindAsync(grant, ct);

    private static RuleViolation Invalid() => new("invalid_token", StatusCodes.Status401Unauthorized);
}
