using System.Net;
using KediriLapor.CallCentre.Dispatches;
using KediriLapor.CallCentre.Model;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.CallCentre;

/// <summary>Two operators on two instances of the program.</summary>
public sealed class LiveCallTests
{
    private const string Events = Desk.Calls + "/events";

    private readonly List<Person> listeners = [];
    private ApiHost elsewhere = null!;
    private ApiHost here = null!;
    private Given given = null!;
    private Desk desk = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        elsewhere = await ApiHost.StartDemoAsync();
        here = await ApiHost.StartDemoAsync(database: elsewhere.Database);
        given = new Given(elsewhere);
        desk = new Desk(await given.StaffAsync("operator"));
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        listeners.ForEach(listener => listener.Dispose());
        given.Dispose();
        await here.DisposeAsync();
        await elsewhere.DisposeAsync();
    }

    [Test]
    public async Task What_one_operator_does_the_other_hears_at_once_and_a_unit_hears_of_its_own_emergencies_alone()
    {
        await using var colleague = await ListenAsync("operator");
        await using var unit = await ListenAsync("petugas.dlhkp");
        await using var other = await ListenAsync("petugas.dpupr");

        var call = await desk.CallAsync(CallKind.Prank);
        var heard = await colleague.NextAsync("call");
        Assert.That((heard.Report, heard.Version), Is.EqualTo((call.GetProperty("id").GetGuid(), 1)));

        var fire = await desk.FireAsync();
        Assert.That((await colleague.NextAsync("dispatch")).Report, Is.EqualTo(fire.GetProperty("id").GetGuid()));
        Assert.That((await unit.NextAsync("dispatch")).Report, Is.EqualTo(fire.GetProperty("id").GetGuid()), "no call before it");

        var theirs = await desk.FireAsync(Desk.Fire with { Units = ["DPUPR"] });
        Assert.That((await other.NextAsync("dispatch")).Report, Is.EqualTo(theirs.GetProperty("id").GetGuid()), "the first was not theirs");
        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/units/DLHKP/steps"), 1, new NewStep { Step = UnitStep.UnderWay })).HasStatus(HttpStatusCode.OK);
        Assert.That((await unit.NextAsync("dispatch")).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task An_interrupted_stream_goes_on_where_it_was_cut_off_and_the_queue_hears_no_calls()
    {
        string cut;
        await using (var first = await ListenAsync("operator"))
        {
            await desk.CallAsync(CallKind.Ghost);
            await first.NextAsync("call");
            cut = first.LastEventId;
        }

        await using var queue = await ListenAsync("verifikator", path: "/api/v1/queue/events");
        var missed = await desk.CallAsync(CallKind.Ghost);
        await using var again = await ListenAsync("operator", cut);
        Assert.That((await again.NextAsync("call")).Report, Is.EqualTo(missed.GetProperty("id").GetGuid()));
        var report = await given.ReportAsync();
        Assert.That((await queue.NextAsync("report")).Report, Is.EqualTo(report.Id));
    }

    private async Task<EventStream> ListenAsync(string userName, string? lastEventId = null, string path = Events)
    {
        var person = new Person(here);
        listeners.Add(person);
        await person.SignInAsync(userName, ApiHost.DemoPassword);
        var stream = await person.HearAsync(path, lastEventId);
        await stream.NextAsync("ready");
        return stream;
    }
}
