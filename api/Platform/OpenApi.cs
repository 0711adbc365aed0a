using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KediriLapor.Platform;

/// <summary>The contract as OpenAPI 3.1, made from the code; <c>openapi.yaml</c> at the root is its golden copy.</summary>
internal static class OpenApi
{
    public const string Document = "v1";

    public static IServiceCollection AddContract(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name ? name.Replace("Nullable", "", StringComparison.Ordinal) : null;
        options.AddDocumentTransformer(Describe);
        options.AddOperationTransformer(DescribeHeaders);
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
        };
        return Task.CompletedTask;
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

        if (operation.Responses.ContainsKey("428"))
        {
            AddHeader(operation, "If-Match", null, "The version its author saw, such as \"3\".");
        }

        if (route.StartsWith("api/v1/tracking", StringComparison.Ordinal))
        {
            Secure(operation, context.Document!, "reportSecret");
        }
        else if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            Secure(operation, context.Document!, "session");
            Refusal(operation, "401");
            Refusal(operation, "403");
        }

        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.Name == "status" && parameter.In == ParameterLocation.Query))
        {
            parameter.Explode = true;
        }

        return Task.CompletedTask;
    }

    private static void AddHeader(OpenApiOperation operation, string name, string? format, string description) => operation.Parameters!.Add(new OpenApiParameter
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = true,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format },
    });

    private static void Secure(OpenApiOperation operation, OpenApiDocument document, string scheme) =>
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] }];

    private static void Refusal(OpenApiOperation operation, string status) => operation.Responses!.TryAdd(status, new OpenApiResponse
    {
        Description = status == "401" ? "Unauthorized" : "Forbidden",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails") },
        },
    });
}
