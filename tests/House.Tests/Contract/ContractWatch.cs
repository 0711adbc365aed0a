using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace KediriLapor.House.Tests.Contract;

/// <summary>Stands between a client and the program and holds every answer against the contract: status, media type, body.</summary>
internal sealed class ContractWatch(ContractDocument contract)
{
    private readonly SchemaCheck check = new(contract);
    private readonly ConcurrentDictionary<(string OperationId, string Status), bool> seen = new();
    private readonly ConcurrentBag<string> faults = [];

    /// <summary>Operations with the statuses they answered.</summary>
    public IReadOnlyCollection<(string OperationId, string Status)> Seen => [.. seen.Keys];

    /// <summary>What did not keep to the contract.</summary>
    public IReadOnlyCollection<string> Faults => [.. faults.Distinct().Order(StringComparer.Ordinal)];

    public DelegatingHandler Handler() => new Watcher(this);

    private async Task Look(HttpRequestMessage request, HttpResponseMessage response, CancellationToken ct)
    {
        if (contract.Find(request.Method.Method, request.RequestUri!.AbsolutePath) is not { } operation)
        {
            faults.Add($"{request.Method} {request.RequestUri.AbsolutePath} is not in the contract");
            return;
        }

        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        seen[(operation.Id, status)] = true;
        if (!operation.Responses.TryGetValue(status, out var declared))
        {
            faults.Add($"{operation} answered {status}, which it does not declare: {await response.Content.ReadAsStringAsync(ct)}");
            return;
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var content = Operation.Content(declared).ToArray();
        if (content.Length == 0 ? response.Content.Headers.ContentLength is > 0 : content.All(declaredContent => declaredContent.MediaType != mediaType))
        {
            faults.Add($"{operation} {status} came as {mediaType}");
        }
        else if (mediaType is "application/json" or "application/problem+json" && content.Single(declaredContent => declaredContent.MediaType == mediaType).Schema is { } schema)
        {
            var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(ct));
            foreach (var fault in check.Faults(body, schema))
            {
                faults.Add($"{operation} {status} {fault}");
            }

            if (mediaType == "application/problem+json" && body?["code"]?.GetValue<string>() is { } code && !declared["description"]!.GetValue<string>().Contains($"`{code}`", StringComparison.Ordinal))
            {
                faults.Add($"{operation} {status} does not list {code}");
            }
        }
    }

    private sealed class Watcher(ContractWatch watch) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            await watch.Look(request, response, cancellationToken);
            return response;
        }
    }
}
