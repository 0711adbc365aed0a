using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace KediriLapor.Platform;

/// <summary>
/// Names the schemas of the contract. Two types of one name, such as a nested <c>Response</c> in two classes, would be merged
/// into one schema without a word; here the document is not made at all.
/// </summary>
internal sealed class SchemaNames
{
    private readonly ConcurrentDictionary<string, Type> owners = new();

    /// <returns>Null for what is written in place, such as a string.</returns>
    /// <exception cref="InvalidOperationException">The name belongs to another type.</exception>
    public string? Of(JsonTypeInfo json)
    {
        // a value that may be absent has the schema of the value
        var type = Nullable.GetUnderlyingType(json.Type) ?? json.Type;
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type == json.Type ? json : JsonTypeInfo.CreateJsonTypeInfo(type, json.Options));
        if (name is not null && owners.GetOrAdd(name, type) is var owner && owner != type)
        {
            throw new InvalidOperationException($"{type.FullName} and {owner.FullName} would share the schema {name}: rename one.");
        }

        return name;
    }
}
