using System.Net;
using KediriLapor.Accounts;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Clocks;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Reports;

public sealed class ClosingClockTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private FakeTimeProvider clock = null!;
    private ApiHost api = null!;
    private Given given = null!;

    [SetUp]
    public async Task Open()
    {
        clock = new FakeTimeProvider(Given.WorkingMorning);
        api = await ApiHost.StartDemoAsync(clock);
        given = new Given(api);
    }

    [TearDown]
    public async Task Close()
    {
        given.Dispose();
        await api.DisposeAsync();
    }

    [Test]
    public async Task A_resolved_report_is_closed_as_fixed_after_ten_days_of_silence_and_not_a_minute_sooner()
    {
        var report = await given.ResolvedAsync();

        clock.Advance(TimeSpan.FromDays(10) - Minute);
        Assert.That(await api.RunAsync(new CloseConfirmedReports()), Is.Zero);
        clock.Advance(Minute);
        Assert.That(await api.RunAsync(new CloseConfirmedReports()), Is.EqualTo(1));
        Assert.That(await api.RunAsync(new CloseConfirmedReports()), Is.Zero);

        var last = await LastEventAsync(report);
        Assert.That((last.Status, last.ActorKind, last.Sequence), Is.EqualTo((ReportStatus.Closed, ActorKind.System, report.Version + 1)));
        var seen = await given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader);
        Assert.That((seen.Body.GetProperty("status").GetString(), seen.Body.GetProperty("outcome").GetString()), Is.EqualTo(("closed", "fixed")));
    }

    [Test]
    public async Task A_question_that_nobody_answers_closes_the_report_after_thirty_days_and_not_a_minute_sooner()
    {
        var asked = await given.MovedAsync(
            await given.ReportAsync(), "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di depan toko yang mana?" });

        clock.Advance(TimeSpan.FromDays(30) - Minute);
        Assert.That(await api.RunAsync(new CloseUnansweredReports()), Is.Zero);
        clock.Advance(Minute);
        Assert.That(await api.RunAsync(new CloseUnansweredReports()), Is.EqualTo(1));

        var last = await LastEventAsync(asked);
        Assert.That((last.Status, last.ActorKind), Is.EqualTo((ReportStatus.Closed, ActorKind.System)));
    }

    [Test]
    public async Task Whoever_speaks_in_time_keeps_the_report_open()
    {
        var resolved = await given.ResolvedAsync();
        clock.Advance(TimeSpan.FromDays(9));
        (await given.Citizen.ChangeAsync(
            resolved.TrackingPath + "/status", resolved.Version, new ReporterMove { To = ReportStatus.InProgress, Note = "Masih bau." }, resolved.SecretHeader))
            .HasStatus(HttpStatusCode.OK);

        clock.Advance(TimeSpan.FromDays(60));
        Assert.That(await api.RunAsync(new CloseConfirmedReports()) + await api.RunAsync(new CloseUnansweredReports()), Is.Zero);
    }

    [Test]
    public async Task Two_instances_that_close_at_once_close_each_report_once()
    {
        var reports = new List<FiledReport>();
        for (var i = 0; i < 12; i++)
        {
            reports.Add(await given.ResolvedAsync());
        }

        await using var other = await ApiHost.StartDemoAsync(clock, api.Database);
        clock.Advance(TimeSpan.FromDays(10));
        var closed = await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => (turn % 2 == 0 ? api : other).RunAsync(new CloseConfirmedReports())));

        Assert.That(closed.Sum(), Is.EqualTo(reports.Count));
        Assert.That(await api.CountAsync("report_events WHERE status = 'Closed'"), Is.EqualTo(reports.Count));
    }

    [Test]
    public async Task A_failed_run_leaves_everything_as_it_was_stops_no_other_command_and_is_made_up_for_by_the_next()
    {
        var resolved = await given.ResolvedAsync();
        var asked = await given.MovedAsync(
            await given.ReportAsync(), "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di depan toko yang mana?" });
        clock.Advance(TimeSpan.FromDays(30));
        await api.ExecuteAsync(
            $"""
            CREATE FUNCTION refuse_cursed() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.id = '{resolved.Id}' THEN RAISE EXCEPTION 'this one is cursed'; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER refuse_cursed BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION refuse_cursed();
            """);

        Assert.That(() => api.RunAsync(new CloseConfirmedReports()), Throws.InstanceOf<DbUpdateException>());
        Assert.That((await LastEventAsync(resolved)).Status, Is.EqualTo(ReportStatus.Resolved));
        Assert.That(await api.RunAsync(new CloseUnansweredReports()), Is.EqualTo(1));
        Assert.That((await LastEventAsync(asked)).Status, Is.EqualTo(ReportStatus.Closed));

        await api.ExecuteAsync("DROP TRIGGER refuse_cursed ON reports");
        Assert.That(await api.RunAsync(new CloseConfirmedReports()), Is.EqualTo(1));
    }

    private Task<ReportEvent> LastEventAsync(FiledReport report) => api.InDatabaseAsync(
        db => db.ReportEvents.AsNoTracking().Where(e => e.ReportId == report.Id).OrderByDescending(e => e.Sequence).FirstAsync());
}
