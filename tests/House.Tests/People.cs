using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using KediriLapor.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.House.Tests;

/// <summary>A program with its demo people, and one client per person.</summary>
internal sealed class People : IAsyncDisposable
{
    private const string Password = "sandi untuk uji rumah";

    /// <summary>The secret of the client <c>demo</c>.</summary>
    public const string ApiKey = "kunci uji rumah";

    private readonly List<Person> met = [];

    private People(ApiHost api) => Api = api;

    public ApiHost Api { get; }

    /// <param name="addServices">What the program has besides its own.</param>
    public static async Task<People> ArriveAsync(Action<IServiceCollection>? addServices = null) => new(await ApiHost.StartAsync(
        settings: new Dictionary<string, string?>
        {
            ["environment"] = "Development",
            ["KEDIRILAPOR_DEMO_PASSWORD"] = Password,
            ["KEDIRILAPOR_DEMO_API_KEY"] = ApiKey,
            ["Webhooks:AllowLocal"] = "true",
            ["WhatsApp:AppSecret"] = Given.WhatsAppSecret,
            ["WhatsApp:VerifyToken"] = Given.WhatsAppWord,
        },
        addServices: addServices));

    public Person Stranger(DelegatingHandler? between = null)
    {
        var person = new Person(Api.NewClient(between));
        met.Add(person);
        return person;
    }

    public async Task<Person> SignedIn(string userName, DelegatingHandler? between = null)
    {
        var person = Stranger(between);
        await person.SignIn(userName, Password);
        return person;
    }

    /// <summary>A program that comes with a token of all its scopes, which it fetched beside the contract.</summary>
    public async Task<Person> Client(string clientId = "demo", string secret = ApiKey, DelegatingHandler? between = null)
    {
        var person = Stranger(between);
        person.Bear(await Stranger().FetchToken(clientId, secret));
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        met.ForEach(person => person.Dispose());
        await Api.DisposeAsync();
    }
}

/// <summary>One person's browser: cookies, and the antiforgery token once signed in.</summary>
internal sealed class Person(HttpClient client) : IDisposable
{
    /// <summary>Beside the API's own paths.</summary>
    public const string TokenPath = "../../connect/token";

    private string? token;

    public async Task SignIn(string userName, string password)
    {
        using var answer = await Send("POST", "session", new { userName, password });
        answer.EnsureSuccessStatusCode();
        token = (await Read(answer))["antiforgeryToken"]!.GetValue<string>();
    }

    public async Task<string> FetchToken(string clientId, string secret)
    {
        using var answer = await Send("POST", TokenPath, Given.Credentials(clientId, secret));
        answer.EnsureSuccessStatusCode();
        return (await Read(answer))["access_token"]!.GetValue<string>();
    }

    public void Bear(string accessToken) => client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);

    /// <param name="path">Below <c>/api/v1/</c>.</param>
    /// <param name="body">Sent as JSON, unless it is content already.</param>
    public async Task<HttpResponseMessage> Send(string method, string path, object? body = null, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/api/v1/" + path, UriKind.Relative))
        {
            Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body),
        };
        // a refusal by size comes before the body: asking first, the answer is read and not cut off by the body still on its way
        request.Headers.ExpectContinue = request.Content is not null;
        if (token is not null)
        {
            request.Headers.Add("X-XSRF-TOKEN", token);
        }

        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string? Value)[] headers) => Send("GET", path, null, headers);

    /// <summary>A stream that does not end: only how it begins.</summary>
    public async Task<HttpResponseMessage> Open(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/" + path, UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/event-stream");
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public Task<HttpResponseMessage> Upload(byte[] file)
    {
        var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        return Send("POST", "attachments", new MultipartFormDataContent { { content, "file", "foto.png" } });
    }

    public static async Task<JsonNode> Read(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    public void Dispose() => client.Dispose();
}
