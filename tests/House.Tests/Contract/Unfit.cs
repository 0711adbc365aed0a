using System.Text.Json.Nodes;

namespace KediriLapor.House.Tests.Contract;

/// <summary>Values that break the contract in one place each, and values that nobody thought of.</summary>
internal sealed class Unfit(ContractDocument contract)
{
    /// <summary>Texts that have broken programs before.</summary>
    public static readonly string[] Nasty =
    [
        "", " ", "\0", "\u202E", "'; DROP TABLE reports; --", "{{7*7}}", "../../../../etc/passwd", "%00", "%ff%fe", "😀😀😀", "ꦥꦣꦩꦸ", "\r\nX-Injected: 1", "null", "NaN", "-1", "0", "1e999",
        "99999999999999999999", "2026-02-30", "0001-01-01", "9999-12-31", "00000000-0000-0000-0000-000000000000", "<script>", "*", "\"*\"", "W/\"1\"", "true", "[]", "{}", "-7,8", "²", "\uD83D", new('x', 5000),
    ];

    /// <summary>A body with one violation, for every place where the schema can be broken.</summary>
    /// <param name="fit">A body that keeps to the schema.</param>
    public IEnumerable<(string Where, JsonNode Body)> Bodies(JsonNode fit, JsonNode schema)
    {
        foreach (var (where, change) in Changes(fit, schema, []))
        {
            var body = fit.DeepClone();
            change(body);
            yield return (where, body);
        }
    }

    /// <returns>Values that a parameter of this schema does not take.</returns>
    public IEnumerable<string> Texts(JsonNode schema)
    {
        schema = contract.Resolve(schema);
        var item = schema["items"] is { } items ? contract.Resolve(items) : schema;
        return item["enum"] is not null ? ["karangan", "1"]
            : TypeOf(item) switch
            {
                "integer" => ["satu", "1,5", "99999999999999999999"],
                "number" => ["jauh", "NaN", "1e999"],
                "boolean" => ["ya", "2"],
                _ => item["format"]?.GetValue<string>() switch
                {
                    "date" => ["kemarin", "2026-02-30"],
                    "date-time" => ["kemarin"],
                    "uuid" => ["bukan-id"],
                    _ => [],
                },
            };
    }

    private IEnumerable<(string Where, Action<JsonNode> Change)> Changes(JsonNode fit, JsonNode schema, object[] at)
    {
        schema = contract.Resolve(schema);
        if (schema["properties"] is not JsonObject known || fit is not JsonObject given)
        {
            yield break;
        }

        var here = string.Join('.', at);
        yield return ($"{here} unknown field", body => Inner(body, at)["karangan"] = 1);
        foreach (var name in schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [])
        {
            yield return ($"{here}.{name} missing", body => Inner(body, at).AsObject().Remove(name));
        }

        foreach (var (name, property) in known)
        {
            foreach (var (what, value) in Values(property!))
            {
                yield return ($"{here}.{name} {what}", body => Inner(body, at)[name] = value?.DeepClone());
            }

            var inner = Named(property!);
            if (given[name] is JsonObject child)
            {
                foreach (var change in Changes(child, inner, [.. at, name]))
                {
                    yield return change;
                }
            }
            else if (given[name] is JsonArray { Count: > 0 } list && inner["items"] is { } item && list[0] is JsonObject first)
            {
                foreach (var change in Changes(first, item, [.. at, name, 0]))
                {
                    yield return change;
                }
            }
        }
    }

    private IEnumerable<(string What, JsonNode? Value)> Values(JsonNode property)
    {
        var (schema, nullable) = (Named(property), IsNullable(property));
        if (!nullable)
        {
            yield return ("null", null);
        }

        if (schema["enum"] is not null)
        {
            yield return ("unknown value", "karangan");
            yield return ("number of a value", 0);
            yield break;
        }

        var type = TypeOf(schema);
        foreach (var (other, value) in new (string, JsonNode)[] { ("string", "karangan"), ("integer", 7), ("boolean", true), ("array", new JsonArray(1)), ("object", new JsonObject { ["karangan"] = 1 }) })
        {
            if (type is not null && other != type && !(type == "number" && other == "integer") && !(type == "object" && other == "object"))
            {
                yield return (other, value);
            }
        }

        if (schema["maxLength"]?.GetValue<int>() is { } longest)
        {
            yield return ("too long", new string('a', longest + 1));
        }

        if (schema["minLength"]?.GetValue<int>() is { } shortest and > 0)
        {
            yield return ("too short", new string('a', shortest - 1));
        }

        if (schema["maximum"] is { } most)
        {
            yield return ("too much", JsonNode.Parse(most.ToJsonString())!.GetValue<double>() + 1);
        }

        if (schema["minimum"] is { } least)
        {
            yield return ("too little", JsonNode.Parse(least.ToJsonString())!.GetValue<double>() - 1);
        }

        if (schema["maxItems"]?.GetValue<int>() is { } most1 && schema["items"] is { } items)
        {
            var one = TypeOf(contract.Resolve(items)) == "string" ? (JsonNode)"a" : new JsonObject();
            yield return ("too many", new JsonArray([.. Enumerable.Range(0, most1 + 1).Select(_ => one.DeepClone())]));
        }

        if (schema["pattern"] is not null)
        {
            yield return ("not the pattern", "\u0001 tidak cocok \u00e9");
        }

        if (schema["format"]?.GetValue<string>() is "uuid" or "date" or "date-time" or "time")
        {
            yield return ("not the format", "bukan format ini");
        }

        if (type == "string")
        {
            yield return ("NUL", "a\0b");
        }
    }

    private static JsonNode Inner(JsonNode body, object[] at) => at.Aggregate(body, (node, step) => step is int index ? node[index]! : node[(string)step]!);

    private JsonNode Named(JsonNode property) =>
        contract.Resolve(property["oneOf"]?.AsArray().Select(choice => choice!).FirstOrDefault(choice => TypeOf(choice) != "null") ?? property);

    private bool IsNullable(JsonNode property) =>
        property["oneOf"]?.AsArray().Any(choice => TypeOf(choice!) == "null") ?? (contract.Resolve(property)["type"] is JsonArray types && types.Any(type => type!.GetValue<string>() == "null"));

    private static string? TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => type!.GetValue<string>()).First(type => type != "null"),
        JsonNode one => one.GetValue<string>(),
        null => null,
    };
}
