using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Accounts.People;

/// <summary>Members of staff: who they are, what they may, and how they get in.</summary>
public static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").WithTags("People").RequirePermission(Permission.ManageAccounts);
        admin.MapGet("/roles", Roles).WithName("listRoles").AllowsQuery();
        var users = admin.MapGroup("/users");
        users.MapGet("", List).WithName("listUsers").AllowsQuery("q", "role", "agency", "blocked", "pageSize", "after");
        users.MapGet("/{userName}", Show).WithName("showUser").AllowsQuery().Refuses(404);
        users.MapPut("/{userName}", Change).WithName("changeUser").Refuses(400, 404, 409, 412, 422, 428);
        users.MapPost("/{userName}/password-reset", Reset).WithName("resetPassword").Refuses(400, 404, 409, 412, 428);
        users.MapDelete("/{userName}/lockout", Lift).WithName("liftLockout").Refuses(400, 404, 409, 412, 428);
    }

    private static async Task<Ok<RoleList>> Roles(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListRoles(), cancellationToken));

    private static async Task<Ok<Page<StaffUser>>> List(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken,
        string? q = null, string? role = null, string? agency = null, bool? blocked = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(
            new ListUsers(Queries.Words(q, "q"), role is null ? null : Queries.Enum<StaffRole>(role, "role"), Queries.Words(agency, "agency"), blocked, Cursor.PageSize(pageSize), after),
            cancellationToken));

    private static async Task<Ok<StaffUser>> Show(string userName, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(http, await mediator.Send(new ShowUser(userName), cancellationToken));

    private static async Task<Ok<SavedUser>> Change(string userName, NewUser user, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(http, await mediator.Send(new ChangeUser(userName, ETag.Expected(http.Request), user), cancellationToken));

    private static async Task<Ok<SavedUser>> Reset(string userName, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(http, await mediator.Send(new ResetPassword(userName, ETag.Expected(http.Request)), cancellationToken));

    private static async Task<Ok<StaffUser>> Lift(string userName, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Versioned(http, await mediator.Send(new LiftLockout(userName, ETag.Expected(http.Request)), cancellationToken));

    private static Ok<StaffUser> Versioned(HttpContext http, StaffUser user)
    {
        ETag.Set(http.Response, user.Version);
        return TypedResults.Ok(user);
    }

    /// <summary>Nobody keeps an answer that may hold a password.</summary>
    private static Ok<SavedUser> Versioned(HttpContext http, SavedUser saved)
    {
        ETag.Set(http.Response, saved.User.Version);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(saved);
    }
}
