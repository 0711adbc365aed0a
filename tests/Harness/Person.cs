using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace KediriLapor.Harness;

/// <summary>One person: a citizen at once, a member of staff after <see cref="SignInAsync"/>.</summary>
public class Person(ApiHost api) : IDisposable
{
    /// <summary>JSON as the contract has it.</summary>
    public static readonly JsonSerializerOptions Json = ContractJson();

    private readonly HttpClient client = api.NewClient();

    /// <summary>What a signed-in page sends with every write; empty for a stranger.</summary>
    public string AntiforgeryToken { get; private set; } = "";

    public async Task<Answer> SignInAsync(string userName, string password, params (string Name, string Value)[] headers)
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/v1/session", Content(new { userName, password }), headers);
        if (answer.Status == HttpStatusCode.OK)
        {
            AntiforgeryToken = answer.Body.GetProperty("antiforgeryToken").GetString()!;
        }

        return answer;
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Sends <paramref name="body"/> as JSON, with the antiforgery token where there is one.</summary>
    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Content(body), AntiforgeryToken.Length == 0 ? headers : [.. headers, ("X-XSRF-TOKEN", AntiforgeryToken)]);

    /// <summary>A change of an existing thing, held to the version the person saw.</summary>
    public Task<Answer> ChangeAsync(string path, int seenVersion, object body, params (string Name, string Value)[] headers) =>
        PostAsync(path, body, [.. headers, ("If-Match", $"\"{seenVersion}\"")]);

    /// <summary>Replaces an existing thing, held to the version the person saw.</summary>
    public Task<Answer> ReplaceAsync(string path, int seenVersion, object body) =>
        SendAsync(HttpMethod.Put, path, Content(body), ("X-XSRF-TOKEN", AntiforgeryToken), ("If-Match", $"\"{seenVersion}\""));

    /// <summary>Removes an existing thing, held to the version the person saw.</summary>
    public Task<Answer> RemoveAsync(string path, int seenVersion) =>
        SendAsync(HttpMethod.Delete, path, null, ("X-XSRF-TOKEN", AntiforgeryToken), ("If-Match", $"\"{seenVersion}\""));

    /// <summary>A write that has no body: what is meant stands in the address.</summary>
    public Task<Answer> WriteAsync(HttpMethod method, string path, params (string Name, string Value)[] headers) =>
        SendAsync(method, path, null, AntiforgeryToken.Length == 0 ? headers : [.. headers, ("X-XSRF-TOKEN", AntiforgeryToken)]);

    /// <summary>Uploads a file under any name and declared type.</summary>
    public async Task<Answer> UploadAsync(byte[] file, string name = "foto.jpg", string contentType = "image/jpeg", params (string Name, string Value)[] headers)
    {
        using var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        using var form = new MultipartFormDataContent { { part, "file", name } };
        return await SendAsync(HttpMethod.Post, "/api/v1/attachments", form, headers);
    }

    /// <summary>The same, as the person who is signed in: a page of ours sends the antiforgery token along.</summary>
    public Task<Answer> SendFileAsync(byte[] file, string name = "surat.pdf", string contentType = "application/pdf") =>
        UploadAsync(file, name, contentType, ("X-XSRF-TOKEN", AntiforgeryToken), ("Expect", "100-continue"));

    /// <summary>Listens from now on, or from where an earlier stream was cut off.</summary>
    public async Task<EventStream> HearAsync(string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        return new EventStream(await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    /// <summary>Any request at all, with nothing added.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public void Dispose()
    {
        client.Dispose();
        GC.SuppressFinalize(this);
    }

    private static JsonContent Content(object body) => JsonContent.Create(body, body.GetType(), options: Json);

    private static JsonSerializerOptions ContractJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
        Platform.Json.Configure(options);
        return options;
    }
}
