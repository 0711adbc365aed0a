using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace KediriLapor.Platform;

/// <summary>Headers, refusals and security that every operation of a kind has are told once, here.</summary>
internal static class OpenApiHeaders
{
    private const string Policy = "RateLimit-Policy";

    private const string Left = "RateLimit";

    private const string TooMany = "TooManyRequests";

    /// <summary>What every operation tells of its limits, said once.</summary>
    public static void DescribeLimits(OpenApiDocument document)
    {
        document.Components!.Headers = new Dictionary<string, IOpenApiHeader>
        {
            [Policy] = Header("What a sender may do in routes of this kind, such as `\"read\";q=3000;w=60`: 3,000 requests in 60 seconds (IETF draft ratelimit-headers)."),
            [Left] = Header("What is left of it, such as `\"read\";r=2999;t=42`: 2,999 requests in the next 42 seconds."),
        };
        document.Components.Responses = new Dictionary<string, IOpenApiResponse> { [TooMany] = Crowded(document) };
    }

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        operation.Parameters ??= [];
        operation.Responses ??= [];
        Takes(operation);
        if (operation.RequestBody is not null)
        {
            Refusal(operation, "413");
            Refusal(operation, "415");
        }

        Secure(operation, context);
        Gives(operation);
        TellLimits(operation, context.Document!);
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.Name == "status" && parameter.In == ParameterLocation.Query))
        {
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference("ReportStatus", context.Document) };
        }

        // a day in an address is held to its form by a constraint that knows no days
        foreach (var day in operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Path).Select(parameter => parameter.Schema).OfType<OpenApiSchema>().Where(schema => schema.Format == "date-time"))
        {
            day.Format = "date";
        }

        return Task.CompletedTask;
    }

    private static void Takes(OpenApiOperation operation)
    {
        switch (operation.OperationId)
        {
            case "submitReport":
                AddHeader(operation, "Idempotency-Key", "uuid", "One key per report; sending again under it gives the first answer again.");
                break;
            case "changeReports":
                AddHeader(operation, "Idempotency-Key", "uuid", "One key per batch; sending the same batch again under it goes on where it stopped, or gives the first answer again.");
                break;
            case "createClient":
                AddHeader(operation, "Idempotency-Key", "uuid", "One key per client; sending again under it gives the first answer again, with the secret.");
                break;
            case "createWebhook":
                AddHeader(operation, "Idempotency-Key", "uuid", "One key per webhook; sending again under it gives the first answer again, with the secret.");
                break;
            case "submitCarRequest":
                AddHeader(operation, "Idempotency-Key", "uuid", "One key per request; sending again under it gives the first answer again.");
                break;
            case "proposeWork":
                AddHeader(operation, "Idempotency-Key", "uuid", "One key per work; sending again under it gives the first answer again.");
                break;
            case "recordFinding":
                AddHeader(operation, "Idempotency-Key", "uuid", "One key per finding; sending again under it gives the first answer again.");
                break;
            case "pingWebhook" or "replayEvents" or "replayDelivery":
                AddHeader(operation, "Idempotency-Key", "uuid", "One key per sending; asking again under it sends nothing more and gives the first answer again. Without one, each asking sends.", isRequired: false);
                break;
            case "createHandOverLink":
                AddHeader(operation, "Idempotency-Key", "uuid", "One key per link; sending again under it gives the first answer again, with the link.");
                break;
            case "logCall" or "createReportFromCall" or "markCaller" or "startDispatch":
                AddHeader(operation, "Idempotency-Key", "uuid", "One key for each, made before the first try; sending again under it gives the first answer again.");
                break;
            case "hearQueue" or "hearReport" or "hearCalls":
                AddHeader(operation, "Last-Event-ID", null, "The id heard last, where an interrupted stream goes on; browsers send it by themselves.", isRequired: false);
                break;
            case "supportReport" or "withdrawSupport":
                AddHeader(operation, "Supporter-Key", "uuid", "A random key that the client makes for this report and keeps; it counts once, and takes its support back.");
                break;
            case "unsubscribeFromReport" or "unfollowReport":
                AddHeader(operation, "Push-Endpoint", "uri", "The endpoint of the browser's subscription.");
                break;
        }

        if (operation.Responses!.ContainsKey("428"))
        {
            AddHeader(operation, "If-Match", null, "The version its author saw, such as \"3\".");
        }

        if (operation.Responses.ContainsKey("304"))
        {
            AddHeader(operation, "If-None-Match", null, "The `ETag` of the answer one has; while it is good, the answer is 304 without a body.", isRequired: false);
        }
    }

    /// <summary>Said of an answer where the operation gives it at all.</summary>
    private static void Gives(OpenApiOperation operation)
    {
        var creates = operation.OperationId is "submitReport" or "createClient" or "createWebhook" or "logCall" or "createReportFromCall" or "markCaller" or "startDispatch" or "submitCarRequest" or "proposeWork" or "recordFinding";
        Answers(operation, "200", "ETag", "The version, where the answer has one.", operation.Responses!.ContainsKey("428") || operation.OperationId is "showReport" or "trackReport" or "showClient" or "showCall" or "showDispatch" or "showCar" or "showCarRequest" or "trackCarRequest" or "showWork" or "showFinding");
        Answers(operation, "200", "ETag", "Of this answer; goes into `If-None-Match`.", operation.Responses.ContainsKey("304"));
        Answers(operation, "200", "Link", "`rel=\"next\"`: the next page, where there is one (RFC 8288).", operation.Parameters!.Any(parameter => parameter.Name == "after"));
        Answers(operation, "201", "ETag", "The version.", creates);
        Answers(operation, "201", "Location", "Where it is now.", creates || operation.OperationId == "createHandOverLink");
        Answers(operation, "201", "Idempotency-Replayed", "`true` when the first answer came again.", creates || operation.OperationId == "createHandOverLink");
        Answers(operation, "202", "Idempotency-Replayed", "`true` when the first answer came again.", operation.OperationId is "pingWebhook" or "replayEvents" or "replayDelivery");
        Answers(operation, "200", "Idempotency-Replayed", "`true` when the first answer came again.", operation.OperationId == "changeReports");
        Answers(operation, "401", "WWW-Authenticate", "How to come instead (RFC 9110).", true);
        foreach (var status in new[] { "503", "507" })
        {
            Answers(operation, status, "Retry-After", "Seconds after which trying again may help.", true);
        }
    }

    private static void Secure(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (context.Description.RelativePath?.StartsWith("api/v1/tracking", StringComparison.Ordinal) == true)
        {
            Secure(operation, context.Document!, operation.OperationId is "trackReport" or "moveReportAsReporter" or "rateReport" or "readTrackedAttachment" or "proveReport"
                ? ["reportSecret", "reporterSession"]
                : ["reportSecret"]);
        }
        else if (operation.OperationId is "showHandOver" or "answerHandOver" or "exportHandOver" or "readHandOverDocument")
        {
            Secure(operation, context.Document!, "handOverToken");
        }
        else if (context.Description.RelativePath?.StartsWith("api/v1/mobmas/tracking", StringComparison.Ordinal) == true)
        {
            Secure(operation, context.Document!, "reportSecret");
        }
        else if (operation.OperationId is "listOwnReports" or "endReporterSession")
        {
            Secure(operation, context.Document!, "reporterSession");
        }
        else if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            // a permission, the antiforgery token of a write, or a client where none is let in
            Secure(operation, context.Document!, "session");
            Refusal(operation, "401");
            Refusal(operation, "403");
        }

        if (metadata.OfType<AcceptedScope>().FirstOrDefault() is { } accepted)
        {
            // who need not be known need not come with a token
            operation.Security ??= [[]];
            operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("client", context.Document!)] = [accepted.Scope] });
            Refusal(operation, "401");
            Refusal(operation, "403");
        }
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
        // where streams are counted, they are too
        answer.Description += ": `too_many_requests`, `too_many_streams`";
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
