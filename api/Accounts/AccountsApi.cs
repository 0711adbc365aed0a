using KediriLapor.Accounts.People;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Accounts;

/// <summary>A session as the browser needs it.</summary>
/// <param name="AntiforgeryToken">Goes back as <c>X-XSRF-TOKEN</c> with every write; good for this session only.</param>
public sealed record StaffSession(
    string UserName,
    string Name,
    IReadOnlyList<Permission> Permissions,
    Named? Agency,
    string AntiforgeryToken);

/// <summary>Routes of the staff session.</summary>
public static class AccountsApi
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapPost("", SignIn).WithName("signIn").AllowAnyone().Counted(RouteClass.SignIn).WithMetadata(new CrossSite.GivesToken())
            .Refuses(400, 401, 403, 409, 422, 423);
        session.MapGet("", ShowSession).WithName("showSession").RequireStaff().AllowsQuery();
        session.MapDelete("", SignOut).WithName("signOut").RequireStaff();

        api.MapPeople();
        api.MapGet("/admin/changes", Changes).WithName("listAdminChanges").WithTags("Administration")
            .RequirePermission(Permission.ManageReferenceData, Permission.ManageAccounts, Permission.ReadAuditLog).AllowsQuery("subject", "key", "pageSize", "after");
    }

    private static async Task<Ok<StaffSession>> SignIn(
        SignIn request, HttpContext http, IMediator mediator, SessionCookie cookie, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        CrossSite.Refuse(http.Request);
        var replaced = SessionCookie.SessionOf(http.User);
        await cookie.IssueAsync(http, await mediator.Send(request, cancellationToken));
        if (replaced is { } sessionId)
            await mediator.Send(new SignOut(sessionId), cancellationToken);
        return await ShowSession(http, mediator, antiforgery, cancellationToken);
    }

    private static async Task<Ok<StaffSession>> ShowSession(
        HttpContext http, IMediator mediator, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        var profile = await mediator.Send(new ShowSession(), cancellationToken);
        // Also answers "Cache-Control: no-cache, no-store".
        var token = antiforgery.GetAndStoreTokens(http).RequestToken!;
        return TypedResults.Ok(new StaffSession(profile.UserName, profile.Name, profile.Permissions, profile.Agency, token));
    }

    private static async Task<Ok<Page<AdminChangeItem>>> Changes(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, string? subject = null, string? key = null, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(
            new ListAdminChanges(subject is null ? null : Queries.Enum<AdminSubject>(subject, "subject"), Queries.Words(key, "key"), Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<NoContent> SignOut(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        if (SessionCookie.SessionOf(http.User) is { } sessionId)
            await mediator.Send(new SignOut(sessionId), cancellationToken);
        await http.SignOutAsync(SessionCookie.Scheme);
        return TypedResults.NoContent();
    }
}
