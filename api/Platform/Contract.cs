using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Platform;

internal static class Contract
{
    /// <summary>Declares the problems an operation answers with; the contract lists them, a test sees that they happen.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<ProblemDetails>(status, "application/problem+json");
        }

        return endpoint;
    }
}
