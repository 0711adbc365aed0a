using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace KediriLapor.Platform;

/// <summary>The contract as OpenAPI 3.1, made from the code; <c>openapi.yaml</c> at the root is its golden copy.</summary>
internal static class OpenApi
{
    public const string Document = "v1";

    private const string Policy = "RateLimit-Policy";

    private const string Left = "RateLimit";

    private const string TooMany = "TooManyRequests";

    public static IServiceCollection AddContract(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = new SchemaNames().Of;
        options.AddSchemaTransformer(ListValues);
        options.AddOperationTransformer(DescribeHeaders);
        options.AddDocumentTransformer(Describe);
    });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "KediriLapor",
            Version = "1.0",
            Description = "Reports of the citizens of Kota Kediri: sent, routed, followed to a proven resolution. Errors are RFC 9457 problems with a `code`; lists are keyset pages; changes carry `If-Match`.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        // the host is not part of the contract
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "kedirilapor", Description = "Staff session; writes also carry X-XSRF-TOKEN." },
            ["reportSecret"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Report-Secret", Description = "The secret of the receipt." },
            ["reporterSession"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Reporter-Session", Description = "What a link to one's own reports was exchanged for; opens each of them in place of its secret, for an hour." },
            ["client"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "An integration client (RFC 6749, client credentials). A token that is no good is refused with 401 by every operation.",
                Flows = new OpenApiOAuthFlows { ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri("/connect/token", UriKind.Relative), Scopes = Scopes(context) } },
            },
        };
        document.Components.Schemas!["ProblemDetails"] = Problem();
        document.Components.Headers = new Dictionary<string, IOpenApiHeader>
        {
            [Policy] = Header("What a sender may do in routes of this kind, such as `\"read\";q=3000;w=60`: 3,000 requests in 60 seconds (IETF draft ratelimit-headers)."),
            [Left] = Header("What is left of it, such as `\"read\";r=2999;t=42`: 2,999 requests in the next 42 seconds."),
        };
        document.Components.Responses = new Dictionary<string, IOpenApiResponse> { [TooMany] = Crowded(document) };
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

    /// <summary>Headers that every operation of a kind takes or gives are told once, here.</summary>
    private static Task DescribeHeaders(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var route = context.Description.RelativePath ?? "";
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        operation.Responses ??= [];
        if (operation.OperationId == "submitReport")
        {
            AddHeader(operation, "Idempotency-Key", "uuid", "One key per report; sending again under it gives the first answer again.");
        }

        if (operation.OperationId == "changeReports")
        {
            AddHeader(operation, "Idempotency-Key", "uuid", "One key per batch; sending the same batch again under it goes on where it stopped, or gives the first answer again.");
        }

        if (operation.OperationId is "hearQueue" or "hearReport")
        {
            AddHeader(operation, "Last-Event-ID", null, "The id heard last, where an interrupted stream goes on; browsers send it by themselves.", isRequired: false);
        }

        if (operation.OperationId is "supportReport" or "withdrawSupport")
        {
            AddHeader(operation, "Supporter-Key", "uuid", "A random key that the client makes for this report and keeps; it counts once, and takes its support back.");
        }

        if (operation.OperationId is "unsubscribeFromReport" or "unfollowReport")
        {
            AddHeader(operation, "Push-Endpoint", "uri", "The endpoint of the browser's subscription.");
        }

        if (operation.OperationId == "createClient")
        {
            AddHeader(operation, "Idempotency-Key", "uuid", "One key per client; sending again under it gives the first answer again, with the secret.");
        }

        if (operation.RequestBody is not null)
        {
            Refusal(operation, "413");
            Refusal(operation, "415");
        }

        if (operation.Responses.ContainsKey("428"))
        {
            AddHeader(operation, "If-Match", null, "The version its author saw, such as \"3\".");
        }

        Answers(operation, "200", "ETag", "The version, where the answer has one.", operation.Responses.ContainsKey("428") || operation.OperationId is "showReport" or "trackReport" or "showClient");
        Answers(operation, "201", "Location", "Where it is now.", operation.OperationId is "submitReport" or "createClient");
        Answers(operation, "201", "Idempotency-Replayed", "`true` when the first answer came again.", operation.OperationId is "submitReport" or "createClient");

        Answers(operation, "200", "Idempotency-Replayed", "`true` when the first answer came again.", operation.OperationId == "changeReports");

        if (route.StartsWith("api/v1/tracking", StringComparison.Ordinal))
        {
            Secure(operation, context.Document!, operation.OperationId is "trackReport" or "moveReportAsReporter" or "rateReport" or "readTrackedAttachment" or "proveReport"
                ? ["reportSecret", "reporterSession"]
                : ["reportSecret"]);
        }
        else if (operation.OperationId is "listOwnReports" or "endReporterSession")
        {
            Secure(operation, context.Document!, "reporterSession");
        }
        else if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            Secure(operation, context.Document!, "session");
            Refusal(operation, "401");
            // a permission, or the antiforgery token of a write; RequireStaff alone refuses nobody who has signed in
            if (metadata.OfType<AuthorizationPolicy>().Any() || context.Description.HttpMethod != "GET")
            {
                Refusal(operation, "403");
            }
        }

        if (metadata.OfType<AcceptedScope>().FirstOrDefault() is { } accepted)
        {
            // who need not be known need not come with a token
            operation.Security ??= [[]];
            operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("client", context.Document!)] = [accepted.Scope] });
            Refusal(operation, "401");
            Refusal(operation, "403");
        }

        TellLimits(operation, context.Document!);

        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.Name == "status" && parameter.In == ParameterLocation.Query))
        {
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference("ReportStatus", context.Document) };
        }

        return Task.CompletedTask;
    }

    /// <summary>Every operation is counted; the answers a client goes on from tell what is left.</summary>
    private static void TellLimits(OpenApiOperation operation, OpenApiDocument document)
    {
        operation.Responses!["429"] = new OpenApiResponseReference(TooMany, document);
        foreach (var answer in operation.Responses.Where(response => response.Key[0] == '2').Select(response => response.Value).OfType<OpenApiResponse>())
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
            answer.Headers[Policy] = new OpenApiHeaderReference(Policy, document);
            answer.Headers[Left] = new OpenApiHeaderReference(Left, document);
        }
    }

    private static OpenApiResponse Crowded(OpenApiDocument document)
    {
        var answer = Problem("429");
        answer.Headers = new Dictionary<string, IOpenApiHeader>
        {
            ["Retry-After"] = Header("Seconds."),
            [Policy] = new OpenApiHeaderReference(Policy, document),
            [Left] = new OpenApiHeaderReference(Left, document),
        };
        return answer;
    }

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static void AddHeader(OpenApiOperation operation, string name, string? format, string description, bool isRequired = true) => operation.Parameters!.Add(new OpenApiParameter
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format },
    });

    private static void Answers(OpenApiOperation operation, string status, string header, string description, bool applies)
    {
        if (applies && operation.Responses!.TryGetValue(status, out var response) && response is OpenApiResponse answer)
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
            answer.Headers[header] = Header(description);
        }
    }

    /// <param name="schemes">Any of which is enough.</param>
    private static void Secure(OpenApiOperation operation, OpenApiDocument document, params string[] schemes) =>
        operation.Security = [.. schemes.Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] })];

    private static void Refusal(OpenApiOperation operation, string status) => operation.Responses!.TryAdd(status, Problem(status));

    private static OpenApiResponse Problem(string status) => new()
    {
        Description = ReasonPhrases.GetReasonPhrase(int.Parse(status, CultureInfo.InvariantCulture)),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails)) },
        },
    };
}
