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

    /// <summary>Open to the internet on purpose.</summary>
    public static TBuilder AllowAnyone<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous();

    /// <summary>The fallback policy: only what routing itself answers (404, 405, 415) passes without a statement.</summary>
    internal static readonly AuthorizationPolicy ClosedUnlessSaid = new AuthorizationPolicyBuilder()
        .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
        .Build();
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
