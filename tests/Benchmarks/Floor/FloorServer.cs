using System.Globalization;
using Npgsql;

namespace KediriLapor.Benchmarks.Floor;

/// <summary>
/// What no API on this stack can beat: the same SQL by bare Npgsql, prepared, from a bare minimal API; no mediator, no
/// validation, no rules, no serialisation. It takes the API's requests at the API's addresses and answers with the bytes
/// that the API once answered.
/// </summary>
internal static class FloorServer
{
    public const string ConnectionSetting = "KEDIRILAPOR_BENCH_DATABASE";

    /// <summary>Folder with one <c>{use case}.json</c> for each use case.</summary>
    public const string AnswersSetting = "KEDIRILAPOR_BENCH_ANSWERS";

    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        await using var database = NpgsqlDataSource.Create(
            app.Configuration[ConnectionSetting] + ";Maximum Pool Size=30;Max Auto Prepare=50;Auto Prepare Min Usages=1;No Reset On Close=true");
        var statements = new FloorStatements(database);
        byte[] AnswerTo(string useCase) => File.ReadAllBytes(Path.Combine(app.Configuration[AnswersSetting]!, useCase + ".json"));

        app.MapGet("/", () => Results.Ok());
        var (receipt, page, tracked, listed, moved) = (AnswerTo(UseCase.Submit), AnswerTo(UseCase.Queue), AnswerTo(UseCase.Track), AnswerTo(UseCase.Public), AnswerTo(UseCase.Status));
        app.MapPost("/api/v1/reports", async (HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            await statements.Submit(http.Request.Headers["Idempotency-Key"].ToString());
            http.Response.StatusCode = StatusCodes.Status201Created;
            await Write(http, receipt);
        });
        app.MapPost("/api/v1/reports/{id:guid}/status", async (HttpContext http, Guid id) =>
        {
            using var body = new StreamReader(http.Request.Body);
            var planned = (await body.ReadToEndAsync()).Contains("planned", StringComparison.Ordinal);
            await statements.Move(id, int.Parse(http.Request.Headers.IfMatch.ToString().Trim('"'), CultureInfo.InvariantCulture), planned);
            await Write(http, moved);
        });
        app.MapGet("/api/v1/reports", async (HttpContext http) =>
        {
            await statements.Queue();
            await Write(http, page);
        });
        app.MapGet("/api/v1/public/reports", async (HttpContext http) =>
        {
            await statements.Public();
            await Write(http, listed);
        });
        app.MapGet("/api/v1/tracking/{code}", async (HttpContext http, string code) =>
        {
            await statements.Track(code.Replace("-", "", StringComparison.Ordinal), http.Request.Headers["Report-Secret"].ToString());
            await Write(http, tracked);
        });

        var mapped = AnswerTo(UseCase.Map);
        app.MapGet("/api/v1/public/map", async (HttpContext http) =>
        {
            await statements.Map();
            await Write(http, mapped);
        });

        var (nothing, located, suggested) = (AnswerTo(UseCase.Empty), AnswerTo(UseCase.Locate), AnswerTo(UseCase.Suggest));
        app.MapGet("/api/v1/map/base", (HttpContext http) => Write(http, nothing));
        app.MapGet("/api/v1/wards/locate", (HttpContext http) => Write(http, located));
        app.MapGet("/api/v1/services/suggest", (HttpContext http) => Write(http, suggested));
        await app.RunAsync();
        return 0;
    }

    private static Task Write(HttpContext http, byte[] json)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = json.Length;
        return http.Response.Body.WriteAsync(json).AsTask();
    }
}
