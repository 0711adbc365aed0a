using KediriLapor.Harness;
using KediriLapor.Reports;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Notifications;

/// <summary>A fixture whose program hands its mail to a catcher, on a working morning whose clock stands still; each test has its own.</summary>
public abstract class Mailed
{
    protected const string Reporter = "sri@contoh.id";

    protected static readonly NewReport WithEmail = Given.Pollution with { Reporter = new ReporterDetails { Name = "Sri Wahyuni", Email = Reporter } };

    protected FakeTimeProvider Clock { get; private set; } = null!;

    protected MailCatcher Catcher { get; private set; } = null!;

    protected ApiHost Api { get; private set; } = null!;

    protected Given Given { get; private set; } = null!;

    [SetUp]
    public async Task Open()
    {
        Clock = new FakeTimeProvider(Given.WorkingMorning);
        Catcher = new MailCatcher();
        Api = await ApiHost.StartDemoAsync(Clock, null, Catcher.Settings());
        Given = new Given(Api);
    }

    [TearDown]
    public async Task Close()
    {
        Given.Dispose();
        await Api.DisposeAsync();
        await Catcher.DisposeAsync();
    }

    /// <summary>Waits until nothing is on its way that the clock lets go.</summary>
    protected Task AllIsSaidAsync() => Api.AllIsSaidAsync(Clock);

    protected async Task<Person> AdminAsync()
    {
        var admin = new Person(Api);
        (await admin.SignInAsync("admin", ApiHost.DemoPassword)).HasStatus(System.Net.HttpStatusCode.OK);
        return admin;
    }
}
