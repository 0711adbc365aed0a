using System.Text.Json.Nodes;

namespace KediriLapor.House.Tests.Contract;

/// <summary>
/// The contract as single promises, one a line, such as <c>schema NewReport.description: string</c>: what a client was built on. A line that
/// begins with <c>needs</c> is what a client has to send, and may only become less; every other line may only become more.
/// </summary>
internal sealed class Promises
{
    private const string Needs = "needs ";

    private readonly HashSet<string> lines;

    private Promises(IEnumerable<string> lines) => this.lines = [.. lines];

    public static Promises Read(string text) => new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    public static Promises Of(ContractDocument contract) => new(contract.Operations.SelectMany(OfOperation).Concat(OfSchemas(contract)));

    /// <summary>Sorted, so that a difference shows what was added where.</summary>
    public override string ToString() => string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + "\n"));

    /// <summary>What a client that was built on these promises would break on.</summary>
    public IEnumerable<string> BrokenBy(Promises now)
    {
        var lost = lines.Where(line => !line.StartsWith(Needs, StringComparison.Ordinal)).Except(now.lines).Select(line => "no more: " + line);
        // what nobody could call before may need what it likes
        var known = lines.Where(line => !line.StartsWith(Needs, StringComparison.Ordinal)).Select(Subject).ToHashSet();
        var asked = now.lines.Where(line => line.StartsWith(Needs, StringComparison.Ordinal)).Except(lines).Where(line => known.Contains(Subject(line[Needs.Length..]))).Select(line => "new: " + line);
        return lost.Concat(asked);
    }

    /// <summary>The operation or the schema that a line is about.</summary>
    private static string Subject(string line) => line.Split(' ', '.') is [var kind, var name, ..] ? $"{kind} {name}" : line;

    private static IEnumerable<string> OfOperation(Operation operation)
    {
        var id = $"operation {operation.Id}";
        yield return $"{id} {operation.Method} {operation.Path}";
        foreach (var parameter in operation.Description["parameters"]?.AsArray().OfType<JsonNode>() ?? [])
        {
            var told = $"{id} {parameter["in"]} {parameter["name"]}";
            yield return $"{told}: {TypeOf(parameter["schema"])}";
            if (parameter["required"]?.GetValue<bool>() == true)
            {
                yield return Needs + told;
            }
        }

        foreach (var (mediaType, schema) in Operation.Content(operation.RequestBody))
        {
            yield return $"{id} takes {mediaType}: {TypeOf(schema)}";
        }

        foreach (var (status, response) in operation.Responses)
        {
            foreach (var (mediaType, schema) in Operation.Content(response).Where(_ => status[0] == '2'))
            {
                yield return $"{id} {status} {mediaType}: {TypeOf(schema)}";
            }

            foreach (var (header, _) in response["headers"]?.AsObject() ?? [])
            {
                yield return $"{id} {status} header {header}";
            }

            if (!Operation.Content(response).Any())
            {
                yield return $"{id} {status}";
            }
        }

        foreach (var scheme in operation.Description["security"]?.AsArray().Select(one => one!.ToJsonString()) ?? [])
        {
            yield return $"{id} opens to {scheme}";
        }
    }

    private static IEnumerable<string> OfSchemas(ContractDocument contract)
    {
        var asked = contract.Reach(contract.Operations.SelectMany(operation => Operation.Content(operation.RequestBody)).Select(content => content.Schema).OfType<JsonNode>());
        var answered = contract.Reach(contract.Operations.SelectMany(operation => operation.Responses.Values).SelectMany(Operation.Content).Select(content => content.Schema).OfType<JsonNode>());
        foreach (var (name, schema) in contract.Schemas)
        {
            foreach (var value in schema!["enum"]?.AsArray().Select(value => value!.ToString()) ?? [])
            {
                yield return $"schema {name} value {value}";
            }

            var required = schema["required"]?.AsArray().Select(field => field!.GetValue<string>()).ToHashSet() ?? [];
            foreach (var (field, property) in schema["properties"]?.AsObject() ?? [])
            {
                yield return $"schema {name}.{field}: {TypeOf(property)}";
                if (required.Contains(field) && answered.Contains(schema))
                {
                    yield return $"schema {name}.{field} always there";
                }

                if (required.Contains(field) && asked.Contains(schema))
                {
                    yield return $"{Needs}schema {name}.{field}";
                }
            }
        }
    }

    /// <summary>Such as <c>string(date)</c>, <c>NewReport</c> or <c>[ReportListItem]</c>, with <c>?</c> where it may be null.</summary>
    private static string TypeOf(JsonNode? schema)
    {
        if (schema is null)
        {
            return "anything";
        }

        if (schema["$ref"] is { } reference)
        {
            return reference.GetValue<string>().Split('/')[^1];
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            return string.Join('|', choices.Select(choice => TypeOf(choice))).Replace("null|", "", StringComparison.Ordinal) + (choices.Any(choice => TypeOf(choice) == "null") ? "?" : "");
        }

        var types = schema["type"] switch
        {
            JsonArray several => several.Select(type => type!.GetValue<string>()).ToArray(),
            JsonNode one => [one.GetValue<string>()],
            null => ["anything"],
        };
        var name = string.Join('|', types.Where(type => type != "null" || types.Length == 1).Select(type => type switch
        {
            "array" => $"[{TypeOf(schema["items"])}]",
            "object" when schema["additionalProperties"] is JsonObject others => $"{{{TypeOf(others)}}}",
            _ => type,
        }));
        return name + (schema["format"] is { } format ? $"({format})" : "") + (types.Length > 1 && types.Contains("null") ? "?" : "");
    }
}
