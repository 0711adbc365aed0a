using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Open311;

/// <summary>
/// A program that speaks Open311. Whatever it reads, it reads in both formats and holds them against each other: the same elements, the same
/// values, by the Spark convention; and every element is of the kind that the standard gives it.
/// </summary>
internal sealed partial class Georeport(ApiHost api) : IDisposable
{
    public const string Root = "/open311/v2/";
    public const string Test = "/open311/test/v2/";

    private static readonly string[] Booleans = ["metadata", "variable", "required"];
    private static readonly string[] Numbers = ["order", "code", "lat", "long"];

    private readonly Person person = new(api);

    /// <summary>Reads a path of the real endpoint without its format.</summary>
    public Task<JsonElement> ReadAsync(string path, HttpStatusCode status = HttpStatusCode.OK, string root = Root) =>
        BothAsync(format => person.GetAsync(Formatted(root + path, format)), status);

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => person.GetAsync(path, headers);

    public Task<Answer> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers) => person.SendAsync(method, path, null, headers);

    /// <summary>Posts a form as <c>application/x-www-form-urlencoded</c>; a name may come twice.</summary>
    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) => person.SendAsync(
        HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<Answer> PostAsync(string path, HttpContent content) => person.SendAsync(HttpMethod.Post, path, content);

    /// <summary>A post that is refused, in both formats.</summary>
    public Task<JsonElement> RefusedAsync(string path, HttpStatusCode status, params (string Name, string Value)[] fields) =>
        BothAsync(format => PostAsync(Formatted(Root + path, format), fields), status);

    /// <inheritdoc cref="RefusedAsync(string, HttpStatusCode, ValueTuple{string, string}[])"/>
    public Task<JsonElement> RefusedAsync(string path, HttpStatusCode status, Func<HttpContent> content) =>
        BothAsync(format => PostAsync(Formatted(Root + path, format), content()), status);

    /// <summary>A post that is taken once and answered in both formats, for the key under which it is sent is the same.</summary>
    public Task<JsonElement> TakenAsync(string path, params (string Name, string Value)[] fields)
    {
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        return BothAsync(
            format => person.SendAsync(HttpMethod.Post, Formatted(Root + path, format), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), key),
            HttpStatusCode.OK);
    }

    /// <summary>What the errors say, each of which has the status as its code.</summary>
    public static string[] Descriptions(JsonElement errors, HttpStatusCode status)
    {
        Assert.That(errors.GetArrayLength(), Is.Positive);
        Assert.That(errors.EnumerateArray().Select(error => error.GetProperty("code").GetInt32()), Is.All.EqualTo((int)status));
        return [.. errors.EnumerateArray().Select(error => error.GetProperty("description").GetString()!)];
    }

    public void Dispose() => person.Dispose();

    private static string Formatted(string path, string format) => path.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? $"{path[..query]}.{format}{path[query..]}" : $"{path}.{format}";

    private static async Task<JsonElement> BothAsync(Func<string, Task<Answer>> ask, HttpStatusCode status)
    {
        var (xml, json) = (await ask("xml"), await ask("json"));
        // what changes while it is read is read again; a failure has another trace each time
        while (xml.Status == status && await ask("xml") is var after && after.Text != xml.Text)
        {
            (xml, json) = (after, await ask("json"));
        }

        Assert.That((xml.Status, json.Status), Is.EqualTo((status, status)), xml.Text);
        Assert.That(xml.Header("Content-Type"), Is.EqualTo("text/xml; charset=utf-8"));
        Assert.That(json.Header("Content-Type"), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(xml.Text, Does.StartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>"));
        Same(XDocument.Parse(xml.Text).Root!, json.Body);
        return json.Body;
    }

    /// <summary>The order of elements does not matter; that none is missing does.</summary>
    private static void Same(XElement xml, JsonElement json)
    {
        var path = string.Join('/', xml.AncestorsAndSelf().Reverse().Select(element => element.Name.LocalName));
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                Assert.That(xml.Elements().Select(item => item.Name).Distinct().Count(), Is.LessThanOrEqualTo(1), path);
                Assert.That(xml.Elements().Count(), Is.EqualTo(json.GetArrayLength()), path);
                foreach (var (element, item) in xml.Elements().Zip(json.EnumerateArray()))
                {
                    Same(element, item);
                }

                break;
            case JsonValueKind.Object:
                Assert.That(xml.Elements().Select(element => element.Name.LocalName), Is.EquivalentTo(json.EnumerateObject().Select(property => property.Name)), path);
                foreach (var element in xml.Elements())
                {
                    Same(element, json.GetProperty(element.Name.LocalName));
                }

                break;
            default:
                Kind(xml.Name.LocalName, xml.Parent?.Name.LocalName, json, path);
                Assert.That(xml.Value, Is.EqualTo(json.ValueKind switch { JsonValueKind.Null => "", JsonValueKind.String => json.GetString(), _ => json.GetRawText() }), path);
                break;
        }
    }

    private static void Kind(string name, string? within, JsonElement value, string path)
    {
        var number = Numbers.Contains(name) && !(name == "code" && within == "attribute");
        JsonValueKind[] kinds = Booleans.Contains(name) ? [JsonValueKind.True, JsonValueKind.False] : number ? [JsonValueKind.Number, JsonValueKind.Null] : [JsonValueKind.String, JsonValueKind.Null];
        Assert.That(kinds, Does.Contain(value.ValueKind), path);
        if (value.ValueKind == JsonValueKind.String && (name.EndsWith("_datetime", StringComparison.Ordinal) || name == "changeset"))
        {
            Assert.That(value.GetString(), Does.Match(Instant()), path);
            Assert.That(DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture).Offset, Is.EqualTo(TimeSpan.FromHours(7)), path);
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$")]
    private static partial Regex Instant();
}
