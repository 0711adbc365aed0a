using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KediriLapor.Platform;

/// <summary>The contract as OpenAPI 3.1, made from the code; <c>openapi.yaml</c> at the root is its golden copy.</summary>
internal static class OpenApi
{
    public const string Document = "v1";

    public static IServiceCollection AddContract(this IServiceCollection services) => services.AddSingleton<ServedContract>().AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = new SchemaNames().Of;
        options.AddSchemaTransformer(ListValues);
        options.AddSchemaTransformer(DescribeInstants);
        options.AddOperationTransformer(OpenApiHeaders.Describe);
        options.AddOperationTransformer(OperationWords.Tell);
        options.AddDocumentTransformer(Describe);
    });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "KediriLapor",
            Version = "1.0",
            Description = OperationWords.GettingStarted,
            Summary = "Reports of the citizens of Kota Kediri: sent, routed, followed to a proven resolution.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        // the host is not part of the contract
        document.Servers = [];
        document.Tags = OperationWords.Groups.ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "kedirilapor", Description = "Staff session; writes also carry X-XSRF-TOKEN." },
            ["reportSecret"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Report-Secret", Description = "The secret of the receipt." },
            ["reporterSession"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Reporter-Session", Description = "What a link to one's own reports was exchanged for; opens each of them in place of its secret, for an hour." },
            ["handOverToken"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Hand-Over-Token", Description = "What stands behind the # of the link that the receiver of a hand-over got." },
            ["client"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "An integration client (RFC 6749, client credentials). A token that is no good is refused with 401 by every operation.",
                Flows = new OpenApiOAuthFlows { ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri("/connect/token", UriKind.Relative), Scopes = Scopes(context) } },
            },
        };
        document.Components.Schemas!["ProblemDetails"] = Problem();
        OpenApiHeaders.DescribeLimits(document);
        OpenAnswers(document);
        return Task.CompletedTask;
    }

    private static Dictionary<string, string> Scopes(OpenApiDocumentTransformerContext context) =>
        (from operation in context.DescriptionGroups.SelectMany(described => described.Items)
         from accepted in operation.ActionDescriptor.EndpointMetadata.OfType<AcceptedScope>()
         group operation.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().Last().EndpointName by accepted.Scope)
        .OrderBy(scope => scope.Key, StringComparer.Ordinal)
        .ToDictionary(scope => scope.Key, scope => string.Join(", ", scope.Order(StringComparer.Ordinal)));

    /// <summary>An enum lists its values and nothing else: left alone, a nullable one adds null and a [Flags] one lists nothing.</summary>
    private static Task ListValues(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            var values = Enum.GetValuesAsUnderlyingType(type).Cast<int>().Where(value => value != 0 || !type.IsDefined(typeof(FlagsAttribute), inherit: false));
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. values.Select(value => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(type, value)!)))];
        }

        return Task.CompletedTask;
    }

    /// <summary>Of a type with a converter of ours the framework knows nothing.</summary>
    private static Task DescribeInstants(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) == typeof(DateTimeOffset))
        {
            // a parameter is left out rather than null
            var isNullable = context.JsonTypeInfo.Type != typeof(DateTimeOffset) && context.JsonPropertyInfo is not null;
            (schema.Type, schema.Format) = (isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String, "date-time");
        }

        return Task.CompletedTask;
    }

    /// <summary>RFC 9457 with this API's own members.</summary>
    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A problem (RFC 9457). Further members are facts of the code, such as `currentVersion` or `allowedNext`.",
        Required = new HashSet<string> { "type", "title", "status", "code", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference" },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The code's text in Indonesian." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable; the catalogue is at `/api/v1/problems`." },
            ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Codes by field.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };

    /// <summary>
    /// Requests are closed (an unknown field is an error), answers are open: a field may be added inside v1, so a client
    /// must not refuse one.
    /// </summary>
    private static void OpenAnswers(OpenApiDocument document)
    {
        var asked = new HashSet<string>();
        var bodies = from path in document.Paths.Values
                     from operation in path.Operations?.Values.AsEnumerable() ?? []
                     from content in operation.RequestBody?.Content?.Values.AsEnumerable() ?? []
                     select content.Schema;
        foreach (var body in bodies)
        {
            Reach(body);
        }

        foreach (var (name, schema) in document.Components!.Schemas!)
        {
            if (!asked.Contains(name) && schema is OpenApiSchema { AdditionalPropertiesAllowed: false } answer)
            {
                answer.AdditionalPropertiesAllowed = true;
            }
        }

        void Reach(IOpenApiSchema? schema)
        {
            if (schema is OpenApiSchemaReference { Reference.Id: { } name } && !asked.Add(name))
            {
                return;
            }

            foreach (var inner in (schema?.Properties?.Values ?? []).Concat(schema?.OneOf ?? []).Append(schema?.Items).OfType<IOpenApiSchema>())
            {
                Reach(inner);
            }
        }
    }
}
