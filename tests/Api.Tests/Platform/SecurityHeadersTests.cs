using System.Net;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Platform;

public sealed class SecurityHeadersTests : Story
{
    [TestCase("/api/v1/services", HttpStatusCode.OK)]
    [TestCase("/api/v1/wards", HttpStatusCode.OK)]
    [TestCase("/api/v1/public/reports", HttpStatusCode.OK)]
    [TestCase("/api/v1/reports", HttpStatusCode.Unauthorized)]
    [TestCase("/api/v1/tidak-ada", HttpStatusCode.NotFound)]
    [TestCase("/api/v1/services?x=1", HttpStatusCode.BadRequest)]
    [TestCase("/openapi/v1.json", HttpStatusCode.OK)]
    [TestCase("/openapi/v1.yaml", HttpStatusCode.OK)]
    [TestCase("/docs/index.html", HttpStatusCode.OK)]
    [TestCase("/docs/swagger-ui.css", HttpStatusCode.OK)]
    [TestCase("/assets/tidak-ada.js", HttpStatusCode.NotFound)]
    [TestCase("/health/live", HttpStatusCode.OK)]
    [TestCase("/health/ready", HttpStatusCode.OK)]
    public async Task Every_kind_of_answer_carries_them(string path, HttpStatusCode status)
    {
        var answer = await Given.Citizen.GetAsync(path);

        answer.HasStatus(status);
        Assert.That(answer.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
        Assert.That(answer.Header("Content-Security-Policy"), Does.Contain("default-src 'self'").And.Contain("frame-ancestors 'none'").And.Contain("object-src 'none'"));
        Assert.That(answer.Header("Referrer-Policy"), Is.Not.Null);
        Assert.That(answer.Header("Permissions-Policy"), Is.Not.Null);
        Assert.That(answer.Header("Cache-Control"), Is.Not.Null);
        Assert.That(answer.Header("Server"), Is.Null);
    }

    [Test]
    public async Task Scripts_of_no_page_but_ours_run_outside_the_documentation()
    {
        var answer = await Given.Citizen.GetAsync("/api/v1/services");
        Assert.That(answer.Header("Content-Security-Policy"), Does.Not.Contain("unsafe"));
    }

    [Test]
    public async Task Browsers_are_told_to_come_by_https_only()
    {
        await using var production = await ApiHost.StartAsync(database: Api.Database);
        using var visitor = new Person(production);
        var answer = await visitor.GetAsync("/api/v1/services", ("Host", "lapor.kedirikota.go.id"));
        Assert.That(answer.Header("Strict-Transport-Security"), Does.StartWith("max-age="));
    }
}
