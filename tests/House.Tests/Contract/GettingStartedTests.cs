using System.Diagnostics;
using System.Text.RegularExpressions;

namespace KediriLapor.House.Tests.Contract;

/// <summary>What <c>docs/getting-started.md</c> and <c>docs/requests.http</c> tell to do, done on the running program.</summary>
public sealed partial class GettingStartedTests
{
    private People people = null!;

    [OneTimeSetUp]
    public async Task Start() => people = await People.ArriveAsync();

    [OneTimeTearDown]
    public async Task Stop() => await people.DisposeAsync();

    [Test]
    public async Task Every_line_of_the_page_does_what_it_says()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Source.Root, "docs/getting-started.md"));
        var lines = string.Concat(Blocks().Matches(page).Select(block => block.Groups[1].Value));
        Assert.That(lines, Does.Contain("/connect/token").And.Contain("/tracking/").And.Contain("/open311/"));
        var (output, errors, exitCode) = await RunAsync(Here(lines, "API=").Replace("KEY=kunci-untuk-mencoba", $"KEY='{People.ApiKey}'", StringComparison.Ordinal));
        Assert.That((exitCode, errors), Is.EqualTo((0, "")), output);
        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Match(@"(?m)^\w{4}-\w{4}-\w{3}$"), "the tracking code");
            Assert.That(output, Does.Contain("\"timeline\""), "tracked");
            Assert.That(output, Does.Contain("\"items\""), "the queue");
            Assert.That(output, Does.Contain("\"allowedNext\""), "moved on");
            Assert.That(output, Does.Contain("service_request_id"), "Open311");
            Assert.That(output, Does.Contain("<service_requests"), "Open311 in XML");
            Assert.That(output, Does.Contain("\"code\":\"unknown_service\""), "a problem");
        });
    }

    [Test]
    public async Task Every_call_of_the_file_of_requests_succeeds()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(Source.Root, "docs/requests.http"));
        var requests = HttpFile.Read(Here(file, "@api = ").Replace("@key = kunci-untuk-mencoba", "@key = " + People.ApiKey, StringComparison.Ordinal));
        Assert.That(requests.Requests, Has.Count.GreaterThan(10));
        using var client = people.Api.NewClient();
        foreach (var request in requests.Requests)
        {
            using var answer = await requests.Send(client, request);
            Assert.That(answer.IsSuccessStatusCode, Is.True, $"{request.Title}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Test]
    public async Task The_page_stands_at_the_head_of_the_contract_and_is_linked_from_the_readme()
    {
        using var client = people.Api.NewClient();
        var contract = System.Text.Json.Nodes.JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        Assert.That(contract["info"]!["description"]!.GetValue<string>(), Is.EqualTo(await File.ReadAllTextAsync(Path.Combine(Source.Root, "docs/getting-started.md"))));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(Source.Root, "README.md")), Does.Contain("(docs/getting-started.md)").And.Contain("(docs/api-changelog.md)").And.Contain("(docs/requests.http)"));
    }

    private string Here(string text, string name)
    {
        using var client = people.Api.NewClient();
        var there = name + "http://localhost:5112";
        Assert.That(text, Does.Contain(there));
        return text.Replace(there, name + client.BaseAddress!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
    }

    /// <summary>In a shell of its own, which stops at the first line that fails. The certificate of the test's program is its own, so curl is told not to ask.</summary>
    private static async Task<(string Output, string Errors, int ExitCode)> RunAsync(string lines)
    {
        var home = Directory.CreateTempSubdirectory("kl-curl");
        await File.WriteAllTextAsync(Path.Combine(home.FullName, ".curlrc"), "insecure\n");
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-s"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CURL_HOME"] = home.FullName },
        })!;
        await shell.StandardInput.WriteAsync(lines);
        shell.StandardInput.Close();
        var errors = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        home.Delete(recursive: true);
        return (output, await errors, shell.ExitCode);
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
