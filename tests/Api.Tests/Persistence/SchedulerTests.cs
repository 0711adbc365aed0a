using System.Diagnostics;
using KediriLapor.Harness;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Reports.Clocks;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Persistence;

/// <summary>Quartz as the program runs it: declared commands, several instances, one database.</summary>
public sealed class SchedulerTests
{
    private static readonly Dictionary<string, string?> Scheduled = new() { [ScheduleSetup.Setting] = "true" };

    [Test]
    public async Task Of_two_instances_that_start_at_once_one_runs_a_command_at_each_of_its_times()
    {
        await using var looker = await ApiHost.StartAsync();
        await looker.ExecuteAsync("CREATE TABLE marks (at timestamptz)");
        await using var a = new ApiHost(looker.Database, null, Scheduled, EverySecond);
        await using var b = new ApiHost(looker.Database, null, Scheduled, EverySecond);
        var started = Stopwatch.StartNew();
        await Task.WhenAll(Task.Run(a.StartServer), Task.Run(b.StartServer));

        Assert.That(await Eventually.SeeAsync(() => RunsAsync(looker, nameof(Mark)), runs => runs >= 6), Is.GreaterThanOrEqualTo(6));

        var runs = await RunsAsync(looker, nameof(Mark), "true");
        Assert.That(runs, Is.LessThanOrEqualTo(Math.Ceiling(started.Elapsed.TotalSeconds) + 1));
        Assert.That(await looker.CountAsync("qrtz_scheduler_state"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_command_that_fails_is_seen_to_have_failed_stops_no_other_and_runs_again_at_its_next_time()
    {
        await using var api = await ApiHost.StartAsync(settings: Scheduled, addServices: EverySecond);

        Assert.That(await Eventually.SeeAsync(() => RunsAsync(api, nameof(Mark), "NOT succeeded AND error_message LIKE '%marks%'"), runs => runs >= 1), Is.GreaterThanOrEqualTo(1));
        Assert.That(await Eventually.SeeAsync(() => RunsAsync(api, nameof(Rest)), runs => runs >= 1), Is.GreaterThanOrEqualTo(1));

        await api.ExecuteAsync("CREATE TABLE marks (at timestamptz)");
        Assert.That(await Eventually.SeeAsync(() => RunsAsync(api, nameof(Mark)), runs => runs >= 1), Is.GreaterThanOrEqualTo(1));
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

    private static void EverySecond(IServiceCollection services) => services
        .AddScheduled<Mark>("* * * * * ?").AddTransient<IRequestHandler<Mark, int>, MarkHandler>()
        .AddScheduled<Rest>("* * * * * ?").AddTransient<IRequestHandler<Rest, int>, RestHandler>();

    private static Task<int> RunsAsync(ApiHost api, string command, string outcome = "succeeded") =>
        api.CountAsync($"qrtz_execution_history WHERE job_name = '{command}' AND {outcome}");

    /// <summary>Fails until the table <c>marks</c> is there.</summary>
    private sealed record Mark : IBatchCommand;

    private sealed class MarkHandler(AppDb db) : IRequestHandler<Mark, int>
    {
        public async Task<int> Handle(Mark command, CancellationToken cancellationToken)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO marks VALUES (now())", cancellationToken);
            return 0;
        }
    }

    private sealed record Rest : IBatchCommand;

    private sealed class RestHandler : IRequestHandler<Rest, int>
    {
        public Task<int> Handle(Rest command, CancellationToken cancellationToken) => Task.FromResult(0);
    }
}
