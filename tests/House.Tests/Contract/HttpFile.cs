using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KediriLapor.House.Tests.Contract;

/// <summary>A file of requests as editors send it: variables, requests with names, and values of earlier answers.</summary>
internal sealed partial class HttpFile
{
    private readonly Dictionary<string, string> variables = [];
    private readonly Dictionary<string, JsonNode> answers = [];

    public List<HttpFileRequest> Requests { get; } = [];

    public static HttpFile Read(string text)
    {
        var file = new HttpFile();
        foreach (Match variable in Variable().Matches(text))
        {
            file.variables[variable.Groups[1].Value] = variable.Groups[2].Value.Trim();
        }

        foreach (var section in text.Split("\n### ")[1..])
        {
            var lines = section.Split('\n');
            var asked = lines.Skip(1).SkipWhile(line => line.StartsWith('#') || line.Length == 0).ToArray();
            var headers = asked.Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Split(": ", 2)).Select(header => (header[0], header[1])).ToArray();
            var body = string.Join('\n', asked.Skip(1 + headers.Length)).Trim();
            file.Requests.Add(new HttpFileRequest(
                lines[0], lines.FirstOrDefault(line => line.StartsWith("# @name ", StringComparison.Ordinal))?[8..].Trim(), asked[0].Split(' ')[0], asked[0].Split(' ')[1], headers, body.Length == 0 ? null : body));
        }

        return file;
    }

    public async Task<HttpResponseMessage> Send(HttpClient client, HttpFileRequest asked)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), Filled(asked.Address));
        if (asked.Body is { } body)
        {
            request.Content = new StringContent(Filled(body));
        }

        foreach (var (name, value) in asked.Headers)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, Filled(value));
            }
        }

        var answer = await client.SendAsync(request);
        if (asked.Name is not null)
        {
            answers[asked.Name] = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        }

        return answer;
    }

    private string Filled(string text) => Placeholder().Replace(text, found => found.Groups[1].Value switch
    {
        "$guid" => Guid.CreateVersion7().ToString(),
        var path when path.Split(".response.body.$.") is [var name, var field] => answers[name][field]!.ToString(),
        var variable => variables[variable],
    });

    [GeneratedRegex(@"^@(\w+)\s*=\s*(.+)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\{([^}]+)\}\}")]
    private static partial Regex Placeholder();
}

/// <param name="Title">After the three hashes.</param>
/// <param name="Name">By which later requests name this one's answer; null when none does.</param>
internal sealed record HttpFileRequest(string Title, string? Name, string Method, string Address, (string Name, string Value)[] Headers, string? Body);
