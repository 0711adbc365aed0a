using Npgsql;
using Quartz;

namespace KediriLapor.Persistence.Schedule;

/// <summary>
/// Brings the stored schedule in line with the declared one, lets it run while the program does, and stops it before the
/// database goes. It starts after <see cref="DatabaseStartup"/> has migrated.
/// </summary>
internal sealed class SchedulerHost(
    ISchedulerFactory factory, IEnumerable<ScheduledCommand> commands, NpgsqlDataSource database, TimeProvider time, IConfiguration configuration)
    : IHostedService
{
    // "JADWAL" in ASCII: instances that start together take turns, for Quartz deadlocks when two write one trigger
    private const long ScheduleLock = 0x4A414457414C;

    private Lazy<Task> shutdown = new(Task.CompletedTask);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue(ScheduleSetup.Setting, defaultValue: true))
        {
            return;
        }

        var scheduler = await factory.GetScheduler(cancellationToken);
        await using (var session = await database.OpenConnectionAsync(cancellationToken))
        await using (var turn = await session.BeginTransactionAsync(cancellationToken))
        {
            await using var wait = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({ScheduleLock})", session, turn);
            await wait.ExecuteNonQueryAsync(cancellationToken);
            await Align(scheduler, cancellationToken);
        }

        shutdown = new Lazy<Task>(() => scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).AsTask());
        await scheduler.Start(cancellationToken);
    }

    /// <summary>
    /// A host may be told to stop twice at once, and whoever is answered first disposes of the database. Quartz answers its second
    /// Shutdown at once and then tries without end to give its triggers back; so both callers wait for the one, as long as they may.
    /// </summary>
    public Task StopAsync(CancellationToken cancellationToken) => shutdown.Value.WaitAsync(cancellationToken);

    private async Task Align(IScheduler schedule, CancellationToken ct)
    {
        var stored = await schedule.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), ct);
        await schedule.DeleteJobs([.. stored.Where(key => commands.All(command => command.Name != key.Name))], ct);
        foreach (var command in commands)
        {
            if (!await IsStored(schedule, command, ct))
            {
                var job = JobBuilder.Create<RunCommand>().WithIdentity(command.Name).Build();
                await schedule.ScheduleJob(job, [TriggerOf(command)], ScheduleJobOptions.Replacing, ct);
            }
        }
    }

    /// <summary>What is stored as declared stays untouched, so a firing missed while nothing ran is made up for.</summary>
    private static async Task<bool> IsStored(IScheduler schedule, ScheduledCommand command, CancellationToken ct)
    {
        var key = new TriggerKey(command.Name);
        return await schedule.GetTrigger(key, ct) is ICronTrigger trigger && trigger.CronExpressionString == command.Cron
            && await schedule.GetTriggerState(key, ct) != TriggerState.Error;
    }

    private ITrigger TriggerOf(ScheduledCommand command) => TriggerBuilder.Create(time)
        .WithIdentity(command.Name)
        .WithSchedule(CronScheduleBuilder.Create(command.Cron)
            .InTimeZone(Schedules.Wib).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
