using System.Text;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Samples;
using KediriLapor.Webhooks;

namespace KediriLapor.Api.Tests.Webhooks;

/// <summary>The C# sample for integrators, by the vectors that the TypeScript one is held to as well.</summary>
public sealed class SampleTests
{
    private static readonly Vector[] Vectors = JsonSerializer.Deserialize<Vector[]>(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Webhooks/vectors.json")), Person.Json)!;

    [TestCaseSource(nameof(Vectors))]
    public void The_sample_tells_what_is_genuine(Vector vector) => Assert.That(
        WebhookVerifier.IsGenuine(vector.Secret, vector.Id, vector.Timestamp, vector.Signatures, Encoding.UTF8.GetBytes(vector.Body), DateTimeOffset.FromUnixTimeSeconds(vector.Now)),
        Is.EqualTo(vector.Genuine));

    [TestCase(null, "1614265330", "v1,x")]
    [TestCase("msg", null, "v1,x")]
    [TestCase("msg", "1614265330", null)]
    public void Without_its_headers_nothing_is_genuine(string? id, string? timestamp, string? signatures) =>
        Assert.That(WebhookVerifier.IsGenuine(Vectors[0].Secret, id, timestamp, signatures, "{}"u8, DateTimeOffset.FromUnixTimeSeconds(1614265330)), Is.False);

    [Test]
    public void We_sign_as_the_published_vector_is_signed()
    {
        var published = Vectors[0];
        var key = Convert.FromBase64String(published.Secret["whsec_".Length..]);
        Assert.That(WebhookSignature.Sign(published.Id, long.Parse(published.Timestamp, System.Globalization.CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(published.Body), [key]), Is.EqualTo(published.Signatures));
    }

    public sealed record Vector(string Why, bool Genuine, string Secret, string Id, string Timestamp, string Signatures, string Body, long Now)
    {
        public override string ToString() => Why;
    }
}
