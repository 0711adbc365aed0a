using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace KediriLapor.Harness;

/// <summary>
/// As much of Amazon's S3 as the program speaks: put, get, delete and list by pages, path style. It checks every signature
/// (AWS4-HMAC-SHA256) and the hash of every body, and takes no chunked upload, so that a store that is stricter than Amazon's would not
/// be a surprise. And it fails when it is told to.
/// </summary>
public sealed class S3Catcher : IAsyncDisposable
{
    public const string AccessKey = "AKIDCONTOH";
    public const string SecretKey = "rahasia/contoh+1";
    public const string Region = "ap-southeast-3";

    private static readonly XNamespace Xml = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, byte[]> objects = new();
    private readonly CancellationTokenSource closing = new();

    private S3Catcher(WebApplication server) => this.server = server;

    public string Endpoint => server.Urls.Single();

    /// <summary>What lies there, as <c>bucket/key</c>.</summary>
    public IReadOnlyDictionary<string, byte[]> Objects => objects;

    /// <summary>What it answers in place of doing anything.</summary>
    public HttpStatusCode? Refuses { get; set; }

    /// <summary>Takes requests and never answers.</summary>
    public bool Hangs { get; set; }

    /// <summary>Keys of one page of a list.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Pages that were asked for.</summary>
    public int PagesRead { get; private set; }

    public static async Task<S3Catcher> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "").ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var catcher = new S3Catcher(server);
        server.Run(catcher.Answer);
        await server.StartAsync();
        return catcher;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await server.DisposeAsync();
        closing.Dispose();
    }

    private async Task Answer(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer);
        var body = buffer.ToArray();
        if (Hangs)
        {
            await Task.Delay(Timeout.Infinite, closing.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        var (status, answer) = Refuses is { } refusal ? ((int)refusal, Error("ServiceUnavailable"))
            : Fault(http.Request, body) is { } fault ? (403, Error(fault))
            : Do(http.Request, body);
        http.Response.StatusCode = status;
        if (answer.Length > 0)
        {
            http.Response.ContentLength = answer.Length;
            await http.Response.Body.WriteAsync(answer);
        }
    }

    private (int Status, byte[] Answer) Do(HttpRequest request, byte[] body)
    {
        var key = request.Path.Value!.Trim('/');
        switch (request.Method)
        {
            case "PUT":
                objects[key] = body;
                return (200, []);
            case "DELETE":
                objects.TryRemove(key, out _);
                return (204, []);
            case "GET" when request.Query["list-type"] == "2":
                return (200, List(key + "/", request.Query["continuation-token"], Math.Min(PageSize, int.Parse(request.Query["max-keys"].FirstOrDefault() ?? "1000", CultureInfo.InvariantCulture))));
            case "GET":
                return objects.TryGetValue(key, out var found) ? (200, found) : (404, Error("NoSuchKey"));
            default:
                return (501, Error("NotImplemented"));
        }
    }

    private byte[] List(string bucket, string? after, int most)
    {
        PagesRead++;
        var keys = objects.Keys.Where(key => key.StartsWith(bucket, StringComparison.Ordinal)).Select(key => key[bucket.Length..])
            .Where(key => string.CompareOrdinal(key, after) > 0).Order(StringComparer.Ordinal).ToArray();
        var page = keys.Take(most).ToArray();
        return Encoding.UTF8.GetBytes(new XElement(
            Xml + "ListBucketResult",
            new XElement(Xml + "Name", bucket[..^1]), new XElement(Xml + "KeyCount", page.Length), new XElement(Xml + "IsTruncated", keys.Length > page.Length),
            keys.Length > page.Length ? new XElement(Xml + "NextContinuationToken", page[^1]) : null,
            page.Select(key => new XElement(Xml + "Contents", new XElement(Xml + "Key", key), new XElement(Xml + "Size", objects[bucket + key].Length)))).ToString());
    }

    private static byte[] Error(string code) => Encoding.UTF8.GetBytes(new XElement("Error", new XElement("Code", code), new XElement("Message", code)).ToString());

    /// <summary>What is wrong with who asks, or null.</summary>
    private static string? Fault(HttpRequest request, byte[] body)
    {
        var told = request.Headers.Authorization.ToString();
        if (!told.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal))
        {
            return "AccessDenied";
        }

        var parts = told["AWS4-HMAC-SHA256 ".Length..].Split(',').Select(part => part.Trim().Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var scope = parts["Credential"].Split('/', 2);
        if (scope[0] != AccessKey || !scope[1].EndsWith($"/{Region}/s3/aws4_request", StringComparison.Ordinal))
        {
            return "InvalidAccessKeyId";
        }

        var bodyHash = request.Headers["x-amz-content-sha256"].ToString();
        if (bodyHash != Hex(SHA256.HashData(body)))
        {
            return "XAmzContentSHA256Mismatch";
        }

        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2);
        var query = target.Length > 1 ? string.Join('&', target[1].Split('&').Select(pair => pair.Contains('=') ? pair : pair + "=").Order(StringComparer.Ordinal)) : "";
        var headers = parts["SignedHeaders"].Split(';').Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n");
        var canonical = $"{request.Method}\n{target[0]}\n{query}\n{string.Concat(headers)}\n{parts["SignedHeaders"]}\n{bodyHash}";
        var signed = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope[1]}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope[1].Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), (last, part) => HMACSHA256.HashData(last, Encoding.UTF8.GetBytes(part)));
        return parts["Signature"] == Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed))) ? null : "SignatureDoesNotMatch";
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
