using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using KediriLapor.Persistence;

namespace KediriLapor.EndToEnd;

/// <summary>How one journey went.</summary>
/// <param name="Failures">What went wrong, in order; empty when nothing did.</param>
/// <param name="Pictures">Paths of the screenshots at the moment of failure.</param>
internal sealed record Journey(string Title, TimeSpan Duration, IReadOnlyList<string> Failures, IReadOnlyList<string> Pictures);

/// <summary>Playwright's own runner under Node, and its report read back.</summary>
internal static partial class Playwright
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(25);

    private static readonly string Folder = Path.Combine(
        DataFolder.Repository ?? throw new InvalidOperationException("The journeys lie in the source tree."), "tests", "EndToEnd");

    /// <summary>The titles of all journeys, without walking one.</summary>
    public static IReadOnlyList<string> Titles() =>
        [.. RunAsync(["--list"], new Dictionary<string, string?>()).GetAwaiter().GetResult().Select(journey => journey.Title)];

    /// <param name="address">Where the program listens.</param>
    /// <param name="environment">Further environment variables for the journeys.</param>
    /// <returns>By title.</returns>
    public static async Task<IReadOnlyDictionary<string, Journey>> WalkAsync(Uri address, IReadOnlyDictionary<string, string?> environment)
    {
        var journeys = await RunAsync([], new Dictionary<string, string?>(environment) { ["KEDIRILAPOR_URL"] = address.ToString() });
        return journeys.ToDictionary(journey => journey.Title);
    }

    /// <exception cref="InvalidOperationException">The runner did not get as far as a report, for example for want of a browser.</exception>
    private static async Task<IReadOnlyList<Journey>> RunAsync(string[] arguments, Dictionary<string, string?> environment)
    {
        var command = new ProcessStartInfo("node", ["node_modules/@playwright/test/cli.js", "test", "--reporter=json", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            command.Environment[name] = value;
        }

        using var node = Process.Start(command)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var errors = node.StandardError.ReadToEndAsync(limit.Token);
            var report = await node.StandardOutput.ReadToEndAsync(limit.Token);
            await node.WaitForExitAsync(limit.Token);
            return Read(report, await errors);
        }
        finally
        {
            // the browsers are its children
            node.Kill(entireProcessTree: true);
        }
    }

    private static List<Journey> Read(string report, string errors)
    {
        try
        {
            using var json = JsonDocument.Parse(report);
            var failures = json.RootElement.GetProperty("errors").EnumerateArray().Select(Message).ToList();
            return failures.Count == 0
                ? [.. json.RootElement.GetProperty("suites").EnumerateArray().SelectMany(Journeys)]
                : throw new InvalidOperationException(string.Join(Environment.NewLine, failures));
        }
        catch (JsonException)
        {
            throw new InvalidOperationException($"Playwright gave no report: {report}{errors}");
        }
    }

    private static IEnumerable<Journey> Journeys(JsonElement suite) =>
        suite.GetProperty("specs").EnumerateArray().Select(spec =>
        {
            var results = spec.GetProperty("tests").EnumerateArray().SelectMany(test => test.GetProperty("results").EnumerateArray()).ToList();
            return new Journey(
                spec.GetProperty("title").GetString()!,
                TimeSpan.FromMilliseconds(results.Sum(result => result.GetProperty("duration").GetDouble())),
                [.. results.SelectMany(result => result.GetProperty("errors").EnumerateArray()).Select(Message)],
                [.. results.SelectMany(result => result.GetProperty("attachments").EnumerateArray()).Select(Picture).OfType<string>()]);
        });

    private static string Message(JsonElement error) => Colours().Replace(error.GetProperty("message").GetString()!, "");

    private static string? Picture(JsonElement attachment) =>
        attachment.GetProperty("contentType").GetString() == "image/png" ? attachment.GetProperty("path").GetString() : null;

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colours();
}
