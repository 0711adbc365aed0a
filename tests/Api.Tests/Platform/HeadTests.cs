using System.Net;

namespace KediriLapor.Api.Tests.Platform;

/// <summary>HEAD on every road that has a GET: the same status and headers, and no body.</summary>
public sealed class HeadTests : Story
{
    [TestCase("/api/v1/services")]
    [TestCase("/api/v1/public/reports?pageSize=5")]
    [TestCase("/api/v1/wards")]
    [TestCase("/api/v1/wards/locate?lat=-7.8")]
    [TestCase("/api/v1/reports")]
    [TestCase("/api/v1/tidak-ada")]
    [TestCase("/open311/discovery.xml")]
    [TestCase("/open311/v2/services/tidak-ada.json")]
    [TestCase("/api/v1/attachments")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/health/ready")]
    public async Task Answers_as_GET_does_without_the_body(string path)
    {
        var (whole, head) = (await Given.Citizen.GetAsync(path), await Given.Citizen.SendAsync(HttpMethod.Head, path, null));
        Assert.That(head.Text, Is.Empty);
        Assert.That(
            (head.Status, head.Header("Content-Type"), head.Header("ETag"), head.Header("Cache-Control")),
            Is.EqualTo((whole.Status, whole.Header("Content-Type"), whole.Header("ETag"), whole.Header("Cache-Control"))));
        Assert.That(whole.Text, Is.Not.Empty);
    }

    [TestCase("/api/v1/queue/events", "text/event-stream")]
    [TestCase("/api/v1/exports/reports.csv", "text/csv")]
    [TestCase("/api/v1/exports/reports.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [TestCase("/api/v1/exports/reports.geojson", "application/geo+json")]
    public async Task A_stream_ends_with_its_headers(string path, string contentType)
    {
        var head = await (await Given.StaffAsync("petugas.dpupr")).SendAsync(HttpMethod.Head, path, null);
        head.HasStatus(HttpStatusCode.OK);
        Assert.That(head.Header("Content-Type"), Does.StartWith(contentType));
        Assert.That(head.Text, Is.Empty);
    }
}
