using KediriLapor.Accounts;
using KediriLapor.Clients;
using KediriLapor.Harness;

namespace KediriLapor.EndToEnd;

/// <summary>
/// What people do, in a browser, with the whole program: its own process, its private PostgreSQL, the built web client.
/// The stories are in journeys/; all are walked in one go and reported one by one.
/// </summary>
public sealed class JourneyTests
{
    private const string DemoPassword = "tahu-kuning-kediri-2026";

    private const string DemoKey = "kunci-untuk-mencoba";

    private readonly string folder = PostgresServer.NewFolder();

    private ApiProcess program = null!;
    private IReadOnlyDictionary<string, Journey> walked = null!;

    private static IEnumerable<TestCaseData> Titles() =>
        Playwright.Titles().Select(title => new TestCaseData(title).SetName(title.Replace(' ', '_')));

    [OneTimeSetUp]
    public async Task Walk_all_journeys()
    {
        program = ApiProcess.Start(Path.Combine(folder, "data"), environment: new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            [DemoPeople.PasswordSetting] = DemoPassword,
            [DemoClient.KeySetting] = DemoKey,
            ["Webhooks__AllowLocal"] = "true", // a journey has a receiver of its own
        });
        var address = await program.ListeningAsync();
        walked = await Playwright.WalkAsync(address, new Dictionary<string, string?> { [DemoPeople.PasswordSetting] = DemoPassword, [DemoClient.KeySetting] = DemoKey });
    }

    [OneTimeTearDown]
    public async Task Stop_the_program()
    {
        await program.SignalAsync("TERM");
        await program.ExitedAsync();
        program.Dispose();
    }

    [TestCaseSource(nameof(Titles))]
    public void Journey(string title)
    {
        Assert.That(walked, Contains.Key(title), "the journey was not walked");
        var journey = walked[title];
        foreach (var picture in journey.Pictures)
        {
            TestContext.AddTestAttachment(picture);
        }

        TestContext.Out.WriteLine($"Walked in {journey.Duration.TotalSeconds:F0} s");
        if (journey.Failures.Count > 0)
        {
            TestContext.Out.WriteLine(program.Output);
            TestContext.Out.WriteLine(program.Errors);
            Assert.Fail(string.Join(Environment.NewLine, [.. journey.Failures, .. journey.Pictures]));
        }
    }
}
