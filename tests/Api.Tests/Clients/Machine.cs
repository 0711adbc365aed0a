using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Clients;

/// <summary>Another program: it knows its secret, fetches tokens and sends them.</summary>
internal sealed class Machine(ApiHost api, string clientId, string secret) : IDisposable
{
    private readonly Person person = new(api);
    private string? token;

    public string ClientId => clientId;

    public string Secret => secret;

    /// <summary>The demo client, which may everything in the whole city.</summary>
    public static async Task<Machine> Demo(ApiHost api) => await new Machine(api, "demo", ApiHost.DemoApiKey).SignedIn();

    public Task<Answer> AskTokenAsync(params (string Name, string Value)[] more) => person.SendAsync(
        HttpMethod.Post, "/connect/token",
        Form([("grant_type", "client_credentials"), ("client_id", clientId), ("client_secret", secret), .. more]));

    /// <summary>The other way that RFC 6749 knows.</summary>
    public Task<Answer> AskTokenByBasicAsync()
    {
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{secret}"));
        return person.SendAsync(HttpMethod.Post, "/connect/token", Form([("grant_type", "client_credentials")]), ("Authorization", "Basic " + pair));
    }

    public async Task<Machine> SignedIn(string? scope = null)
    {
        var answer = await AskTokenAsync(scope is null ? [] : [("scope", scope)]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        token = answer.Body.GetProperty("access_token").GetString();
        return this;
    }

    public Task<Answer> GetAsync(string path) => person.GetAsync(path, Bearer);

    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) => person.PostAsync(path, body, [.. headers, Bearer]);

    public Task<Answer> ChangeAsync(string path, int seenVersion, object body) => person.ChangeAsync(path, seenVersion, body, Bearer);

    /// <summary>Any request, with a body in JSON where there is one.</summary>
    public Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        person.SendAsync(method, path, body is null ? null : JsonContent.Create(body, body.GetType(), options: Person.Json), [.. headers, Bearer]);

    /// <summary>The same token at another instance.</summary>
    public async Task<Answer> GetElsewhereAsync(ApiHost other, string path)
    {
        using var there = new Person(other);
        return await there.GetAsync(path, Bearer);
    }

    public void Dispose() => person.Dispose();

    private (string, string) Bearer => ("Authorization", new AuthenticationHeaderValue("Bearer", token).ToString());

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
