using KediriLapor.Harness;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Reports.Clocks;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Persistence;

/// <summary>Quartz as the program runs it: declared commands, several instances, one database.</summary>
public sealed class SchedulerTests
{
    private static readonly Dictionary<string, string?> Scheduled = new() { [ScheduleSetup.Setting] = "true" };

    [Test]
    public async Task Of_two_instances_that_start_at_once_one_runs_a_command_at_each_of_its_times()
    {
        var clock = new FakeTimeProvider(Given.WorkingMorning.AddSeconds(30));
        await using var one = await ApiHost.StartAsync(clock);
        await using var a = new ApiHost(one.Database, clock, Scheduled);
        await using var b = new ApiHost(one.Database, clock, Scheduled);
        await Task.WhenAll(Task.Run(a.StartServer), Task.Run(b.StartServer));
        for (var minute = 1; minute <= 3; minute++)
        {
            Assert.That(await RunsAsync(one, clock, nameof(ClimbEscalations), minute), Is.EqualTo(minute));
            clock.SetUtcNow(Given.WorkingMorning.AddSeconds(30) + TimeSpan.FromMinutes(minute));
        }
    }

    [Test]
    public async Task A_command_that_fails_is_seen_to_have_failed_stops_no_other_and_runs_again_at_its_next_time()
    {
        var start = Given.WorkingMorning + TimeSpan.FromMinutes(4.5);
        var clock = new FakeTimeProvider(start);
        await using var api = await ApiHost.StartAsync(clock, Scheduled);
        await api.ExecuteAsync("ALTER TABLE escalations RENAME TO mislaid");

        Assert.That(await RunsAsync(api, clock, nameof(ClimbEscalations), 1, "NOT succeeded AND error_message LIKE '%escalations%'"), Is.EqualTo(1));
        Assert.That(await RunsAsync(api, clock, nameof(CloseConfirmedReports), 1), Is.EqualTo(1));

        await api.ExecuteAsync("ALTER TABLE mislaid RENAME TO escalations");
        clock.SetUtcNow(start + TimeSpan.FromMinutes(1));
        Assert.That(await RunsAsync(api, clock, nameof(ClimbEscalations), 1), Is.EqualTo(1));
    }

    [Test]
    public async Task A_start_brings_the_stored_schedule_in_line_with_the_declared_one()
    {
        await using var api = await ApiHost.StartAsync(settings: Scheduled);
        await api.ExecuteAsync("UPDATE qrtz_cron_triggers SET cron_expression = '0 0 3 1 1 ?' WHERE trigger_name = {0}", nameof(ClimbEscalations));
        await api.ExecuteAsync(
            """
            INSERT INTO qrtz_job_details (sched_name, job_name, job_group, job_class_name, is_durable, is_nonconcurrent, is_update_data, requests_recovery)
            SELECT sched_name, 'OfAnotherTime', job_group, job_class_name, true, true, false, false FROM qrtz_job_details LIMIT 1
            """);

        await using var next = await ApiHost.StartAsync(settings: Scheduled, database: api.Database);

        Assert.That(await next.CountAsync("qrtz_cron_triggers WHERE trigger_name = 'ClimbEscalations' AND cron_expression = '0 * * * * ?'"), Is.EqualTo(1));
        Assert.That(await next.CountAsync("qrtz_job_details WHERE job_name = 'OfAnotherTime'"), Is.Zero);
    }

    /// <summary>
    /// Lets the clock run by seconds from the half minute over the full one, to stand still before the next half. A leap could
    /// fall between Quartz's look at the clock and the timer that it sets by it, and that timer would wait for a leap that never comes.
    /// </summary>
    private static Task<int> RunsAsync(ApiHost api, FakeTimeProvider clock, string command, int wanted, string outcome = "succeeded") => Eventually.SeeAsync(
        () =>
        {
            if (clock.GetUtcNow().Second != 25)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
            }

            return api.CountAsync($"qrtz_execution_history WHERE job_name = '{command}' AND {outcome}");
        },
        runs => runs >= wanted);
}
