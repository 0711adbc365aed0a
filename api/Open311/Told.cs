using System.Text;
using System.Text.Json;
using System.Xml;
using KediriLapor.Platform;

namespace KediriLapor.Open311;

/// <summary>An answer in the format asked for.</summary>
/// <param name="root">The name of the root, which only XML shows.</param>
internal sealed class Told(string root, Tree tree, string format, int status = StatusCodes.Status200OK) : IResult
{
    public const string Xml = "xml";
    public const string Json = "json";

    private static readonly JsonWriterOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly XmlWriterSettings Plain = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false };

    /// <summary>By the ending of the address; what has no other is XML, the one format that the standard asks of every server.</summary>
    public static string FormatOf(HttpRequest request) => request.Path.Value!.EndsWith("." + Json, StringComparison.Ordinal) ? Json : Xml;

    public static Told Errors(string format, int status, params IEnumerable<string> descriptions) => new(
        "errors", Tree.List("error", descriptions.Select(description => Tree.Record(("code", Tree.Of((double)status)), ("description", Tree.Of(description))))), format, status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = format == Json ? WriteJson() : WriteXml();
        httpContext.Response.StatusCode = status;
        if (status >= StatusCodes.Status400BadRequest)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
        }
        else if (httpContext.Response.Headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal) && ETag.IsCurrent(httpContext, ETag.Of(body)))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = format == Json ? "application/json; charset=utf-8" : "text/xml; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private byte[] WriteJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            Write(json, tree);
        }

        return buffer.ToArray();
    }

    private byte[] WriteXml()
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Plain))
        {
            xml.WriteStartDocument();
            Write(xml, root, tree);
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Tree tree)
    {
        switch (tree)
        {
            case Tree.Text { Value: { Length: > 0 } text }:
                json.WriteStringValue(text);
                break;
            case Tree.Number { Value: { } number }:
                json.WriteNumberValue(number);
                break;
            case Tree.Flag flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case Tree.Items items:
                json.WriteStartArray();
                foreach (var item in items.Values)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case Tree.Fields fields:
                json.WriteStartObject();
                foreach (var (name, value) in fields.Values)
                {
                    json.WritePropertyName(name);
                    Write(json, value);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void Write(XmlWriter xml, string name, Tree tree)
    {
        xml.WriteStartElement(name);
        switch (tree)
        {
            case Tree.Text { Value: { Length: > 0 } text }:
                xml.WriteString(LegibleXml.Of(text));
                break;
            case Tree.Number { Value: { } number }:
                xml.WriteValue(number);
                break;
            case Tree.Flag flag:
                xml.WriteValue(flag.Value);
                break;
            case Tree.Items items:
                foreach (var item in items.Values)
                {
                    Write(xml, items.Item, item);
                }

                break;
            case Tree.Fields fields:
                foreach (var (field, value) in fields.Values)
                {
                    Write(xml, field, value);
                }

                break;
        }

        xml.WriteEndElement();
    }
}
