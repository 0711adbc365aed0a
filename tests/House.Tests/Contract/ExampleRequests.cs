using System.Text;
using System.Text.Json.Nodes;

namespace KediriLapor.House.Tests.Contract;

/// <summary>One request, as parts that can be changed before it is sent.</summary>
/// <param name="Path">Below <c>/api/v1/</c>, with its parameters in braces.</param>
internal sealed record SentRequest(
    Operation Operation, string Path, Dictionary<string, string> PathValues, List<(string Name, string Value)> Query, Dictionary<string, string?> Headers, JsonNode? Body)
{
    /// <summary>In place of the body, where it is no JSON.</summary>
    public Func<HttpContent>? Content { get; init; }

    public async Task<HttpResponseMessage> Send(Person person)
    {
        var path = PathValues.Aggregate(Path, (filled, value) => filled.Replace($"{{{value.Key}}}", Uri.EscapeDataString(value.Value), StringComparison.Ordinal));
        var query = string.Join('&', Query.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        object? body = Content is not null ? Content() : Body is null ? null : new StringContent(Body.ToJsonString(), Encoding.UTF8, "application/json");
        return await person.Send(Operation.Method, query.Length == 0 ? path : $"{path}?{query}", body, [.. Headers.Select(header => (header.Key, header.Value))]);
    }
}

/// <summary>
/// The requests that the contract gives as examples. What cannot stand in an example, since it is of one report or one client only, comes from a
/// story that is told for each request anew.
/// </summary>
/// <param name="watch">Looks at the answers, not at those of the stories.</param>
internal sealed class ExampleRequests(People people, ContractDocument contract, ContractWatch? watch = null)
{
    private const string Root = "/api/v1/";

    /// <summary>Of every operation, with a report of its own, or what else it is about.</summary>
    public async Task<SentRequest> Of(Operation operation)
    {
        var request = new SentRequest(
            operation, operation.Path[Root.Length..], [], [], [], Operation.Content(operation.RequestBody).Select(content => content.MediaType).Contains("application/json")
                ? operation.RequestBody!["content"]!["application/json"]!["example"]?.DeepClone()
                : null)
        {
            Content = operation.Id switch
            {
                "uploadAttachment" => () => new MultipartFormDataContent { { new ByteArrayContent(Given.Photo), "file", "foto.png" } },
                "importCalendar" => () => Given.Calendar(),
                _ => null,
            },
        };
        // a time to come does not stand in an example for ever
        if (operation.Id == "submitCarRequest")
        {
            (request.Body!["from"], request.Body["until"]) = (Given.CarTime(10, 8), Given.CarTime(10, 11));
        }

        var story = operation.Path.Contains('{', StringComparison.Ordinal) ? await Story(operation) : [];
        foreach (var parameter in operation.Description["parameters"]?.AsArray().OfType<JsonNode>() ?? [])
        {
            // of many values the first says enough
            var (name, example) = (parameter["name"]!.GetValue<string>(), (parameter["example"] is JsonArray many ? many[0] : parameter["example"])?.ToString());
            switch (parameter["in"]!.GetValue<string>())
            {
                case "path":
                    request.PathValues[name] = example ?? story.GetValueOrDefault(name) ?? "tidak-ada";
                    break;
                case "query" when example is not null:
                    request.Query.Add((name, example is "True" ? "true" : example));
                    break;
                case "header" when example is not null:
                    request.Headers[name] = example;
                    break;
                case "header" when name == "If-Match":
                    request.Headers[name] = story.GetValueOrDefault(name) ?? await TagOf(operation.Path);
                    break;
            }
        }

        if (story.GetValueOrDefault("secret") is { } secret)
        {
            request.Headers["Report-Secret"] = secret;
        }

        return request;
    }

    /// <summary>Sends as the first who may.</summary>
    public async Task<HttpResponseMessage> Send(SentRequest request)
    {
        HttpResponseMessage? answer = null;
        foreach (var who in Askers(request.Operation))
        {
            answer?.Dispose();
            answer = await request.Send(await Person(who, watch));
            if ((int)answer.StatusCode is not (401 or 403))
            {
                break;
            }
        }

        return answer!;
    }

    private static int indicators;

    private readonly Dictionary<(string? UserName, ContractWatch? Watch), Person> known = [];

    private static string?[] Askers(Operation operation) => !operation.NeedsSession ? [null]
        : operation.Path.Contains("/admin/", StringComparison.Ordinal) ? ["admin"]
        : operation.Path.StartsWith(Root + "calls", StringComparison.Ordinal) || operation.Path.StartsWith(Root + "dispatches", StringComparison.Ordinal) ? ["operator", "verifikator"]
        : operation.Path.Contains("/mobmas/", StringComparison.Ordinal) ? ["camat.mojoroto", "inspektorat"]
        : operation.Path.Contains("/merata/", StringComparison.Ordinal) || operation.Path.Contains("/monev/", StringComparison.Ordinal) ? ["admin"]
        : operation.Id == "forwardReport" ? ["verifikator"]
        : ["petugas.dpupr", "verifikator", "admin", "inspektorat"];

    private async Task<Person> Person(string? userName, ContractWatch? by = null) => known.GetValueOrDefault((userName, by))
        ?? (known[(userName, by)] = userName is null ? people.Stranger(by?.Handler()) : await people.SignedIn(userName, by?.Handler()));

    private async Task<Dictionary<string, string>> Story(Operation operation)
    {
        var stranger = await Person(null);
        if (operation.Path.Contains("/admin/clients", StringComparison.Ordinal))
        {
            var client = (await Given.Client(await Person("admin")))["client"]!;
            return new() { ["id"] = client["id"]!.GetValue<string>(), ["secretId"] = client["secrets"]![0]!["id"]!.GetValue<string>(), ["If-Match"] = "\"1\"" };
        }

        if (operation.Path.Contains("/findings/", StringComparison.Ordinal))
        {
            // a day to come does not stand in an example for ever: another step is taken
            return new() { ["id"] = await Given.Finding(await Person("admin")), ["If-Match"] = "\"1\"" };
        }

        if (operation.Path.Contains("/monev/", StringComparison.Ordinal))
        {
            return operation.Id == "changeIndicator" ? new() { ["code"] = $"UJI_{Interlocked.Increment(ref indicators)}", ["If-Match"] = "\"0\"" } : [];
        }

        if (operation.Path.Contains("/merata/", StringComparison.Ordinal) || operation.Path.Contains("/public/works/{", StringComparison.Ordinal))
        {
            return await WorkStory(operation.Id, await Person("admin"));
        }

        if (operation.Path.Contains("/mobmas/cars/", StringComparison.Ordinal))
        {
            using var car = await (await Person("camat.mojoroto")).Get("mobmas/cars/" + Given.Car);
            return new() { ["id"] = Given.Car, ["If-Match"] = car.Headers.ETag!.Tag };
        }

        if (operation.Path.Contains("/mobmas/", StringComparison.Ordinal))
        {
            var request = await Given.CarRequest(stranger);
            return new() { ["id"] = request.Id, ["trackingCode"] = request.TrackingCode, ["If-Match"] = request.ETag, ["secret"] = request.Secret };
        }

        if (operation.Path.Contains("/admin/", StringComparison.Ordinal))
        {
            return [];
        }

        if (operation.Path.StartsWith(Root + "calls/marks", StringComparison.Ordinal))
        {
            return Fresh(await Given.Mark(await Person("operator")));
        }

        if (operation.Path.StartsWith(Root + "calls", StringComparison.Ordinal))
        {
            return Fresh(await Given.Call(await Person("operator")));
        }

        if (operation.Path.StartsWith(Root + "dispatches", StringComparison.Ordinal))
        {
            var fire = Fresh(await Given.Dispatch(await Person("operator")));
            fire["agency"] = "DPUPR";
            return fire;
        }

        var officer = await Person("petugas.dpupr");
        var report = operation.Id switch
        {
            "rateReport" => await Given.ResolvedReport(stranger, officer),
            "readReportDocument" => await Given.DocumentedReport(stranger, officer),
            _ => await Given.RoutedReport(stranger),
        };
        if (operation.Path.Contains("/public/", StringComparison.Ordinal))
        {
            Given.Published(stranger, report);
        }

        return new()
        {
            ["id"] = report.Id,
            ["otherId"] = (await Given.RoutedReport(stranger)).Id,
            ["trackingCode"] = report.TrackingCode,
            ["attachmentId"] = report.Photo,
            ["documentId"] = report.Document ?? Guid.Empty.ToString(),
            ["If-Match"] = report.ETag,
            ["secret"] = report.Secret,
        };
    }

    private static async Task<Dictionary<string, string>> WorkStory(string operationId, Person admin)
    {
        if (operationId == "recordRealisation")
        {
            return new() { ["id"] = await Given.ContractedWork(admin), ["If-Match"] = "\"3\"" };
        }

        var id = operationId.EndsWith("PublicWork", StringComparison.Ordinal) || operationId == "readPublicWorkPhoto" ? await Given.ContractedWork(admin) : await Given.Work(admin);
        if (operationId is not ("removeWorkFile" or "readWorkPhoto" or "readWorkDocument" or "readPublicWorkPhoto"))
        {
            return new() { ["id"] = id, ["If-Match"] = "\"1\"" };
        }

        var isDocument = operationId == "readWorkDocument";
        var file = await Given.Upload(admin, isDocument ? Given.Pdf : Given.Photo);
        using var added = await admin.Send(
            "POST", $"merata/works/{id}/files", isDocument ? new { attachmentIds = new[] { file }, document = "contract" } : new { attachmentIds = new[] { file }, photo = "before" }, ("If-Match", operationId == "readPublicWorkPhoto" ? "\"3\"" : "\"1\""));
        return new() { ["id"] = id, ["fileId"] = file, ["photoId"] = file, ["documentId"] = file, ["If-Match"] = "\"2\"" };
    }

    private static Dictionary<string, string> Fresh(JsonNode made) => new() { ["id"] = made["id"]!.GetValue<string>(), ["If-Match"] = "\"1\"" };

    /// <summary>Of what is changed as a whole: told by whoever reads it, there or one step above.</summary>
    private async Task<string> TagOf(string path)
    {
        // of a list, each item has its own
        for (var at = path.Contains("/templates/", StringComparison.Ordinal) ? Root : path.Replace(":activate", "", StringComparison.Ordinal); at.Length > Root.Length; at = at[..at.LastIndexOf('/')])
        {
            if (contract.Find("GET", at) is { } read && !at.Contains('{', StringComparison.Ordinal))
            {
                using var answer = await (await Person("admin")).Get(read.Path[Root.Length..]);
                if (answer.Headers.ETag is { } tag)
                {
                    return tag.Tag;
                }
            }
        }

        return "\"1\"";
    }
}
