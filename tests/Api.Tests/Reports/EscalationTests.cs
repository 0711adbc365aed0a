using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Clocks;
using KediriLapor.Reports.Model;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace KediriLapor.Api.Tests.Reports;

public sealed class EscalationTests
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
    public async Task A_late_report_climbs_from_officer_to_Inspektorat_each_step_in_its_minute()
    {
        var report = await given.ReportAsync();
        var (since, due) = (clock.GetUtcNow(), await DueAtAsync(report));
        DateTimeOffset[] hours = [since + ((due - since) * 0.8), due, due.AddDays(1), due.AddDays(2)];
        Assert.That(due.AddHours(7).DayOfWeek, Is.EqualTo(DayOfWeek.Tuesday), "two working days follow");

        for (var step = 1; step <= hours.Length; step++)
        {
            GoTo(hours[step - 1] - Minute);
            Assert.That(await api.RunAsync(new ClimbEscalations()), Is.Zero, $"before step {step}");
            GoTo(hours[step - 1]);
            Assert.That(await api.RunAsync(new ClimbEscalations()), Is.EqualTo(1), $"step {step}");
        }

        clock.Advance(TimeSpan.FromDays(30));
        Assert.That(await api.RunAsync(new ClimbEscalations()), Is.Zero, "above Inspektorat there is nobody");
        Assert.That(await LadderAsync(report), Is.EqualTo(new[] { "1 officers DLHKP", "2 head DLHKP", "3 overseer SETDA", "4 inspectorate INSPEKTORAT" }));
    }

    [Test]
    public async Task A_kelurahan_answers_to_its_camat()
    {
        var report = await given.ReportAsync(Given.Alley);
        clock.Advance(TimeSpan.FromDays(30));

        Assert.That(await api.RunAsync(new ClimbEscalations()), Is.EqualTo(4), "what was missed is made up for, step by step");
        Assert.That(await LadderAsync(report), Is.EqualTo(
            new[] { $"1 officers {Given.BandarLor}", $"2 head {Given.BandarLor}", "3 overseer 35.71.01", "4 inspectorate INSPEKTORAT" }));
    }

    [Test]
    public async Task A_report_that_nobody_has_been_given_climbs_too()
    {
        var report = await given.ReportAsync(Given.Unclear);
        clock.Advance(TimeSpan.FromDays(30));

        await api.RunAsync(new ClimbEscalations());

        Assert.That(await LadderAsync(report), Is.EqualTo(new[] { "1 verifiers ", "2 overseer SETDA", "3 inspectorate INSPEKTORAT" }));
    }

    [Test]
    public async Task An_integrity_case_climbs_past_nobody_who_may_not_read_it()
    {
        var report = await given.ReportAsync(Given.Bribe);
        clock.Advance(TimeSpan.FromDays(90));

        await api.RunAsync(new ClimbEscalations());

        Assert.That(await LadderAsync(report, "inspektorat"), Has.None.Contains("verifiers").And.None.Contains("overseer").And.Not.Empty);
    }

    [Test]
    public async Task A_step_disturbs_nobody_who_works_on_the_report_and_a_new_status_begins_a_new_ladder()
    {
        var report = await given.ReportAsync();
        GoTo(await DueAtAsync(report));
        Assert.That(await api.RunAsync(new ClimbEscalations()), Is.EqualTo(2));

        var accepted = await given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.InProgress });

        Assert.That(accepted.Version, Is.EqualTo(report.Version + 1));
        GoTo((await DueAtAsync(accepted)).AddMinutes(1));
        await api.RunAsync(new ClimbEscalations());
        Assert.That(await LadderAsync(report), Is.EqualTo(new[] { "1 officers DLHKP", "2 head DLHKP", "1 officers DLHKP", "2 head DLHKP" }));
    }

    [Test]
    public async Task While_the_reporter_is_asked_and_after_the_end_nothing_climbs()
    {
        await given.ResolvedAsync();
        await given.MovedAsync(await given.ReportAsync(), "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Di mana?" });
        clock.Advance(TimeSpan.FromDays(90));

        Assert.That(await api.RunAsync(new ClimbEscalations()), Is.Zero);
    }

    [Test]
    public async Task A_head_finds_what_climbed_there()
    {
        var late = await given.ReportAsync(Given.Alley);
        GoTo((await DueAtAsync(late)).AddDays(1));
        await api.RunAsync(new ClimbEscalations());
        await given.ReportAsync(Given.Alley);

        Assert.That(await QueueAsync("camat.mojoroto", "escalated=true"), Is.EqualTo(new[] { late.Id }));
        Assert.That(await QueueAsync("camat.mojoroto", "escalated=false"), Has.Length.EqualTo(1).And.None.EqualTo(late.Id));
        Assert.That(await QueueAsync("petugas.dlhkp", "escalated=true"), Is.Empty);
    }

    [Test]
    public async Task The_head_of_Setda_reads_of_the_departments_what_climbed_there_and_moves_none_of_it()
    {
        var (late, secret) = (await given.ReportAsync(), await given.ReportAsync(Given.Garbage with { Confidential = true }));
        GoTo((await DueAtAsync(late)).AddDays(1));
        await api.RunAsync(new ClimbEscalations());
        Assert.That(await LadderAsync(secret), Does.Contain("3 overseer SETDA"));
        var early = await given.ReportAsync();

        Assert.That(await QueueAsync("sekda", ""), Is.EqualTo(new[] { late.Id }));
        var sekda = await given.StaffAsync("sekda");
        (await sekda.GetAsync(secret.StaffPath)).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await sekda.GetAsync(early.StaffPath)).IsProblem(HttpStatusCode.NotFound, "not_found");
        var seen = await sekda.GetAsync(late.StaffPath);
        seen.HasStatus(HttpStatusCode.OK);
        Assert.That(seen.Body.GetProperty("moves").GetArrayLength(), Is.Zero);
        (await sekda.ChangeAsync(late.StaffPath + "/notes", late.Version, new { internalNote = "Segera." })).IsProblem(HttpStatusCode.Forbidden, "permission_required");
    }

    [Test]
    public async Task Two_instances_that_climb_at_once_take_each_step_once()
    {
        for (var i = 0; i < 12; i++)
        {
            await given.ReportAsync();
        }

        await using var other = await ApiHost.StartDemoAsync(clock, api.Database);
        clock.Advance(TimeSpan.FromDays(60));
        var climbed = await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => (turn % 2 == 0 ? api : other).RunAsync(new ClimbEscalations())));

        Assert.That(climbed.Sum(), Is.EqualTo(12 * 4));
        Assert.That(await api.CountAsync("escalations"), Is.EqualTo(12 * 4));
    }

    [Test]
    public async Task A_step_once_taken_can_be_neither_changed_nor_removed()
    {
        await given.ReportAsync();
        clock.Advance(TimeSpan.FromDays(60));
        await api.RunAsync(new ClimbEscalations());

        Assert.That(() => api.ExecuteAsync("UPDATE escalations SET step = 9"), Throws.InstanceOf<PostgresException>());
        Assert.That(() => api.ExecuteAsync("DELETE FROM escalations"), Throws.InstanceOf<PostgresException>());
    }

    private void GoTo(DateTimeOffset instant) => clock.SetUtcNow(instant);

    private async Task<DateTimeOffset> DueAtAsync(FiledReport report) =>
        (await ReadAsync("verifikator", report.StaffPath)).GetProperty("dueAt").GetDateTimeOffset().ToUniversalTime();

    private async Task<string[]> LadderAsync(FiledReport report, string reader = "verifikator") =>
        [.. (await ReadAsync(reader, report.StaffPath)).GetProperty("escalations").EnumerateArray()
            .Select(step => $"{step.Value("step")} {step.Value("audience")} {step.Value("agency")}")];

    private async Task<Guid[]> QueueAsync(string reader, string query) =>
        [.. (await ReadAsync(reader, "/api/v1/reports?" + query)).Values("items", "id").Select(id => Guid.Parse(id!))];

    /// <summary>As somebody who has just signed in: a session does not outlive the days that these stories jump.</summary>
    private async Task<JsonElement> ReadAsync(string userName, string path)
    {
        using var reader = new Person(api);
        (await reader.SignInAsync(userName, ApiHost.DemoPassword)).HasStatus(HttpStatusCode.OK);
        var answer = await reader.GetAsync(path);
        answer.HasStatus(HttpStatusCode.OK);
        return answer.Body;
    }
}
