using KediriLapor.Accounts;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KediriLapor.Statistics;

/// <summary>Read-only counts; nothing here writes.</summary>
public static class StatisticsApi
{
    /// <summary>Ten years: longer is history, not statistics.</summary>
    private const int MostDays = 3660;

    private const int UsualDays = 90;

    public static void MapStatistics(this IEndpointRouteBuilder api) =>
        api.MapGet("/statistics/public", ShowPublic).WithName("showPublicStatistics").WithTags("Statistics").AllowAnyone().AllowsQuery("days");

    private static async Task<Ok<PublicStatistics>> ShowPublic(HttpContext http, IMediator mediator, CancellationToken cancellationToken, int? days = null)
    {
        if (days is < 1 or > MostDays)
        {
            throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "days");
        }

        var statistics = await mediator.Send(new ShowPublicStatistics(days ?? UsualDays), cancellationToken);
        http.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(statistics);
    }
}
