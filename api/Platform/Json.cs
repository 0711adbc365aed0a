using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace KediriLapor.Platform;

/// <summary>JSON as the contract has it: strict in what it takes, camelCase in what it gives.</summary>
internal static class Json
{
    /// <summary>What an exception says of a list with a null in it.</summary>
    internal const string NullItem = "null item";

    public static IServiceCollection AddStrictJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));

    public static void Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new InstantConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseNul, RefuseNullItems } };
    }

    /// <summary>PostgreSQL stores no U+0000: refused here with the field's path instead of failing there.</summary>
    private static void RefuseNul(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType == typeof(string) && property.Set is not null))
        {
            var set = property.Set!;
            property.Set = (target, value) =>
            {
                if (value is string text && text.Contains('\0'))
                {
                    throw new JsonException("U+0000");
                }

                set(target, value);
            };
        }
    }

    /// <summary>The one null that the nullable annotations do not refuse: an item of a list.</summary>
    private static void RefuseNullItems(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && property.Set is not null))
        {
            var set = property.Set!;
            property.Set = (target, value) =>
            {
                if (value is IEnumerable items && items.Cast<object?>().Contains(null))
                {
                    throw new JsonException(NullItem);
                }

                set(target, value);
            };
        }
    }
}
