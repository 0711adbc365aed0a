using KediriLapor.Platform;
using Microsoft.Extensions.Configuration;

namespace KediriLapor.Model.Tests;

public sealed class PublicUrlTests
{
    [TestCase(null, null, ExpectedResult = "http://localhost:5112/")]
    [TestCase(null, "http://localhost:5129", ExpectedResult = "http://localhost:5129/")]
    [TestCase(null, "http://+:80;https://*:443", ExpectedResult = "http://localhost/")]
    [TestCase(null, "http://0.0.0.0:8080/", ExpectedResult = "http://localhost:8080/")]
    [TestCase(null, "http://127.0.0.1:0", ExpectedResult = "http://localhost:5112/")]
    [TestCase(null, "http://unix:/run/lapor.sock", ExpectedResult = "http://localhost:5112/")]
    [TestCase("https://lapor.contoh.id", "http://localhost:5129", ExpectedResult = "https://lapor.contoh.id/")]
    public string The_public_address_is_the_one_that_is_set_or_where_the_program_listens(string? set, string? urls) =>
        PublicUrl.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["PublicUrl"] = set, ["urls"] = urls }).Build()).ToString();
}
