using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace KediriLapor.Platform;

/// <summary>Checks the query string as strictly as a body: an unknown or repeated parameter is an error, not a silence.</summary>
internal static class Queries
{
    public static TBuilder AllowsQuery<TBuilder>(this TBuilder endpoint, params string[] names)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.AddEndpointFilterFactory((handler, next) =>
        {
            var parameters = handler.MethodInfo.GetParameters();
            var repeatable = parameters.Where(parameter => parameter.ParameterType.IsArray).Select(parameter => parameter.Name).ToArray();
            var numbers = parameters.Where(parameter => parameter.ParameterType == typeof(double?)).Select(parameter => parameter.Name).ToArray();
            return context =>
            {
                CheckEncoding(context.HttpContext.Request.QueryString.Value);
                CheckTypes(parameters, context);
                foreach (var (name, values) in context.HttpContext.Request.Query)
                {
                    Check(name, values, names, repeatable.Contains(name));
                    CheckNumber(name, values, numbers.Contains(name));
                }

                return next(context);
            };
        });
        return endpoint.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(ProblemDetails), ["application/problem+json"]));
    }

    /// <summary>The generated endpoints tell that an optional value did not parse by their status alone, and leave it out.</summary>
    private static void CheckTypes(ParameterInfo[] parameters, EndpointFilterInvocationContext context)
    {
        if (context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest
            && parameters.FirstOrDefault(parameter => IsUnread(context.Arguments[parameter.Position], context.HttpContext.Request.Query[parameter.Name!])) is { } unread)
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status200OK;
            throw new RuleViolation("wrong_type", StatusCodes.Status400BadRequest, unread.Name!);
        }

        static bool IsUnread(object? argument, StringValues given) =>
            !StringValues.IsNullOrEmpty(given) && (argument is null || (argument is bool && !bool.TryParse(given, out _)));
    }

    /// <summary>What is no UTF-8 would be read as its own percent signs: other words than the sender meant.</summary>
    private static void CheckEncoding(string? query)
    {
        if (query is null || !query.Contains('%', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var parameter in new QueryStringEnumerable(query))
        {
            var bytes = Encoding.UTF8.GetBytes(parameter.EncodedValue.ToString());
            if (!Utf8.IsValid(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length)))
            {
                throw new RuleViolation("invalid_characters", StatusCodes.Status400BadRequest, parameter.DecodeName().ToString());
            }
        }
    }

    private static void Check(string name, StringValues values, string[] names, bool repeatable)
    {
        if (!names.Contains(name))
        {
            throw new RuleViolation("unknown_parameter", StatusCodes.Status400BadRequest, name).With("allowed", names);
        }

        if (values.Count > 1 && !repeatable)
        {
            throw new RuleViolation("duplicate_field", StatusCodes.Status400BadRequest, name);
        }

        if (values.Any(value => value is null || value.Contains('\0')))
        {
            throw new RuleViolation("invalid_characters", StatusCodes.Status400BadRequest, name);
        }
    }

    /// <summary>A decimal comma, as Indonesian writes it, would pass for a mark of thousands: -7,8 is not -78.</summary>
    private static void CheckNumber(string name, StringValues values, bool isNumber)
    {
        if (isNumber && values.Any(value => value!.Contains(',', StringComparison.Ordinal)))
        {
            throw new RuleViolation("wrong_type", StatusCodes.Status400BadRequest, name);
        }
    }

    /// <summary>Search words as typed: something, but not a book.</summary>
    public static string? Words(string? text, string field) => text switch
    {
        null => null,
        { Length: > 200 } => throw new RuleViolation("too_long", StatusCodes.Status400BadRequest, field),
        _ => string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
    };

    public static TEnum[] Enums<TEnum>(string[]? values, string field)
        where TEnum : struct, Enum => [.. (values ?? []).Select(value => Enum<TEnum>(value, field))];

    /// <summary>An enum value in the spelling of the JSON (camelCase); numbers are refused.</summary>
    public static TEnum Enum<TEnum>(string value, string field)
        where TEnum : struct, Enum =>
        System.Enum.TryParse<TEnum>(value, ignoreCase: true, out var parsed) && char.IsLetter(value[0]) && value.All(char.IsLetter)
            ? parsed
            : throw new RuleViolation("unknown_value", StatusCodes.Status400BadRequest, field)
                .With("allowed", System.Enum.GetNames<TEnum>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName).ToArray());
}
