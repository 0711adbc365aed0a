using KediriLapor.Platform;

namespace KediriLapor.Open311;

/// <summary>
/// Every problem below this door, from whichever hop it comes (a token that is no good, a limit, a rule, a database that is away), as the <c>errors</c>
/// of this standard: in the format asked for, with a real status.
/// </summary>
internal sealed class ToldProblems : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Path.StartsWithSegments(Open311Api.Root);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        var status = problem.Status ?? http.Response.StatusCode;
        var code = problem.Extensions.TryGetValue("code", out var told) ? (string)told! : ProblemCodes.For(status);
        var fields = problem.Extensions.TryGetValue("errors", out var errors) ? (Dictionary<string, string[]>)errors! : [];
        var descriptions = fields.Select(field => Describe(field.Value[0], field.Key)).DefaultIfEmpty(ProblemCodes.Text(code));
        await Told.Errors(Told.FormatOf(http.Request), StatusOf(status, code), descriptions).ExecuteAsync(http);
    }

    /// <summary>400 but for what this standard, or HTTP before it, has a status for.</summary>
    private static int StatusOf(int status, string code) => status switch
    {
        StatusCodes.Status401Unauthorized => StatusCodes.Status403Forbidden,
        StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed or StatusCodes.Status413PayloadTooLarge
            or StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError => status,
        _ => code == "unknown_service" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
    };

    private static string Describe(string code, string field) =>
        code == "answer_required" ? $"{ParameterOf(field)} required" : $"{ParameterOf(field)}: {ProblemCodes.Text(code)}";

    /// <summary>How a field of ours is called here; an answer by the code of its question.</summary>
    private static string ParameterOf(string field) => field switch
    {
        "location" => "lat, long",
        "kelurahanCode" => "address_id",
        "attachmentIds" => "media",
        "to" => "status",
        _ => field[(field.LastIndexOf('.') + 1)..],
    };
}
