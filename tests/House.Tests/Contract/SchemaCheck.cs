using System.Globalization;
using System.Text.Json.Nodes;

namespace KediriLapor.House.Tests.Contract;

/// <summary>
/// Holds a JSON value against a schema of the contract. It knows the keywords that the contract uses and refuses any other,
/// so nothing passes because it was not understood.
/// </summary>
internal sealed class SchemaCheck(ContractDocument contract)
{
    private static readonly HashSet<string> Understood =
        ["$ref", "oneOf", "type", "enum", "required", "properties", "additionalProperties", "items", "format", "description",
         "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern"];

    /// <returns>What does not fit, each with its place in the value.</returns>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string at = "$")
    {
        schema = contract.Resolve(schema);
        if (schema.AsObject().Select(keyword => keyword.Key).Except(Understood).ToArray() is { Length: > 0 } strange)
        {
            return [$"{at}: the check does not know {string.Join(", ", strange)}"];
        }

        if (schema["oneOf"] is { } choices)
        {
            var fitting = choices.AsArray().Count(choice => !Faults(value, choice!, at).Any());
            return fitting == 1 ? [] : [$"{at}: fits {fitting} of the choices"];
        }

        var types = schema["type"] switch
        {
            JsonArray several => several.Select(type => type!.GetValue<string>()).ToArray(),
            JsonNode one => [one.GetValue<string>()],
            null => [],
        };
        if (types.Length > 0 && !types.Any(type => Is(value, type)))
        {
            return [$"{at}: {value?.ToJsonString() ?? "null"} is no {string.Join(" or ", types)}"];
        }

        return value switch
        {
            null => [],
            JsonObject item => Members(item, schema, at),
            JsonArray list => schema["items"] is { } inner ? list.SelectMany((element, i) => Faults(element, inner, $"{at}[{i}]")) : [],
            _ => Scalar(value, schema, at),
        };
    }

    private static bool Is(JsonNode? value, string type) => (value?.GetValueKind(), type) switch
    {
        (null, "null") => true,
        (System.Text.Json.JsonValueKind.Object, "object") => true,
        (System.Text.Json.JsonValueKind.Array, "array") => true,
        (System.Text.Json.JsonValueKind.String, "string") => true,
        (System.Text.Json.JsonValueKind.Number, "number") => true,
        (System.Text.Json.JsonValueKind.Number, "integer") => value!.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-'),
        (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False, "boolean") => true,
        _ => false,
    };

    private IEnumerable<string> Members(JsonObject item, JsonNode schema, string at)
    {
        foreach (var name in schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [])
        {
            if (!item.ContainsKey(name))
            {
                yield return $"{at}: lacks {name}";
            }
        }

        var known = schema["properties"]?.AsObject();
        foreach (var (name, value) in item)
        {
            var inner = known?[name] ?? (schema["additionalProperties"] is JsonObject others ? others : null);
            // answers are open, but ours say nothing that the contract does not; the facts of a problem are the exception
            if (inner is null && known?.ContainsKey("traceId") != true)
            {
                yield return $"{at}: {name} is not in the contract";
            }

            foreach (var fault in inner is null ? [] : Faults(value, inner, $"{at}.{name}"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Scalar(JsonNode value, JsonNode schema, string at)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
        {
            yield return $"{at}: {value.ToJsonString()} is not in the list";
        }

        if (schema["format"]?.GetValue<string>() is { } format && !HasFormat(value, format))
        {
            yield return $"{at}: {value.ToJsonString()} is no {format}";
        }
    }

    private static bool HasFormat(JsonNode value, string format) => format switch
    {
        "uuid" => Guid.TryParseExact(value.GetValue<string>(), "D", out _),
        // RFC 3339 wants the offset
        "date-time" => value.GetValue<string>() is var text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) && (text.EndsWith('Z') || text[^6] is '+' or '-'),
        "date" => DateOnly.TryParseExact(value.GetValue<string>(), "yyyy-MM-dd", out _),
        // of a day in WIB, which needs no offset
        "time" => TimeOnly.TryParseExact(value.GetValue<string>(), "HH:mm:ss", out _),
        "int32" => int.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out _),
        "int64" => long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out _),
        "byte" => System.Buffers.Text.Base64.IsValid(value.GetValue<string>()),
        "double" => double.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out _),
        "uri-reference" => Uri.TryCreate(value.GetValue<string>(), UriKind.RelativeOrAbsolute, out _),
        _ => false,
    };
}
