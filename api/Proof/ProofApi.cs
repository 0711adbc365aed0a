using KediriLapor.Accounts;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Proof;

/// <summary>What anybody needs to see that no history was rewritten.</summary>
public static class ProofApi
{
    public static IServiceCollection AddProof(this IServiceCollection services) => services.AddScoped<CheckHistory>().AddScheduled<CloseHistoryDay>("0 15 0 * * ?");

    public static void MapProof(this IEndpointRouteBuilder api)
    {
        api.MapGet("/tracking/{trackingCode}/proof", Prove).WithName("proveReport").WithTags("Tracking").AllowAnyone().AllowsQuery().Refuses(404);

        var roots = api.MapGroup("/public/history-roots").WithTags("Public");
        roots.MapGet("", List).WithName("listHistoryRoots").AllowAnyone().AllowsQuery("pageSize", "after");
        roots.MapGet("/keys", ListKeys).WithName("listHistoryKeys").AllowAnyone().AllowsQuery();
    }

    private static async Task<Ok<ReportProof>> Prove(string trackingCode, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ProveReport(trackingCode, ReporterDoor.KeyOf(http.Request)), cancellationToken));

    private static async Task<Ok<Page<SignedRoot>>> List(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? pageSize = null, string? after = null)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return Cursor.Ok(http, await mediator.Send(new ListHistoryRoots(Cursor.PageSize(pageSize), after), cancellationToken));
    }

    private static async Task<Ok<PublicKeyList>> ListKeys(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(await mediator.Send(new ListHistoryKeys(), cancellationToken));
    }
}
