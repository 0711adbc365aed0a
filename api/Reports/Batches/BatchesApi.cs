using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Reports.Batches;

/// <summary>Many changes by one request.</summary>
public static class BatchesApi
{
    public static void MapBatches(this IEndpointRouteBuilder api) =>
        api.MapPost("/reports:batch", Change).WithName("changeReports").WithTags("Reports").RequirePermission(Permission.HandleReports, Permission.TriageReports)
            .AcceptsClients(ClientScopes.WriteUpdates).Refuses(400, 422);

    private static async Task<Ok<BatchOutcome>> Change(ReportBatch batch, HttpContext http, BatchRun run, Replay replay, CancellationToken cancellationToken)
    {
        var outcome = await run.Run(batch, Idempotency.Key(http.Request), cancellationToken);
        Idempotency.Tell(http.Response, replay.Happened);
        return TypedResults.Ok(outcome);
    }
}
