using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KediriLapor.Platform;

/// <summary>The contract as it is served: made once, since nothing of it changes while the program runs, and making it takes seconds.</summary>
internal sealed class ServedContract([FromKeyedServices(OpenApi.Document)] IOpenApiDocumentProvider provider)
{
    private readonly Lazy<Task<Made>> made = new(() => Write(provider));

    private sealed record Made(byte[] Json, byte[] Yaml, string Tag);

    public async Task<IResult> Serve(HttpContext http, string format)
    {
        var contract = await made.Value;
        http.Response.Headers.CacheControl = "public, no-cache";
        return ETag.IsCurrent(http, $"\"{contract.Tag}.{format}\"") ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : format == "json" ? TypedResults.Bytes(contract.Json, "application/json; charset=utf-8")
            : TypedResults.Bytes(contract.Yaml, "application/yaml; charset=utf-8");
    }

    private static async Task<Made> Write(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync();
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        var yaml = await document.SerializeAsYamlAsync(OpenApiSpecVersion.OpenApi3_1);
        return new Made(Encoding.UTF8.GetBytes(json), Encoding.UTF8.GetBytes(yaml), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)))[..16]);
    }
}
