using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KediriLapor.Platform;

/// <summary>
/// What the contract says of one operation in words and examples: read from the JSON file beside the file of its routes, so that
/// <c>/docs</c> has a request that works when it is sent as it stands.
/// </summary>
/// <param name="Summary">One line, in the third person.</param>
/// <param name="Parameters">Examples, by the name of the parameter; a parameter without one is left out when one tries the operation.</param>
/// <param name="Body">An example of the JSON body.</param>
/// <param name="Codes">By status: the codes of problems that are this operation's own, apart from a space. Those that every operation of its kind gives are added here.</param>
internal sealed record OperationWords(string Summary, Dictionary<string, JsonNode>? Parameters, JsonNode? Body, Dictionary<string, string>? Codes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>By the operation's id; read when somebody asks for the contract.</summary>
    private static readonly Lazy<Dictionary<string, OperationWords>> Told = new(() =>
        typeof(OperationWords).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("operations/", StringComparison.Ordinal))
            .SelectMany(name => JsonSerializer.Deserialize<Dictionary<string, OperationWords>>(Open(name), Json)!)
            .ToDictionary());

    /// <summary>The page for who begins, Markdown.</summary>
    public static string GettingStarted => Read("getting-started.md");

    /// <summary>What each group of operations is about, in the order in which one who builds a client comes to need them.</summary>
    public static IEnumerable<OpenApiTag> Groups =>
        JsonNode.Parse(Read("tags.json"))!.AsObject().Select(group => new OpenApiTag { Name = group.Key, Description = group.Value!.GetValue<string>() });

    /// <summary>An embedded text.</summary>
    public static string Read(string name)
    {
        using var text = new StreamReader(Open(name));
        return text.ReadToEnd();
    }

    /// <exception cref="InvalidOperationException">An operation of which nothing is said.</exception>
    public static Task Tell(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (!Told.Value.TryGetValue(operation.OperationId ?? "", out var words))
        {
            throw new InvalidOperationException($"{operation.OperationId} has no words: give it some in the *Api.json beside its routes.");
        }

        operation.Summary = words.Summary;
        foreach (var parameter in operation.Parameters!.OfType<OpenApiParameter>())
        {
            parameter.Example = words.Parameters?.GetValueOrDefault(parameter.Name!)?.DeepClone();
        }

        if (words.Body is { } body && operation.RequestBody?.Content?.TryGetValue("application/json", out var content) == true)
        {
            content.Example = body.DeepClone();
        }

        // one that is told for all operations has its codes there
        foreach (var (status, response) in operation.Responses!.Where(response => response.Key[0] is '4' or '5' && response.Value is not OpenApiResponseReference))
        {
            var codes = Common(status, operation).Concat(words.Codes?.GetValueOrDefault(status)?.Split(' ') ?? []).Distinct().Order(StringComparer.Ordinal);
            response.Description = $"{response.Description}: {string.Join(", ", codes.Select(code => $"`{code}`"))}";
        }

        return Task.CompletedTask;
    }

    /// <summary>The codes that follow from what an operation takes.</summary>
    private static string[] Common(string status, OpenApiOperation operation) => status switch
    {
        "400" => [.. Unreadable(operation)],
        "401" => Takes(operation, "session") ? ["invalid_token", "sign_in_required"] : Takes(operation, "client") ? ["invalid_token"] : [],
        "403" => Takes(operation, "client") ? ["antiforgery", "permission_required", "scope_required"] : Takes(operation, "session") ? ["antiforgery", "not_for_clients", "permission_required"] : [],
        "428" => ["if_match_required"],
        "412" => ["stale_version"],
        "503" => ["unavailable"],
        "507" => ["storage_full"],
        "404" or "413" or "415" => [ProblemCodes.For(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture))],
        _ => [],
    };

    private static IEnumerable<string> Unreadable(OpenApiOperation operation)
    {
        var names = operation.Parameters!.Select(parameter => parameter.Name!).ToHashSet();
        string[] body = operation.RequestBody?.Content?.ContainsKey("application/json") == true
            ? ["bad_request", "duplicate_field", "invalid_characters", "malformed_json", "required", "unknown_field", "validation_failed", "wrong_type"]
            : operation.RequestBody is null ? [] : ["bad_request", "required"];
        string[] query = operation.RequestBody is null || operation.Parameters!.Any(parameter => parameter.In == ParameterLocation.Query)
            ? ["duplicate_field", "invalid_characters", "unknown_parameter", "wrong_type"]
            : [];
        return body.Concat(query)
            .Concat(names.Contains("If-Match") ? ["if_match_invalid"] : [])
            .Concat(operation.Parameters!.SingleOrDefault(parameter => parameter.Name == "Idempotency-Key") is { } key ? key.Required ? ["idempotency_key_invalid", "idempotency_key_required"] : ["idempotency_key_invalid"] : [])
            .Concat(names.Contains("pageSize") ? ["out_of_range"] : [])
            .Concat(names.Contains("after") ? ["invalid_cursor"] : []);
    }

    private static bool Takes(OpenApiOperation operation, string scheme) => operation.Security?.Any(one => one.Keys.Any(key => key.Reference.Id == scheme)) == true;

    private static Stream Open(string name) => typeof(OperationWords).Assembly.GetManifestResourceStream(name)!;
}
