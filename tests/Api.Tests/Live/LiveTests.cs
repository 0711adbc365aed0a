using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KediriLapor.Api.Tests.Live;

/// <summary>Two instances on one database: one is listened to, the other is where things happen.</summary>
public sealed class LiveTests
{
    private const string Queue = "/api/v1/queue/events";

    private readonly List<Person> listeners = [];
    private ApiHost elsewhere = null!;
    private ApiHost here = null!;
    private Given given = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        elsewhere = await ApiHost.StartDemoAsync();
        here = await ApiHost.StartDemoAsync(database: elsewhere.Database);
        given = new Given(elsewhere);
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
    public async Task What_happens_on_one_instance_is_heard_on_the_other_by_those_who_may_see_it()
    {
        await using var own = await ListenAsync("petugas.dlhkp");
        await using var other = await ListenAsync("petugas.dpupr");
        await using var city = await ListenAsync("verifikator");

        var report = await given.InProgressAsync();
        foreach (var stream in new[] { own, city })
        {
            int[] versions = [(await stream.NextAsync("report")).Version, (await stream.NextAsync("report")).Version, (await stream.NextAsync("report")).Version];
            Assert.That(versions, Is.EqualTo(new[] { 1, 2, 3 }));
        }

        await ForwardAsync(report, "DPUPR");
        Assert.That((await own.NextAsync("gone")).Report, Is.EqualTo(report.Id), "who had it hears that it left");
        var come = await other.NextAsync("report");
        Assert.That((come.Report, come.Version), Is.EqualTo((report.Id, report.Version + 1)), "and who has it now, nothing of what was before");
    }

    [Test]
    public async Task An_interrupted_stream_goes_on_exactly_where_it_was_cut_off()
    {
        string cut;
        await using (var first = await ListenAsync("petugas.dlhkp"))
        {
            await given.ReportAsync();
            await first.NextAsync("report");
            await first.NextAsync("report");
            cut = first.LastEventId;
        }

        var missed = await given.InProgressAsync();
        await using var again = await ListenAsync("petugas.dlhkp", cut);
        Assert.That(await HeardAsync(again, 3), Is.EqualTo(new[] { (missed.Id, 1), (missed.Id, 2), (missed.Id, 3) }));

        var next = await given.ReportAsync();
        Assert.That(await HeardAsync(again, 2), Is.EqualTo(new[] { (next.Id, 1), (next.Id, 2) }), "nothing twice");
    }

    [Test]
    public async Task What_began_earlier_and_was_committed_later_is_not_lost()
    {
        var slow = await given.ReportAsync();
        await using var city = await ListenAsync("verifikator");
        await using var session = new NpgsqlConnection(elsewhere.Database);
        await session.OpenAsync();
        await using var transaction = await session.BeginTransactionAsync();
        // a change that takes its time: its transaction has its number before the next one begins
        await using (var insert = new NpgsqlCommand(
            """
            INSERT INTO report_events (report_id, sequence, type, at, actor_kind, actor_name, status, service_code, public_note_digest, internal_note_digest, staff_salt, staff_digest, previous_hash, hash)
            SELECT report_id, 99, type, at, actor_kind, actor_name, status, service_code, public_note_digest, internal_note_digest, staff_salt, staff_digest, previous_hash, hash
            FROM report_events WHERE report_id = $1 AND sequence = 1
            """, session, transaction))
        {
            insert.Parameters.AddWithValue(slow.Id);
            await insert.ExecuteNonQueryAsync();
        }

        var quick = await given.ReportAsync();
        Assert.That(await HeardAsync(city, 2), Is.EqualTo(new[] { (quick.Id, 1), (quick.Id, 2) }));
        var cut = city.LastEventId;

        await transaction.CommitAsync();
        Assert.That(await HeardAsync(city, 1), Is.EqualTo(new[] { (slow.Id, 99) }));
        await using var again = await ListenAsync("verifikator", cut);
        Assert.That(await HeardAsync(again, 1), Is.EqualTo(new[] { (slow.Id, 99) }), "who was cut off between the two hears the second");
    }

    [Test]
    public async Task A_listening_connection_that_dies_costs_nothing()
    {
        await using var city = await ListenAsync("verifikator");
        var killed = await elsewhere.AskAsync<int>("SELECT count(pg_terminate_backend(pid))::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')");
        Assert.That(killed, Is.GreaterThanOrEqualTo(2), "one on each instance");
        var report = await given.ReportAsync();
        Assert.That(await HeardAsync(city, 2), Is.EqualTo(new[] { (report.Id, 1), (report.Id, 2) }));
    }

