using System.Net;
using System.Text;
using System.Text.Json;

namespace KediriLapor.Harness;

/// <summary>An answer of the program as it went over the wire, read to its end.</summary>
/// <param name="Headers">Of answer and content, by name; several values are kept apart.</param>
public sealed record Answer(HttpStatusCode Status, ILookup<string, string> Headers, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The body as JSON; undefined when there is none.</summary>
    public JsonElement Body => Bytes.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(Bytes);

    /// <summary>Without parameters.</summary>
    public string? ContentType => Header("Content-Type")?.Split(';')[0];

    /// <summary>The code of a problem.</summary>
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>The body without the one thing that differs from request to request.</summary>
    public string TextLessTraceId =>
        string.Join('\n', Body.EnumerateObject().Where(property => property.Name != "traceId").Select(property => property.ToString()));

    public string? Header(string name) => Headers[name].FirstOrDefault();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.Concat(response.Content.Headers)
            .SelectMany(header => header.Value.Select(value => (header.Key, value)))
            .ToLookup(header => header.Key, header => header.value, StringComparer.OrdinalIgnoreCase),
        await response.Content.ReadAsByteArrayAsync());
}
