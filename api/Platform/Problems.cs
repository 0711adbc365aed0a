using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace KediriLapor.Platform;

/// <summary>The one road of every error: RFC 9457 with a <c>code</c>, a <c>traceId</c> and, where a field is at fault, <c>errors</c>.</summary>
internal static partial class Problems
{
    /// <summary>How a body is named that is at fault as a whole.</summary>
    private const string WholeBody = "$";

    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => Complete(context.HttpContext, context.ProblemDetails));
        services.AddExceptionHandler<Handler>();
        // bad input has to take the same road in every environment
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    private static void Complete(HttpContext http, ProblemDetails problem)
    {
        var status = problem.Status ?? http.Response.StatusCode;
        if (problem is HttpValidationProblemDetails validation)
        {
            validation.Errors = validation.Errors.ToDictionary(
                error => string.Join('.', error.Key.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName)), error => error.Value);
            problem.Extensions["code"] = "validation_failed";
        }

        problem.Extensions.TryAdd("code", ProblemCodes.For(status));
        var code = (string)problem.Extensions["code"]!;
        if (PartAtFault(code, http.Request.Method) is { } part)
        {
            problem.Extensions.TryAdd("errors", new Dictionary<string, string[]> { [part] = [code] });
        }

        problem.Status = status;
        problem.Type = ProblemCodes.TypeOf(code);
        problem.Title = ProblemCodes.Text(code);
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        http.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>Where a request fails before anybody looks for its fields: the header, or the body as a whole.</summary>
    private static string? PartAtFault(string code, string method) => code switch
    {
        "unsupported_media_type" => HeaderNames.ContentType,
        "payload_too_large" => WholeBody,
        "bad_request" when HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) => WholeBody,
        _ => null,
    };

    private sealed class Handler(IProblemDetailsService problems, ILogger<Handler> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
            {
                http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return true;
            }

            var problem = Describe(exception);
            if (problem.Status >= StatusCodes.Status500InternalServerError)
            {
                log.LogError(exception, "{Method} {Route} failed", http.Request.Method, http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName);
            }

            if (RetryAfter(exception, problem.Status!.Value) is { } seconds)
            {
                http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            if (problem.Status == StatusCodes.Status401Unauthorized)
            {
                http.Response.Headers.WWWAuthenticate = problem.Extensions["code"] is "invalid_token" ? "Bearer error=\"invalid_token\"" : "Bearer";
            }

            // whatever was asked for, an error is told as a problem: a browser that opens a stream accepts nothing else
            http.Request.Headers.Accept = default;
            http.Response.StatusCode = problem.Status!.Value;
            await problems.WriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem });
            return true;
        }

        private static ProblemDetails Describe(Exception exception) => exception switch
        {
            RuleViolation violation => Of(violation),
            Unavailable unavailable => Plain(unavailable.Status, unavailable.Code),
            BadHttpRequestException { InnerException: JsonException json } bad => Field(bad.StatusCode, JsonCode(json), JsonPath(json)),
            BadHttpRequestException bad when UnboundParameter().Match(bad.Message) is { Success: true } parameter => Field(bad.StatusCode, "wrong_type", parameter.Groups[1].Value),
            BadHttpRequestException bad when AbsentFile().Match(bad.Message) is { Success: true } file => Field(bad.StatusCode, "required", file.Groups[1].Value),
            // the framework looks for a form, and its charset up, only while it reads
            InvalidOperationException unread when unread.Message.Contains("does not have a Content-Type header", StringComparison.Ordinal)
                || (unread.InnerException is ArgumentException or NotSupportedException && unread.Message.Contains("charset", StringComparison.Ordinal))
                => Plain(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type"),
            // the one that is switched off; in a part of a form nothing is wrapped around it
            NotSupportedException charset when charset.Message.Contains("UTF-7", StringComparison.Ordinal) => Plain(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type"),
            BadHttpRequestException bad => Plain(bad.StatusCode, ProblemCodes.For(bad.StatusCode)),
            // a form's file is put down in the temporary folder before anybody looks at it
            _ when Unavailable.IsFull(exception) => Plain(StatusCodes.Status507InsufficientStorage, "storage_full"),
            _ when PassesByItself(exception) => Plain(StatusCodes.Status503ServiceUnavailable, "unavailable"),
            _ => Plain(StatusCodes.Status500InternalServerError, "internal_error"),
        };

        /// <summary>Seconds; null when trying again would not help.</summary>
        private static int? RetryAfter(Exception exception, int status) => (exception, status) switch
        {
            (Unavailable unavailable, _) => unavailable.RetryAfter,
            (_, StatusCodes.Status503ServiceUnavailable) => 2,
            (_, StatusCodes.Status507InsufficientStorage) => 60,
            (_, _) => null,
        };

        private static ProblemDetails Of(RuleViolation violation)
        {
            var problem = violation.Field is null ? Plain(violation.Status, violation.Code) : Field(violation.Status, violation.Code, violation.Field);
            foreach (var (fact, value) in violation.Facts.Where(fact => fact.Value is not null))
            {
                problem.Extensions[fact] = value;
            }

            return problem;
        }

        private static ProblemDetails Plain(int status, string code) => new() { Status = status, Extensions = { ["code"] = code } };

        private static ProblemDetails Field(int status, string code, string field)
        {
            var problem = Plain(status, code);
            problem.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [code] };
            return problem;
        }

        private static string JsonCode(JsonException json) => json.Message switch
        {
            var m when m.Contains("U+0000", StringComparison.Ordinal) => "invalid_characters",
            Json.NullItem => "wrong_type",
            var m when MissingProperty().IsMatch(m) || m.Contains("nullability annotation", StringComparison.Ordinal) => "required",
            var m when m.Contains("could not be mapped", StringComparison.Ordinal) => "unknown_field",
            var m when m.Contains("duplicate", StringComparison.OrdinalIgnoreCase) => "duplicate_field",
            var m when m.Contains("could not be converted", StringComparison.Ordinal) => "wrong_type",
            _ => "malformed_json",
        };

        /// <summary>Dotted, without the root; a property that is missing is named too.</summary>
        private static string JsonPath(JsonException json)
        {
            var path = json.Path is null or "$" ? "" : json.Path.Replace("$.", "", StringComparison.Ordinal);
            var missing = MissingProperty().Match(json.Message).Groups[1].Value;
            return string.Join('.', new[] { path, missing }.Where(part => part.Length > 0)) is { Length: > 0 } field ? field : WholeBody;
        }

        /// <summary>No network to the database, the server restarting, the pool exhausted, a statement out of time: all pass by themselves.</summary>
        private static bool PassesByItself(Exception? exception) => exception switch
        {
            null => false,
            PostgresException postgres => postgres.IsTransient || postgres.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DiskFull,
            NpgsqlException or TimeoutException or System.Net.Sockets.SocketException => true,
            _ => PassesByItself(exception.InnerException),
        };
    }

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex MissingProperty();

    [GeneratedRegex("^Required parameter \"\\S+ (\\w+)\" was not provided from form")]
    private static partial Regex AbsentFile();

    /// <summary>The framework tells the parameter that did not parse in its message only.</summary>
    [GeneratedRegex("^Failed to bind parameter \"\\S+ (\\w+)\"")]
    private static partial Regex UnboundParameter();
}
