using System.Net;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Accounts;

/// <summary>A person and the moves of the sign-in page.</summary>
internal sealed class Browser(ApiHost api) : Person(api)
{
    private const string Session = "/api/v1/session";

    public static async Task<Browser> SignedInAsync(ApiHost api, string userName)
    {
        var browser = new Browser(api);
        var answer = await browser.SignInAsync(userName, ApiHost.DemoPassword);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), $"{userName} signs in");
        return browser;
    }

    public Task<Answer> ShowSessionAsync(params (string Name, string Value)[] headers) => GetAsync(Session, headers);

    public Task<Answer> SignOutAsync() => SignOutWithAsync(AntiforgeryToken);

    public Task<Answer> SignOutWithAsync(string? token) =>
        SendAsync(HttpMethod.Delete, Session, null, token is null ? [] : [("X-XSRF-TOKEN", token)]);
}

internal static class SessionAnswers
{
    public static IEnumerable<string?> Permissions(this Answer answer) => answer.Body.GetProperty("permissions").EnumerateArray().Select(item => item.GetString());

    public static string[] SetCookies(this Answer answer) => [.. answer.Headers["Set-Cookie"]];

    /// <summary>The session cookie as a browser would send it back.</summary>
    public static string SessionCookie(this Answer answer) =>
        answer.SetCookies().Single(cookie => cookie.Contains("samesite=lax", StringComparison.Ordinal)).Split(';')[0];
}
