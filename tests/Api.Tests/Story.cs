using KediriLapor.Harness;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests;

/// <summary>A fixture with the program, its database and its people to itself, on a working morning whose clock stands still.</summary>
public abstract class Story
{
    protected FakeTimeProvider Clock { get; private set; } = null!;

    protected ApiHost Api { get; private set; } = null!;

    protected Given Given { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        Clock = new FakeTimeProvider(Given.WorkingMorning);
        Api = await ApiHost.StartDemoAsync(Clock, settings: await SettingsAsync());
        Given = new Given(Api);
    }

    /// <summary>Until the same hour of another day; no session lasts so long, so everybody comes anew.</summary>
    protected void DaysPass(int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        Given.EverybodyLeaves();
    }

    /// <summary>What the program is told besides its defaults.</summary>
    protected virtual Task<(string Key, string? Value)[]> SettingsAsync() => Task.FromResult<(string, string?)[]>([]);

    [OneTimeTearDown]
    public async Task Close()
    {
        Given.Dispose();
        await Api.DisposeAsync();
    }
}
