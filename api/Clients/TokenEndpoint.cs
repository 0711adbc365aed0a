using System.Security.Claims;
using System.Security.Cryptography;
using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace KediriLapor.Clients;

/// <summary>
/// <c>POST /connect/token</c>, client credentials (RFC 6749, 4.4). OpenIddict speaks the protocol; who is let in, and to what, is said here from
/// our own tables (docs/decisions/0027).
/// </summary>
internal static class TokenEndpoint
{
    public const string Path = "/connect/token";

    /// <summary>Of a token. What it may is looked up at each use, so this only bounds how long a stolen one is of use to a thief.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>The claim that names the secret by which a token was fetched.</summary>
    private const string SecretClaim = "kl_secret";

    private const string Grant = "KediriLapor.Grant";

    public static void AddTokens(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOpenIddict()
            .AddServer(server =>
            {
                // no tables of its own: clients are ours, and a token is judged by what its client and its secret are now
                server.EnableDegradedMode().DisableTokenStorage().DisableAuthorizationStorage();
                server.SetTokenEndpointUris(Path).AllowClientCredentialsFlow().SetAccessTokenLifetime(Lifetime).RegisterScopes([.. ClientScopes.All]);
                server.SetIssuer(PublicUrl.Of(configuration));
                // tokens are sealed with the key ring of the data protection system, which all instances share and which renews itself. The library asks
                // for keys all the same; these sign nothing, and its own ephemeral ones (RSA, 4096 bits) cost seconds of every start
                server.UseDataProtection();
                server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
                server.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
                // TLS ends at the proxy
                server.UseAspNetCore().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
                server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseScopedHandler<KnowClient>());
                server.AddEventHandler<OpenIddictServerEvents.ApplyTokenResponseContext>(handler => handler.UseInlineHandler(context =>
                {
                    // pages of the library; what is wrong stands in error_description
                    context.Response.ErrorUri = null;
                    return default;
                }).SetOrder(int.MinValue));
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseDataProtection();
            });
        services.AddSingleton<IAuthenticationSchemeProvider, OwnPathsOnly>();
    }

    /// <summary>Before authentication: the library answers what is sent to its one address.</summary>
    public static void UseTokens(this WebApplication app) => app.UseWhen(http => http.Request.Path.StartsWithSegments(Path), branch => branch.Use(async (http, next) =>
    {
        if (http.Request.HasFormContentType)
        {
            // where the library cannot read the form, it fails
            await Forms.ReadAsync(http.Request, http.RequestAborted);
        }

        var handler = await http.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>().GetHandlerAsync(http, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        if (!await ((IAuthenticationRequestHandler)handler!).HandleRequestAsync())
        {
            await next(http);
        }
    }));

    public static void MapTokens(this IEndpointRouteBuilder app) =>
        // the contract names it as the token URL of its security scheme; what it takes and answers is the RFC's
        app.MapPost(Path, Issue).AllowAnyone().Counted(RouteClass.SignIn).DisableAntiforgery().ExcludeFromDescription();

    /// <summary>What a token says, once it has been opened.</summary>
    public static ClientGrant? Read(ClaimsPrincipal token) =>
        Guid.TryParse(token.GetClaim(Claims.Subject), out var clientId) && Guid.TryParse(token.GetClaim(SecretClaim), out var secretId)
            ? new ClientGrant(clientId, secretId, token.GetScopes())
            : null;

    private static SignInHttpResult Issue(HttpContext http)
    {
        // what the library did not take for its own has no grant
        var grant = http.Items[Grant] as ClientGrant ?? throw RuleViolation.NotFound();
        var token = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        token.SetClaim(Claims.Subject, grant.ClientId.ToString()).SetClaim(SecretClaim, grant.SecretId.ToString());
        token.SetScopes(grant.Scopes);
        token.SetDestinations(static _ => [Destinations.AccessToken]);
        return TypedResults.SignIn(new ClaimsPrincipal(token), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>Left to itself the library looks at every request of every path, which costs each a fifth of its time.</summary>
    private sealed class OwnPathsOnly(IOptions<AuthenticationOptions> options) : AuthenticationSchemeProvider(options)
    {
        public override Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() => Task.FromResult(Enumerable.Empty<AuthenticationScheme>());
    }

    /// <summary>Who comes with which secret, and asks for what.</summary>
    private sealed class KnowClient(ClientActors actors) : IOpenIddictServerHandler<OpenIddictServerEvents.ValidateTokenRequestContext>
    {
        public async ValueTask HandleAsync(OpenIddictServerEvents.ValidateTokenRequestContext context)
        {
            var (http, request) = (context.Transaction.GetHttpRequest()!.HttpContext, context.Request);
            var found = string.IsNullOrEmpty(context.ClientSecret) ? null : await actors.FindAsync(context.ClientSecret, http.RequestAborted);
            // an unknown client, a wrong secret and one that is over are the same answer
            if (found is not { Grant: var grant } || found.Value.ClientId != context.ClientId)
            {
                context.Reject(Errors.InvalidClient, "The client credentials are invalid.");
                return;
            }

            var asked = request.GetScopes();
            if (asked.Except(grant.Scopes).Any())
            {
                context.Reject(Errors.InvalidScope, "The client does not have: " + string.Join(' ', asked.Except(grant.Scopes)));
                return;
            }

            http.Items[Grant] = asked.IsEmpty ? grant : grant with { Scopes = asked };
        }
    }
}
