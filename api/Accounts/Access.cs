using KediriLapor.Platform;
using Microsoft.AspNetCore.Authorization;

namespace KediriLapor.Accounts;

/// <summary>
/// Every endpoint says who may use it with one of these. One that says nothing is closed to everybody
/// (<see cref="ClosedUnlessSaid"/>).
/// </summary>
public static class Access
{
    /// <summary>Anybody who holds one of these permissions.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, params Permission[] anyOf)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .AddRequirements(new PermissionRequirement(anyOf))
            .Build());

    /// <summary>Any signed-in member of staff, whatever the role.</summary>
    public static TBuilder RequireStaff<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization();

    /// <summary>Integration clients may, too, with a token of this scope. Without this, nothing but what is open to anyone is open to them.</summary>
    public static TBuilder AcceptsClients<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AcceptedScope(scope));

    /// <summary>Open to the internet on purpose.</summary>
    public static TBuilder AllowAnyone<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous();

    /// <summary>The fallback policy: only what routing itself answers (404, 405, 415) passes without a statement.</summary>
    internal static readonly AuthorizationPolicy ClosedUnlessSaid = new AuthorizationPolicyBuilder()
        .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
        .Build();
}

/// <summary>Holds a client to the endpoints that are meant for it, whatever its permissions are.</summary>
internal static class ClientGuard
{
    /// <exception cref="RuleViolation"><c>scope_required</c> or <c>not_for_clients</c> (403).</exception>
    public static void Check(Endpoint? endpoint, Actor actor)
    {
        if (actor.Client is not { } client || endpoint is not RouteEndpoint)
        {
            return;
        }

        var accepted = endpoint.Metadata.GetMetadata<AcceptedScope>();
        if (accepted is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            throw new RuleViolation("not_for_clients", StatusCodes.Status403Forbidden);
        }

        if (accepted is not null && !client.Scopes.Contains(accepted.Scope))
        {
            throw new RuleViolation("scope_required", StatusCodes.Status403Forbidden).With("scope", accepted.Scope);
        }
    }
}

/// <summary>In an endpoint's metadata (within its <see cref="AuthorizationPolicy"/>): the permissions of which it asks for one.</summary>
internal sealed record PermissionRequirement(IReadOnlyList<Permission> AnyOf) : IAuthorizationRequirement;

internal sealed class PermissionHandler(CurrentActor currentActor) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (requirement.AnyOf.Any(currentActor.Value.May))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
