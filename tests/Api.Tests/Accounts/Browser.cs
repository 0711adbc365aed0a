using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Accounts;

/// <summary>One person's browser: keeps cookies and the antiforgery token as the page would.</summary>
internal sealed class Browser(ApiHost api) : IDisposable
{
    public const string DemoPassword = "demo-pass";

    private static readonly Uri Session = new("/api/v1/session", UriKind.Relative);

    private readonly HttpClient client = api.CreateClient();

    public string AntiforgeryToken { get; private set; } = "";

    public static async Task<Browser> SignedInAsync(ApiHost api, string userName)
    {
        var browser = new Browser(api);
        var answer = await browser.SignInAsync(userName, DemoPassword);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), $"{userName} signs in");
        return browser;
    }

    public async Task<Answer> SignInAsync(string userName, string password, params (string Name, string Value)[] headers)
    {
        var answer = await SendAsync(HttpMethod.Post, Session, JsonContent.Create(new { userName, password }), headers);
        if (answer.Status == HttpStatusCode.OK)
            AntiforgeryToken = answer.Body.GetProperty("antiforgeryToken").GetString()!;
        return answer;
    }

    public Task<Answer> ShowSessionAsync(params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, Session, null, headers);

    public Task<Answer> SignOutAsync() => SignOutWithAsync(AntiforgeryToken);

    public Task<Answer> SignOutWithAsync(string? token) =>
        SendAsync(HttpMethod.Delete, Session, null, token is null ? [] : [("X-XSRF-TOKEN", token)]);

    public async Task<Answer> SendAsync(HttpMethod method, Uri path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text),
            response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : []);
    }

    public void Dispose() => client.Dispose();
}

internal sealed record Answer(HttpStatusCode Status, string? ContentType, JsonElement Body, IReadOnlyList<string> SetCookies)
{
    public IEnumerable<string?> Permissions => Body.GetProperty("permissions").EnumerateArray().Select(item => item.GetString());

    /// <summary>The session cookie as a browser would send it back.</summary>
    public string SessionCookie =>
        SetCookies.Single(cookie => cookie.Contains("samesite=lax", StringComparison.Ordinal)).Split(';')[0];

    public void IsProblem(HttpStatusCode status, string code)
    {
        Assert.That((Status, ContentType), Is.EqualTo((status, "application/problem+json")));
        Assert.That(Body.GetProperty("code").GetString(), Is.EqualTo(code));
    }
}
