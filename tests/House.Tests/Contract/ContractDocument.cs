using System.Text.Json.Nodes;

namespace KediriLapor.House.Tests.Contract;

/// <summary>The contract as the running program serves it.</summary>
internal sealed class ContractDocument(JsonNode root)
{
    public IReadOnlyList<Operation> Operations { get; } =
    [
        .. from path in root["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select new Operation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!),
    ];

    public JsonObject Schemas => root["components"]!["schemas"]!.AsObject();

    public static async Task<ContractDocument> Read(HttpClient client)
    {
        var root = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        // what is told once is put where it applies
        foreach (var responses in root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!["responses"]!.AsObject()))
        {
            foreach (var (status, name) in responses.Where(response => response.Value!["$ref"] is not null).Select(response => (response.Key, NameOf(response.Value!))).ToArray())
            {
                responses[status] = root["components"]!["responses"]![name]!.DeepClone();
            }
        }

        return new ContractDocument(root);
    }

    /// <summary>The operation that a request goes to, or null when the contract knows none; a path that is written out goes before one with a parameter.</summary>
    public Operation? Find(string method, string path) =>
        Operations.Where(operation => operation.Takes(method, path)).OrderBy(operation => operation.Parameters("path").Count()).FirstOrDefault();

    /// <summary>Follows a reference to its schema; anything else is itself.</summary>
    public JsonNode Resolve(JsonNode schema) =>
        schema["$ref"] is not null ? Schemas[NameOf(schema)]! : schema;

    private static string NameOf(JsonNode reference) => reference["$ref"]!.GetValue<string>().Split('/')[^1];

    /// <summary>The object schemas that can be reached from a schema, itself included.</summary>
    public HashSet<JsonNode> Reach(IEnumerable<JsonNode> from)
    {
        var reached = new HashSet<JsonNode>();
        var waiting = new Stack<JsonNode>(from.Select(Resolve));
        while (waiting.TryPop(out var schema))
        {
            if (reached.Add(schema))
            {
                var inner = (schema["properties"]?.AsObject().Select(property => property.Value) ?? [])
                    .Concat(schema["oneOf"]?.AsArray() ?? []).Append(schema["items"]);
                foreach (var next in inner.OfType<JsonNode>())
                {
                    waiting.Push(Resolve(next));
                }
            }
        }

        return [.. reached.Where(schema => schema["properties"] is not null)];
    }
}

/// <summary>One operation of the contract.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">With its parameters in braces.</param>
internal sealed record Operation(string Method, string Path, JsonNode Description)
{
    public string Id => Description["operationId"]?.GetValue<string>() ?? $"{Method} {Path}";

    public IReadOnlyDictionary<string, JsonNode> Responses => Description["responses"]!.AsObject().ToDictionary(response => response.Key, response => response.Value!);

    public JsonNode? RequestBody => Description["requestBody"];

    public bool NeedsSession => Description["security"]?.AsArray().Any(scheme => scheme!["session"] is not null) ?? false;

    public IEnumerable<string> Parameters(string place) =>
        Description["parameters"]?.AsArray().Where(parameter => parameter!["in"]!.GetValue<string>() == place).Select(parameter => parameter!["name"]!.GetValue<string>()) ?? [];

    /// <summary>Schemas by media type of a body, of a request or a response.</summary>
    public static IEnumerable<(string MediaType, JsonNode? Schema)> Content(JsonNode? body) =>
        body?["content"]?.AsObject().Select(content => (content.Key, content.Value?["schema"])) ?? [];

    public bool Takes(string method, string path)
    {
        var (asked, known) = (path.Split('/'), Path.Split('/'));
        return method == Method && asked.Length == known.Length && asked.Zip(known).All(pair => pair.First == pair.Second || (pair.Second.Split('{') is [var fixedPart, _, ..] && pair.First.StartsWith(fixedPart, StringComparison.Ordinal)));
    }

    public override string ToString() => Id;
}
