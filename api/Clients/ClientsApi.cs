using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Clients;

/// <summary>Which other programs are let in, and what they may: an admin's desk.</summary>
public static class ClientsApi
{
    public static IServiceCollection AddClients(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerTokens>(AccountsSetup.BearerScheme, null);
        services.AddSingleton<SecretUse>();
        services.AddScoped<ClientActors>();
        services.AddScoped<ClientDirectory>();
        services.AddTokens(configuration);
        return services;
    }

    public static void MapClients(this IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup("/admin/clients").WithTags("Clients").RequirePermission(Permission.ManageClients);
        clients.MapGet("", List).WithName("listClients").AllowsQuery("pageSize", "after");
        clients.MapPost("", Create).WithName("createClient").Refuses(400, 409, 422);
        clients.MapGet("/{id:guid}", Show).WithName("showClient").AllowsQuery().Refuses(404);
        clients.MapPut("/{id:guid}", Change).WithName("changeClient").Refuses(400, 404, 412, 422, 428);
        clients.MapPost("/{id:guid}/secrets", Rotate).WithName("rotateClientSecret").Refuses(400, 404, 412, 428);
        clients.MapDelete("/{id:guid}/secrets/{secretId:guid}", Revoke).WithName("revokeClientSecret").Refuses(400, 404, 412, 428);
        clients.MapGet("/{id:guid}/changes", Changes).WithName("listClientChanges").AllowsQuery("pageSize", "after").Refuses(404);
    }

    private static async Task<Ok<Page<ClientItem>>> List(HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListClients(Cursor.PageSize(pageSize), after), cancellationToken));

    private static async Task<Created<ClientWithSecret>> Create(NewClient client, HttpContext http, IMediator mediator, Replay replay, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(new CreateClient(client, Idempotency.Key(http.Request)), cancellationToken);
        Idempotency.Tell(http.Response, replay.Happened);
        ETag.Set(http.Response, made.Client.Version);
        return TypedResults.Created("/api/v1/admin/clients/" + made.Client.Id, made);
    }

    private static async Task<Ok<ClientItem>> Show(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Told(http, await mediator.Send(new ShowClient(id), cancellationToken));

    private static async Task<Ok<ClientItem>> Change(Guid id, ClientSettings settings, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Told(http, await mediator.Send(new ChangeClient(id, ETag.Expected(http.Request), settings), cancellationToken));

    private static async Task<Ok<ClientWithSecret>> Rotate(Guid id, SecretRotation rotation, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(new RotateClientSecret(id, ETag.Expected(http.Request), rotation), cancellationToken);
        ETag.Set(http.Response, made.Client.Version);
        return TypedResults.Ok(made);
    }

    private static async Task<Ok<ClientItem>> Revoke(Guid id, Guid secretId, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Told(http, await mediator.Send(new RevokeClientSecret(id, secretId, ETag.Expected(http.Request)), cancellationToken));

    private static async Task<Ok<Page<ClientChangeItem>>> Changes(
        Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? pageSize = null, string? after = null) =>
        Cursor.Ok(http, await mediator.Send(new ListClientChanges(id, Cursor.PageSize(pageSize), after), cancellationToken));

    private static Ok<ClientItem> Told(HttpContext http, ClientItem client)
    {
        ETag.Set(http.Response, client.Version);
        return TypedResults.Ok(client);
    }
}