    [Test]
    public async Task Signing_out_and_losing_the_right_end_a_stream()
    {
        using var leaver = new Person(here);
        await leaver.SignInAsync("petugas.dlhkp", ApiHost.DemoPassword);
        await using var left = await leaver.HearAsync(Queue);
        await left.NextAsync("ready");
        await leaver.WriteAsync(HttpMethod.Delete, "/api/v1/session");
        Assert.That(await left.NextAsync(), Is.Null);

        using var disabled = new Person(here);
        await disabled.SignInAsync("camat.mojoroto", ApiHost.DemoPassword);
        await using var ended = await disabled.HearAsync(Queue);
        await ended.NextAsync("ready");
        await elsewhere.InDatabaseAsync(db => db.Users.Where(account => account.UserName == "camat.mojoroto").ExecuteUpdateAsync(change => change.SetProperty(account => account.Disabled, true)));
        Assert.That(await ended.NextAsync(), Is.Null);

        await using var stranger = await disabled.HearAsync(Queue);
        Assert.That(stranger.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task One_report_is_heard_alone_until_it_is_out_of_sight()
    {
        var (report, other) = (await given.InProgressAsync(), await given.ReportAsync());
        using var officer = new Person(here);
        await officer.SignInAsync("petugas.dlhkp", ApiHost.DemoPassword);
        await using var stream = await officer.HearAsync(report.StaffPath + "/events");
        await stream.NextAsync("ready");
        await given.MovedAsync(other, "petugas.dlhkp", new NewStatus { To = ReportStatus.InProgress });
        await ForwardAsync(report, "DPUPR");
        Assert.That((await stream.NextAsync("gone")).Report, Is.EqualTo(report.Id));
        Assert.That(await stream.NextAsync(), Is.Null);
        (await officer.GetAsync(report.StaffPath + "/events")).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task One_person_may_open_so_many_streams_and_a_made_up_place_to_go_on_from_is_refused()
    {
        using var person = new Person(here);
        await person.SignInAsync("inspektorat", ApiHost.DemoPassword);
        foreach (var strange in new[] { "1", "a:b:", "5:3:", "0:0:", "3:9:12", "3:9:5,4", "1:18446744073709551615:", new string('9', 3000) })
        {
            (await person.GetAsync(Queue, ("Last-Event-ID", strange))).IsProblem(HttpStatusCode.BadRequest, "invalid_cursor", "Last-Event-ID");
        }

        var streams = new List<EventStream>();
        for (var i = 0; i < 8; i++)
        {
            streams.Add(await person.HearAsync(Queue));
            Assert.That(streams[i].Status, Is.EqualTo(HttpStatusCode.OK));
        }

        (await person.GetAsync(Queue)).IsProblem(HttpStatusCode.TooManyRequests, "too_many_streams");
        foreach (var stream in streams)
        {
            await stream.DisposeAsync();
        }

        Assert.That(await Eventually.SeeAsync(StatusAsync, status => status == HttpStatusCode.OK), Is.EqualTo(HttpStatusCode.OK), "who leaves makes room");

        async Task<HttpStatusCode> StatusAsync()
        {
            await using var one = await person.HearAsync(Queue);
            return one.Status;
        }
    }

    [Test]
    public async Task Who_comes_from_another_database_or_from_long_ago_is_told_to_read_everything_again()
    {
        await using var future = await ListenAsync("verifikator", "999999999:999999999:");
        await future.NextAsync("reset");
    }

    private static async Task<(Guid, int)[]> HeardAsync(EventStream stream, int count)
    {
        var heard = new List<(Guid, int)>();
        for (var i = 0; i < count; i++)
        {
            var one = await stream.NextAsync("report");
            heard.Add((one.Report, one.Version));
        }

        return [.. heard];
    }

    private async Task<EventStream> ListenAsync(string userName, string? lastEventId = null)
    {
        var person = new Person(here);
        listeners.Add(person);
        await person.SignInAsync(userName, ApiHost.DemoPassword);
        var stream = await person.HearAsync(Queue, lastEventId);
        await stream.NextAsync("ready");
        return stream;
    }

    private async Task ForwardAsync(FiledReport report, string agency) =>
        (await (await given.StaffAsync("petugas.dlhkp")).ChangeAsync(report.StaffPath + "/disposisi", report.Version, new Disposisi { AgencyCode = agency })).HasStatus(HttpStatusCode.OK);
}
